import Accounting
import Markets
import Quantities
import Simulation

/// Investors abroad stand ready to take the other side of trades in US equity.
///
///     buy up to a share of dollar cash,   sell up to a share of each holding
///
/// Ignores: exchange rates, foreign equity, the surplus that must be placed.
///
/// Sees: its own cash and holdings. Does: offers.
/// Verified by: `ForeignInvestorsTests`.
public struct ForeignInvestors: Mechanism, ParameterSet {
  public static let name = "foreignInvestors"

  @Parameter(
    "Share of dollar deposits that is ready to buy in a day.", range: Share(0.001)...Share(0.5),
    source: .assumed(because: "most foreign deposits serve trade and are not free for equity"))
  public var cashShare = Share(0.03)

  @Parameter(
    "Share of each holding that is ready to be sold in a day.", range: Share(0.0001)...Share(0.1),
    source: .assumed(
      because: "gross foreign sales of US equity run near a fifth of holdings a month, most of it crossed"))
  public var holdingShare = Share(0.002)

  public static let all: [Field<Self>] = [Field("cashShare", \.$cashShare), Field("holdingShare", \.$holdingShare)]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    for member in 0..<view.members(.restOfWorld) {
      let investors = Holder(.restOfWorld, member)
      let cash = max(view.balance(.deposits, of: investors), .zero)
      try turn.offerBaskets(
        buyUpTo: try Money(dollars: cash.dollars * cashShare.value), sellUpTo: holdingShare.value, for: investors, view)
    }
  }
}
