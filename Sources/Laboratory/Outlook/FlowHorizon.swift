import Markets
import Quantities
import Statistics

/// How much of what the market did over some days came from flows, from what is known of value, and from news.
///
///     r(h) = Σ_t [value_t + news_t + Σ_cause contribution_t]          over windows of h days that do not overlap
///     share_k = cov(k(h), r(h))/var(r(h)),   Σ_k share_k = 1
///
/// Moments are over runs about the mean of each window's place in time, so the path that all runs share is not taken for
/// luck; windows of all places are then put together. Both baskets count by their weight in the index of the day, so r is the sum of
/// logs and falls short of the index's by half their spread. The parts are those of the venue's own record. News is fundamental too, told before it shows in earnings or rates, but nobody can tell it from
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

  /// Besides these, the whole run.
  public static let horizons = [1, 5, 21, 63, 126, 252]
  public static let level = 0.9
  static let samples = 500

  public let rows: [Row]
  /// Where one side explains more than flows.
  public struct Crossing: Sendable {
    /// The first horizon at which it does, in trading days; nil when there is none.
    public let days: Int?
    /// Longer horizons at which it does not.
    public let behind: [Int]
    /// Of the first horizon, over resampled runs; nil when some of them have none.
    public let band: QuantileBand?
  }

  /// Of value alone, and of value and news together.
  public let value, fundamentals: Crossing

  /// One run's parts by day: log returns of the index by ``Part``.
  package typealias Parts = [[Double]]

  package init(_ runs: [Parts], horizons: [Int] = FlowHorizon.horizons) {
    let draw = Draw(seed: 2030, replicate: 0)
    let length = runs.map { $0.first?.count ?? 0 }.min() ?? 0
    let horizons = horizons.filter { $0 < length } + (length > 0 ? [length] : [])
    let everyone = Array(runs.indices)
    let samples = (0..<FlowHorizon.samples).map {
      BlockBootstrap.moving(length: 1).indices(count: runs.count, sample: $0, draw: draw)
    }
    var (rows, drawn): ([Row], [[[Double]?]]) = ([], [])
    for days in horizons {
      let windows = runs.map { FlowHorizon.windows(of: $0, days: days) }
      guard let shares = FlowHorizon.shares(windows, everyone) else { continue }
      let draws = samples.map { FlowHorizon.shares(windows, $0) }
      let bands = Part.allCases.indices.map { part in
        QuantileBand(draws.compactMap { $0?[part] }, level: FlowHorizon.level)
      }
      rows.append(
        Row(days: days, windows: windows.reduce(0) { $0 + ($1.first?.count ?? 0) }, shares: shares, bands: bands))
      drawn.append(draws)
    }
    self.rows = rows
    func crossing(withNews: Bool) -> Crossing {
      func isAhead(_ shares: [Double]) -> Bool { shares[0] + (withNews ? shares[1] : 0) > shares[2] }
      let first = rows.firstIndex { isAhead($0.shares) }
      let firsts = samples.indices.map { sample in
        rows.indices.first { drawn[$0][sample].map(isAhead) ?? false }.map { Double(rows[$0].days) }
      }
      let found = firsts.compactMap(\.self)
      return Crossing(
        days: first.map { rows[$0].days },
        behind: first.map { place in rows[place...].filter { !isAhead($0.shares) }.map(\.days) } ?? [],
        band: !found.isEmpty && found.count == firsts.count ? QuantileBand(found, level: FlowHorizon.level) : nil)
    }
    (value, fundamentals) = (crossing(withNews: false), crossing(withNews: true))
  }

  /// Sums over windows of h days, by part; what is left at the end is dropped.
  static func windows(of parts: Parts, days: Int) -> [[Double]] {
    parts.map { values in
      stride(from: 0, through: values.count - days, by: days).map { values[$0..<($0 + days)].reduce(0, +) }
    }
  }

  /// Covariances of each part with the whole over the variance of the whole, over chosen runs about each window's mean.
  private static func shares(_ runs: [[[Double]]], _ chosen: [Int]) -> [Double]? {
    guard chosen.count > 1, let places = runs.first?.first?.count, places > 0 else { return nil }
    var crossed = [Double](repeating: 0, count: Part.allCases.count)
    var variance = 0.0
    for place in 0..<places {
      let parts = crossed.indices.map { part in chosen.map { runs[$0][part][place] } }
      let total = chosen.indices.map { row in parts.reduce(0) { $0 + $1[row] } }
      let mean = total.reduce(0, +) / Double(chosen.count)
      variance += total.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      for part in crossed.indices {
        crossed[part] += zip(parts[part], total).reduce(0) { $0 + $1.0 * ($1.1 - mean) }
      }
    }
    return variance > 0 ? crossed.map { $0 / variance } : nil
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
