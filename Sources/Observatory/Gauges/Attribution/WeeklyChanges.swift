import Quantities
import Statistics

/// The weekly changes that the decoupling gauge reads, from the data folder.
///
/// Weeks end on Wednesday, the day of the Federal Reserve's statement. A value counts in the week in which it was known;
/// one older than ten days is missing.
struct WeeklyChanges: Sendable {
  let panel: Panel
  let columns: [String]

  static let blocks = [
    DecouplingGauge.Block("macro", ["claims", "breakeven", "high yield spread"]),
    .init("liquidity", ["Fed assets", "reverse repo"]),
    .init("positioning", ["asset managers, week before", "bulls less bears, week before"]),
    .init("policy", ["2-year yield", "dollar"]),
  ]

  private enum Change { case log, difference }

  init(_ data: KnownData) throws(Absence) {
    let (market, macro) = ("market/", "macro/")
    let rates = macro + "rates_daily.csv"
    let cot = market + "cot_tff_combined_weekly.csv"
    let sp500 = KnownTable.Filter("market", "sp500")
    let index = try data.series(market + "spx_daily.csv", "close")
    let wednesdays = WeeklyChanges.wednesdays(from: data.day.advanced(by: -7 * 220), through: data.day)
    var (sources, listed): ([String], [PanelColumn]) = ([index.source], [])
    func add(_ name: String, _ series: KnownSeries, _ change: Change, lag: Int, before weeks: Int = 0) {
      let values = wednesdays.map { day -> Double in
        func known(_ day: Day) -> Double? {
          series.known(on: day.advanced(by: -lag)).flatMap { $0.day.distance(to: day) <= lag + 10 ? $0.value : nil }
        }
        let end = day.advanced(by: -7 * weeks)
        guard let a = known(end.advanced(by: -7)), let b = known(end) else { return .nan }
        return change == .log ? (a > 0 && b > 0 ? Elementary.log(b / a) : .nan) : b - a
      }
      listed.append(PanelColumn(name, unit: "", values: values))
      sources.append(series.source)
    }
    add("index", index, .log, lag: 0)
    add("claims", try data.series(macro + "jobless_claims_weekly.csv", "initial_claims"), .log, lag: 5)
    add("breakeven", try data.series(rates, "breakeven_10y_pct"), .difference, lag: 0)
    add("high yield spread", try data.series(rates, "high_yield_oas_pct"), .difference, lag: 0, before: 1)
    add("Fed assets", try data.series(macro + "fed_liquidity_weekly.csv", "fed_total_assets_mil_usd"), .log, lag: 0)
    add("reverse repo", try data.series(rates, "on_rrp_bil_usd"), .difference, lag: 0)
    let table = try data.table(cot)
    let (long, short) = (
      try table.series("asset_mgr_long", where: sp500), try table.series("asset_mgr_short", where: sp500)
    )
    let net = KnownSeries(
      source: "\(long.source) less asset_mgr_short", days: long.days,
      values: zip(long.days, long.values).map { day, held in held - (short.value(of: day) ?? .nan) })
    add("asset managers, week before", net, .difference, lag: 3, before: 1)
    let survey = try data.table(market + "sentiment_aaii_weekly.csv")
    let (bulls, bears) = (try survey.series("aaii_bullish_share"), try survey.series("aaii_bearish_share"))
    let spread = KnownSeries(
      source: "\(bulls.source) less aaii_bearish_share", days: bulls.days,
      values: zip(bulls.days, bulls.values).map { day, share in share - (bears.value(of: day) ?? .nan) })
    add("bulls less bears, week before", spread, .difference, lag: 0, before: 1)
    add("2-year yield", try data.series(rates, "treasury_2y_pct"), .difference, lag: 0)
    add("dollar", try data.series(rates, "dollar_index_broad"), .log, lag: 0)
    do {
      panel = try Panel(.week, days: wednesdays, columns: listed)
    } catch {
      throw Absence(reason: "\(error)")
    }
    columns = sources
  }

  private static func wednesdays(from first: Day, through last: Day) -> [Day] {
    let start = first.advanced(by: (3 - first.weekday + 7) % 7)
    return stride(from: 0, through: max(start.distance(to: last), 0), by: 7).map { start.advanced(by: $0) }
  }
}
