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
/// C is what households pay sellers, landlords, importers and tax collectors on purchases, and the rent owners
/// pay themselves; I everyone's purchases of structures, equipment, software and compute; G governments' purchases, wages and the wear of
/// their capital less what they sell; M everything final or intermediate that is bought abroad.
public struct NationalAccounts: Mechanism {
  public static let name = "nationalAccounts"
  public static let sees: [Observable] = [.priceLevel]
  public static let says: [Observable] = [.nominalGDP, .realGDP, .expenditure]

  /// Cumulated components at the end of last month, in cents.
  public struct State: Codable, Sendable { var before: [Int64] }

  /// Rent that owners pay themselves, and the services of government capital, dollars a year at the opening.
  let imputedRent, publicCapital: Double
  public init(imputedRent: Double, publicCapital: Double) {
    (self.imputedRent, self.publicCapital) = (imputedRent, publicCapital)
  }

  public func opening(_ view: borrowing View) -> State { State(before: NationalAccounts.cumulated(view)) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let now = NationalAccounts.cumulated(view)
    var annual = zip(now, state.before).map { Double($0 - $1) / 100 * 12 * view.scale }
    state.before = now
    annual[0] += imputedRent * view[.priceLevel]
    annual[2] += publicCapital * view[.priceLevel]
    let product = annual[0] + annual[1] + annual[2] + annual[3] - annual[4]
    for index in annual.indices { turn.say(.expenditure, at: index, annual[index]) }
    turn.say(.nominalGDP, product)
    turn.say(.realGDP, product / view[.priceLevel])
  }

  static func cumulated(_ view: borrowing View) -> [Int64] {
    func paid(_ flows: [Flow], _ sectors: [Sector]) -> Int64 {
      flows.reduce(0) { sum, flow in sectors.reduce(sum) { $0 + view.outlay(flow, $1).cents } }
    }
    let consumption = paid([.consumption, .rent, .productionTax], [.households])
    let investment = paid([.investment, .computeInvestment], Sector.allCases)
    let sales: [Flow] = [.consumption, .intermediateInputs, .investment, .exports]
    let sold = sales.reduce(Int64(0)) { $0 + view.flow($1, .stateLocal).cents }
    let government = paid([.governmentPurchases, .wages], [.treasury, .stateLocal]) - sold
    let exports = paid([.exports], [.restOfWorld])
    let bought: [Flow] = [.consumption, .imports, .investment, .computeInvestment, .governmentPurchases]
    let imports = bought.reduce(Int64(0)) { $0 + view.flow($1, .restOfWorld).cents }
    return [consumption, investment, government, exports, imports]
  }
}
