import Quantities
import Statistics

/// Payrolls, inventories, credit and output by month, from the data folder.
struct CycleSeries: Sendable {
  let panel: Panel
  let columns: [String]

  static let statistics = "macro/fred_md_2026_02.csv"

  init(_ data: KnownData) throws(Absence) {
    let series = [
      try data.series(Self.statistics, "payems"), try data.series(Self.statistics, "businvx"),
      try data.series(Self.statistics, "busloans"),
      try data.series(Self.statistics, "indpro"),
    ]
    let months = series[3].days
    do {
      panel = try Panel(
        .month, days: months,
        columns: zip(OrdinaryCycleGauge.columns, series).map { name, series in
          PanelColumn(name, unit: "", values: months.map { series.value(of: $0) ?? .nan })
        })
    } catch {
      throw Absence(reason: "\(error)")
    }
    columns = series.map(\.source)
  }
}
