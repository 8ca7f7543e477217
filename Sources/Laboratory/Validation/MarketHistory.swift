import Observatory
import Quantities
import Statistics

/// The daily log returns of an index with its one- and three-month implied volatility, lived or simulated.
public struct MarketHistory: Sendable {
  public let days: [Day]
  /// In natural units; nan where a close is missing.
  public let returns: [Double]
  /// VIX in points; nan where missing, empty where there is none.
  public let vix: [Double]
  /// The change of VIX since the close before.
  public let vixChanges: [Double]
  public let vix3M: [Double]

  /// A history without implied volatility.
  public init(days: [Day], returns: [Double]) {
    self.init(days: days, returns: returns, vix: [], vixChanges: [], vix3M: [])
  }

  private init(days: [Day], returns: [Double], vix: [Double], vixChanges: [Double], vix3M: [Double]) {
    (self.days, self.returns, self.vix) = (days, returns, vix)
    (self.vixChanges, self.vix3M) = (vixChanges, vix3M)
  }

  /// The history that a run recorded, its opening day left out.
  ///
  /// Implied volatility is read from the columns `vix` and `vix3M` if there are any.
  public init(simulated panel: Panel) throws {
    let returns = try panel.column("indexReturn").values
    func points(_ name: String) -> [Double] {
      panel[name].map { column in column.values.map { column.unit == RootPerAnnum.symbol ? 100 * $0 : $0 } } ?? []
    }
    let (vix, vix3M) = (points("vix"), points("vix3M"))
    self.init(
      days: Array(panel.days.dropFirst()), returns: Array(returns.dropFirst()), vix: Array(vix.dropFirst()),
      vixChanges: zip(vix, vix.dropFirst()).map { $1 - $0 }, vix3M: Array(vix3M.dropFirst()))
  }

  /// The S&P 500 in a period, with VIX and VIX3M where they were published.
  ///
  /// - Throws: ``Observatory/DataError`` when the folder lacks a file or a column.
  public init(_ data: DataFolder, in period: MarketPeriod) throws {
    let closes = try data.series("spx_daily", "close")
    let indices = try data.panel("vol_indices_daily")
    let (vix, vix3M) = (try indices.column("vix_close"), try indices.column("vix3m_close"))
    let rows = closes.days.indices.dropFirst().filter { period.days.contains(closes.days[$0]) }
    let prices = closes.columns[0].values
    let places = rows.map { MarketHistory.place(of: closes.days[$0], in: indices.days) }
    func value(_ column: PanelColumn, _ place: Int?) -> Double { place.map { column.values[$0] } ?? .nan }
    let levels = places.map { value(vix, $0) }
    let first = rows.first.map { value(vix, MarketHistory.place(of: closes.days[$0 - 1], in: indices.days)) } ?? .nan
    self.init(
      days: rows.map { closes.days[$0] },
      returns: rows.map { Elementary.log(prices[$0] / prices[$0 - 1]) }, vix: levels,
      vixChanges: zip([first] + levels, levels).map { $1 - $0 }, vix3M: places.map { value(vix3M, $0) })
  }

  private static func place(of day: Day, in days: [Day]) -> Int? {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low < days.count && days[low] == day ? low : nil
  }

  /// Whether implied volatility is there on most days; a few days say nothing of a period.
  public var hasVIX: Bool { MarketHistory.isMostlyThere(vix) }
  public var hasVIX3M: Bool { hasVIX && MarketHistory.isMostlyThere(vix3M) }

  private static func isMostlyThere(_ values: [Double]) -> Bool { 2 * values.count { !$0.isNaN } > values.count }

  /// The days at some indices, in their order; each keeps its own change of VIX.
  func resampled(_ indices: [Int]) -> MarketHistory {
    func pick(_ values: [Double]) -> [Double] { values.isEmpty ? [] : indices.map { values[$0] } }
    return MarketHistory(
      days: indices.map { days[$0] }, returns: pick(returns), vix: pick(vix), vixChanges: pick(vixChanges),
      vix3M: pick(vix3M))
  }
}

/// A stretch of the S&P 500's history that a model is held against.
public struct MarketPeriod: Sendable, Hashable {
  public let name: String
  public let days: ClosedRange<Day>

  /// 1990 to 2007, 2008 to 2019, and 2020 to August 2026.
  public static let all = [(1990, 2007), (2008, 2019), (2020, 2026)].compactMap { first, last in
    Day(first, 1, 1).flatMap { start in
      Day(last, 12, 31).map { MarketPeriod(name: "\(first)-\(last)", days: start...$0) }
    }
  }

  /// The period that was chosen before any model was run: the last whole one in which VIX3M was published.
  public static let chosen = all[1]

  public static func named(_ name: String) -> MarketPeriod? { all.first { $0.name == name } }
}
