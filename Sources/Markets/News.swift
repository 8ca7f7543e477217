import Quantities
import Simulation
import Statistics

extension Stream {
  static let marketNews = Stream(101)
  static let newsVolatility = Stream(102)
}

/// What becomes known about fundamentals in a day, as a change of the log price of each basket.
///
///     news_b = β_b σ m/√252 + s_b σ_rel e/√252
///     m, e   = e^(h − s²) t_ν √((ν − 2)/ν)
///     h_t    = a h_{t−1} + √(1 − a²) s ξ_t
///
/// m is common, e sets one basket against the other: s_ai = 1 − w, s_rest = −w, and w β_ai + (1 − w) β_rest = 1 with w
/// the AI basket's weight at the opening, so the index's news is σ m while weights stay near. Tails are Student's t; volatility clusters only mildly by itself, what more there is comes from
/// trading. The mean square of m is 1.
///
/// Ignores: release calendars and the content of news, which later mechanisms add.
///
/// Sees: nothing but its luck. Does: says the news of each basket.
/// Verified by: `NewsTests`.
public struct News: Mechanism, ParameterSet {
  public static let name = "news"
  public static let says: [Observable] = [.news]

  @Parameter(
    "Volatility of the index's news: σ.", range: .percent(3)...(.percent(25)),
    source: .assumed(
      because:
        "the index has 18 % (1990-2025); all but what modelled participants cause, which add little in calm years"))
  public var volatility: Volatility = .percent(16.5)

  @Parameter(
    "Volatility of news that tells the baskets apart: σ_rel.", range: .percent(0)...(.percent(30)),
    source: .release(
      "S&P Dow Jones and Nasdaq", series: "residual of ^NDX on ^GSPC, 7.9 %, over the weight of the rest",
      asOf: "2015 to 2025"))
  public var relativeVolatility: Volatility = .percent(11)

  @Parameter(
    "Move of the AI basket for a move of the index: β_ai.", range: Share(0.5)...Share(2),
    source: .release("S&P Dow Jones and Nasdaq", series: "slope of ^NDX on ^GSPC, daily", asOf: "2015 to 2025"))
  public var aiBeta = Share(1.16)

  @Parameter(
    "Degrees of freedom of the tails: ν.", range: Share(3)...Share(30),
    source: .paper("Cont (2001), Quantitative Finance 1(2)", at: "tail index between 2 and 5"))
  public var tailDegrees = Share(5)

  @Parameter(
    "Standard deviation of log volatility: s.", range: Share(0)...Share(0.6),
    source: .assumed(
      because: "three quarters of the dispersion of the index's own log volatility, .46: trading shall make the rest"))
  public var volatilityOfVolatility = Share(0.35)

  @Parameter(
    "Half-life of a swing of volatility.", range: TradingSpan(5)...TradingSpan(252),
    source: .assumed(because: "realised volatility forgets half of a shock in one to three months"))
  public var volatilityHalfLife = TradingSpan(60)

  public static let all: [Field<Self>] = [
    Field("volatility", \.$volatility), Field("relativeVolatility", \.$relativeVolatility), Field("aiBeta", \.$aiBeta),
    Field("tailDegrees", \.$tailDegrees), Field("volatilityOfVolatility", \.$volatilityOfVolatility),
    Field("volatilityHalfLife", \.$volatilityHalfLife),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    /// h, the log of volatility over its mean.
    var swing: Double
    /// w, the AI basket's weight in the index on the opening day. It stays, so that news never depends on prices.
    let weight: Double
    let tails: StudentTTable
  }

  public func opening(_ view: borrowing View) -> State {
    State(swing: 0, weight: view.capitalisations.weight, tails: StudentTTable(degrees: tailDegrees.value))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let (s, a) = (volatilityOfVolatility.value, Decay.factor(halfLife: volatilityHalfLife))
    let ξ = view.draw.normal(.newsVolatility, of: 0, on: view.day)
    state.swing = a * state.swing + (1 - a * a).squareRoot() * s * ξ
    let size = Elementary.exp(state.swing - s * s) / 252.0.squareRoot()
    let (m, e) = (size * shock(0, state.tails, view), size * shock(1, state.tails, view))
    let w = state.weight
    let βAI = aiBeta.value
    let βRest = w < 1 ? (1 - w * βAI) / (1 - w) : 1
    let (σ, σRel) = (volatility.value, relativeVolatility.value)
    turn.say(.news, at: EquityBasket.ai.rawValue, βAI * σ * m + (1 - w) * σRel * e)
    turn.say(.news, at: EquityBasket.rest.rawValue, βRest * σ * m - w * σRel * e)
  }

  /// A draw of Student's t scaled to a variance of one.
  private func shock(_ index: UInt16, _ tails: StudentTTable, _ view: borrowing View) -> Double {
    let ν = tails.degrees
    let t = view.draw.studentT(tails, .marketNews, of: 0, on: view.day, index: index)
    return t * ((ν - 2) / ν).squareRoot()
  }
}
