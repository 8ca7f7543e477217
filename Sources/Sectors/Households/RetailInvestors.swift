import Accounting
import Markets
import Quantities
import Simulation

/// Households who trade for themselves: they buy falls, and follow what has risen for months.
///
///     order = A [ β_dip (−r_{t−1})⁺ + β_chase R_63/252 ]
///
/// A is the market's capitalisation, r the index's return of the day before, R_63 that of the last quarter, capped at ±20 %.
/// What they buy every day whatever happens is foretold and in the price, and left out. Where households are many, they
/// trade through listed funds, whose sector settles the orders.
///
/// Ignores: single stocks, margin debt, options (`hedgingDemand` has them), taxes.
///
/// Sees: the index and its return. Does: orders the index; says the flow.
/// Verified by: `RetailInvestorsTests`.
public struct RetailInvestors: Mechanism, ParameterSet {
  public static let name = "retailInvestors"
  public static let systems = ["S1"]
  public static let sees: [Observable] = [.indexLevel, .indexReturn]
  public static let says: [Observable] = [.retailFlow]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Bought for a fall, over capitalisation and the fall: β_dip.", range: Share(0)...Share(0.01),
    source: .release(
      "JPMorgan via CNBC", series: "retail bought 12.9 billion in a week, near double the usual, after a fall of 2.1 %",
      asOf: "2026-01-22"))
  public var dipBuying = Share(0.005)

  @Parameter(
    "Bought in a year for a rise over a quarter, over capitalisation and the rise: β_chase.",
    range: Share(0)...Share(0.2),
    source: .assumed(
      because: "flows follow past returns (Greenwood and Shleifer 2014, RFS 27(3)); the size is that of fund flows"))
  public var chasing = Share(0.02)

  public static let all: [Field<Self>] = [
    Field("dipBuying", \.$dipBuying), Field("chasing", \.$chasing),
  ]

  public struct State: Codable, Sendable {
    /// The index of the last 64 days as a ring.
    var levels: [Double]
    var oldest = 0
  }

  static let quarter = 63

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    let closes = IndexHistory.sp500.dailyCloses.suffix(RetailInvestors.quarter + 1)
    let missing = Array(repeating: closes.first ?? view[.indexLevel], count: RetailInvestors.quarter + 1 - closes.count)
    return State(levels: missing + closes)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let level = view[.indexLevel]
    if view.step > 1 {
      state.levels[state.oldest] = level
      state.oldest = (state.oldest + 1) % state.levels.count
    }
    let past = state.levels[state.oldest]
    let rise = past > 0 ? min(max(level / past - 1, -0.2), 0.2) : 0
    let fall = view.step > 1 ? view[.indexReturn] : 0
    let capitalisations = view.capitalisations
    let flow = capitalisations.total * rate(dayBefore: fall, quarter: rise)
    let holder = Holder(view.members(.households) == 1 ? .households : .mutualFunds)
    turn.orderIndex(try Money(dollars: flow), for: holder, futures: false, at: capitalisations)
    turn.say(.retailFlow, flow * view.scale)
  }

  /// What is bought in a day over capitalisation.
  public func rate(dayBefore r: Double, quarter R: Double) -> Double {
    dipBuying.value * max(-r, 0) + chasing.value * R / 252
  }
}

extension Observable {
  /// What households order for themselves beyond the usual, national.
  public static let retailFlow = Observable("retailFlow", unit: Dollars.self, atRest: 0)
}
