import Markets
import Quantities
import Statistics

extension Brief {
  static let index = "market/spx_daily.csv"
  static let funds = "market/etf_adjusted_close_daily.csv"
  static let futures = "market/futures_backadjusted_daily.csv"
  static let instruments = "market/futures_instruments.csv"
  /// Assets of vol-target funds.
  static let volTargetAssets = Amount(350e9)

  static let volTargetEntries: [Entry] = [
    bound(VolTargetExposureGauge.self) {
      [
        VolTargetExposureGauge().reading(of: $0, asOf: $1),
        VolTargetExposureGauge(assets: volTargetAssets).reading(of: $0, asOf: $1).renamed(
          "vol-target exposure, dollars"),
      ]
    },
    Entry(VolTargetFlowGauge.name, systems: VolTargetFlowGauge.systems) { data throws(Absence) in
      let (panel, columns) = try indexPanel(data)
      return VolTargetFlowGauge().readings(of: panel, asOf: data.day).reading(columns)
    },
    fundMoney(.volTarget),
  ]

  static let trendEntries: [Entry] = [
    Entry(TrendFlowGauge.name, systems: TrendFlowGauge.systems) { data throws(Absence) in
      let (panel, columns) = try indexPanel(data)
      return TrendFlowGauge().readings(of: panel, asOf: data.day).reading(columns)
    },
    fundMoney(.trend),
    Entry("trend by asset class, futures", systems: TrendPanelGauge.systems) { data throws(Absence) in
      try futuresTrend(data)
    },
    Entry("trend by asset class, funds", systems: TrendPanelGauge.systems) { data throws(Absence) in
      try fundsTrend(data)
    },
  ]

  static let surfaceEntries: [Entry] = [
    Entry("forced selling", systems: ["S2", "S3"]) { data throws(Absence) in try surface(data) }
  ]

  static let garchEntry = Entry("GARCH volatility", systems: ["S5"]) { data throws(Absence) in try garch(data) }.slow

  /// Gauges of the index's price alone.
  static let indexEntries: [Entry] = [
    bound(RealizedVolatilityGauge.self) { [RealizedVolatilityGauge().reading(of: $0, asOf: $1)] },
    bound(MaximumDrawdownGauge.self) { [MaximumDrawdownGauge().reading(of: $0, asOf: $1)] },
    Entry(StylisedFactsGauge.name, systems: StylisedFactsGauge.systems) { data throws(Absence) in
      let (panel, columns) = try indexPanel(data, rows: 2600)
      return StylisedFactsGauge().readings(of: panel, asOf: data.day).reading(columns)
    }.slow,
  ]

  private static func bound<G: Gauge>(
    _ gauge: G.Type, _ read: @escaping @Sendable (Panel, Day) -> [Reading]
  ) -> Entry {
    Entry(G.name, systems: G.systems) { data throws(Absence) in
      let (panel, columns) = try indexPanel(data)
      return read(panel, data.day).reading(columns)
    }
  }

  private static func fundMoney(_ kind: FundMoneyGauge.Kind) -> Entry {
    Entry(kind.rawValue, systems: kind.systems) { data throws(Absence) in
      let (panel, columns) = try indexPanel(data)
      return FundMoneyGauge(kind).readings(of: panel, asOf: data.day).reading(columns)
    }
  }

  /// The last closes of the index, as many as any of its gauges remembers.
  static func indexPanel(_ data: KnownData, rows: Int = 1600) throws(Absence) -> (Panel, [String]) {
    let series = try data.series(index, "close")
    let panel = try Panel(
      known: .day, days: Array(series.days.suffix(rows)),
      columns: [PanelColumn("close", unit: "index", values: Array(series.values.suffix(rows)))])
    return (panel, [series.source])
  }

