import Accounting
import Quantities
import Sectors
import Simulation
import Statistics

/// A history of the real economy by month: what moments, ratios and balances are read off.
public struct EconomyHistory: Sendable {
  /// What a month is read off: observables, and stocks over the year's product.
  enum Column: String, Sendable, CaseIterable {
    case realGDP, nominalGDP, consumption, realConsumption, investment, realInvestment, inventories, government,
      exports, imports
    case realGovernment, realExports, realImports, credit
    case unemployment, realWage, policyRate, price, labourShare, separations, finding, productGap
    case treasuryLending, foreignLending, privateLending
  }

  private(set) var columns: [[Double]] = Column.allCases.map { _ in [] }
  /// Stocks in dollars at national scale, in the order of ``StockFlowRatio/all``.
  private(set) var stocks: [[Double]] = StockFlowRatio.all.map { _ in [] }
  /// Of the sought columns, in their order; nothing for one that the economy does not record.
  private var observed: [[Double]] = EconomyHistory.sought.map { _ in [] }
  /// The largest residual of any identity of the books.
  public internal(set) var auditResidual = Money.zero

  init() {}

  /// A history of one month with nothing but some of the sought columns.
  init(observed values: [(name: String, value: Double)]) {
    observed = EconomyHistory.sought.map { name in values.filter { $0.name == name }.map(\.value) }
  }

  /// The observables that a recorder must keep.
  static let observables: [Observable] = [
    .realGDP, .nominalGDP, .expenditure, .deflator, .unemployment, .wageLevel, .priceLevel, .policyRate, .labourShare,
    .separationRate, .findingRate, .productCents, .netLending,
  ]

  /// Columns that facts ask for and an economy may lack.
  static let sought = EconomyFacts.all.flatMap(\.needs).reduce(into: [String]()) { names, name in
    if !names.contains(name) { names.append(name) }
  }

  static let labels: [String] =
    observables.flatMap { observable in
      if case .each(let names) = observable.width {
        names.map { "\(observable.name).\($0)" }
      } else {
        [observable.name]
      }
    } + sought

  subscript(_ column: Column) -> [Double] { columns[Column.allCases.firstIndex(of: column) ?? 0] }

  /// Reads a month end.
  mutating func note(_ world: World) {
    func last(_ name: String) -> Double { world.recorder.last(name) ?? .nan }
    for (index, column) in Column.allCases.enumerated() {
      columns[index].append(
        column == .credit ? EconomyHistory.credit(world) : EconomyHistory.value(column, last))
    }
    for (index, name) in EconomyHistory.sought.enumerated() {
      if let value = world.recorder.last(name) { observed[index].append(value) }
    }
    for (index, ratio) in StockFlowRatio.all.enumerated() {
      stocks[index].append(ratio.dollars(world.ledger) * world.scale)
    }
  }

  private static func value(_ column: Column, _ last: (String) -> Double) -> Double {
    switch column {
    case .realGDP, .nominalGDP, .unemployment, .policyRate, .labourShare: last(column.rawValue)
    case .consumption, .investment, .inventories, .government, .exports, .imports:
      last("expenditure." + column.rawValue)
    case .realConsumption: last("expenditure.consumption") / last("deflator.consumption")
    case .realInvestment: last("expenditure.investment") / last("deflator.investment")
    case .realGovernment: last("expenditure.government") / last("deflator.government")
    case .realExports: last("expenditure.exports") / last("deflator.exports")
    case .realImports: last("expenditure.imports") / last("deflator.imports")
    case .credit: .nan
    case .realWage: last("wageLevel") / last("priceLevel")
    case .price: last("nominalGDP") / last("realGDP")
    case .separations: last("separationRate")
    case .finding: last("findingRate")
    case .productGap: gap(last)
    case .treasuryLending: last("netLending.treasury")
    case .foreignLending: last("netLending.restOfWorld")
    case .privateLending: 0 - lending([.treasury, .stateLocal, .centralBank, .restOfWorld], last)
    }
  }

