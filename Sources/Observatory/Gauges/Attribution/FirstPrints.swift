import Quantities
import Statistics

/// The growth of a monthly statistic as it was first published, beside the index's return of the month.
struct FirstPrints: Sendable {
  let panel: Panel
  let columns: [String]

  static let file = "macro/fred_md_realtime_vintages.csv"
  static let prices = "market/spx_daily.csv"

  init(_ data: KnownData, _ series: String) throws(Absence) {
    let table = try data.table(Self.file, dated: .column("vintage"))
    let rows = try table.rows(where: KnownTable.Filter("series", series))
    let (dates, values) = (try table.dates("date"), try table.numbers("value"))
    // By month described, then by vintage: the first row of a month is its first print.
    let listed = rows.compactMap { row in dates[row].map { (month: $0, vintage: table.days[row], value: values[row]) } }
      .filter { !$0.value.isNaN }.sorted { ($0.month, $0.vintage) < ($1.month, $1.vintage) }
    var before: [(month: Day, vintage: Day, value: Double)] = []
    var (months, growth): ([Day], [Double]) = ([], [])
    var start = 0
    while start < listed.count {
      let month = listed[start].month
      let end = listed[start...].firstIndex { $0.month != month } ?? listed.count
      let first = listed[start]
      if let previous = before.first(where: { $0.vintage == first.vintage }),
        previous.month.endOfMonth.advanced(by: 1) == month
      {
        months.append(month)
        growth.append(previous.value > 0 && first.value > 0 ? Elementary.log(first.value / previous.value) : .nan)
      }
      before = Array(listed[start..<end])
      start = end
    }
    let index = try data.series(Self.prices, "close")
    let returns = months.map { month -> Double in
      guard let a = index.known(on: month.advanced(by: -1)), let b = index.known(on: month.endOfMonth),
        a.day.distance(to: month) <= 7, b.day >= month
      else { return .nan }
      return Elementary.log(b.value / a.value)
    }
    do {
      panel = try Panel(
        .month, days: months,
        columns: [
          PanelColumn("index", unit: Dimensionless.symbol, values: returns),
          PanelColumn("growth", unit: Dimensionless.symbol, values: growth),
        ])
    } catch {
      throw Absence(reason: "\(Self.file): \(error)")
    }
    columns = ["vintage", "date", "value"].map { "\(Self.file): \($0) where series is \(series)" } + [index.source]
  }
}
