import Accounting
import Quantities
import Simulation

extension Observable {
  /// Gross domestic product by expenditure, dollars a year at national scale and current prices.
  public static let nominalGDP = Observable("nominalGDP", unit: DollarsPerAnnum.self, atRest: 0)
  public static let realGDP = Observable("realGDP", unit: DollarsPerAnnum.self, atRest: 0)
  /// Consumption, investment, government, exports and imports, dollars a year at national scale.
  public static let expenditure = Observable(
    "expenditure", unit: DollarsPerAnnum.self, atRest: 0,
    width: .each(["consumption", "investment", "government", "exports", "imports"]))
}

/// Reads gross domestic product off the month's payments.
///
///     Y = C + I + G + X − M
///
/// All at purchasers' prices. C is what households pay sellers, landlords, importers and tax collectors on purchases, and
/// the rent owners pay themselves; I everyone's purchases of structures, equipment, software and compute; G governments'
/// purchases, wages and the wear of their capital less what they sell; M everything final or intermediate that is bought
/// abroad. Taxes on the purchases of households, governments, AI firms and foreigners are read off the books; firms and
/// energy pay theirs together with taxes on inputs, so theirs are a share of what they invest.
///
/// Ignores: inventories, growth of owners' rent and of public capital, chained prices.
///
/// Sees: the month's payments and the price level. Does: says product and its components.
/// Verified by: `NationalAccountsTests`.
public struct NationalAccounts: Mechanism {
  public static let name = "nationalAccounts"
  public static let sees: [Observable] = [.priceLevel]
  public static let says: [Observable] = [.nominalGDP, .realGDP, .expenditure]

  /// Cumulated components at the end of last month, in cents.
  public struct State: Codable, Sendable { var before: [Int64] }

  /// Rent that owners pay themselves, and the services of government capital, dollars a year at the opening.
  let imputedRent, publicCapital: Double
  /// Product taxes of firms and energy over what they pay sellers for investment.
  let investmentTax: Double
  public init(imputedRent: Double, publicCapital: Double, investment: SpendingBasket) {
    (self.imputedRent, self.publicCapital) = (imputedRent, publicCapital)
    let taxes = min(max(0, investment.productTaxes), 0.5)
    investmentTax = taxes / (1 - taxes)
  }

  public func opening(_ view: borrowing View) -> State { State(before: NationalAccounts.cumulated(view)) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let now = NationalAccounts.cumulated(view)
    var annual = zip(now, state.before).map { Double($0 &- $1) / 100 * 12 * view.scale }
    state.before = now
    let byFirms = annual.removeLast()
    annual[1] += investmentTax * byFirms
    annual[0] += imputedRent * view[.priceLevel]
    annual[2] += publicCapital * view[.priceLevel]
    let product = annual[0] + annual[1] + annual[2] + annual[3] - annual[4]
    for index in annual.indices { turn.say(.expenditure, at: index, annual[index]) }
    turn.say(.nominalGDP, product)
    turn.say(.realGDP, product / view[.priceLevel])
  }

  /// The five components before imputations, and what firms and energy paid sellers for investment, in cents.
  static func cumulated(_ view: borrowing View) -> [Int64] {
    func paid(_ flows: [Flow], _ sectors: [Sector]) -> Int64 {
      flows.reduce(0) { sum, flow in sectors.reduce(sum) { $0 &+ view.outlay(flow, $1).cents } }
    }
    func received(_ flows: [Flow], _ sector: Sector) -> Int64 {
      flows.reduce(0) { $0 &+ view.flow($1, sector).cents &+ view.outlay($1, sector).cents }
    }
    let consumption = paid([.consumption, .rent, .productionTax], [.households])
    let capital: [Flow] = [.investment, .computeInvestment]
    let investment = paid(capital, Sector.allCases) &+ paid([.productionTax], [.aiFirms])
    let final: [Flow] = [.consumption] + capital + [.governmentPurchases]
    let sold = received(final + [.intermediateInputs, .exports], .stateLocal)
    let government = paid([.governmentPurchases, .wages, .productionTax], [.treasury, .stateLocal]) &- sold
    let exports = paid([.exports, .productionTax], [.restOfWorld])
    let imports = received(final + [.imports], .restOfWorld)
    return [consumption, investment, government, exports, imports, paid([.investment], [.firms, .energy])]
  }
}
