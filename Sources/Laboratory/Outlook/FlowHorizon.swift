import Markets
import Quantities
import Statistics

/// How much of what the market did over some days came from flows, from what is known of value, and from news.
///
///     r(h) = Σ_t [value_t + news_t + Σ_cause contribution_t]          over windows of h days that do not overlap
///     share_k = cov(k(h), r(h))/var(r(h)),   Σ_k share_k = 1
///
/// Windows of all runs are put together; both baskets count by their weight in the index at the window's start. The parts are those of the
/// venue's own record, which adds up exactly. News is fundamental too, told before it shows in earnings or rates, but nobody can tell it from
/// mood: so it is a part of its own. The interval is that of resampling runs.
///
/// Verified by: runs in which the answer is known, `FlowHorizonTests`.
public struct FlowHorizon: Sendable {
  /// The parts of a return, in the order of ``Row/shares``.
  public enum Part: String, CaseIterable, Sendable { case value, news, flows }

  /// The shares at one horizon.
  public struct Row: Sendable {
    /// Trading days.
    public let days: Int
    public let windows: Int
    public let shares: [Double]
    public let bands: [QuantileBand?]
  }

  public static let horizons = [1, 5, 21, 63, 126, 252, 378]
  public static let level = 0.9
  static let samples = 500

  public let rows: [Row]
  /// The first horizon at which value explains more than flows, and at which value and news together do; nil when none does.
  public let valueOvertakes, fundamentalsOvertake: Int?
  /// The same for each end of the interval over runs: nil when some resamples never overtake.
  public let valueBand, fundamentalsBand: QuantileBand?

  /// One run's parts by day: log returns of the index by ``Part``.
  package typealias Parts = [[Double]]

  package init(_ runs: [Parts], horizons: [Int] = FlowHorizon.horizons) {
    let draw = Draw(seed: 2030, replicate: 0)
    let samples = (0..<FlowHorizon.samples).map {
      BlockBootstrap.moving(length: 1).indices(count: runs.count, sample: $0, draw: draw)
    }
    let moments = horizons.map { days in runs.map { Products(FlowHorizon.windows(of: $0, days: days)) } }
    let everyone = Array(runs.indices)
    rows = zip(horizons, moments).compactMap { days, products in
      guard let shares = Products.shares(products, everyone) else { return nil }
      let draws = samples.compactMap { Products.shares(products, $0) }
      return Row(
        days: days, windows: products.reduce(0) { $0 + $1.count }, shares: shares,
        bands: Part.allCases.indices.map { part in QuantileBand(draws.map { $0[part] }, level: FlowHorizon.level) })
    }
    func crossing(_ chosen: [Int], withNews: Bool) -> Int? {
      zip(horizons, moments).first { _, products in
        Products.shares(products, chosen).map { $0[0] + (withNews ? $0[1] : 0) > $0[2] } ?? false
      }?.0
    }
    func band(withNews: Bool) -> QuantileBand? {
      let crossings = samples.map { crossing($0, withNews: withNews).map(Double.init) }
      let found = crossings.compactMap(\.self)
      return found.count == crossings.count ? QuantileBand(found, level: FlowHorizon.level) : nil
    }
    (valueOvertakes, fundamentalsOvertake) = (crossing(everyone, withNews: false), crossing(everyone, withNews: true))
    (valueBand, fundamentalsBand) = (band(withNews: false), band(withNews: true))
  }

  /// Sums over windows of h days, by part; what is left at the end is dropped.
  static func windows(of parts: Parts, days: Int) -> [[Double]] {
    parts.map { values in
      stride(from: 0, through: values.count - days, by: days).map { values[$0..<($0 + days)].reduce(0, +) }
    }
  }

  /// What a run adds to sums of products: so resampling runs costs nothing.
  private struct Products {
    let count: Int
    /// Σ k, Σ r, Σ k r for each part, and Σ r².
    let parts, crossed: [Double]
    let whole, square: Double

    init(_ windows: [[Double]]) {
      count = windows.first?.count ?? 0
      let total = (0..<count).map { row in windows.reduce(0) { $0 + $1[row] } }
      parts = windows.map { $0.reduce(0, +) }
      crossed = windows.map { zip($0, total).reduce(0) { $0 + $1.0 * $1.1 } }
      (whole, square) = (total.reduce(0, +), total.reduce(0) { $0 + $1 * $1 })
    }

    /// Covariances of each part with the whole over the variance of the whole, runs put together.
    static func shares(_ runs: [Products], _ chosen: [Int]) -> [Double]? {
      let n = Double(chosen.reduce(0) { $0 + runs[$1].count })
      guard n > 2, let first = runs.first else { return nil }
      let whole = chosen.reduce(0) { $0 + runs[$1].whole } / n
      let variance = chosen.reduce(0) { $0 + runs[$1].square } / n - whole * whole
      guard variance > 0 else { return nil }
      return first.parts.indices.map { part in
        let mean = chosen.reduce(0) { $0 + runs[$1].parts[part] } / n
        let crossed = chosen.reduce(0) { $0 + runs[$1].crossed[part] } / n
        return (crossed - mean * whole) / variance
      }
    }
  }

  /// The parts of the index's return in a run; nil when its panel has no record of the market.
  package static func parts(of panel: Panel) -> Parts? {
    func column(_ name: String) -> [Double]? { panel[name]?.values }
    var byBasket: [Parts] = []
    var prices: [[Double]] = []
    for basket in EquityBasket.labels {
      let prefix = basket == EquityBasket.labels[EquityBasket.ai.rawValue] ? "contributionAI." : "contributionRest."
      guard let value = column("valueContribution.\(basket)"), let news = column("newsContribution.\(basket)"),
        let price = column("logPrice.\(basket)")
      else { return nil }
      let causes = panel.columns.filter { $0.name.hasPrefix(prefix) }
      let flows = panel.days.indices.map { row in causes.reduce(0) { $0 + $1.values[row] } }
      byBasket.append([value, news, flows].map { Array($0.dropFirst()) })
      prices.append(price)
    }
    guard let level = column("indexReturn"), level.count > 1 else { return nil }
    // The weight of the AI basket is what the index's return says it is, day by day; equal where both moved alike.
    let weights = level.indices.dropFirst().map { row -> Double in
      let (a, b) = (prices[0][row] - prices[0][row - 1], prices[1][row] - prices[1][row - 1])
      let (x, y) = (Elementary.exp(a) - 1, Elementary.exp(b) - 1)
      let whole = Elementary.exp(level[row]) - 1
      return abs(x - y) > 1e-9 ? min(max((whole - y) / (x - y), 0), 1) : 0.5
    }
    return Part.allCases.indices.map { part in
      weights.indices.map { weights[$0] * byBasket[0][part][$0] + (1 - weights[$0]) * byBasket[1][part][$0] }
    }
  }
}