  /// `−2.5 %`.
  private static func moveText(_ move: Double) -> String {
    let tenths = Int((abs(move) * 1000).rounded())
    return (move < 0 ? "−" : "+") + "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)") + " %"
  }

  /// What is traded along some paths of the surface.
  private static func cells(
    of surface: TriggerSurface, _ history: PriceHistory, _ data: KnownData, _ columns: [String]
  ) -> [Reading] {
    let names = [1: "1 day", 5: "1 week", 21: "1 month"]
    return surface.cells.filter { cell in
      [-0.1, -0.05, -0.025].contains(cell.move)
        && (cell.days == 1 ? cell.volatility == 1 : [1, 2].contains(cell.volatility))
    }.map { cell in
      data.reading(
        "forced flow, \(moveText(cell.move)) in \(names[cell.days] ?? ""), volatility x\(Int(cell.volatility))",
        cell.total, low: cell.low, high: cell.high, unit: Dollars.symbol, last: history.last,
        staleAfter: history.staleAfter,
        method:
          "vol-target \(Amount(cell.volTarget).billions) and trend \(Amount(cell.trend).billions) together; range of mandates, speeds and diversification",
        columns: columns)
    }
  }

  private static func surface(_ data: KnownData) throws(Absence) -> [Reading] {
    let (panel, columns) = try indexPanel(data)
    let history = try PriceHistory("close", of: panel, through: data.day)
    let returns = try history.returns(last: VolTargetMandates.memory)
    let ensemble = TrendEnsemble(over: history.prices.suffix(TrendEnsemble.memory))
    guard history.prices.count >= TrendEnsemble.needed,
      let surface = TriggerSurface(
        after: returns, ensemble: ensemble, mandates: VolTargetMandates(), assets: volTargetAssets, trend: .usEquities)
    else {
      throw Absence(reason: "\(TrendEnsemble.needed) prices are needed", last: history.last)
    }
    return cells(of: surface, history, data, columns)
      + TriggerSurface.horizons.flatMap { days in
        // In a single day the return is the volatility.
        TriggerSurface.multiples.filter { days > 1 || $0 == 1 }.map { multiple in
          let name = "fall at which $50 billion is sold, \(days) d, volatility x\(multiple)"
          let method =
            "vol-target and trend money together, linear between eight moves; 0 when the volatility alone is enough"
          guard let fall = surface.fall(selling: 50e9, volatility: multiple, days: days) else {
            return data.absence(
              name, unit: Dimensionless.symbol,
              Absence(reason: "no fall down to −15 % sells as much", last: history.last), method: method,
              columns: columns
            )
          }
          return data.reading(
            name, fall, unit: Dimensionless.symbol, last: history.last, staleAfter: history.staleAfter, method: method,
            columns: columns)
        }
      }
  }

  /// The next day's volatility of the GARCH family on ten years of returns, the likelihoods of T9's models beside it.
  private static func garch(_ data: KnownData) throws(Absence) -> [Reading] {
    let (panel, columns) = try indexPanel(data, rows: 2521)
    let history = try PriceHistory("close", of: panel, through: data.day)
    return try GARCHFamilyGauge().readings(of: history, seenFrom: data.day).reading(columns)
  }

  private static func futuresTrend(_ data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(futures)
    guard let last = table.days.last else { throw Absence(reason: "\(futures) has no row known on the day") }
    let age = last.distance(to: data.day)
    guard age <= 30 else {
      throw Absence(reason: "\(futures) ends on \(last), \(age) days before: no position of today", last: last)
    }
    let listed = try data.table(instruments, dated: .undated)
    let (names, classes) = (try listed.texts("instrument"), try listed.texts("asset_class"))
    let groups = try listed.distinct("asset_class").map { group in
      (name: group, columns: names.indices.filter { classes[$0] == group && table.has(names[$0]) }.map { names[$0] })
    }
    let panel = try table.panel(groups.flatMap(\.columns))
    return TrendPanelGauge(classes: groups).readings(of: panel, asOf: data.day).map {
      $0.renamed("\($0.gauge), futures")
    }
    .reading(["\(futures): \(groups.flatMap(\.columns).joined(separator: ", "))"])
  }

  private static func fundsTrend(_ data: KnownData) throws(Absence) -> [Reading] {
    let groups: [(name: String, columns: [String])] = [
      ("equity", ["spy", "qqq", "iwm", "vea", "vwo", "vnq"]), ("bonds", ["tlt", "ief", "lqd", "hyg"]),
      ("commodities", ["gld", "dbc"]), ("dollar", ["uup"]),
    ].map { ($0.0, $0.1.map { "\($0)_adj_close" }) }
    let names = groups.flatMap(\.columns)
    let panel = try data.table(funds).panel(names)
    return TrendPanelGauge(classes: groups).readings(of: panel, asOf: data.day).map { $0.renamed("\($0.gauge), funds") }
      .reading(names.map { "\(funds): \($0)" })
  }
}

extension Reading {
  /// The same reading under another name.
  func renamed(_ name: String) -> Reading {
    var copy = self
    copy.gauge = name
    return copy
  }
}

extension [Reading] {
  /// The same readings with the columns they were read from.
  func reading(_ columns: [String]) -> [Reading] {
    map { reading in
      var copy = reading
      copy.columns = columns
      return copy
    }
  }
}

extension Panel {
  /// A panel whose faults are an absence.
  init(known frequency: Frequency, days: [Day], columns: [PanelColumn]) throws(Absence) {
    do {
      try self.init(frequency, days: days, columns: columns)
    } catch {
      throw Absence(reason: "\(error)")
    }
  }
}
