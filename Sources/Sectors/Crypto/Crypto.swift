import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Stream {
  static let cryptoForeignFlow = Stream(261)
  static let cryptoFundFlow = Stream(262)
}

/// The market for crypto: its price follows what is bought beyond what was expected, and nobody's earnings.
///
///     r_t      = M (F_t − F̄_t) / cap + β r_equity − ω/252 log(p/P A)      F̄: slow mean of F
///     F        = households + funds + foreign + leverage − liquidations
///     funds    = b cap · f_t,   f_t = f̄ + ρ f_{t−1} + φ r_{t−1} + σ_f ε     (b: bitcoin's part; purchases times access)
///     foreign  = σ η cap / M
///     leverage = (ℓ cap − L)/τ,   liquidations = L · share(−r_{t−1})
///
/// ω brings the price over prices and output per worker back to the opening's, slowly: a walk without an anchor would be worth many
/// times product within a lifetime. Households' purchases are those of the month before, spread over this one. Funds and miners at home trade with the
/// rest of the world through the ledger; leverage is a register abroad, where both sides of each contract are. Miners
/// add units without an issuer: those at home pay for power and sell what they mine.
///
/// Ignores: single coins, shorts that are closed, fees, companies that hold bitcoin, what is lost.
///
/// Sees: the equity index, the stance of regulation, prices and output per worker, holdings of households. Does: mines, trades for funds, revalues
/// crypto; says price, return, flows, leverage and access. Verified by: `CryptoTests`.
public struct Crypto: Mechanism, ParameterSet {
  public static let name = "crypto"
  public static let systems = ["S10"]
  public static let sees: [Observable] = [.indexReturn, .cryptoStance, .priceLevel, .productivityLevel]
  public static let says: [Observable] = [
    .cryptoPrice, .cryptoReturn, .cryptoFall, .cryptoFlow, .cryptoLeverage, .cryptoAccess,
  ]

  @Parameter(
    "Rise of the price, in per cent, for money of one per cent of capitalisation: M.", range: Share(1)...Share(60),
    source: .release(
      "Coin Metrics", series: "weekly log return on change of realised over market capitalisation, 2024-25; 4.3 to 9.2",
      asOf: "2025-12-31"))
  public var multiplier = Share(7)

  @Parameter(
    "Rise with a rise of equity, flows equal: β.", range: Share(-1)...Share(4),
    source: .release(
      "Coin Metrics, S&P", series: "weekly log return on that of the S&P 500, inflow controlled, 2024-25",
      asOf: "2025-12-31"))
  public var equityBeta = Share(1.35)

  @Parameter(
    "Volatility that inflow and equity leave, ascribed to foreign flow: σ.", range: .percent(0) ... .percent(150),
    source: .release(
      "Coin Metrics, S&P", series: "residual of the weekly regression on inflow and the S&P 500, 2024-25",
      asOf: "2025-12-31"))
  public var foreignVolatility: Volatility = .percent(36)

  @Parameter(
    "Mean purchase of funds in a day over bitcoin's capitalisation, times 1 − ρ: f̄.",
    range: Share(-0.001)...Share(0.001), source: funds)
  public var fundTrend = Share(0.0000384)

  @Parameter(
    "Part of a day's fund flow that comes again the next day: ρ.", range: Share(0)...Share(0.95), source: funds)
  public var fundInertia = Share(0.476)

  @Parameter("Fund flow for the return of the day before: φ.", range: Share(-0.02)...Share(0.02), source: funds)
  public var fundChasing = Share(0.00215)

  @Parameter("Surprise in a day's fund flow: σ_f.", range: Share(0)...Share(0.002), source: funds)
  public var fundNoise = Share(0.000182)

  private static let funds = Source.release(
    "Farside, Coin Metrics", series: "bitcoin and ether fund flow on its lag and the return before, 494 days",
    asOf: "2025-12-31")

  @Parameter(
    "Bitcoin's part of capitalisation: b.", range: .percent(10) ... .percent(100),
    source: .release("Coin Metrics, CoinGecko", series: "1,748 of 2,689 billion", asOf: "2025-12-31"))
  public var bitcoinShare: Share = .percent(65)

  @Parameter(
    "Leveraged positions over capitalisation: ℓ.", range: .percent(0) ... .percent(20),
    source: .release(
      "Glassnode and Fasanara", series: "open interest of 49.5 billion over bitcoin at 121,000", asOf: "2025-10-10"))
  public var leverage: Share = .percent(2.05)

  @Parameter(
    "Fall that closes half of leveraged positions.", range: .percent(2) ... .percent(90), source: liquidations)
  public var margin: Share = .percent(35)