  /// What households and businesses owe, dollars at national scale.
  private static func credit(_ world: World) -> Double {
    let names = ["household mortgages", "consumer credit", "business debt"]
    return StockFlowRatio.all.filter { names.contains($0.name) }.reduce(0) { $0 + $1.dollars(world.ledger) }
      * world.scale
  }

  private static func lending(_ sectors: [Sector], _ last: (String) -> Double) -> Double {
    sectors.reduce(0.0) { $0 + last("netLending." + $1.name) }
  }

  /// The largest gap between the three measures of product, in cents.
  private static func gap(_ last: (String) -> Double) -> Double {
    let spent = last("productCents.expenditure")
    let made = abs(spent - last("productCents.production"))
    let earned = abs(spent - last("productCents.income"))
    return max(made, earned)
  }

  /// A sought column by month; nil where the economy does not record it.
  func observed(_ name: String) -> [Double]? {
    zip(EconomyHistory.sought, observed).first { $0.0 == name && !$0.1.isEmpty }?.1
  }

  public var months: Int { self[.realGDP].count }

  /// Means of a column over quarters.
  func quarterly(_ column: Column) -> [Double] {
    let monthly = self[column]
    var means: [Double] = []
    for quarter in 0..<(monthly.count / 3) { means.append(monthly[(3 * quarter)..<(3 * quarter + 3)].reduce(0, +) / 3) }
    return means
  }

  func mean(_ column: Column) -> Double? { Moments.mean(self[column]) }

  /// The mean of a column over product, month by month.
  func share(_ column: Column) -> Double? {
    Moments.mean(zip(self[column], self[.nominalGDP]).map { $0 / $1 })
  }

  /// A stock over the year's product, at the ends of years.
  func ratio(_ index: Int) -> [Double] {
    let product = self[.nominalGDP]
    var ratios: [Double] = []
    for month in stride(from: 11, to: months, by: 12) {
      let year = product[(month - 11)...month].reduce(0, +) / 12
      ratios.append(year > 0 ? stocks[index][month] / year : .nan)
    }
    return ratios
  }
}

/// A stock that is compared with the year's product.
public struct StockFlowRatio: Sendable {
  public let name: String
  let rows: [Instrument]
  let sectors: [Sector]

  /// What the sectors own of the rows, or owe where they owe, without its sign.
  func dollars(_ ledger: Ledger) -> Double {
    var sum = 0.0
    for row in rows { for sector in sectors { sum += ledger.value(row, sector).dollars } }
    return sum.magnitude
  }

  private static let treasuries = [Instrument.bills] + Instrument.treasuryBonds
  private static let business: [Sector] = [.firms, .aiFirms, .energy]

  public static let all: [StockFlowRatio] = [
    StockFlowRatio(name: "household deposits", rows: [.deposits], sectors: [.households]),
    StockFlowRatio(name: "household money-fund shares", rows: [.moneyFundShares], sectors: [.households]),
    StockFlowRatio(
      name: "household equity and fund shares", rows: Instrument.equities + [.fundShares, .valueShares],
      sectors: [.households]),
    StockFlowRatio(name: "household pension entitlements", rows: [.pensionEntitlements], sectors: [.households]),
    StockFlowRatio(name: "household real estate", rows: [.dwellings], sectors: [.households]),
    StockFlowRatio(name: "household mortgages", rows: [.mortgages], sectors: [.households]),
    StockFlowRatio(name: "consumer credit", rows: [.consumerCredit], sectors: [.households]),
    StockFlowRatio(
      name: "business debt", rows: [.corporateLoans, .mortgages] + Instrument.corporateBonds, sectors: business),
    StockFlowRatio(name: "plant", rows: [.plant, .powerPlant], sectors: business),
    StockFlowRatio(name: "federal debt", rows: treasuries, sectors: [.treasury]),
    StockFlowRatio(
      name: "foreign equity and Treasuries", rows: treasuries + Instrument.equities, sectors: [.restOfWorld]),
    StockFlowRatio(
      name: "bank loans", rows: [.corporateLoans, .mortgages, .consumerCredit], sectors: [.banks]),
  ]
}
