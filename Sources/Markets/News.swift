import Quantities
import Simulation
import Statistics

extension Stream {
  static let marketNews = Stream(101)
  static let newsVolatility = Stream(102)
}

/// What becomes known about fundamentals in a day, as a change of the log price of each basket.
///
///     news_b = β_b m + s_b σ_rel e/√252
///     m      : the index's news, whose size swings fast and slowly and answers bad news      see ``NewsProcess``
///     e      = e^(h − V) z′,   z′ ~ N(0, 1)
///
/// m is common, e sets one basket against the other: s_ai = 1 − w, s_rest = −w, and w β_ai + (1 − w) β_rest = 1 with w
/// the AI basket's weight at the opening, so the index's news is m while weights stay near.
///
/// Nearly all that moves volatility is past news itself (ρ). Two speeds make the memory of |r| decay slowly. Large news of
/// either sign raises the premium that holders ask and weighs on the price (λ: no news is good news). Those who take the
/// other side on the day want a concession, which the next days give back (ω). Given its size, news is normal: fat tails
/// are all from swings of size.
///
/// Ignores: release calendars and the content of news, which later mechanisms add; that the concession should be larger
/// where dealers have less capital.
///
/// Sees: its luck, and a move that a scenario asks for. Does: says the news of each basket.
/// Sources: Guyon and Lekeufack (2023), Quantitative Finance 23(9), for ρ and two speeds; Campbell and Hentschel (1992), J.
/// Financial Economics 31(3), for λ; Campbell, Grossman and Wang (1993), Quarterly J. Economics 108(4), and Nagel (2012),
/// Review of Financial Studies 25(7), for ω; Andersen, Bollerslev, Diebold and Ebens (2001), J. Financial Economics 61(1),
/// for news that is normal given its size.
/// Verified by: `NewsTests`.
public struct News: Mechanism, ParameterSet {
  public static let name = "news"
  public static let sees: [Observable] = [.equitySurprise]
  public static let says: [Observable] = [.news]

  @Parameter(
    "Volatility of what lasts of the index's news: σ.", range: .percent(3)...(.percent(30)),
    source: .calibrated("news"))
  public var volatility: Volatility = .percent(14.2)

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
    "Standard deviation of log volatility: s.", range: Share(0)...Share(1), source: .calibrated("news"))
  public var volatilityOfVolatility = Share(0.656)

  @Parameter(
    "Share of the variance of log volatility that is fast: q.", range: Share(0)...Share(1),
    source: .calibrated("news"))
  public var fastShare = Share(0.0771)

  @Parameter(
    "Half-life of a fast swing of volatility: a.", range: TradingSpan(1)...TradingSpan(30),
    source: .paper(
      "Corsi (2009), J. Financial Econometrics 7(2)", at: "volatility has a weekly part beside that of months"))
  public var fastHalfLife = TradingSpan(5)

  @Parameter(
    "Half-life of a slow swing of volatility: b.", range: TradingSpan(20)...TradingSpan(504),
    source: .calibrated("news"))
  public var slowHalfLife = TradingSpan(89.2)

  @Parameter(
    "Correlation of swings of volatility with bad news: ρ.", range: Share(0)...Share(1),
    source: .paper(
      "Guyon and Lekeufack (2023), Quantitative Finance 23(9)",
      at: "past returns explain up to 90 % of the variance of implied volatility: the root of it"))
  public var leverage = Share(0.95)

  @Parameter(
    "Fall of the price for large news of either sign: λ.", range: Share(0)...Share(0.5), source: .calibrated("news"))
  public var feedback = Share(0.104)

  @Parameter(
    "What prices give on the day beyond what lasts, over it: ω.", range: Share(0)...Share(0.6),
    source: .calibrated("news"))
  public var concession = Share(0.342)

  @Parameter(
    "Half-life of the concession.", range: TradingSpan(0.2)...TradingSpan(10),
    source: .release(
      "S&P Dow Jones Indices",
      series: "autocorrelation of ^GSPC's return at two days over that at one, .63; our measure", asOf: "2008 to 2019"))
  public var concessionHalfLife = TradingSpan(1.5)

  @Parameter(
    "Fall of the index's news that closes the exchange for the day: K.", range: Share(0.05)...Share(0.9),
    source: .rule("NYSE Rule 7.12: market-wide circuit breaker, level 3"))
  public var closingFall = Share(0.2)

  public static let all: [Field<Self>] = [
    Field("volatility", \.$volatility), Field("relativeVolatility", \.$relativeVolatility), Field("aiBeta", \.$aiBeta),
    Field("volatilityOfVolatility", \.$volatilityOfVolatility), Field("fastShare", \.$fastShare),
    Field("fastHalfLife", \.$fastHalfLife), Field("slowHalfLife", \.$slowHalfLife), Field("leverage", \.$leverage),
    Field("feedback", \.$feedback), Field("concession", \.$concession),
    Field("concessionHalfLife", \.$concessionHalfLife), Field("closingFall", \.$closingFall),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    var process = NewsProcess.State()
    /// w, the AI basket's weight in the index on the opening day. It stays, so that news never depends on prices.
    let weight: Double
    /// The surprise that was last heard.
    var heard = 0.0
    /// Follows from parameters alone.
    fileprivate var terms: NewsProcess?

    private enum CodingKeys: String, CodingKey { case process, weight, heard }

    fileprivate init(weight: Double) { self.weight = weight }
  }

  public func opening(_ view: borrowing View) -> State { State(weight: view.capitalisations.weight) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let process = state.terms ?? NewsProcess(self)
    state.terms = process
    let apart = relativeVolatility.value / 252.0.squareRoot() * process.size(state.process)
    let e = apart * view.draw.normal(.marketNews, of: 0, on: view.day, index: 1)
    let m = process.step(&state.process, News.luck(view.draw, on: view.day))
    let w = state.weight
    let βAI = aiBeta.value
    let βRest = w < 1 ? (1 - w * βAI) / (1 - w) : 1
    let asked = view[.equitySurprise]
    let jump = state.heard == 0 ? asked : 0
    state.heard = asked
    turn.say(.news, at: EquityBasket.ai.rawValue, βAI * m + (1 - w) * e + jump)
    turn.say(.news, at: EquityBasket.rest.rawValue, βRest * m - w * e + jump)
  }

  /// The draws that a day's news of the index is made of.
  public static func luck(_ draw: Draw, on day: Day) -> NewsProcess.Luck {
    NewsProcess.Luck(
      news: draw.normal(.marketNews, of: 0, on: day), fast: draw.normal(.newsVolatility, of: 0, on: day, index: 0),
      slow: draw.normal(.newsVolatility, of: 0, on: day, index: 1))
  }
}
