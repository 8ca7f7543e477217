import Accounting
import Quantities
import Simulation
import Statistics

/// The market for the two baskets of equity: it fills the day's orders, moves the price, and records why.
///
///     F_ib = M f~_i + M_rel (f~_ib − f~_i)                f~_i: the index's flow, Σ_b w_b f~_ib
///     log p = u + Σ_i (d_i + x_i)                         see ``PriceImpact`` and ``ExpectedFlow``
///     Δu   = Δlog v + news + tone − κ (u − log v)             tone: of talk and of liquidity
///     r    = Δu + Σ_i Δ(d_i + x_i)                        exact and additive, per basket
///
/// The index is weighted by capitalisation at the last close. Sees only orders and offers; the first move the price,
/// the second give it room. An order to buy by a row's own issuer is a buyback and ends the units. The cash leg of a
/// futures order is the dealers' hedge, paid with money borrowed in repo where they have none.
///
/// Large orders pay those who take their other side a concession beyond the price (``ExecutionShortfall``).
///
/// Ignores: trading within the day, bid-ask spreads, borrowing of shares.
///
/// Sees: news, tone, fundamental value, both multipliers, and the orders. Does: revalues both rows, settles the trades,
/// says prices, returns, every contribution, and what each sector bought.
/// Verified by: `EquityVenueTests`.
public struct EquityVenue: Mechanism, ParameterSet {
  public static let name = "equityVenue"
  public static let sees: [Observable] = [
    .news, .tone, .liquidityTone, .fundamentalValue, .impactMultiplier, .relativeMultiplier, .indexLevel,
    .marketVolatility,
  ]
  public static let says: [Observable] = [
    .logPrice, .basketReturn, .newsContribution, .valueContribution, .contributionAI, .contributionRest, .indexReturn,
    .indexLevel, .marketVolatility, .elasticCapacity, .unfilledShare, .netPurchases, .executionShortfall,
    .closingRebalance, .hedgeFloor, .marketTurnover,
  ]

  @Parameter(
    "Share of an impact that does not fade within weeks: π.", range: Share(0)...Share(1),
    source: .paper(
      "Bouchaud, Bonart, Donier and Gould (2018), Trades, Quotes and Prices",
      at: "chapter 13: about a half to two thirds"))
  public var permanentShare = Share(0.5)

  @Parameter(
    "Half-life of the permanent part and of any gap between price and value.",
    range: TradingSpan(63)...TradingSpan(1260),
    source: .assumed(because: "value investing corrects mispricing over one to three years; about 15 months"))
  public var valueHalfLife = TradingSpan(315)

  @Parameter(
    "Half-life of the transient part.", range: TradingSpan(1)...TradingSpan(63),
    source: .assumed(because: "price pressure of index and fund flows reverses over two to four weeks"))
  public var transientHalfLife = TradingSpan(10)

  @Parameter(
    "Share of a change of flow that was foretold by a calendar and still moves the price when it comes: λ.",
    range: Share(0)...Share(1),
    source: .paper(
      "Hartzmark and Solomon (2022), NBER 30688",
      at: "multiplier of 1.9 for announced dividends, over the 5 of Gabaix and Koijen (2021)"))
  public var calendarPressure = Share(0.38)

  @Parameter(
    "Half-life of the memory in which a cause's usual flow is learnt.", range: TradingSpan(63)...TradingSpan(1260),
    source: .assumed(because: "a year of a steady flow makes it half expected"))
  public var learningHalfLife = TradingSpan(252)

  @Parameter(
    "Weight of yesterday in the volatility that is said.", range: Share(0.8)...Share(0.99),
    source: .rule("RiskMetrics Technical Document (1996)"))
  public var volatilityDecay = Share(0.94)

  @Parameter(
    "Concession of an order of a day's volume, in daily volatilities: Y.", range: Share(0)...Share(2),
    source: .paper("Tóth et al. (2011), Physical Review X 1, 021006", at: "of order one, mostly between .5 and 1"))
  public var shortfallCoefficient = Share(0.7)

  @Parameter(
    "Average daily volume over capitalisation.", range: Share(0.001)...Share(0.02),
    source: .assumed(because: "listed US companies turn over about 1.2 times a year in their own shares"))
  public var turnover = Share(0.005)

