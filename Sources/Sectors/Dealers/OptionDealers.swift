import Accounting
import Markets
import Quantities
import Simulation
import Statistics

/// Dealers who take the other side of customers' index options and stay hedged in the market.
///
///     G         = −Σ customers' gamma                       dollars of delta per unit return
///     at close  : −G_eff r                                   the venue's two passes and floor; see `EquityVenue`
///     in the day: −(Δ + hedge)                               what time, volatility and new contracts changed since
///
/// The book holds every line of ``OptionProgramme`` by strike and expiry, valued on the surface of the day before. Options
/// are settled like futures: what a customer's lines gained since yesterday is paid in cash, and a new line costs nothing at its
/// fair value, so the row of options stays at zero. Sizes keep their part of the market. The first orders open a book as it
/// would have been written over the quarter before, hedged.
///
/// Ignores: single-stock options, the dealers' spread, hedging within the day, early exercise, interest and dividends.
///
/// Sees: the day's option orders, the index, implied volatilities. Does: orders the index, trades at the close, pays
/// margin; says the book's Greeks.
/// Verified by: `OptionDealersTests`.
public struct OptionDealers: Mechanism, ParameterSet {
  public static let name = "optionDealers"
  public static let systems = ["S5"]
  public static let sees: [Observable] = [
    .optionOrders, .indexLevel, .vix9D, .vix, .vix3M, .vix6M, .closingRebalance,
  ]
  public static let says: [Observable] = [.dealerGamma, .dealerVanna, .dealerCharm, .dealerVega, .dealerHedgeFlow]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Protective puts of three months that customers hold on balance.", range: Amount(0)...Amount(2e12),
    source: .assumed(
      because:
        "a third of the 420 billion of open SPX puts at 90 to 97 % and 30 to 120 days on 5 January 2024; who is long is not published"
    ))
  public var puts = Amount(140e9)

  @Parameter(
    "Protective puts bought in a week.", range: Amount(0)...Amount(5e11),
    source: .release(
      "Cboe", series: "a third of open SPX puts of a week and 90 to 97 %, as for the longer ones", asOf: "2024-01-05"))
  public var weeklyPuts = Amount(19e9)

  @Parameter(
    "Calls written by funds that sell them for income.", range: Amount(0)...Amount(1e12),
    source: .release("Morningstar", series: "assets of the derivative-income category", asOf: "2024-06"))
  public var overwriting = Amount(90.6e9)

  @Parameter(
    "The collar that the largest hedged-equity fund rolls at quarter ends.", range: Amount(0)...Amount(2e11),
    source: .release("Morningstar", series: "total assets of JPMorgan Hedged Equity", asOf: "2024-04-18"))
  public var collar = Amount(18e9)

  @Parameter(
    "Puts that systematic hedges roll at month ends.", range: Amount(0)...Amount(2e11),
    source: .release(
      "Morningstar", series: "assets of JPMorgan Hedged Equity 2, which rolls between quarter ends", asOf: "2026-02"))
  public var monthEnd = Amount(5.3e9)

  @Parameter(
    "Calls and puts of the day that customers sell on balance.", range: Amount(0)...Amount(5e10),
    source: .paper(
      "Cboe (2023), Volatility Insights: Much Ado About 0DTEs",
      at: "market makers' gamma in options of the day is positive and a few hundred million dollars for 1 %"))
  public var sameDay = Amount(0.5e9)

  public static let all: [Field<Self>] = [
    Field("puts", \.$puts), Field("weeklyPuts", \.$weeklyPuts), Field("overwriting", \.$overwriting),
    Field("collar", \.$collar), Field("monthEnd", \.$monthEnd), Field("sameDay", \.$sameDay),
  ]

  public struct State: Codable, Sendable {
    /// One book a holder of programmes, positive when the customer is long.
    var books: [OptionBook]
    /// What each was worth when last settled, in dollars of the run.
    var values: [Double]
    /// The hedge, in dollars of the index per index point.
    var hedge = 0.0
    /// What was ordered in the day before, in dollars.
    var ordered = 0.0
    /// The day before.
    var yesterday: Day
    /// The index at the opening, by which sizes grow.
    let base: Double
    var isOpen = false
  }

  /// Who holds programmes, in the order of the books.
  static let customers: [Sector] = [.pensionFunds, .mutualFunds, .households]

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    State(
      books: OptionDealers.customers.map { _ in OptionBook(multiplier: 1) },
      values: OptionDealers.customers.map { _ in 0 }, yesterday: view.day, base: view[.indexLevel])
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let level = view[.indexLevel]
    let surface = OptionSurface(view)
    if state.isOpen { count(&state, view, at: level) } else { try open(&state, view, surface) }
    try settle(&state, view, at: level, surface, &turn)
    for (index, programme) in OptionProgramme.allCases.enumerated() {
      try add(view[.optionOrders, index], of: programme, on: view.day, at: level, &state, view)
    }
    var dealers = OptionExposure()
    for book in state.books.indices {
      let customers = try surface.exposure(of: state.books[book], at: level, on: state.yesterday)
      state.values[book] = customers.value.value
      dealers.subtract(customers)
    }
    let order = -(dealers.delta.value + state.hedge * level)
    turn.orderIndex(try Money(dollars: order), for: Holder(.dealers), futures: false, at: view.capitalisations)
    turn.rebalanceIndex(gamma: try Money(dollars: dealers.gamma.value), for: Holder(.dealers))
    (state.ordered, state.yesterday) = (order, view.day)
    say(dealers, order, view, &turn)
  }

  // MARK: The book

  /// Dollars of a programme at the opening, national.
  private func size(_ programme: OptionProgramme) -> Amount {
    switch programme {
    case .puts: puts
    case .weeklyPuts: weeklyPuts
    case .overwriting: overwriting
    case .collar: collar
    case .monthEnd: monthEnd
    case .sameDay: sameDay
    }
  }

  /// Adds what a programme orders on a day: contracts of a dollar a point, in millionths.
  private func add(
    _ part: Double, of programme: OptionProgramme, on day: Day, at level: Double, _ state: inout State,
    _ view: borrowing View
  ) throws {
    guard part > 0, let book = OptionDealers.customers.firstIndex(of: programme.holder) else { return }
    let units = part * size(programme).value / view.scale / state.base * 1e6
    let expiry = programme.expiry(of: day, view.calendar)
    for line in programme.lines {
      let strike = (line.moneyness * level / OptionDealers.grid).rounded() * OptionDealers.grid
      guard abs(units) < 4e18 else { throw Money.OutOfRange(value: units) }
      try state.books[book].add(Int64((line.weight * units).rounded()), line.right, strike: strike, expiry: expiry)
    }
  }

  /// Points between strikes.
  private static let grid = 25.0

  /// Writes the book as it would have been written over the quarter before, hedged, if customers trade today.
  private func open(_ state: inout State, _ view: borrowing View, _ surface: OptionSurface) throws {
    state.isOpen = OptionProgramme.allCases.indices.contains { view[.optionOrders, $0] != 0 }
    guard state.isOpen else { return }
    var day = state.yesterday
    for close in IndexHistory.sp500.dailyCloses.reversed() {
      for programme in OptionProgramme.allCases where programme.expiry(of: day, view.calendar) > state.yesterday {
        try add(programme.part(on: day, view.calendar), of: programme, on: day, at: close, &state, view)
      }
      day = view.calendar.previous(before: day)
    }
    let level = view[.indexLevel]
    for book in state.books.indices {
      let exposure = try surface.exposure(of: state.books[book], at: level, on: state.yesterday)
      state.values[book] = exposure.value.value
      state.hedge += exposure.delta.value / level
    }
  }

  /// Counts what was traded yesterday into the hedge.
  private func count(_ state: inout State, _ view: borrowing View, at level: Double) {
    guard level > 0 else { return }
    let cause = view.causes.firstIndex(of: OptionDealers.name)
    let closing = cause.map { view[.closingRebalance, $0] } ?? 0
    state.hedge += (state.ordered + closing) / level
  }

  /// Pays customers what their lines gained since they were last settled; lines that expired pay off and end.
  private func settle(
    _ state: inout State, _ view: borrowing View, at level: Double, _ surface: OptionSurface, _ turn: inout Turn
  ) throws {
    for (book, sector) in OptionDealers.customers.enumerated() {
      let now = try surface.exposure(of: state.books[book], at: level, on: state.yesterday).value.value
      let gain = try Money(dollars: now - state.values[book])
      _ = try state.books[book].settle(on: state.yesterday, at: level)
      // Many households trade through listed funds.
      let customer = Holder(sector == .households && view.members(.households) != 1 ? .mutualFunds : sector)
      let dealer = Holder(.dealers)
      if gain > .zero {
        turn.pay(
          gain, from: dealer, to: customer, as: .variationMargin, ifShort: .orBorrow(.repo, from: view.bank(of: dealer))
        )
      } else {
        turn.pay(
          gain.magnitude, from: customer, to: dealer, as: .variationMargin,
          ifShort: .orBorrow(.repo, from: view.bank(of: customer)))
      }
    }
  }

  private func say(_ dealers: OptionExposure, _ order: Double, _ view: borrowing View, _ turn: inout Turn) {
    turn.say(.dealerGamma, dealers.gammaPerPercent.value * view.scale)
    turn.say(.dealerVanna, dealers.vanna.value / 100 * view.scale)
    turn.say(.dealerCharm, dealers.charmPerDay.value * view.scale)
    turn.say(.dealerVega, dealers.vega.value / 100 * view.scale)
    turn.say(.dealerHedgeFlow, order * view.scale)
  }
}

