import Accounting
import Quantities
import Simulation

extension Observable {
  /// Gross domestic product by expenditure, dollars a year at national scale and current prices.
  public static let nominalGDP = Observable("nominalGDP", unit: DollarsPerAnnum.self, atRest: 0)
  public static let realGDP = Observable("realGDP", unit: DollarsPerAnnum.self, atRest: 0)
  /// Consumption, fixed investment, government, exports, imports and the change of inventories, dollars a year at national scale.
  public static let expenditure = Observable(
    "expenditure", unit: DollarsPerAnnum.self, atRest: 0, width: .each(NationalAccounts.components))
  /// Price indices of the components, one at the opening.
  public static let deflator = Observable(
    "deflator", unit: Dimensionless.self, atRest: 1, width: .each(NationalAccounts.components))
  /// Product of the month by its three measures, in cents of the scaled world.
  public static let productCents = Observable(
    "productCents", unit: Dimensionless.self, atRest: 0, width: .each(["expenditure", "production", "income"]))
  /// The lines of the accounts, in cents of the scaled world and of the month; imputations are in them.
  public static let accountCents = Observable(
    "accountCents", unit: Dimensionless.self, atRest: 0, width: .each(AccountLine.names))
  /// What each sector lent in the month, net, in cents of the scaled world.
  public static let lentCents = Observable(
    "lentCents", unit: Dimensionless.self, atRest: 0, width: .each(Sector.allCases.map(\.name)))
  /// Compensation over product.
  public static let labourShare = Observable("labourShare", unit: Dimensionless.self, atRest: 0)
  /// What each sector lent in the month, net, over product.
  public static let netLending = Observable(
    "netLending", unit: Dimensionless.self, atRest: 0, width: .each(Sector.allCases.map(\.name)))
}

/// Reads gross domestic product off the month's payments, by expenditure, production and income.
///
///     Y = C + I + ΔS + G + X − M
///
/// All at purchasers' prices. C is what households pay sellers, landlords, importers and tax collectors on purchases, and
/// the rent owners pay themselves; I everyone's purchases of structures, equipment, software and compute, taxes included;
/// G governments' purchases, wages and the wear of their capital less what they sell; M everything final or intermediate
/// that is bought abroad;
/// ΔS what producers put into stock at current cost. The other measures are those of ``ProductAccount``; imputations enter all three.
///
/// Real product is the sum of components over their deflators: consumption at consumers' prices, imports at the price of
/// imports, the rest at the price of domestic output.
///
/// Ignores: chained prices, which the laboratory's quarterly accounts have.
///
/// Sees: the month's payments and prices. Does: says product, its components and deflators, every line of the accounts, the labour
/// share and net lending.
/// Verified by: `NationalAccountsTests`.
public struct NationalAccounts: Mechanism {
  public static let name = "nationalAccounts"
  public static let components = [
    "consumption", "investment", "government", "exports", "imports", "inventories",
  ]
  public static let sees: [Observable] = [.priceLevel, .corePriceLevel, .importPrice, .productivityLevel]
  public static let says: [Observable] = [
    .nominalGDP, .realGDP, .expenditure, .deflator, .productCents, .accountCents, .lentCents, .labourShare, .netLending,
  ]

  /// What had happened by the end of last month, in cents: product, and lending by sector.
  public struct State: Codable, Sendable {
    var before: ProductAccount
    var lent: [Int64]
  }

  /// Rent that owners pay themselves, and the services of government capital, dollars a year at the opening.
  let imputedRent, publicCapital: Double
  public init(imputedRent: Double, publicCapital: Double) {
    (self.imputedRent, self.publicCapital) = (imputedRent, publicCapital)
  }

  private static func lent(_ view: borrowing View) -> [Int64] {
    var lent: [Int64] = []
    for sector in Sector.allCases { lent.append(NetLending.cumulated(sector, view).cents) }
    return lent
  }

  public func opening(_ view: borrowing View) -> State {
    State(before: ProductAccount(view), lent: NationalAccounts.lent(view))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let now = ProductAccount(view)
    let scale = view.nominalScale / 12 / view.scale
    let month = now.since(state.before).imputing(
      rent: try Money(dollars: imputedRent * scale).cents, wear: try Money(dollars: publicCapital * scale).cents)
    state.before = now
    let product = month.expenditure
    for (index, cents) in [product, month.production, month.income].enumerated() {
      turn.say(.productCents, at: index, Double(cents))
    }
    for (index, cents) in month.lines.enumerated() { turn.say(.accountCents, at: index, Double(cents)) }
    let lent = NationalAccounts.lent(view)
    let lentNow = zip(lent, state.lent).map { $0 &- $1 }
    state.lent = lent
    for (index, cents) in lentNow.enumerated() { turn.say(.lentCents, at: index, Double(cents)) }
    let annual = 12 * view.scale / 100
    let parts = [
      month[.consumption], month.investment, month[.government], month[.exports], month.imports, month[.inventories],
    ].map { Double($0) * annual }
    let core = view[.corePriceLevel]
    let prices = [view[.priceLevel], core, core, core, core * view[.importPrice], core]
    var real = 0.0
    for (index, part) in parts.enumerated() {
      turn.say(.expenditure, at: index, part)
      turn.say(.deflator, at: index, prices[index])
      real += (index == 4 ? -1 : 1) * part / prices[index]
    }
    turn.say(.nominalGDP, Double(product) * annual)
    turn.say(.realGDP, real)
    guard product > 0 else { return }
    turn.say(.labourShare, Double(month[.compensation]) / Double(product))
    for (index, cents) in lentNow.enumerated() { turn.say(.netLending, at: index, Double(cents) / Double(product)) }
  }
}
