import Quantities
import Simulation
import Statistics

/// How far flows move prices: the multipliers the venue uses, which are zero without this mechanism.
///
///     M = 1/ζ(t),  ζ(t) = clip(ζ̄ (σ̄/σ)^θ · capacity/normal, ζ̄/3, 2ζ̄)        see ``Elasticity``
///
/// Volatility and capacity are those of yesterday's close; normal capacity is its own slow average.
///
/// Ignores: that elasticity differs by the horizon over which a flow is spread.
///
/// Sees: market volatility, elastic capacity. Does: says both multipliers.
/// Verified by: `FlowPricingTests`.
public struct FlowPricing: Mechanism, ParameterSet {
  public static let name = "flowPricing"
  public static let systems = ["S1", "S15"]
  public static let sees: [Observable] = [.marketVolatility, .elasticCapacity]
  public static let says: [Observable] = [.impactMultiplier, .relativeMultiplier]

  @Parameter(
    "Per cent by which one per cent of unforeseen demand moves the market: 1/ζ̄.", range: Share(1)...Share(8),
    source: .paper("Gabaix and Koijen (2021), NBER 28967", at: "about 5, estimates from 3 to 8"))
  public var multiplier = Share(5)

  @Parameter(
    "The same for demand for one basket against the other: 1/ζ_rel.", range: Share(0.3)...Share(2),
    source: .paper("Gabaix and Koijen (2021), NBER 28967", at: "survey of single-stock estimates: about 1"))
  public var relativeMultiplier = Share(1)

  @Parameter(
    "How elasticity falls with volatility: θ.", range: Share(0)...Share(1),
    source: .assumed(because: "the square-root law makes impact proportional to volatility; half of it is kept"))
  public var volatilityExponent = Share(0.5)

  @Parameter(
    "Volatility at which elasticity is usual: σ̄.", range: .percent(8)...(.percent(30)),
    source: .release(
      "S&P Dow Jones Indices", series: "mean of the .94-weighted volatility of ^GSPC", asOf: "1990 to 2025"))
  public var normalVolatility: Volatility = .percent(15.7)

  @Parameter(
    "Half-life of the average that says which capacity is normal.", range: TradingSpan(21)...TradingSpan(1260),
    source: .assumed(because: "dealers and funds size their balance sheets about once a year"))
  public var capacityHalfLife = TradingSpan(252)

  public static let all: [Field<Self>] = [
    Field("multiplier", \.$multiplier), Field("relativeMultiplier", \.$relativeMultiplier),
    Field("volatilityExponent", \.$volatilityExponent), Field("normalVolatility", \.$normalVolatility),
    Field("capacityHalfLife", \.$capacityHalfLife),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    /// Nil until the venue has said a capacity.
    var normalCapacity: Double?
    /// What is left a day later of a gap to the average; follows from a parameter alone.
    fileprivate var fading: Double?

    private enum CodingKeys: String, CodingKey { case normalCapacity }

    fileprivate init() { normalCapacity = nil }
  }

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let now = view[.elasticCapacity]
    let normal = state.normalCapacity ?? now
    let fading = state.fading ?? Decay.factor(halfLife: capacityHalfLife)
    state.fading = fading
    let capacity = normal > 0 ? now / normal : 1
    if view.step > 1 { state.normalCapacity = now + (normal - now) * fading }
    let ratio = view[.marketVolatility] / normalVolatility.value
    let ζ = Elasticity.today(
      1 / multiplier.value, volatility: ratio, capacity: capacity, exponent: volatilityExponent.value)
    turn.say(.impactMultiplier, 1 / ζ)
    turn.say(.relativeMultiplier, relativeMultiplier.value)
  }
}