  public static let all: [Field<Self>] = [
    Field("permanentShare", \.$permanentShare), Field("valueHalfLife", \.$valueHalfLife),
    Field("transientHalfLife", \.$transientHalfLife), Field("calendarPressure", \.$calendarPressure),
    Field("learningHalfLife", \.$learningHalfLife), Field("volatilityDecay", \.$volatilityDecay),
    Field("shortfallCoefficient", \.$shortfallCoefficient), Field("turnover", \.$turnover),
  ]

  public init() {}

  public struct State: Codable, Sendable {
    var baskets: [BasketPrice]
    var index: Double
    var variance: EWMAVariance
    /// Orders of which a part waits for a counterparty.
    var queue: [Order]
    /// What a day allocates and the next uses again; nothing of it is remembered.
    fileprivate var desk: Desk?

    private enum CodingKeys: String, CodingKey { case baskets, index, variance, queue }
  }

  /// Space for a day's work. It belongs to one venue of one world, which does one thing at a time.
  fileprivate final class Desk: @unchecked Sendable {
    let books = EquityBasket.allCases.map(DayBook.init)
    @exclusivity(unchecked) var room = Room()
    /// Each cause's surprise, by basket and in the index.
    @exclusivity(unchecked) var surprises: [[Double]] = [[], []]
    @exclusivity(unchecked) var index: [Double] = []
    /// What each cause made of the return, by basket.
    @exclusivity(unchecked) var parts: [[Double]] = [[], []]
    /// Cents bought, by sector, and the dollars.
    @exclusivity(unchecked) var purchases = Array(repeating: Int64(0), count: Sector.count)
    @exclusivity(unchecked) var dollars: [Double] = []
    /// Follows from parameters alone.
    let decay: (impact: ImpactDecay, learning: Double)

    init(decay: (impact: ImpactDecay, learning: Double)) { self.decay = decay }
  }

  public func opening(_ view: borrowing View) -> State {
    State(
      baskets: EquityBasket.allCases.map { BasketPrice(at: view.price($0.row), causes: view.causes.count) },
      index: view[.indexLevel],
      variance: EWMAVariance(decay: volatilityDecay.value, at: Volatility(view[.marketVolatility])), queue: [])
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let (caps, causes) = (view.capitalisations, view.causes.count)
    let desk = state.desk ?? Desk(decay: decay)
    state.desk = desk
    desk.room.open(view)
    for book in desk.books {
      book.open(state.queue, view.orders, view, &desk.room)
      book.clear(over: caps[book.basket], causes: causes)
    }
    let closing = ClosingRebalance(view.orders)
    if !closing.isEmpty { try rebalance(closing, caps, view, state, desk, &turn) }
    try price(caps, view, &state, desk, &turn)
    state.queue.removeAll(keepingCapacity: true)
    var (waiting, shortfall) = (0.0, 0.0)
    for book in desk.books {
      try book.settle(view, state.baskets[book.basket.rawValue].price(), &turn)
      waiting += book.queue(into: &state.queue)
    }
    for book in desk.books {
      let law = ExecutionShortfall(
        coefficient: shortfallCoefficient.value, dailyVolatility: view[.marketVolatility] / 252.0.squareRoot(),
        volume: turnover.value * caps[book.basket], threshold: ExecutionShortfall.least)
      shortfall += try book.payShortfall(law, view, &turn)
    }
    turn.say(.marketTurnover, turnover.value)
    turn.say(.executionShortfall, shortfall * view.scale)
    sayCapacity(desk, waiting, caps.total, &turn)
    sayPurchases(desk, &turn)
  }

  /// Enters what is traded at the close in answer to the day's return, and clears again with it.
  private func rebalance(
    _ closing: ClosingRebalance, _ caps: Capitalisations, _ view: borrowing View, _ state: State, _ desk: Desk,
    _ turn: inout Turn
  ) throws {
    var closing = closing
    var trial = state.baskets
    let simple = move(&trial, caps, view, desk) { _, _, _ in }
    let amounts = try closing.amounts(
      return: simple, multiplier: view[.impactMultiplier], capitalisation: max(caps.total, 1))
    let first = desk.books.map(\.count)
    for (order, amount) in zip(closing.orders, amounts) where amount != .zero {
      let parts = caps.split(amount)
      for (book, part) in [parts.ai, parts.rest].enumerated() {
        let row = desk.books[book].basket.row
        desk.books[book].enter(Order(.inelastic, order.holder, row, part, cause: order.cause), view, &desk.room)
      }
    }
    for book in desk.books { book.clear(over: caps[book.basket], causes: view.causes.count) }
    for cause in view.causes.indices {
      let cents = desk.books.indices.reduce(Int64(0)) { $0 + desk.books[$1].filled(cause, from: first[$1]) }
      turn.say(.closingRebalance, at: cause, Double(cents) / 100)
    }
    turn.say(.hedgeFloor, closing.isFloored ? 1 : 0)
  }

