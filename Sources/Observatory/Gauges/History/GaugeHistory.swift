import Markets
import Quantities
import Statistics

/// The gauges of hidden quantities on every trading day of the real record: what could be known at each close.
///
/// Nothing in a row uses a number that was published after its day: rules read closes up to the day, liquidity counts once
/// it has been published, companies' coming reports are projected from those seen by the first of the month. Dollars are at
/// today's assets throughout, so a change of a gauge is a change of rules' wishes and not of the industry's size.
public struct GaugeHistory: Sendable {
  public struct Column: Sendable {
    public let name: String
    /// By day; `nan` where it could not be known.
    public let values: [Double]

    public init(name: String, values: [Double]) { (self.name, self.values) = (name, values) }
  }

  public let days: [Day]
  public let closes: [Double]
  public let columns: [Column]
  /// What could not be read, and why.
  public let absent: [(name: String, reason: String)]

  public init(days: [Day], closes: [Double], columns: [Column], absent: [(name: String, reason: String)] = []) {
    (self.days, self.closes, self.columns, self.absent) = (days, closes, columns, absent)
  }

  static let gamma = "market/dix_gex_daily.csv"

  /// - Parameters:
  ///   - first: the first day; rules are warmed up on all closes before it.
  ///   - cause: the weights of the cause score; those of the record unless told.
  /// - Throws: ``Absence`` when there are no closes.
  public init(_ data: KnownData, from first: Day, cause: InversionCauseScore = InversionCauseScore()) throws(Absence) {
    let series = try data.series(Brief.index, "close")
    guard let start = series.days.firstIndex(where: { $0 >= first }), start > TrendEnsemble.memory else {
      throw Absence(reason: "\(series.source) does not begin \(TrendEnsemble.memory) days before \(first)")
    }
    let rows = start - TrendEnsemble.memory
    let panel = try Panel(
      known: .day, days: Array(series.days[rows...]),
      columns: [PanelColumn("close", unit: "index", values: Array(series.values[rows...]))])
    let days = Array(series.days[start...])
    self.days = days
    closes = Array(series.values[start...])
    var (columns, absent): ([Column], [(name: String, reason: String)]) = ([], [])
    func add(_ names: [String], _ read: () throws(Absence) -> [[Double]]) {
      do throws(Absence) {
        columns += zip(names, try read()).map { Column(name: $0, values: $1) }
      } catch {
        absent += names.map { ($0, error.reason) }
      }
    }
    for kind in FundMoneyGauge.Kind.allCases {
      add([kind.flowName, kind.positionName]) { () throws(Absence) in
        let estimates = try FundMoneyHistory(kind, of: panel, through: data.day).estimates.suffix(days.count)
        return [estimates.map { $0?.nextFlow.mean ?? .nan }, estimates.map { $0?.position.mean ?? .nan }]
      }
    }
    let forced = [
      "vol-target flow, scheduled over 1 week", "vol-target flow, −2σ over 1 day", "trend flow, −2σ over 1 day",
    ]
    add(forced) { () throws(Absence) in
      let older = try PriceGaugeHistory(of: panel, from: days[0], through: data.day).panel
      return forced.map { older[$0]?.values ?? [] }
    }
    add(["buyback bid"]) { () throws(Absence) in [try Self.buybacks(data, on: days)] }
    add([InversionCauseScore.name]) { () throws(Absence) in [try Self.causes(data, on: days, cause)] }
    add(["dealer gamma, published index"]) { () throws(Absence) in
      let published = try data.series(Self.gamma, "gex_usd")
      return [days.map { published.value(of: $0) ?? .nan }]
    }
    add(["net liquidity, 13-week change"]) { () throws(Absence) in [try Self.liquidity(data, on: days)] }
    (self.columns, self.absent) = (columns, absent)
  }

  /// The part of a year's even bid that is there on a day: 1 − (1 − φ) · share shut, foreseen on the first of the month.
  private static func buybacks(_ data: KnownData, on days: [Day]) throws(Absence) -> [Double] {
    var month: (first: Day, calendar: BlackoutCalendar)?
    var values: [Double] = []
    for day in days {
      let first = day.startOfMonth
      if month?.first != first {
        let earnings = try EarningsCalendar.sp500(data.seen(from: first))
        month = (first, BlackoutCalendar(earnings))
      }
      guard let month, month.calendar.earnings.companies.count >= 100 else {
        values.append(.nan)
        continue
      }
      values.append(1 - (1 - BuybackGauge.surviving.middle) * month.calendar.closedShare(on: day))
    }
    return values
  }

  /// The cause score of days on which VIX stands above VIX3M, as a brief of the day would have had it.
  private static func causes(_ data: KnownData, on days: [Day], _ score: InversionCauseScore) throws(Absence)
    -> [Double]
  {
    let panel = try Brief.volatilityPanel(data, rows: .max).0
    let (vix, vix3M) = (panel.columns[1].values, panel.columns[2].values)
    guard let start = panel.days.firstIndex(of: days[0]) else {
      throw Absence(reason: "no row for \(days[0])", last: panel.days.last)
    }
    return days.indices.map { place in
      let row = start + place
      guard vix[row] > vix3M[row] else { return .nan }
      let known = panel.rows(from: panel.days[max(0, row - 4099)], through: panel.days[row])
      return score.reading(of: known, asOf: panel.days[row]).value ?? .nan
    }
  }

  /// The last change over 13 weeks that had been published by a day, for a quarter after its Wednesday.
  private static func liquidity(_ data: KnownData, on days: [Day]) throws(Absence) -> [Double] {
    let points = try NetLiquidity(data).points
    let lag = PublicationLag.days(of: NetLiquidity.weekly)
    var next = 0
    return days.map { day in
      while next < points.count, points[next].day.advanced(by: lag) < day { next += 1 }
      guard next > 0, points[next - 1].day.distance(to: day) <= 14 else { return .nan }
      let now = points[next - 1]
      guard let before = points[..<next].last(where: { $0.day.distance(to: now.day) >= 91 }),
        before.day.distance(to: now.day) <= 105
      else { return .nan }
      return now.net - before.net
    }
  }
}
