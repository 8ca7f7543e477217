import Accounting
import Quantities
import Simulation

/// Gross domestic product by its three measures, read off the books in whole cents since the opening.
///
///     expenditure = C + I + ΔS + G + X − M                           what final buyers paid, and stocks
///     production  = Σ (sales + ΔS − inputs − imports − taxes) + taxes + public wages     what producers added
///     income      = wages + taxes + Σ surplus                        what was earned
///     surplus     = lent + invested + ΔS − property income, dividends, profit taxes and transfers received, net
///
/// A producer's surplus is read off its financial account, what it added to claims less debts, not off its sales: so the
/// three measures share no number, and agree to the cent only if every payment has found both its sides.
///
/// Crypto that a producer mines and sells is no product but a sale of something found, as gold from a hoard would be; the power
/// it took is an input. A home that landlords buy or sell existed before, and is no product either.
///
/// Ignores: imputations, which enter every measure alike; who of a sector's members added what, as the books tally payments by
/// sector.
struct ProductAccount: Codable, Sendable {
  /// In the order of ``AccountLine``.
  private var cents: [Int64]

  subscript(_ line: AccountLine) -> Int64 {
    var place = 0
    for (index, other) in AccountLine.allCases.enumerated() where other == line { place = index }
    return cents[place]
  }

  var lines: [Int64] { cents }
  var imports: Int64 { sum(AccountLine.imports) }
  var investment: Int64 { sum([.aiInvestment, .otherInvestment]) }
  var expenditure: Int64 { sum(AccountLine.expenditure) &- imports }
  var production: Int64 { sum(AccountLine.production) }
  var income: Int64 { sum(AccountLine.income) }

  private func sum(_ lines: [AccountLine]) -> Int64 { lines.reduce(0) { $0 &+ self[$1] } }

  static let producers: [Sector] = [.firms, .aiFirms, .energy]
  static let governments: [Sector] = [.treasury, .stateLocal]
  private static let capital: [Flow] = [.investment, .computeInvestment]
  private static let sales: [Flow] =
    [.consumption, .rent, .intermediateInputs, .exports, .governmentPurchases] + capital
  private static let taxes: [Flow] = [.productionTax, .investmentTax]
  /// The flows of the production and capital accounts; all others distribute income.
  private static let produced: [Flow] = sales + taxes + [.imports, .wages]

  init(_ view: borrowing View) {
    cents = []
    for line in AccountLine.allCases { cents.append(ProductAccount.read(line, view)) }
  }

  private init(cents: [Int64]) { self.cents = cents }

  /// What happened since an earlier reading.
  func since(_ earlier: ProductAccount) -> ProductAccount {
    ProductAccount(cents: zip(cents, earlier.cents).map { $0 &- $1 })
  }

  /// With the rent that owners pay themselves and the services of public capital, which enter every measure.
  func imputing(rent: Int64, wear: Int64) -> ProductAccount {
    ProductAccount(
      cents: zip(AccountLine.allCases, cents).map { line, cents in
        switch line {
        case .consumption, .ownersAdded: cents &+ rent
        case .government, .governmentAdded: cents &+ wear
        case .surplus: cents &+ rent &+ wear
        default: cents
        }
      })
  }

  private static func read(_ line: AccountLine, _ view: borrowing View) -> Int64 {
    switch line {
    case .consumption: return paid([.consumption, .rent, .productionTax], [.households], view)
    case .aiInvestment: return paid(capital + [.investmentTax], [.aiFirms], view)
    case .otherInvestment: return paid(capital + [.investmentTax], Sector.allCases.filter { $0 != .aiFirms }, view)
    case .inventories: return stocked(producers, view)
    case .government:
      return paid([.governmentPurchases, .intermediateInputs, .wages, .productionTax], governments, view)
        &- received(sales, [.stateLocal], view)
    case .exports: return paid([.exports, .productionTax], [.restOfWorld], view)
    case .consumptionImports: return received([.consumption, .rent], [.restOfWorld], view)
    case .computeImports: return received([.computeInvestment], [.restOfWorld], view)
    case .investmentImports: return received([.investment], [.restOfWorld], view)
    case .governmentImports: return received([.governmentPurchases], [.restOfWorld], view)
    case .exportImports: return received([.exports], [.restOfWorld], view)
    case .inputImports: return received([.intermediateInputs, .imports], [.restOfWorld], view)
    case .compensation: return paid([.wages], Sector.allCases, view)
    case .taxes: return paid(taxes, Sector.allCases, view)
    case .surplus:
      var sum = stocked(producers, view)
      for producer in producers { sum &+= surplus(producer, view) }
      return sum
    case .firmsAdded: return added(.firms, view)
    case .aiFirmsAdded: return added(.aiFirms, view)
    case .energyAdded: return added(.energy, view)
    case .governmentAdded: return paid([.wages], governments, view)
    case .ownersAdded: return 0
    }
  }

  /// Sales and stocks less what was used up.
  private static func added(_ sector: Sector, _ view: borrowing View) -> Int64 {
    received(sales, [sector], view) &+ stocked([sector], view)
      &- paid([.intermediateInputs, .imports, .productionTax], [sector], view)
  }

  private static func stocked(_ sectors: [Sector], _ view: borrowing View) -> Int64 {
    var sum: Int64 = 0
    for sector in sectors { sum &+= view.volume(.inventories, sector).cents }
    return sum
  }

  private static func paid(_ flows: [Flow], _ sectors: [Sector], _ view: borrowing View) -> Int64 {
    var sum: Int64 = 0
    for flow in flows { for sector in sectors { sum &+= view.outlay(flow, sector).cents } }
    return sum
  }

  private static func received(_ flows: [Flow], _ sectors: [Sector], _ view: borrowing View) -> Int64 {
    var sum: Int64 = 0
    for flow in flows {
      for sector in sectors { sum &+= view.flow(flow, sector).cents &+ view.outlay(flow, sector).cents }
    }
    return sum
  }

  private static func surplus(_ sector: Sector, _ view: borrowing View) -> Int64 {
    var sum = paid(capital + [.investmentTax], [sector], view)
    for row in Instrument.allCases where row.isFinancial || [.crypto, .dwellings].contains(row) {
      sum &+= view.transaction(row, sector).cents
    }
    for flow in Flow.allCases where !flow.isFinancial && !produced.contains(flow) {
      sum &-= view.flow(flow, sector).cents
    }
    return sum
  }
}
