import Accounting
import Quantities
import Simulation
import Statistics

/// What the two baskets are worth on expected earnings and interest.
///
///     log v_b = c_b + log E_b − D_L y_L − D_S s
///
/// E_b: expected earnings a unit, exponentially smoothed: buybacks leave fewer units to share them. y_L: the ten-year yield, smoothed, since only lasting moves count at
/// the long end. s: the average real policy rate expected over four quarters, at once. Growth, the risk premium and s̄
/// are constants of the long run inside c_b, which makes v the opening price less a stated gap. Base values are those of
/// the first day heard.
///
/// Ignores: dividends as such, a risk premium that moves, taxes.
///
/// Sees: expected earnings, the ten-year yield, the expected real rate. Does: says the value of a unit of each basket.
/// Verified by: `ValuationTests`.
public struct Valuation: Mechanism, ParameterSet {
  public static let name = "valuation"
  public static let sees: [Observable] = [.expectedEarnings, .longRate, .expectedRealRate]
  public static let says: [Observable] = [.fundamentalValue]

  @Parameter(
    "Duration of equity in lasting moves of long rates: D_L.", range: Tenor(5)...Tenor(50),
    source: .assumed(because: "the inverse of a payout yield near 4 %; published equity durations run from 15 to 40"))
  public var longDuration = Tenor(25)

  @Parameter(
    "Fall of value for a rise of the expected real policy rate: D_S.", range: Tenor(4)...Tenor(13),
    source: .paper(
      "Bernanke and Kuttner (2005), Journal of Finance 60(3)",
      at: "a surprise cut of a quarter point raises stocks by about 1 %; more for the year-ahead path"))
  public var shortDuration = Tenor(7)

  @Parameter(
    "Gap of the AI basket's opening price over its value, in logs.", range: Share(-0.5)...Share(0.7),
    source: .assumed(because: "no measure of fair value is agreed: the opening price counts as fair"))
  public var aiGap = Share(0)

  @Parameter(
    "Gap of the other basket's opening price over its value, in logs.", range: Share(-0.5)...Share(0.7),
    source: .assumed(because: "no measure of fair value is agreed: the opening price counts as fair"))
  public var restGap = Share(0)

  @Parameter(
    "Half-life with which expectations of earnings follow.", range: TradingSpan(1)...TradingSpan(504),
    source: .assumed(because: "analysts revise over one or two quarters"))
  public var earningsHalfLife = TradingSpan(42)

  @Parameter(
    "Half-life after which a move of the long rate counts as lasting.", range: TradingSpan(1)...TradingSpan(504),
    source: .assumed(because: "a quarter"))
  public var rateHalfLife = TradingSpan(63)

  public static let all: [Field<Self>] = [
    Field("longDuration", \.$longDuration), Field("shortDuration", \.$shortDuration), Field("aiGap", \.$aiGap),
    Field("restGap", \.$restGap), Field("earningsHalfLife", \.$earningsHalfLife),
    Field("rateHalfLife", \.$rateHalfLife),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    /// log v of the opening, by basket.
    var anchors: [Double]
    /// Units that were out at the opening, by basket.
    var units: [Double]
    var earnings: [EarningsIndex]
    /// log E, smoothed, by basket.
    var expected: [Double]
    /// The first rates heard, and the long rate, smoothed.
    var base: Rates?
    var longRate: Double
    /// What is left a day later of a gap; follows from parameters alone.
    fileprivate var fading: (earnings: Double, rate: Double)?

    private enum CodingKeys: String, CodingKey { case anchors, units, earnings, expected, base, longRate }

    struct Rates: Codable, Sendable {
      let long: Double
      let real: Double
    }
  }

  public func opening(_ view: borrowing View) -> State {
    State(
      anchors: EquityBasket.allCases.map { basket in
        Elementary.log(max(view.price(basket.row).dollars, 1e-8)) - (basket == .ai ? aiGap : restGap).value
      },
      units: EquityBasket.allCases.map { Valuation.units($0, view) },
      earnings: [EarningsIndex(), EarningsIndex()], expected: [0, 0], base: nil, longRate: view[.longRate])
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let (yL, s) = (view[.longRate], view[.expectedRealRate])
    let base = state.base ?? State.Rates(long: yL, real: s)
    if state.base == nil { (state.base, state.longRate) = (base, yL) }
    let fading = state.fading ?? (Decay.factor(halfLife: earningsHalfLife), Decay.factor(halfLife: rateHalfLife))
    state.fading = fading
    state.longRate = yL + (state.longRate - yL) * fading.rate
    let rates = Valuation.discount(
      long: state.longRate - base.long, real: s - base.real, longDuration, shortDuration)
    for basket in EquityBasket.allCases {
      let b = basket.rawValue
      let fewer = state.units[b] / Valuation.units(basket, view)
      let heard = Elementary.log(
        state.earnings[b].growth(of: view[.expectedEarnings, b], atRest: Observable.expectedEarnings.atRest) * fewer)
      state.expected[b] = heard + (state.expected[b] - heard) * fading.earnings
      turn.say(.fundamentalValue, at: b, Elementary.exp(state.anchors[b] + state.expected[b] + rates))
    }
  }

  /// Micro-units of a basket that its issuers have out, at least one.
  private static func units(_ basket: EquityBasket, _ view: borrowing View) -> Double {
    max(1, Sector.allCases.reduce(0.0) { $0 - min(0, Double(view.quantity(basket.row, $1))) })
  }

  /// The change of log value for changes of the long and the real short rate: −D_L Δy − D_S Δs.
  public static func discount(long Δy: Double, real Δs: Double, _ longDuration: Tenor, _ shortDuration: Tenor) -> Double
  {
    -longDuration.value * Δy - shortDuration.value * Δs
  }
}