  @Parameter("Dispersion of log margins.", range: Share(0.1)...Share(3), source: liquidations)
  public var marginSpread = Share(1.04)

  private static let liquidations = Source.release(
    "Glassnode and Fasanara", series: "22 % of positions closed in a fall of 15.7 %, 0.15 % on a usual day",
    asOf: "2025-10-10")

  @Parameter(
    "Trading days over which leverage is rebuilt: τ.", range: TradingSpan(5)...TradingSpan(504),
    source: .assumed(because: "open interest needed a quarter to half a year after the closures of October 2025"))
  public var rebuilding = TradingSpan(90)

  @Parameter(
    "Trading days over which a flow becomes expected.", range: TradingSpan(5)...TradingSpan(504),
    source: .release(
      "Coin Metrics", series: "mean inflow of two years is offset by the intercept of the weekly regression",
      asOf: "2025-12-31"))
  public var memory = TradingSpan(252)

  @Parameter(
    "Part of a gap of the price over product from the opening's that closes in a year: ω.",
    range: .percent(0) ... .percent(100),
    source: .assumed(because: "nobody agrees on an anchor; slow beside cycles of four years between halvings"))
  public var anchorPull: Share = .percent(20)

  @Parameter(
    "Coins mined in a year over those in existence.", range: .percent(0) ... .percent(5),
    source: .rule("Bitcoin protocol: 3.125 a block from 2024-04-20, 164,250 a year over 19.97 million, bitcoin's part"))
  public var mined: Rate = .percent(0.535)

  @Parameter(
    "Share of mining at home.", range: .percent(0) ... .percent(100),
    source: .release("Cambridge Centre for Alternative Finance", series: "Digital Mining Industry Report", asOf: "2024")
  )
  public var minedAtHome: Share = .percent(75.4)

  @Parameter(
    "Power bought by all miners, dollars a year.", range: AnnualAmount(0)...AnnualAmount(5e10),
    source: .release(
      "Cambridge Centre for Alternative Finance", series: "138 TWh at 45 dollars a MWh, Digital Mining Industry Report",
      asOf: "2024"))
  public var power = AnnualAmount(6.21e9)

  @Parameter(
    "Freedom to buy at home at the opening: 0 bans all purchases by households and funds.",
    range: Share(0)...Share(2), source: .rule("GENIUS Act, Public Law 119-27; spot funds approved on 2024-01-10"))
  public var access = Share(1)

  @Parameter(
    "Change of log access for a whole step of the stance.", range: Share(0)...Share(3),
    source: .assumed(
      because: "no study separates rules from prices; a whole step is set to a year's growth of ownership in Gallup"))
  public var stanceEffect = Share(0.26)

  public static let all: [Field<Self>] = [
    Field("multiplier", \.$multiplier), Field("equityBeta", \.$equityBeta),
    Field("foreignVolatility", \.$foreignVolatility), Field("fundTrend", \.$fundTrend),
    Field("fundInertia", \.$fundInertia), Field("fundChasing", \.$fundChasing), Field("fundNoise", \.$fundNoise),
    Field("bitcoinShare", \.$bitcoinShare), Field("leverage", \.$leverage), Field("margin", \.$margin),
    Field("marginSpread", \.$marginSpread), Field("rebuilding", \.$rebuilding), Field("memory", \.$memory),
    Field("anchorPull", \.$anchorPull),
    Field("mined", \.$mined), Field("minedAtHome", \.$minedAtHome), Field("power", \.$power),
    Field("access", \.$access), Field("stanceEffect", \.$stanceEffect),
  ]

  public struct State: Codable, Sendable {
    /// Log price over the opening's, and its highest, each a month, of the last year.
    var logPrice = 0.0
    var highs: [Double]
    var lastReturn = 0.0
    /// Fund flow of the day before, over bitcoin's capitalisation.
    var fundFlow: Double
    /// Slow mean of the flow over capitalisation.
    var expected: Double
    /// Leveraged positions, national dollars.
    var positions: Double
    /// Micro-units households had when last looked at, and dollars of theirs that are still to reach the market.
    var held: Int64
    var pending = 0.0
    var openingPrice: Double
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    let meanFlow = fundTrend.value / (1 - fundInertia.value)
    return State(
      highs: Array(repeating: 0, count: 11) + [Crypto.openingHigh], fundFlow: meanFlow,
      expected: meanFlow * bitcoinShare.value, positions: leverage.value * view.cryptoCapitalisation * view.scale,
      held: view.quantity(.crypto, .households), openingPrice: max(view.price(.crypto).dollars, 1e-6))
  }

