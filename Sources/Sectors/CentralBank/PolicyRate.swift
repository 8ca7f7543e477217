import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// The midpoint of the target range for the federal funds rate.
  public static let policyRate = Observable("policyRate", unit: PerAnnum.self, atRest: 0.03625)
  /// The average policy rate expected over the next four quarters.
  public static let expectedPolicyRate = Observable("expectedPolicyRate", unit: PerAnnum.self, atRest: 0.0370)
}

/// The committee sets its rate by an inertial rule, in steps of a quarter point, on the days it decides.
///
///     i* = r* + π + ½ (π − π*) + 2 (u* − u)               the balanced-approach rule
///     ι ← ρ ι + (1 − ρ) i*                                at each decision; eight a year
///     i ← i + ¼ round((ι + l − i)/¼), at most two steps, never below 1/8 %
///
/// π is inflation without what energy adds, which the committee looks through. ι is what the committee leans to, l what its officials have let be known beyond it. The path the rule implies is public:
///
///     ī = i + (i* − i) (1 − mean_{k=1..8} ρ^k)             the average over the next four quarters
///
/// Ignores: forecasts of the committee's own, balance-sheet policy.
///
/// Sees: core inflation, unemployment, the committee's lean, a scenario's surprise. Does: says the policy rate and the rate expected over four quarters.
/// Verified by: `PolicyRateTests`.
public struct PolicyRate: Mechanism, ParameterSet {
  public static let name = "policyRate"
  public static let sees: [Observable] = [.coreInflation, .unemployment, .committeeLean, .surprise]
  public static let says: [Observable] = [.policyRate, .expectedPolicyRate]

  @Parameter(
    "Real rate of the long run: r*.", range: .percent(-1)...(.percent(3)),
    source: .release(
      "Federal Reserve Board", series: "Summary of Economic Projections, longer-run rate 3.0 less 2", asOf: "2025-12"))
  public var neutral: Rate = .percent(1)

  @Parameter(
    "Inflation aimed at: π*.", range: .percent(0)...(.percent(4)),
    source: .rule("FOMC Statement on Longer-Run Goals and Monetary Policy Strategy (2025)"))
  public var inflationGoal: Rate = .percent(2)

  @Parameter(
    "Unemployment of the long run: u*.", range: .percent(3)...(.percent(7)),
    source: .release(
      "Federal Reserve Board", series: "Summary of Economic Projections, longer-run unemployment", asOf: "2025-12"))
  public var naturalUnemployment: Share = .percent(4.2)

  @Parameter(
    "Response to inflation beyond one for one.", range: Share(0)...Share(2),
    source: .paper("Taylor (1999), in Monetary Policy Rules, University of Chicago Press", at: "0.5"))
  public var inflationResponse = Share(0.5)

  @Parameter(
    "Response to the unemployment gap.", range: Share(0)...Share(4),
    source: .paper("Yellen (2012), The Economic Outlook and Monetary Policy", at: "balanced-approach rule: 2"))
  public var unemploymentResponse = Share(2)

  @Parameter(
    "Weight on the rate of the quarter before.", range: Share(0)...Share(0.98),
    source: .release("Federal Reserve Board", series: "FRB/US inertial Taylor rule", asOf: "0.85 a quarter"))
  public var inertia = Share(0.85)

  @Parameter(
    "Rate the run opens with.", range: .percent(0)...(.percent(10)),
    source: .release(
      "Federal Reserve Board", series: "midpoint of the target range since 2025-12-10", asOf: "2025-12-31"))
  public var openingRate: Rate = .percent(3.625)

  public static let all: [Field<Self>] = [
    Field("neutral", \.$neutral), Field("inflationGoal", \.$inflationGoal),
    Field("naturalUnemployment", \.$naturalUnemployment), Field("inflationResponse", \.$inflationResponse),
    Field("unemploymentResponse", \.$unemploymentResponse), Field("inertia", \.$inertia),
    Field("openingRate", \.$openingRate),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    var rate: Double
    /// ι, what the committee leans to.
    var leaning: Double
    /// The surprise that was last heard.
    var heard = 0.0
  }

  public func opening(_ view: borrowing View) -> State { State(rate: openingRate.value, leaning: openingRate.value) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let wanted = rule(inflation: Rate(view[.coreInflation]), unemployment: Share(view[.unemployment])).value
    let ρ = inertia.value.squareRoot()
    let surprise = view[.surprise, Surprise.Kind.policyRate.rawValue]
    if surprise != 0, state.heard == 0 { state.leaning += surprise }
    state.heard = surprise
    if view.calendar.isFOMCDecision(view.day) {
      state.leaning = ρ * state.leaning + (1 - ρ) * wanted
      state.rate = PolicyRate.step(from: Rate(state.rate), toward: Rate(state.leaning + view[.committeeLean])).value
    }
    turn.say(.policyRate, state.rate)
    turn.say(.expectedPolicyRate, state.rate + (wanted - state.rate) * PolicyRate.covered(in: 8, inertia: ρ))
  }

  /// i*, the rate the rule asks for.
  public func rule(inflation π: Rate, unemployment u: Share) -> Rate {
    Rate(
      neutral.value + π.value + inflationResponse.value * (π.value - inflationGoal.value)
        + unemploymentResponse.value * (naturalUnemployment.value - u.value))
  }

  /// The rate after a decision: whole quarter points, at most two, never below an eighth of a point.
  public static func step(from rate: Rate, toward leaning: Rate) -> Rate {
    let steps = ((leaning.value - rate.value) / 0.0025).rounded(.toNearestOrAwayFromZero)
    return Rate(max(rate.value + min(max(steps, -2), 2) * 0.0025, 0.00125))
  }

  /// The average part of the way to the rule's rate that is covered over the next n decisions: 1 − mean ρ^k.
  public static func covered(in decisions: Int, inertia ρ: Double) -> Double {
    var (left, sum) = (1.0, 0.0)
    for _ in 0..<decisions {
      left *= ρ
      sum += left
    }
    return 1 - sum / Double(max(decisions, 1))
  }
}