extension OptionExposure {
  fileprivate mutating func subtract(_ other: OptionExposure) {
    (value, delta, gamma) = (value - other.value, delta - other.delta, gamma - other.gamma)
    (vega, vanna, charm) = (vega - other.vega, vanna - other.vanna, charm - other.charm)
  }
}

/// The surface on which dealers value their book: the implied volatilities of the day before, with a fixed smile.
struct OptionSurface {
  private let surface: VolatilitySurface?

  /// ρ and η: the skew at a month of SPX options, as the tests of the surface use it.
  private static let smile = VolatilitySmile(skew: Share(-0.7), curvature: Share(0.8))
  /// Volatility at the money over that of a variance swap, at usual volatility over a month.
  private static let ratio: Double = {
    let θ = 0.17 * 0.17 * 30 / 365
    return smile.map { (θ / $0.swapVariance(atTheMoney: θ)).squareRoot() } ?? 1
  }()

  init(_ view: borrowing View) {
    let levels = [view[.vix9D], view[.vix], view[.vix3M], view[.vix6M]].map { max($0, 0.03) * OptionSurface.ratio }
    var (maturities, volatilities): ([Tenor], [Volatility]) = ([], [])
    var total = 0.0
    for (index, level) in zip(VolatilityIndex.allCases, levels) {
      let years = index.days / 365
      // Total variance never falls with maturity, or a calendar spread would be free.
      total = max(total, level * level * years)
      maturities.append(Tenor(years))
      volatilities.append(Volatility((total / years).squareRoot()))
    }
    surface = OptionSurface.smile.flatMap {
      VolatilitySurface($0, maturities: maturities, atTheMoney: volatilities)
    }
  }