  /// Log of bitcoin's highest close of 2025, 124,825 dollars on 2025-10-06, over its last, 87,517 (Coin Metrics).
  static let openingHigh = 0.355

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let cap = view.cryptoCapitalisation * view.scale
    guard cap > 0 else { return }
    let access = min(access.value * Elementary.exp(stanceEffect.value * view[.cryptoStance]), 5)
    let flows = flows(cap, access, view, &state)
    let total = flows.reduce(0, +) / cap
    let gap = state.logPrice - Elementary.log(view.nominalScale)
    let r =
      multiplier.value * (total - state.expected) + equityBeta.value * view[.indexReturn] - anchorPull.value / 252 * gap
    state.expected += (total - flows[2] / cap - state.expected) / memory.value
    let change = min(max(r, -1), 1)
    state.logPrice = min(max(state.logPrice + change, -7), 7)
    state.lastReturn = change
    turn.revalue(.crypto, to: try Price(dollars: state.openingPrice * Elementary.exp(state.logPrice)))
    try settle(flows[1], state, view, &turn)
    say(flows, access, cap, view, &state, &turn)
  }

  /// What each group buys today in national dollars, in the order of ``CryptoFlows``.
  private func flows(_ cap: Double, _ access: Double, _ view: borrowing View, _ state: inout State) -> [Double] {
    let held = view.quantity(.crypto, .households)
    state.pending += Double(held - state.held) / 1e6 * view.price(.crypto).dollars * view.scale
    state.held = held
    let households = state.pending / 21
    state.pending -= households
    let luck = view.draw.normal(.cryptoFundFlow, of: 0, on: view.day)
    let wish =
      fundTrend.value + fundInertia.value * state.fundFlow + fundChasing.value * state.lastReturn
      + fundNoise.value * luck
    state.fundFlow = min(max(wish, -0.01), 0.01)
    let funds = bitcoinShare.value * cap * (wish > 0 ? min(access, 1.5) : 1) * state.fundFlow
    let foreign =
      view.draw.normal(.cryptoForeignFlow, of: 0, on: view.day) * foreignVolatility.value / Crypto.yearRoot * cap
      / multiplier.value
    let curve = LiquidationCurve(median: margin.value, dispersion: marginSpread.value)
    let closed = state.positions * curve.share(ofFall: -state.lastReturn)
    let built = (leverage.value * cap - state.positions) / rebuilding.value
    state.positions = max(0, state.positions + built - closed)
    return [households, funds, foreign, built, -closed]
  }

  /// Root of the trading days of a year.
  private static let yearRoot = 252.0.squareRoot()

  /// Mines, and trades for the funds, at today's price.
  private func settle(_ funds: Double, _ state: State, _ view: borrowing View, _ turn: inout Turn) throws {
    let price = try Price(dollars: state.openingPrice * Elementary.exp(state.logPrice))
    let (abroad, fund) = (Holder(.restOfWorld), Holder(.mutualFunds))
    let miner = Industry.informationAndAI.seller
    let coins = Sector.allCases.reduce(0.0) { $0 + Double(max(0, view.quantity(.crypto, $1))) } * mined.value / 252
    let home = Int64(coins * minedAtHome.value)
    turn.produce(home, .crypto, by: miner)
    turn.produce(Int64(coins * (1 - minedAtHome.value)), .crypto, by: abroad)
    turn.sell(home, .crypto, from: miner, to: abroad)
    turn.pay(
      try Money(dollars: power.value * minedAtHome.value / 252 / view.scale), from: miner,
      to: Industry.energyAndUtilities.seller, as: .intermediateInputs, ifShort: .orPart)
    let wanted = try price.units(for: try Money(dollars: abs(funds) / view.scale).cents)
    if funds > 0 {
      turn.sell(min(wanted, max(0, view.units(.crypto, of: abroad))), .crypto, from: abroad, to: fund)
    } else {
      turn.sell(min(wanted, max(0, view.units(.crypto, of: fund))), .crypto, from: fund, to: abroad)
    }
  }

  private func say(
    _ flows: [Double], _ access: Double, _ cap: Double, _ view: borrowing View, _ state: inout State, _ turn: inout Turn
  ) {
    state.highs[state.highs.count - 1] = max(state.highs[state.highs.count - 1], state.logPrice)
    let high = state.highs.reduce(state.logPrice) { max($0, $1) }
    if view.calendar.isLastOfMonth(view.day) { state.highs = state.highs.dropFirst() + [state.logPrice] }
    turn.say(.cryptoPrice, Elementary.exp(state.logPrice))
    turn.say(.cryptoReturn, state.lastReturn)
    turn.say(.cryptoFall, 1 - Elementary.exp(state.logPrice - high))
    turn.say(.cryptoFlow, each: flows)
    turn.say(.cryptoLeverage, state.positions / cap)
    turn.say(.cryptoAccess, access)
  }
}
