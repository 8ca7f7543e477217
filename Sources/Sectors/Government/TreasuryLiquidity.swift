import Markets
import Quantities
import Simulation

/// The wave of liquidity that was announced after 1 December 2025, and what consensus makes of liquidity day by day.
///
///     plan(t)      = what ``LiquidityPlan`` holds on day t                   without this mechanism: the plan at rest
///     e            = surprise of net liquidity, see ``LiquidityConsensus``
///     tone         = β e                                                      β: [−.11, .09] holds zero
///     credit shift <- 2^(−1/h) shift + γ e                                    γ: [−.0016, .0052] holds zero
///
/// At rest the plan is what was known on 2025-12-01: runoff over, purchases of 20 billion a month foreseen from January,
/// a cash account of 850 billion. The cut of 10 December is not part of it: cut odds stood near 87 % and the run opens
/// after it.
///
/// Ignores: announcements after February 2026; a market that reads announcements before the flows come; quarter ends.
///
/// Sees: net liquidity at the last close, the calendar of cash, announced borrowing. Does: says the plan, the expectation, the surprise, the
/// tone and the shift of credit spreads.
/// Sources: FOMC statement and minutes of 9–10 December 2025; Treasury, financing estimates and refunding statement of
/// February 2026; `Documentation/Calibrations/liquidity.md`.
/// Verified by: `TreasuryLiquidityTests`.
public struct TreasuryLiquidity: Mechanism, ParameterSet {
  public static let name = "treasuryLiquidity"
  public static let systems = ["S13"]
  public static let sees: [Observable] = [.netLiquidity, .nextCash, .foretoldBorrowing]
  public static let says: [Observable] = [
    .reservePurchases, .cashTarget, .billShareShift, .cashBuybacks, .expectedNetLiquidity, .netLiquiditySurprise,
    .liquidityTone, .creditSpreadShift,
  ]

  @Parameter(
    "Reserve-management purchases of the first twelve months.", range: Amount(0)...Amount(1e12),
    source: .release("FOMC", series: "minutes, average expected net purchases in twelve months", asOf: "2025-12-10"))
  public var firstYear = Amount(220e9)

  @Parameter(
    "Reserve-management purchases a year after the first twelve months.", range: AnnualAmount(0)...AnnualAmount(1e12),
    source: .release(
      "Goldman Sachs in the press", series: "20 billion a month net, foreseen before 10 December; nothing is announced",
      asOf: "2025-12"))
  public var laterPurchases = AnnualAmount(240e9)

  @Parameter(
    "What is added to the share of bills in net borrowing.", range: .percent(-25) ... .percent(75),
    source: .release("US Treasury", series: "refunding statement: coupon sizes unchanged", asOf: "2026-02-04"))
  public var billShareShift: Share = .percent(0)

  @Parameter(
    "Rise of log prices for a surprise of one in log net liquidity: β.", range: Share(-0.11)...Share(0.09),
    source: .calibrated("liquidity"))
  public var priceResponse = Share(-0.01)

  @Parameter(
    "Rise of loan spreads for a surprise of one in log net liquidity: γ.", range: Rate(-0.0016)...Rate(0.0052),
    source: .calibrated("liquidity"))
  public var creditResponse = Rate(0.0018)

  @Parameter(
    "Half-life in which consensus learns the drift, and credit forgets: h.", range: TradingSpan(5)...TradingSpan(252),
    source: .rule("Treasury borrowing estimates: one a quarter"))
  public var learningHalfLife = TradingSpan(63)

  public static let all: [Field<Self>] = [
    Field("firstYear", \.$firstYear), Field("laterPurchases", \.$laterPurchases),
    Field("billShareShift", \.$billShareShift), Field("priceResponse", \.$priceResponse),
    Field("creditResponse", \.$creditResponse), Field("learningHalfLife", \.$learningHalfLife),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    /// Knows the drift foreseen on 2025-12-01.
    var consensus = LiquidityConsensus(drift: Observable.reservePurchases.atRest / 252)
    var credit = 0.0
    /// What the calendar foretold for the day whose close is seen next.
    var scheduled = 0.0
  }

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let plan = LiquidityPlan(on: view.day, firstYear: firstYear.value, later: laterPurchases.value)
    turn.say(.reservePurchases, plan.purchases)
    turn.say(.cashTarget, plan.cashTarget)
    turn.say(.cashBuybacks, plan.cashBuybacks)
    turn.say(.billShareShift, billShareShift.value)
    // The opening day has no close of its own: its level is at rest.
    guard view.step > 1 else { return }
    let fading = Decay.factor(halfLife: learningHalfLife)
    turn.say(.expectedNetLiquidity, state.consensus.expected ?? view[.netLiquidity])
    let next = view[.nextCash] + view[.foretoldBorrowing]
    let e = state.consensus.see(view[.netLiquidity], scheduled: state.scheduled, next: next, learning: 1 - fading)
    state.scheduled = next
    state.credit = fading * state.credit + creditResponse.value * e
    turn.say(.netLiquiditySurprise, e)
    turn.say(.liquidityTone, priceResponse.value * e)
    turn.say(.creditSpreadShift, state.credit)
  }
}
