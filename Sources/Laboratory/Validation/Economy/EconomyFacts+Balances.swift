import Quantities
import Statistics

extension EconomyFacts {
  /// Identities of the accounts.
  static let accounting: [EconomyFact] = [
    EconomyFact(
      .accounting, "largest gap between three measures of GDP", unit: "cent", in: "identity", 0...0,
      source: "SNA 2008, 16.47", suspect: "a payment that one of the measures does not see"
    ) { $0[.productGap].max() },
    EconomyFact(
      .accounting, "largest residual of the books", unit: "cent", in: "identity", 0...0, source: "double entry",
      suspect: "an entry with one side"
    ) { Double($0.auditResidual.cents) },
    EconomyFact(
      .accounting, "expenditure less its components", unit: "1", in: "identity", -1e-9...1e-9,
      source: "NIPA 1.1.5", suspect: "a component that product leaves out"
    ) { history in
      let parts = [
        history.share(.consumption), history.share(.investment), history.share(.inventories),
        history.share(.government),
      ]
      let trade = [history.share(.exports), history.share(.imports).map { 0 - $0 }]
      return (parts + trade).reduce(Optional(-1.0)) { sum, part in sum.flatMap { s in part.map { s + $0 } } }
    },
  ]

  private static let flows = "BLS, CPS labor force flows, 1990-2019"

  /// Flows of workers.
  static let labour: [EconomyFact] = [
    EconomyFact(
      .labour, "separations into unemployment over employment, a month", in: "1990-2019", 0.011...0.024, source: flows,
      targeted: true, suspect: "churn is a parameter; layoffs come on top"
    ) { $0.mean(.separations) },
    EconomyFact(
      .labour, "unemployed who find work, a month", in: "1990-2019", 0.16...0.32, source: flows,
      suspect: "vacancies meet the unemployed at once"
    ) { $0.mean(.finding) },
    EconomyFact(
      .labour, "correlation of finding work with unemployment", in: "1990-2019", -0.97...(-0.6),
      source: "Shimer (2012), Review of Economic Dynamics 15(2)", suspect: "churn is constant"
    ) { Moments.correlation($0.quarterly(.finding), $0.quarterly(.unemployment)) },
    EconomyFact(
      .labour, "correlation of separations with unemployment", in: "1990-2019", 0.3...0.9,
      source: "Shimer (2012), Review of Economic Dynamics 15(2)", suspect: "churn is constant"
    ) { Moments.correlation($0.quarterly(.separations), $0.quarterly(.unemployment)) },
  ]

  private static let accounts = "1990-2025"

  /// Lending of sectors, and stocks over a year's product.
  static let balances: [EconomyFact] =
    [
      EconomyFact(
        .balance, "net lending of the Treasury over GDP, year 40", in: accounts, -0.1443...0.0229,
        source: "US Treasury, BEA", suspect: "the opening's deficit is never consolidated but by the debt rule"
      ) { EconomyFacts.firstYear($0[.treasuryLending]) },
      EconomyFact(
        .balance, "net lending of the rest of the world over GDP, year 40", in: accounts, -0.0005...0.0595,
        source: "BEA, international transactions, current account", suspect: "income from abroad is a level"
      ) { EconomyFacts.firstYear($0[.foreignLending]) },
      EconomyFact(
        .balance, "net lending of private sectors over GDP, year 40", in: accounts, -0.06...0.14,
        source: "NIPA, counterpart of government and current account", suspect: "the counterpart of the deficit"
      ) { EconomyFacts.firstYear($0[.privateLending]) },
    ]
    + [
      ("household deposits", 0.309, 0.606), ("household money-fund shares", 0.06, 0.163),
      ("household equity and fund shares", 0.293, 1.798), ("household real estate", 1.064, 1.748),
      ("household mortgages", 0.398, 0.731), ("business debt", 0.546, 0.921), ("federal debt", 0.309, 1.03),
      ("consumer credit", 0.1197, 0.2057),
    ].map { name, low, high in
      EconomyFact(
        .balance, "\(name) over GDP, years 40 to 105", in: accounts, low...high,
        source: "Federal Reserve Board, Z.1 and DFA; BEA", targeted: name == "household mortgages",
        suspect: suspect(ofStock: name)
      ) { history in
        guard let index = StockFlowRatio.all.firstIndex(where: { $0.name == name }) else { return nil }
        return Moments.mean(history.ratio(index))
      }
    }

  /// Lending of sectors in months 13 to 36 of the default run.
  static let near: [EconomyFact] = [
    ("the Treasury", .treasuryLending, -0.1443, 0.0229, "US Treasury, BEA"),
    (
      "the rest of the world", .foreignLending, -0.0005, 0.0595,
      "BEA, international transactions, current account"
    ),
    ("private sectors", .privateLending, -0.06, 0.14, "NIPA, counterpart of government and current account"),
  ].map { (name: String, column: EconomyHistory.Column, low: Double, high: Double, source: String) in
    EconomyFact(
      .balance, "net lending of \(name) over GDP, months 13 to 36", in: accounts, low...high, source: source,
      window: .near, suspect: "levels of the opening that the first years move away from"
    ) { $0.mean(column) }
  }

  private static func firstYear(_ values: [Double]) -> Double? { Moments.mean(Array(values.prefix(12))) }

  private static func suspect(ofStock name: String) -> String {
    switch name {
    case "federal debt": "deficits near 6 % of GDP go on until the debt rule binds: the debt of 2025 is above the band"
    case "household money-fund shares": "a fixed share of saving goes into money funds and none comes out"
    case "business debt": "industries whose costs exceed their sales borrow"
    default: "households save and foreigners place what they earn without end"
    }
  }
}
