import Quantities
import Statistics

/// The index's news from day to day: what its size is, and what prices make of it at first.
///
///     told = max(σ m/√252 + waiting, log(1 − K))          waiting: what was not told the day before
///     m  = n + c − c₋₁,   c = φ c₋₁ + ω n                 ω: concession,  φ: what is left of it a day later
///     n  = e^(h − V) (z − λ(z² − 1))/√(1 + 2λ²)           z ~ N(0, 1),  λ: volatility feedback
///     h  = f + g                                          log volatility
///     f′ = a f + s_f √(1 − a²) (−ρ z + √(1 − ρ²) ξ)        fast; g′ = b g + s_g √(1 − b²) (−ρ z + √(1 − ρ²) ζ), slow
///     V  = s_f² + s_g² + 2ρ² s_f s_g √((1 − a²)(1 − b²))/(1 − ab),   s_f² = q s²,  s_g² = (1 − q) s²
///
/// V is the variance of h, so n has a mean square of one; h is known before z, so n has no mean. c fades and leaves
/// nothing: what lasts is n. A fall of K closes the exchange; the rest of the news waits for the next day.
///
/// Verified by: `NewsProcessTests`.
public struct NewsProcess: Sendable, Equatable {
  /// What is left of each swing and of the concession a day later: a, b, φ.
  private let fastMemory, slowMemory, fading: Double
  /// The standard deviation of what a day adds to each swing.
  private let fastStep, slowStep: Double
  private let leverage, feedback, concession: Double
  /// σ/√252 and log(1 − K).
  private let scale, floor: Double
  /// V.
  public let variance: Double

  /// Where the swings and the concession stand.
  public struct State: Sendable, Codable, Equatable {
    /// f and g.
    var fast = 0.0
    var slow = 0.0
    /// c.
    var conceded = 0.0
    /// A change of the log price that the exchange closed before.
    var waiting = 0.0

    public init() {}
  }

  /// The independent normal draws of a day: z, and what of each swing is not an answer to it.
  public struct Luck: Sendable {
    public let news, fast, slow: Double

    public init(news: Double, fast: Double, slow: Double) { (self.news, self.fast, self.slow) = (news, fast, slow) }
  }

  public init(_ news: News) {
    let (s, q, ρ) = (news.volatilityOfVolatility.value, news.fastShare.value, news.leverage.value)
    let (a, b) = (Decay.factor(halfLife: news.fastHalfLife), Decay.factor(halfLife: news.slowHalfLife))
    fastStep = s * (q * (1 - a * a)).squareRoot()
    slowStep = s * ((1 - q) * (1 - b * b)).squareRoot()
    variance = s * s + 2 * ρ * ρ * fastStep * slowStep / (1 - a * b)
    (fastMemory, slowMemory, fading) = (a, b, Decay.factor(halfLife: news.concessionHalfLife))
    (leverage, feedback, concession) = (ρ, news.feedback.value, news.concession.value)
    (scale, floor) = (news.volatility.value / 252.0.squareRoot(), Elementary.log(1 - news.closingFall.value))
  }

  /// e^(h − V): how large today's news is, over its usual size.
  public func size(_ state: State) -> Double { Elementary.exp(state.fast + state.slow - variance) }

  /// What is told today, a change of the log price; moves the state to tomorrow.
  public func step(_ state: inout State, _ luck: Luck) -> Double {
    let (z, λ, ρ) = (luck.news, feedback, leverage)
    let lasting = size(state) * (z - λ * (z * z - 1)) / (1 + 2 * λ * λ).squareRoot()
    let before = state.conceded
    state.conceded = fading * before + concession * lasting
    let own = (1 - ρ * ρ).squareRoot()
    state.fast = fastMemory * state.fast + fastStep * (own * luck.fast - ρ * z)
    state.slow = slowMemory * state.slow + slowStep * (own * luck.slow - ρ * z)
    let known = scale * (lasting + state.conceded - before) + state.waiting
    let told = max(known, floor)
    state.waiting = known - told
    return told
  }
}
