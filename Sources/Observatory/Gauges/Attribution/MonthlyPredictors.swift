import Quantities
import Statistics

/// The months that gauges of the cycle and of forecasts read, from the data folder, each value as it was known at the month's end.
struct MonthlyPredictors: Sendable {
  let panel: Panel
  let columns: [String]

  static let fundamentals = ["production", "unemployment", "term spread"]
  static let flows = ["bulls less bears", "momentum", "VIX"]
  private static let statistics = "macro/fred_md_2026_02.csv"
  /// Days after its first day at which a month's statistics are known.
  private static let lag = 45

  init(_ data: KnownData) throws(Absence) {
    let index = try data.series(Brief.index, "close")
    let survey = try data.table("market/sentiment_aaii_weekly.csv")
    let (bulls, bears) = (try survey.series("aaii_bullish_share"), try survey.series("aaii_bearish_share"))
    let spread = KnownSeries(
      source: "\(bulls.source) less aaii_bearish_share", days: bulls.days,
      values: zip(bulls.days, bulls.values).map { day, share in share - (bears.value(of: day) ?? .nan) })
    let production = try data.series(Self.statistics, "indpro")
    let unemployment = try data.series(Self.statistics, "unrate")
    let term = try data.series(Self.statistics, "t10yffm")
    let vix = try data.series(Self.statistics, "vixclsx")
    let ends = Self.ends(from: spread.days[0], through: data.day)
    func known(_ series: KnownSeries, _ day: Day, lag: Int, stale: Int) -> Double {
      series.known(on: day.advanced(by: -lag)).flatMap {
        $0.day.distance(to: day) <= stale ? $0.value : nil
      } ?? .nan
    }
    func statistic(_ series: KnownSeries, _ day: Day) -> Double { known(series, day, lag: Self.lag, stale: 100) }
    func yearBefore(_ day: Day) -> Day { Day(day.year - 1, day.month, 1)?.endOfMonth ?? day }
    let close = ends.map { known(index, $0, lag: 0, stale: 7) }
    let listed: [(String, [Double])] = [
      ("index", close.map { Elementary.log($0) }),
      ("production", ends.map { Elementary.log(statistic(production, $0) / statistic(production, yearBefore($0))) }),
      ("unemployment", ends.map { statistic(unemployment, $0) - statistic(unemployment, yearBefore($0)) }),
      ("term spread", ends.map { statistic(term, $0) }),
      ("bulls less bears", ends.map { known(spread, $0, lag: 0, stale: 14) }),
      (
        "momentum",
        ends.map { Elementary.log(known(index, $0, lag: 0, stale: 7) / known(index, yearBefore($0), lag: 0, stale: 7)) }
      ),
      ("VIX", ends.map { statistic(vix, $0) }),
    ]
    do {
      panel = try Panel(.month, days: ends, columns: listed.map { PanelColumn($0.0, unit: "", values: $0.1) })
    } catch {
      throw Absence(reason: "\(error)")
    }
    columns = [index, production, unemployment, term, spread, vix].map(\.source)
  }

  private static func ends(from first: Day, through last: Day) -> [Day] {
    var ends: [Day] = []
    var end = first.endOfMonth
    while end <= last {
      ends.append(end)
      end = end.advanced(by: 1).endOfMonth
    }
    return ends
  }
}
