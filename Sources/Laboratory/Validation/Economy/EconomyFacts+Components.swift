import Statistics

extension EconomyFacts {
  private static let series = "FRED-QD 2025-02, BEA: gcec1, expgsc1, impgsc1 over gdpc1, Hodrick-Prescott cycles"
  private static let cycles = "range over 1960-2019, 1984-2007, 1984-2019, 1960-2024"
  private static let table = "BEA NIPA 1.1.5, vintage 2026-08-04"
  private static let debt = "Federal Reserve Board, Z.1 debt of households and nonfinancial business; BEA"
  private static let debtYears = "range over 1960-2019, 1984-2007, 1984-2019, 1960-2025"

  /// Cycles and shares of the components of expenditure that the published moments leave out, and of credit.
  static let components: [EconomyFact] = volatility + shares + credit

  private static let volatility: [EconomyFact] = [
    ("government purchases", .realGovernment, 1.0035, 1.2058, -0.4092, -0.0297),
    ("exports", .realExports, 2.814, 3.7159, 0.4396, 0.7044),
    ("imports", .realImports, 3.1346, 3.4133, 0.7822, 0.8347),
  ].flatMap { (name: String, column: EconomyHistory.Column, low: Double, high: Double, least: Double, most: Double) in
    [
      EconomyFact(
        .cycle, "relative standard deviation of \(name)", in: cycles, low...high, source: series,
        suspect: "trade and public budgets have few shocks of their own"
      ) { history in
        cycle(history, column).flatMap { pair in
          Moments.standardDeviation(pair.other).flatMap { other in
            Moments.standardDeviation(pair.product).map { other / $0 }
          }
        }
      },
      EconomyFact(
        .cycle, "correlation of \(name) with output", in: cycles, least...most, source: series,
        suspect: "trade follows demand within the month; public purchases follow trend output"
      ) { history in cycle(history, column).flatMap { Moments.correlation($0.other, $0.product) } },
    ]
  }

  private static let shares: [EconomyFact] = [
    EconomyFact(
      .growth, "exports over GDP", in: "1996Q4-2025Q4", 0.0891...0.1378, source: table, targeted: true,
      suspect: "foreign demand follows trend output"
    ) { $0.share(.exports) },
    EconomyFact(
      .growth, "imports over GDP", in: "1996Q4-2025Q4", 0.1181...0.1819, source: table, targeted: true,
      suspect: "the input-output table imports less than the accounts"
    ) { $0.share(.imports) },
    EconomyFact(
      .growth, "change of inventories over GDP", in: "1996Q4-2025Q4", -0.0142...0.0119, source: table,
      suspect: "stocks follow sales expected"
    ) { $0.share(.inventories) },
    EconomyFact(
      .cycle, "change of inventories over GDP, standard deviation", unit: "pp",
      in: "range over 1997-2019, 1997-2025, 2000-2025", 0.4498...0.4675, source: table,
      suspect: "only finished goods are stored, no materials or work in progress"
    ) { Moments.standardDeviation(quarterly($0, .inventories)).map { 100 * $0 } },
    EconomyFact(
      .cycle, "correlation of the change of inventories with output",
      in: "range over 1997-2019, 1997-2025, 2000-2025", 0.4329...0.5566, source: table,
      suspect: "stocks absorb surprises before output does"
    ) { history in product(history).flatMap { Moments.correlation(quarterly(history, .inventories), $0) } },
    EconomyFact(
      .cycle, "correlation of net exports over GDP with output", in: "range over 1997-2019, 1997-2025, 2000-2025",
      -0.6772...(-0.4369), source: table, suspect: "imports follow demand within the month"
    ) { history in
      let trade = zip(quarterly(history, .exports), quarterly(history, .imports)).map { $0 - $1 }
      return HodrickPrescott(trade).flatMap { trade in product(history).flatMap { Moments.correlation(trade.cycle, $0) }
      }
    },
  ]

  private static let credit: [EconomyFact] = [
    EconomyFact(
      .balance, "credit to GDP, standard deviation of the cycle", unit: "pp", in: debtYears, 1.3857...2.3085,
      source: debt, suspect: "households hardly default, so banks lose little"
    ) { creditCycle($0).flatMap(Moments.standardDeviation) },
    EconomyFact(
      .balance, "credit to GDP, correlation of the cycle with output", in: debtYears, -0.3358...(-0.1176),
      source: debt, suspect: "debt follows spending by months"
    ) { history in
      creditCycle(history).flatMap { cycle in product(history).flatMap { Moments.correlation(cycle, $0) } }
    },
  ]

  private static func creditCycle(_ history: EconomyHistory) -> [Double]? {
    let ratio = zip(history.quarterly(.credit), history.quarterly(.nominalGDP)).map { 100 * $0 / $1 }
    return HodrickPrescott(ratio)?.cycle
  }

  /// A component over product.
  private static func quarterly(_ history: EconomyHistory, _ column: EconomyHistory.Column) -> [Double] {
    zip(history.quarterly(column), history.quarterly(.nominalGDP)).map { $0 / $1 }
  }

  private static func logCycle(_ values: [Double]) -> [Double]? {
    guard values.allSatisfy({ $0 > 0 }) else { return nil }
    return HodrickPrescott(values.map { 100 * Elementary.log($0) })?.cycle
  }

  private static func product(_ history: EconomyHistory) -> [Double]? { logCycle(history.quarterly(.realGDP)) }

  private static func cycle(
    _ history: EconomyHistory, _ column: EconomyHistory.Column
  ) -> (product: [Double], other: [Double])? {
    product(history).flatMap { product in logCycle(history.quarterly(column)).map { (product, $0) } }
  }
}
