import Quantities
import Statistics

extension Brief {
  static let inversionEntry = Entry(InversionCauseGauge.name, systems: InversionCauseGauge.systems) {
    data throws(Absence) in
    let (panel, columns) = try volatilityPanel(data)
    let score = InversionCauseScore().reading(of: panel, asOf: data.day)
    return (InversionCauseGauge().readings(of: panel, asOf: data.day) + [score]).reading(columns)
  }

  /// Gauges that lay prices beside the economy, liquidity, positions and policy.
  static let attributionEntries: [Entry] = [
    Entry(DecouplingGauge.name, systems: DecouplingGauge.systems) { data throws(Absence) in
      let changes = try WeeklyChanges(data)
      return DecouplingGauge(outcome: "index", blocks: WeeklyChanges.blocks).readings(of: changes.panel, asOf: data.day)
        .reading(changes.columns)
    }.slow,
    Entry(LeadLagGauge.name, systems: LeadLagGauge.systems) { data throws(Absence) in
      var readings: [Reading] = []
      for (series, name) in [("indpro", "industrial production"), ("payems", "payrolls")] {
        let prints = try FirstPrints(data, series)
        readings += [LeadLagGauge().reading(of: prints.panel, statistic: name, asOf: data.day)].reading(prints.columns)
      }
      return readings
    }.slow,
    Entry(ForecastHorizonGauge.name, systems: ForecastHorizonGauge.systems) { data throws(Absence) in
      let months = try MonthlyPredictors(data)
      return ForecastHorizonGauge(fundamentals: MonthlyPredictors.fundamentals, flows: MonthlyPredictors.flows)
        .readings(of: months.panel, asOf: data.day).reading(months.columns)
    }.slow,
  ]

  static let cycleEntry = Entry(OrdinaryCycleGauge.name, systems: OrdinaryCycleGauge.systems) { data throws(Absence) in
    let series = try CycleSeries(data)
    return OrdinaryCycleGauge().readings(of: series.panel, asOf: data.day).reading(series.columns)
  }.slow

  /// Closes of the index with VIX and VIX3M, `nan` on days without them; sixteen years unless told.
  static func volatilityPanel(_ data: KnownData, rows: Int = 4100) throws(Absence) -> (Panel, [String]) {
    let closes = try data.series(index, "close")
    let table = try data.table(VolatilityCurveGauge.indices)
    let (near, far) = (try table.series("vix_close"), try table.series("vix3m_close"))
    let (days, values) = (Array(closes.days.suffix(rows)), Array(closes.values.suffix(rows)))
    func aligned(_ series: KnownSeries) -> [Double] {
      var row = 0
      return days.map { day in
        while row < series.days.count, series.days[row] < day { row += 1 }
        return row < series.days.count && series.days[row] == day ? series.values[row] : .nan
      }
    }
    let panel = try Panel(
      known: .day, days: days,
      columns: [
        PanelColumn("close", unit: "index", values: values), PanelColumn("vix", unit: "index", values: aligned(near)),
        PanelColumn("vix3m", unit: "index", values: aligned(far)),
      ])
    return (panel, [closes.source, near.source, far.source])
  }
}
