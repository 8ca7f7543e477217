import Quantities
import Statistics

/// From which horizon on fundamentals foretell the index better than flows and sentiment do, and whether either does.
///
///     y_t(h) = log p_{t+h} − log p_t,  h = 1, 3, 6, 12, 18 months
///     forecasts from fundamentals and from flows apart, with an expanding window; see ``Statistics/ExpandingForecast``
///     horizon = the first h at which R² out of sample of fundamentals is above that of flows and above zero
///
/// The interval of each R² is 90 % of a moving-block bootstrap over origins with blocks of a year and the horizon. Fewer than twenty origins whose
/// outcomes share no day give no reading. A forecast that is worse than the past mean foretells nothing, so it wins against nobody.
///
/// Ignores: revisions of the statistics, combinations of both, forecasts other than linear ones.
///
/// Verified by: panels in which one side foretells, `ForecastHorizonTests`.
public struct ForecastHorizonGauge: Sendable {
  public static let name = "forecast horizon"
  public static let systems = ["S15"]

  public static let horizons = [1, 3, 6, 12, 18]
  static let separate = 20

  /// Columns of the panel on each side.
  public var fundamentals, flows: [String]
  /// Months before the first origin.
  public var first: Int
  public var samples: Int

  public init(fundamentals: [String], flows: [String], first: Int = 84, samples: Int = 200) {
    (self.fundamentals, self.flows) = (fundamentals, flows)
    (self.first, self.samples) = (max(first, 24), max(samples, 1))
  }

  private static let month = "month"

  /// - Parameter panel: by month, the log index as `index` and every predictor as it was known at the month's end.
  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    do throws(Absence) {
      let (price, sides, last) = try complete(panel, through: day)
      var readings: [Reading] = []
      var leads: [(months: Int, better: Bool)] = []
      for horizon in Self.horizons {
        let y = price.indices.map { $0 + horizon < price.count ? price[$0 + horizon] - price[$0] : .nan }
        let forecasts = sides.map { ExpandingForecast(y, from: $0, horizon: horizon, first: first) }
        for (name, forecast) in zip(["fundamentals", "flows"], forecasts) {
          readings.append(reading(name, horizon, forecast, last, day))
        }
        guard let a = forecasts[0], let b = forecasts[1], a.separateOrigins >= Self.separate,
          let fundamental = a.rSquared, let flow = b.rSquared
        else { continue }
        leads.append((horizon, fundamental > max(flow, 0)))
      }
      return [crossing(leads, last, day)] + readings
    } catch {
      return [
        Reading(
          gauge: Self.name, unit: Self.month, method: method, absentBecause: error.reason, last: error.last,
          seenFrom: day)
      ]
    }
  }

  private var method: String {
    "first horizon at which \(fundamentals.joined(separator: ", ")) forecast better out of sample than \(flows.joined(separator: ", "))"
  }

  private func crossing(_ leads: [(months: Int, better: Bool)], _ last: Day, _ day: Day) -> Reading {
    guard let found = leads.first(where: \.better) else {
      let tried = leads.map { "\($0.months)" }.joined(separator: ", ")
      return Reading(
        gauge: Self.name, unit: Self.month, method: method,
        absentBecause: leads.isEmpty
          ? "no horizon has twenty origins apart"
          : "fundamentals foretell less than flows or than the past mean at each of \(tried) months", last: last,
        seenFrom: day)
    }
    return Reading(
      gauge: Self.name, value: Double(found.months), low: nil, high: nil, unit: Self.month, last: last, seenFrom: day,
      method: method, staleAfter: 75)
  }

  private func reading(
    _ side: String, _ horizon: Int, _ forecast: ExpandingForecast?, _ last: Day, _ day: Day
  ) -> Reading {
    let name = "\(Self.name), R² of \(side) at \(horizon) months"
    let method = "out of sample over the past mean, expanding window; 90 % block bootstrap"
    guard let forecast, forecast.separateOrigins >= Self.separate, let value = forecast.rSquared else {
      return Reading(
        gauge: name, unit: Dimensionless.symbol, method: method,
        absentBecause: "\(Self.separate) origins apart are needed and there are \(forecast?.separateOrigins ?? 0)",
        last: last, seenFrom: day)
    }
    let scheme = BlockBootstrap.moving(length: 12 + horizon)
    let draw = Draw(seed: 2029, replicate: 0)
    let draws = (0..<samples).compactMap { sample in
      forecast.rSquared(over: scheme.indices(count: forecast.errors.count, sample: sample, draw: draw))
    }
    let band = QuantileBand(draws, level: 0.9)
    let verdict = forecast.clarkWest.map { "; Clark-West \(($0 * 100).rounded() / 100)" } ?? ""
    return Reading(
      gauge: name, value: value, low: band?.low, high: band?.high, unit: Dimensionless.symbol, last: last,
      seenFrom: day, method: method + verdict, staleAfter: 75)
  }

  private func complete(_ panel: Panel, through day: Day) throws(Absence) -> ([Double], [[[Double]]], Day) {
    let names = ["index"] + fundamentals + flows
    let (columns, rows): ([[Double]], [Int])
    do {
      (columns, rows) = try panel.complete(names, through: day)
    } catch {
      throw Absence(reason: "\(error)")
    }
    guard let last = rows.last, let start = rows.first, rows.count == last - start + 1 else {
      throw Absence(
        reason: "a predictor has gaps between its first and last month", last: rows.last.map { panel.days[$0] })
    }
    let kept = columns.map { column in rows.map { column[$0] } }
    let split = 1 + fundamentals.count
    return (kept[0], [Array(kept[1..<split]), Array(kept[split...])], panel.days[last])
  }
}
