import Markets
import Quantities
import Statistics

/// Whether the VIX curve is steep because options are in demand or because variance is feared.
///
///     VIX² − E[RV over 30 d]   = π + m(21/h₀) P          m(z) = (1 − e^{−z})/z,  h₀ ten trading days
///     VIX3M² − E[RV over 93 d] = π + m(64/h₀) P
///
/// E is a HAR forecast fitted to the index up to the day. What options cost above it is a premium π, the same at both
/// horizons, and a pressure P that fades with the horizon, which makes two equations in two unknowns. The gap VIX − VIX3M
/// less its usual value (the mean of ten years) is split among the three by Shapley's values; the score is the share of
/// pressure. Above one half the inversion is led by hedging, below by panic.
///
/// Ignores: jumps, and a premium whose own curve moves; both end up in pressure.
///
/// Verified by: worlds made of known parts in `InversionCauseTests`.
public struct InversionCauseGauge: Sendable {
  public static let name = "hedging against panic"
  public static let systems = ["S5"]

  /// h₀ in trading days.
  static let decay = 10.0

  public init() {}

  /// The parts of the two variances on each day from the day HAR can be fitted.
  struct Parts {
    let days: [Day]
    let ends: [InversionSplit.Ends]
  }

  /// The score of the last day with both indices, and its split.
  ///
  /// - Parameter panel: daily columns `close`, `vix` and `vix3m`, the indices in points.
  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    let method =
      "Shapley share of option demand in VIX − VIX3M above its ten-year mean; HAR, flat premium, pressure fading over 10 days"
    do throws(Absence) {
      let parts = try Self.parts(of: panel, through: day)
      guard let today = parts.ends.last, let last = parts.days.last else {
        throw Absence(reason: "500 days with close, vix and vix3m are needed")
      }
      let usual = Self.mean(parts.ends.suffix(2520))
      let split = InversionSplit(today: today, usual: usual)
      guard split.total > 0.002 else {
        throw Absence(
          reason: "VIX − VIX3M is \(Self.points(today.gap)) points, no more than usual (\(Self.points(usual.gap)))",
          last: last)
      }
      let share = min(max(split.pressure / split.total, 0), 1)
      return [
        Reading(
          gauge: Self.name, value: share, low: nil, high: nil, unit: Dimensionless.symbol, last: last, seenFrom: day,
          method: "\(method); \(share > 0.5 ? "hedging-led" : "panic")", staleAfter: 4)
      ]
    } catch {
      return [
        Reading(
          gauge: Self.name, unit: Dimensionless.symbol, method: method, absentBecause: error.reason, last: error.last,
          seenFrom: day)
      ]
    }
  }

  private static func points(_ volatility: Double) -> Double { (volatility * 10_000).rounded() / 100 }

  static func parts(of panel: Panel, through day: Day) throws(Absence) -> Parts {
    let columns: [PanelColumn]
    do {
      columns = [try panel.column("close"), try panel.column("vix"), try panel.column("vix3m")]
    } catch {
      throw Absence(reason: "\(error)")
    }
    let rows = panel.days.indices.filter { panel.days[$0] <= day && columns[0].values[$0] > 0 }
    let returns = zip(rows, rows.dropFirst()).map { Elementary.log(columns[0].values[$1] / columns[0].values[$0]) }
    guard returns.count >= 500 else {
      throw Absence(reason: "500 returns of close are needed and there are \(returns.count)")
    }
    guard var forecast = HARForecast(fittedTo: returns) else {
      throw Absence(reason: "the closes move too regularly to tell days, weeks and months apart")
    }
    var (days, ends): ([Day], [InversionSplit.Ends]) = ([], [])
    for (r, row) in zip(returns, rows.dropFirst()) {
      forecast.update(r)
      let (vix, vix3m) = (columns[1].values[row] / 100, columns[2].values[row] / 100)
      guard vix > 0, vix3m > 0 else { continue }
      days.append(panel.days[row])
      ends.append(split(vix * vix, vix3m * vix3m, forecast))
    }
    return Parts(days: days, ends: ends)
  }

  private static func split(_ near: Double, _ far: Double, _ forecast: HARForecast) -> InversionSplit.Ends {
    func loading(_ days: Double) -> Double { (1 - Elementary.exp(-days / decay)) / (days / decay) }
    let path = forecast.path(days: 64)
    let expected = (path[..<21].reduce(0, +) / 21, path.reduce(0, +) / 64)
    let (n, f) = (loading(21), loading(64))
    let pressure = ((near - expected.0) - (far - expected.1)) / (n - f)
    let premium = near - expected.0 - n * pressure
    return InversionSplit.Ends(
      near: VarianceParts(realized: expected.0, premium: premium, pressure: n * pressure),
      far: VarianceParts(realized: expected.1, premium: premium, pressure: f * pressure))
  }

  static func mean(_ ends: some Collection<InversionSplit.Ends>) -> InversionSplit.Ends {
    func mean(_ side: KeyPath<InversionSplit.Ends, VarianceParts>) -> VarianceParts {
      func part(_ path: KeyPath<VarianceParts, Double>) -> Double {
        ends.reduce(0) { $0 + $1[keyPath: side][keyPath: path] } / Double(ends.count)
      }
      return VarianceParts(realized: part(\.realized), premium: part(\.premium), pressure: part(\.pressure))
    }
    return InversionSplit.Ends(near: mean(\.near), far: mean(\.far))
  }
}

extension HARForecast {
  /// The forecast whose weights fit a history of daily returns by least squares, before any of them was seen.
  ///
  /// Weights below zero count as zero and their sum stays below one. nil for short histories.
  init?(fittedTo returns: [Double]) {
    let v = returns.map { 252 * $0 * $0 }
    guard v.count > 250, let mean = Moments.mean(v), mean > 0 else { return nil }
    let rows = Array(22..<v.count)
    func average(_ n: Int) -> [Double] {
      var sums = [0.0]
      for value in v { sums.append(sums[sums.count - 1] + value) }
      return rows.map { (sums[$0] - sums[$0 - n]) / Double(n) }
    }
    guard let fit = LeastSquares(rows.map { v[$0] }, on: [average(1), average(5), average(22)]) else { return nil }
    let raw = fit.coefficients.dropFirst().map { max($0, 0) }
    let total = raw.reduce(0, +)
    let scale = total > 0.98 ? 0.98 / total : 1
    let weights = raw.map { Share($0 * scale) }
    self.init(
      Weights(daily: weights[0], weekly: weights[1], monthly: weights[2]), longRun: Volatility(mean.squareRoot()))
  }
}
