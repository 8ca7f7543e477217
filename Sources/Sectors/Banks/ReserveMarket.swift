import Accounting
import Quantities
import Simulation

/// Banks that end the day short of reserves borrow them overnight from banks that have more than their share.
///
///     target_b = total reserves · share_b;   b below φ · target_b borrows up to target_b from those above theirs
///
/// share_b is the bank's share of reserves at the opening. Loans are repo between banks and roll over until flows
/// reverse: a bank that is lent to when it is a lender itself nets out in its position.
///
/// Ignores: the rate of a single loan (repo interest is paid by `coupons`), limits to one borrower, the discount window.
///
/// Sees: banks' reserves. Does: lends between banks. Verified by: `ReserveMarketTests`.
public struct ReserveMarket: Mechanism, ParameterSet {
  public static let name = "reserveMarket"

  @Parameter(
    "Share of its target below which a bank borrows reserves.", range: .percent(0) ... .percent(100),
    source: .assumed(
      because: "banks let payments shocks pass through their balance and trade what is left late in the day"))
  public var floor: Share = .percent(50)

  public static let all: [Field<Self>] = [Field("floor", \.$floor)]

  /// The banks' shares of reserves at the opening.
  public struct State: Codable, Sendable { var shares: [Double] }

  public init() {}

  private static func reserves(_ view: borrowing View) -> [Double] {
    (0..<view.members(.banks)).map { view.balance(.reserves, of: Holder(.banks, $0)).dollars }
  }

  public func opening(_ view: borrowing View) -> State {
    let reserves = ReserveMarket.reserves(view)
    let total = max(1, reserves.reduce(0, +))
    return State(shares: reserves.map { $0 / total })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    var gaps = ReserveMarket.reserves(view)
    let total = gaps.reduce(0, +)
    for index in gaps.indices { gaps[index] -= total * state.shares[index] }
    for borrower in gaps.indices where gaps[borrower] < -(1 - floor.value) * max(0, total * state.shares[borrower]) {
      for lender in gaps.indices where gaps[lender] > 0 && gaps[borrower] < 0 {
        let amount = try Money(dollars: min(gaps[lender], -gaps[borrower]))
        turn.lend(amount, .repo, from: Holder(.banks, lender), to: Holder(.banks, borrower), as: .moneyMarkets)
        gaps[lender] -= amount.dollars
        gaps[borrower] += amount.dollars
      }
    }
  }
}
