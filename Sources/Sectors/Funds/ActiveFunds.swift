import Accounting
import Markets
import Quantities
import Simulation

/// Mutual funds whose managers have discretion stand ready to take the other side of trades.
///
///     buy up to a share of cash,   sell up to a share of each holding
///
/// Ignores: subscriptions and redemptions by households, benchmarks, taxes on gains.
///
/// Sees: its own cash and holdings. Does: offers.
/// Verified by: `ActiveFundsTests`.
public struct ActiveFunds: Mechanism, ParameterSet {
  public static let name = "activeFunds"
  @Parameter(
    "Share of cash that is ready to buy in a day.", range: Share(0.01)...Share(1),
    source: .assumed(because: "funds keep cash of 2 to 3 % of assets for redemptions and use part of it"))
  public var cashShare = Share(0.2)

  @Parameter(
    "Share of each holding that is ready to be sold in a day.", range: Share(0.001)...Share(0.2),
    source: .assumed(because: "active managers turn over about half of their assets a year"))
  public var holdingShare = Share(0.005)

  public static let all: [Field<Self>] = [Field("cashShare", \.$cashShare), Field("holdingShare", \.$holdingShare)]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    for member in 0..<view.members(.mutualFunds) {
      let fund = Holder(.mutualFunds, member)
      let cash = max(view.balance(.deposits, of: fund), .zero)
      try turn.offerBaskets(
        buyUpTo: try Money(dollars: cash.dollars * cashShare.value), sellUpTo: holdingShare.value, for: fund, view)
    }
  }
}