  /// Value and Greeks of a book, without interest or dividends.
  ///
  /// - Throws: ``Quantities/Money/OutOfRange`` when they are not finite.
  func exposure(of book: OptionBook, at level: Double, on day: Day) throws -> OptionExposure {
    guard let surface, let exposure = book.exposure(at: level, on: day, surface, rate: Rate(0), carry: Rate(0)) else {
      throw Money.OutOfRange(value: level)
    }
    return exposure
  }
}

extension Observable {
  /// Dollars of delta that dealers gain for a rise of 1 %, national; positive is long.
  public static let dealerGamma = Observable("dealerGamma", unit: Dollars.self, atRest: 0)
  /// Dollars of delta for a point of volatility, national.
  public static let dealerVanna = Observable("dealerVanna", unit: Dollars.self, atRest: 0)
  /// Dollars of delta a trading day, national.
  public static let dealerCharm = Observable("dealerCharm", unit: Dollars.self, atRest: 0)
  /// Dollars for a point of volatility, national.
  public static let dealerVega = Observable("dealerVega", unit: Dollars.self, atRest: 0)
  /// What dealers order in a day to stay hedged, what they trade at the close left out, national.
  public static let dealerHedgeFlow = Observable("dealerHedgeFlow", unit: Dollars.self, atRest: 0)
}