  /// Moves the prices of both baskets by a day's flows and returns the simple return of the index.
  private func move(
    _ baskets: inout [BasketPrice], _ caps: Capitalisations, _ view: borrowing View, _ desk: Desk,
    each: (_ basket: EquityBasket, _ cause: Int, _ part: Double) -> Void
  ) -> Double {
    let terms = Terms(
      decay: desk.decay.impact, pressure: calendarPressure.value, learning: desk.decay.learning,
      multiplier: view[.impactMultiplier], relative: view[.relativeMultiplier])
    for b in baskets.indices { baskets[b].takeSurprises(in: desk.books[b].flows, terms, into: &desk.surprises[b]) }
    desk.index.removeAll(keepingCapacity: true)
    for (ai, rest) in zip(desk.surprises[0], desk.surprises[1]) {
      desk.index.append(caps.weight * ai + (1 - caps.weight) * rest)
    }
    var simple = 0.0
    for basket in EquityBasket.allCases {
      baskets[basket.rawValue].move(basket, view, terms, own: desk.surprises[basket.rawValue], index: desk.index) {
        each(basket, $0, $1)
      }
      let weight = basket == .ai ? caps.weight : 1 - caps.weight
      simple += weight * (Elementary.exp(baskets[basket.rawValue].change) - 1)
    }
    return simple
  }

  /// Moves both prices and says what moved them.
  private func price(
    _ caps: Capitalisations, _ view: borrowing View, _ state: inout State, _ desk: Desk, _ turn: inout Turn
  ) throws {
    for basket in desk.parts.indices { desk.parts[basket].removeAll(keepingCapacity: true) }
    let simple = move(&state.baskets, caps, view, desk) { basket, _, part in
      desk.parts[basket.rawValue].append(part)
    }
    turn.say(.contributionAI, each: desk.parts[EquityBasket.ai.rawValue])
    turn.say(.contributionRest, each: desk.parts[EquityBasket.rest.rawValue])
    for basket in EquityBasket.allCases {
      let moved = state.baskets[basket.rawValue]
      turn.say(.newsContribution, at: basket.rawValue, moved.newsPart)
      turn.say(.valueContribution, at: basket.rawValue, moved.valuePart)
      turn.say(.basketReturn, at: basket.rawValue, moved.change)
      turn.say(.logPrice, at: basket.rawValue, moved.logPrice)
      turn.revalue(basket.row, to: try moved.price())
    }
    let change = Elementary.log(1 + simple)
    state.index *= 1 + simple
    state.variance.update(change)
    turn.say(.indexReturn, change)
    turn.say(.indexLevel, state.index)
    turn.say(.marketVolatility, state.variance.volatility.value)
  }

  private func sayCapacity(_ desk: Desk, _ waiting: Double, _ cap: Double, _ turn: inout Turn) {
    let wanted = desk.books[0].wanted + desk.books[1].wanted
    let (ai, rest) = (desk.books[0].left, desk.books[1].left)
    let (buy, sell) = (ai.buy + rest.buy, ai.sell + rest.sell)
    turn.say(.elasticCapacity, cap > 0 ? min(buy, sell) / cap : 0)
    turn.say(.unfilledShare, wanted > 0 ? waiting / wanted : 0)
  }

  private func sayPurchases(_ desk: Desk, _ turn: inout Turn) {
    for sector in desk.purchases.indices { desk.purchases[sector] = 0 }
    for book in desk.books { book.sumPurchases(into: &desk.purchases) }
    desk.dollars.removeAll(keepingCapacity: true)
    for cents in desk.purchases { desk.dollars.append(Double(cents) / 100) }
    turn.say(.netPurchases, each: desk.dollars)
  }

  /// What both baskets' prices share on a day.
  struct Terms {
    let decay: ImpactDecay
    let pressure: Double
    let learning: Double
    let multiplier: Double
    let relative: Double
  }

  private var decay: (impact: ImpactDecay, learning: Double) {
    let impact = ImpactDecay(
      permanentShare: permanentShare, permanentHalfLife: valueHalfLife, transientHalfLife: transientHalfLife)
    return (impact, 1 - Decay.factor(halfLife: learningHalfLife))
  }
}
