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
/// it took is an input.
///
/// Ignores: imputations, which enter every measure alike.
struct ProductAccount: Codable, Sendable {
  var consumption, investment, inventories, government, exports, imports: Int64
  var production, income: Int64
  var wages: Int64

  var expenditure: Int64 { consumption &+ investment &+ inventories &+ government &+ exports &- imports }

  static let producers: [Sector] = [.firms, .aiFirms, .energy]
  static let governments: [Sector] = [.treasury, .stateLocal]
  private static let capital: [Flow] = [.investment, .computeInvestment]
  private static let sales: [Flow] =
    [.consumption, .rent, .intermediateInputs, .exports, .governmentPurchases] + capital
  /// The flows of the production and capital accounts; all others distribute income.
  private static let produced: [Flow] = sales + [.imports, .productionTax, .investmentTax, .wages]

  init(_ view: borrowing View) {
    let taxes: [Flow] = [.productionTax, .investmentTax]
    consumption = ProductAccount.paid([.consumption, .rent, .productionTax], [.households], view)
    inventories = ProductAccount.producers.reduce(0) { $0 &+ view.volume(.inventories, $1).cents }
    investment = ProductAccount.paid(ProductAccount.capital + [.investmentTax], Sector.allCases, view)
    government =
      ProductAccount.paid(
        [.governmentPurchases, .intermediateInputs, .wages, .productionTax], ProductAccount.governments, view)
      &- ProductAccount.received(ProductAccount.sales, [.stateLocal], view)
    exports = ProductAccount.paid([.exports, .productionTax], [.restOfWorld], view)
    imports = ProductAccount.received(ProductAccount.sales + [.imports], [.restOfWorld], view)
    let taxed = ProductAccount.paid(taxes, Sector.allCases, view)
    let added =
      ProductAccount.received(ProductAccount.sales, ProductAccount.producers, view)
      &- ProductAccount.paid([.intermediateInputs, .imports, .productionTax], ProductAccount.producers, view)
    production = added &+ inventories &+ taxed &+ ProductAccount.paid([.wages], ProductAccount.governments, view)
    wages = ProductAccount.paid([.wages], Sector.allCases, view)
    let surplus = ProductAccount.producers.reduce(Int64(0)) { $0 &+ ProductAccount.surplus($1, view) }
    income = wages &+ taxed &+ inventories &+ surplus
  }

  /// What happened since an earlier reading.
  func since(_ earlier: ProductAccount) -> ProductAccount {
    var month = self
    let fields: [WritableKeyPath<ProductAccount, Int64>] = [
      \.consumption, \.investment, \.inventories, \.government, \.exports, \.imports, \.production, \.income, \.wages,
    ]
    for field in fields { month[keyPath: field] &-= earlier[keyPath: field] }
    return month
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
    for row in Instrument.allCases where row.isFinancial || row == .crypto {
      sum &+= view.transaction(row, sector).cents
    }
    for flow in Flow.allCases where !flow.isFinancial && !produced.contains(flow) {
      sum &-= view.flow(flow, sector).cents
    }
    return sum
  }
}
