import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// What a scenario adds at a chosen month, each in its unit; see ``Surprise/Kind``.
  public static let surprise = Observable(
    "surprise", unit: Dimensionless.self, atRest: 0, width: .each(Surprise.Kind.allCases.map { "\($0)" }))
}

/// A single shock of a chosen size in a chosen month, which fades as its own kind does: the experiment of a response.
///
///     s_k(t) = size_k ρ_k^(t − month),   t ≥ month
///
/// All sizes are zero unless a scenario says otherwise. The policy rate's part is added to what the committee leans to, so
/// that it fades with its inertia; productivity stays; energy prices fade; equity moves as by news.
///
/// Ignores: announcement before the fact.
///
/// Sees: nothing. Does: says `surprise` and `equitySurprise`.
/// Verified by: `SurpriseTests`.
public struct Surprise: Mechanism, ParameterSet {
  /// The places of the vector.
  public enum Kind: Int, CaseIterable, Sendable { case policyRate, energyPrice, productivity }

  public static let name = "surprise"
  public static let says: [Observable] = [.surprise, .equitySurprise]

  @Parameter(
    "Month of the run in which it comes.", range: MonthSpan(1)...MonthSpan(1200),
    source: .rule("an experiment: after two years the opening has settled"))
  public var month = MonthSpan(24)

  @Parameter("Rise of the policy rate.", range: Rate(-0.05)...Rate(0.05), source: .rule("an experiment: none"))
  public var policyRate: Rate = .percent(0)

  @Parameter(
    "Rise of energy prices, in logs.", range: Share(-1)...Share(1), source: .rule("an experiment: none"))
  public var energyPrice = Share(0)

  @Parameter(
    "Rise of output per worker, in logs.", range: Share(-0.2)...Share(0.2), source: .rule("an experiment: none"))
  public var productivity = Share(0)

  @Parameter(
    "Rise of the value of equity, in logs.", range: Share(-1)...Share(1), source: .rule("an experiment: none"))
  public var equity = Share(0)

  @Parameter(
    "What is left of a rise of energy prices a month later.", range: Share(0)...Share(1),
    source: .calibrated("shocks"))
  public var energyPersistence = Share(0.976)

  public static let all: [Field<Self>] = [
    Field("month", \.$month), Field("policyRate", \.$policyRate), Field("energyPrice", \.$energyPrice),
    Field("productivity", \.$productivity), Field("equity", \.$equity),
    Field("energyPersistence", \.$energyPersistence),
  ]

  public struct State: Codable, Sendable { var monthEnds = 0 }

  public init() {}

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    state.monthEnds += 1
    let since = state.monthEnds - Int(month.value)
    guard since >= 0 else { return }
    let sizes = [policyRate.value, energyPrice.value, productivity.value]
    let left = [since == 0 ? 1 : 0, Elementary.pow(max(energyPersistence.value, 1e-9), Double(since)), 1]
    turn.say(.equitySurprise, since == 0 ? equity.value : 0)
    for kind in Kind.allCases { turn.say(.surprise, at: kind.rawValue, sizes[kind.rawValue] * left[kind.rawValue]) }
  }
}
