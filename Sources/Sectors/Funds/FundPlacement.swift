import Accounting
import Quantities
import Simulation

/// Index and pension money: funds place the cash that subscriptions, contributions and income have left above target,
/// a share of it in equities a little every day.
///
///     gap     = cash − target
///     order_b = gap⁺ · equity share · weight_b / horizon − gap⁻ · weight_b / horizon;   weight_b by market value
///
/// The flow is predictable from published subscriptions, so all of it is anticipated. Mutual funds and pensions meet
/// redemptions by selling when cash is below target; what is not placed in equities bids for bonds in `treasuryFunding`.
///
/// Ignores: rebalancing between equities and bonds, tracking error, foreign equity.
///
/// Sees: the funds' cash and baskets. Does: orders both baskets.
/// Verified by: `FundPlacementTests`.
public struct FundPlacement: Mechanism, ParameterSet {
  public static let name = "fundPlacement"
  public static let orders: [Instrument] = [.aiEquity, .restEquity]

  @Parameter(
    "Share of new money that funds place in equities.", range: .percent(0) ... .percent(100),
    source: .release("ICI", series: "equity in long-term mutual fund and ETF assets", asOf: "2025"))
  public var equityShare: Share = .percent(55)

  @Parameter(
    "Trading days over which cash above target is placed.", range: TradingSpan(1)...TradingSpan(120),
    source: .assumed(because: "index funds invest subscriptions within the month"))
  public var horizon: TradingSpan = TradingSpan(15)

  public static let all: [Field<Self>] = [Field("equityShare", \.$equityShare), Field("horizon", \.$horizon)]

  /// Cash at the opening, by fund, in dollars.
  public struct State: Codable, Sendable { var targets: [Double] }

  static let funds: [Sector] = [.mutualFunds, .pensionFunds]

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    State(targets: FundPlacement.funds.map { view.value(.deposits, $0).dollars })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    for (fund, target) in zip(FundPlacement.funds, state.targets) {
      let held = Instrument.equities.map { max(0, view.value($0, fund).dollars) }
      let total = held.reduce(0, +)
      let gap = view.value(.deposits, fund).dollars - target
      guard total > 0 else { continue }
      for (row, value) in zip(Instrument.equities, held) {
        let amount = try Money(dollars: gap / horizon.value * (gap > 0 ? equityShare.value : 1) * value / total)
        turn.order(amount, of: row, for: Holder(fund), anticipated: amount)
      }
    }
  }
}
