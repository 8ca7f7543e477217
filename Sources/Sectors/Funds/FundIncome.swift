import Accounting
import Quantities
import Simulation

/// Money funds pay institutions that hold their shares what they have paid households for each share.
///
///     paid to m = (what households were paid this month/their shares) · shares of m
///     certificates: banks pay money funds the policy rate on what they keep with them
///
/// Households are paid by `capitalIncome` before. Money funds' deposits are certificates and commercial paper, which earn
/// the wholesale rate; without it the funds would pay out more than they earn.
///
/// Ignores: capital gains paid out, taxes of institutions, income that is reinvested.
///
/// Sees: the policy rate, what funds have paid, who holds their shares. Does: pays fund income and deposit interest.
/// Verified by: `FundIncomeTests`.
public struct FundIncome: Mechanism {
  public static let name = "fundIncome"
  public static let sees: [Observable] = [.policyRate]

  /// What money funds have paid since the opening, in cents.
  public struct State: Codable, Sendable { var paid: Int64 }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    State(paid: view.outlay(.fundIncome, .moneyFunds).cents)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    try payCertificates(view, &turn)
    let (fund, row, now) = (
      Holder(.moneyFunds), Instrument.moneyFundShares, view.outlay(.fundIncome, .moneyFunds).cents
    )
    let toHouseholds = Double(now - state.paid) / 100
    state.paid = now
    let shares = Double(max(0, view.quantity(row, .households)))
    guard shares > 0, toHouseholds > 0 else { return }
    for sector in Sector.allCases where sector != .households && sector != .moneyFunds {
      for index in 0..<view.members(sector) {
        let held = Double(max(0, view.units(row, of: Holder(sector, index))))
        guard held > 0 else { continue }
        let amount = try Money(dollars: toHouseholds * held / shares)
        state.paid += amount.cents
        turn.pay(
          amount, from: fund, to: Holder(sector, index), as: .fundIncome,
          ifShort: .orBorrow(.repo, from: view.bank(of: fund)))
      }
    }
  }

  private func payCertificates(_ view: borrowing View, _ turn: inout Turn) throws {
    let funds = Holder(.moneyFunds)
    let kept = max(0, view.balance(.deposits, of: funds).dollars)
    turn.pay(
      try Money(dollars: kept * max(0, view[.policyRate]) / 12), from: view.bank(of: funds), to: funds,
      as: .depositInterest, ifShort: .orPart)
  }
}
