import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Stream {
  static let hedgingMood = Stream(121)
}

/// Institutions' demand for index options: how eager they are to hedge, and what they buy and sell on a day.
///
///     x = fast + slow,   fast <- ρ fast − β r,   slow <- ρ_s slow + √(1 − ρ_s²) s ε
///
/// x is the log of demand over its usual level: it rises with a fall of the market and forgets it in days, and it swings by
/// itself over weeks. What is ordered for the next day follows ``OptionProgramme``; puts bought for protection are e^x of the
/// usual.
///
/// Ignores: single-stock options, views on direction, the level of implied volatility.
///
/// Sees: the index's return. Does: says demand and the next day's orders of options.
/// Verified by: `HedgingDemandTests`.
public struct HedgingDemand: Mechanism, ParameterSet {
  public static let name = "hedgingDemand"
  public static let systems = ["S5"]
  public static let sees: [Observable] = [.indexReturn]
  public static let says: [Observable] = [.hedgingDemand, .optionOrders]

  @Parameter(
    "Rise of log demand for a fall of the index: β.", range: Share(0)...Share(10),
    source: .release(
      "Cboe", series: "total put/call ratio over its year's mean, on its own lag and ^GSPC's return; our regression",
      asOf: "2010 to 2025"))
  public var returnResponse = Share(4)

  @Parameter(
    "What is left of it a day later: ρ.", range: Share(0)...Share(0.99),
    source: .release(
      "Cboe", series: "decay of past falls that best explains VIX² beyond expected variance; our regression",
      asOf: "2010 to 2025"))
  public var persistence = Share(0.8)

  @Parameter(
    "Standard deviation of the slow swing of log demand: s.", range: Share(0)...Share(0.5),
    source: .release(
      "Cboe", series: "slow swing of the log put/call ratio, .088, by its effect on VIX² over that of falls, .046/.2",
      asOf: "2010 to 2025"))
  public var swing = Share(0.02)

  @Parameter(
    "What is left of the slow swing a day later: ρ_s.", range: Share(0)...Share(0.999),
    source: .release(
      "Cboe", series: "put/call ratio: autocorrelations of .27 and .18 at 10 and 21 days", asOf: "2010 to 2025"))
  public var swingPersistence = Share(0.963)

  public static let all: [Field<Self>] = [
    Field("returnResponse", \.$returnResponse), Field("persistence", \.$persistence), Field("swing", \.$swing),
    Field("swingPersistence", \.$swingPersistence),
  ]

  public struct State: Codable, Sendable {
    var fast = 0.0
    var slow = 0.0
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let r = view[.indexReturn]
    let ρ = swingPersistence.value
    let ε = view.draw.normal(.hedgingMood, of: 0, on: view.day)
    state.fast = persistence.value * state.fast - returnResponse.value * r
    state.slow = ρ * state.slow + (1 - ρ * ρ).squareRoot() * swing.value * ε
    let x = state.fast + state.slow
    turn.say(.hedgingDemand, x)
    turn.say(
      .optionOrders,
      each: OptionProgramme.due(on: view.calendar.next(after: view.day), view.calendar, eagerness: Elementary.exp(x)))
  }
}

extension Observable {
  /// The log of the demand for protection over its usual level.
  public static let hedgingDemand = Observable("hedgingDemand", unit: Dimensionless.self, atRest: 0)
  /// What is ordered of each programme for the next day, over its usual size.
  public static let optionOrders = Observable(
    "optionOrders", unit: Dimensionless.self, atRest: 0, width: .each(OptionProgramme.allCases.map(\.rawValue)))
}
