import Accounting
import Quantities
import Simulation

/// What the Desk buys, and what runs off.
///
///     principal of agency securities: m a year, put into bills           assets stay as they are
///     reserve-management purchases: ρ a year of bills                     assets and reserves rise together
///     runoff: τ a year of Treasury bonds, paid by the Treasury            assets and cash account fall together
///
/// Maturing Treasuries are rolled at par otherwise. Bills come from money funds, dealers and banks as each holds them;
/// sellers are paid in reserves through their banks. Agency principal comes from banks, whose
/// column has the pools.
///
/// Ignores: sellers who would put the proceeds into something else, prices other than par, prepayment that follows rates.
///
/// Sees: the pace of purchases, who holds bills. Does: trades bills, redeems agency securities and Treasury bonds.
/// Sources: New York Fed operating policies of 29 October and 10 December 2025.
/// Verified by: `OpenMarketOperationsTests`.
public struct OpenMarketOperations: Mechanism, ParameterSet {
  public static let name = "openMarketOperations"
  public static let sees: [Observable] = [.reservePurchases]

  @Parameter(
    "Principal of agency securities that comes back, a year: m.", range: AnnualAmount(0)...AnnualAmount(500e9),
    source: .release("Federal Reserve Board", series: "H.4.1 WSHOMCB, fall since 2024-12-31", asOf: "2025-12-31"))
  public var agencyPrincipal = AnnualAmount(194e9)

  @Parameter(
    "Treasury bonds that run off, a year: τ.", range: AnnualAmount(0)...AnnualAmount(720e9),
    source: .rule("FOMC, Policy Normalization, 29 October 2025: runoff ends on 1 December 2025"))
  public var runoff = AnnualAmount(0)

  public static let all: [Field<Self>] = [Field("agencyPrincipal", \.$agencyPrincipal), Field("runoff", \.$runoff)]

  public init() {}

  /// Who sells bills to the Desk, besides banks.
  static let sellers: [Sector] = [.moneyFunds, .dealers]

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let day = 1 / (252 * view.scale)
    let returned = try redeemAgencies(try Money(dollars: agencyPrincipal.value * day), view, &turn)
    let bought = try Money(dollars: max(0, view[.reservePurchases]) * day) + returned
    let sellers = OpenMarketOperations.sellers.map { Holder($0) } + view.banks
    let held = sellers.map { max(view.balance(.bills, of: $0), .zero) }
    for (part, (seller, has)) in zip(bought.split(by: held.map(\.dollars)), zip(sellers, held)) {
      turn.trade(min(part, has).cents, .bills, from: seller, to: Holder(.centralBank), as: .moneyMarkets)
    }
    try letRunOff(try Money(dollars: runoff.value * day), view, &turn)
  }

  /// Agency principal paid by banks in proportion to the pools they owe; returns how much.
  private func redeemAgencies(_ amount: Money, _ view: borrowing View, _ turn: inout Turn) throws -> Money {
    let fed = Holder(.centralBank)
    let held = max(try view.worth(.agencyBonds, of: fed), .zero)
    let price = view.price(.agencyBonds)
    let owed = view.banks.map { Double(max(0, -view.units(.agencyBonds, of: $0))) }
    guard held > .zero, price.microcents > 0, owed.contains(where: { $0 > 0 }) else { return .zero }
    var paid = Money.zero
    for (part, bank) in zip(min(amount, held).split(by: owed), view.banks) {
      let units = try price.units(for: part.cents)
      turn.redeem(units, .agencyBonds, of: fed, by: bank, as: .moneyMarkets)
      paid = paid + Money(cents: try price.value(of: units))
    }
    return paid
  }

  private func letRunOff(_ amount: Money, _ view: borrowing View, _ turn: inout Turn) throws {
    guard amount > .zero else { return }
    let (fed, treasury) = (Holder(.centralBank), Holder(.treasury))
    let held = Instrument.treasuryBonds.map { Double(max(0, view.units($0, of: fed))) }
    for (part, bond) in zip(amount.split(by: held), Instrument.treasuryBonds) {
      turn.redeem(try view.price(bond).units(for: part.cents), bond, of: fed, by: treasury)
    }
  }
}

extension View {
  /// Every bank.
  var banks: [Holder] { (0..<members(.banks)).map { Holder(.banks, $0) } }
}
