import Accounting
import Quantities
import Simulation

/// Index and pension money: funds place the cash that subscriptions, contributions and income have left above target,
/// a share of it in equities a little every day.
///
///     gap     = cash − target · P A
///     e       = equity share ± λ (w − share), between 0 and 1        + where cash is above target, − below
///     order_b = e · gap · weight_b / horizon;   weight_b by market value
///     bonds   = (1 − e) · gap / horizon        Treasury bonds, traded with banks
///
/// share is equity over all assets but deposits, w the opening's: funds that equity has outgrown buy bonds, and meet
/// redemptions from equities; where equity has fallen they sell bonds.
///
/// The flow is predictable from published subscriptions, so all of it is anticipated.
///
/// Ignores: rebalancing between equities and bonds, tracking error, foreign equity.
///
/// Sees: prices and output per worker, the funds' cash and baskets. Does: orders both baskets, trades bonds with banks.
/// Verified by: `FundPlacementTests`.
public struct FundPlacement: Mechanism, ParameterSet {
  public static let name = "fundPlacement"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel]
  public static let orders: [Instrument] = [.aiEquity, .restEquity]

  @Parameter(
    "Share of new money that funds place in equities.", range: .percent(0) ... .percent(100),
    source: .release("ICI", series: "equity in long-term mutual fund and ETF assets", asOf: "2025"))
  public var equityShare: Share = .percent(55)

  @Parameter(
    "Trading days over which cash above target is placed.", range: TradingSpan(1)...TradingSpan(120),
    source: .assumed(because: "index funds invest subscriptions within the month"))
  public var horizon: TradingSpan = TradingSpan(15)

  @Parameter(
    "Lean of new money towards what is short of its share: λ.", range: Share(0)...Share(50),
    source: .paper("Camanho, Hau and Rey (2022), RFS 35(11)", at: "funds undo a large part of drift in a quarter"))
  public var lean = Share(5)

  public static let all: [Field<Self>] = [
    Field("equityShare", \.$equityShare), Field("horizon", \.$horizon), Field("lean", \.$lean),
  ]

  /// Cash at the opening, by fund, in dollars.
  public struct State: Codable, Sendable {
    var targets: [Double]
    /// w, by fund.
    var weights: [Double]
    var bonds: [BondSwap]
  }

  static let funds: [Sector] = [.mutualFunds, .pensionFunds]

  public init() {}

  /// Listed equity over all assets but deposits; zero for a fund that has none.
  private static func share(_ fund: Sector, _ view: borrowing View) -> Double {
    var (equity, assets) = (0.0, 0.0)
    for row in Instrument.allCases where row.isFinancial && row != .deposits {
      let held = max(0, view.value(row, fund).dollars)
      assets += held
      if Instrument.equities.contains(row) { equity += held }
    }
    return assets > 0 ? equity / assets : 0
  }

  public func opening(_ view: borrowing View) -> State {
    State(
      targets: FundPlacement.funds.map { view.value(.deposits, $0).dollars },
      weights: FundPlacement.funds.map { FundPlacement.share($0, view) },
      bonds: FundPlacement.funds.map { _ in BondSwap() })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    for (place, fund) in FundPlacement.funds.enumerated() {
      let target = state.targets[place]
      try state.bonds[place].settle(for: Holder(fund), view, &turn)
      let held = Instrument.equities.map { max(0, view.value($0, fund).dollars) }
      let total = held.reduce(0, +)
      let gap = view.value(.deposits, fund).dollars - target * view.nominalScale
      guard total > 0 else { continue }
      let short = state.weights[place] - FundPlacement.share(fund, view)
      let e = min(max(equityShare.value + (gap > 0 ? lean.value : -lean.value) * short, 0), 1)
      state.bonds[place].note(equityOrdered: -(1 - e) * gap / horizon.value)
      for (row, value) in zip(Instrument.equities, held) {
        let amount = try Money(dollars: gap / horizon.value * e * value / total)
        turn.order(amount, of: row, for: Holder(fund), anticipated: amount)
      }
    }
  }
}
