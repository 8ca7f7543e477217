import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics

/// Trend followers drawn from a law, in the place of `TrendFollowers`, who record each position and trade.
struct HiddenTrendFollowers: Mechanism {
  static let name = "hiddenTrendFollowers"
  static let sees: [Observable] = [.indexLevel, .indexReturn]
  static let says: [Observable] = [.hiddenTrendPositions, .hiddenTrendTrades]
  static let orders = EquityBasket.rows

  let programmes: [HiddenProgramme]

  struct State: Codable, Sendable {
    var signals: [ProgrammeSignals]
    var priceVolatility: RobustVolatility
    var lastPrice: Double
    /// Wanted positions over assets.
    var wanted: [Double]
    var book: HiddenFuturesBook
    /// Levels of the last quarter.
    var high: RollingRange
    var yesterday: Day
  }

  func opening(_ view: borrowing View) throws -> State {
    var assets: [Double] = []
    for member in programmes.indices { assets.append(try HiddenTrendFollowers.assets(member, view)) }
    var state = State(
      signals: programmes.map { ProgrammeSignals($0) }, priceVolatility: RobustVolatility(), lastPrice: .nan,
      wanted: programmes.map { _ in 0 },
      book: try HiddenFuturesBook(
        exposures: TrendFollowers.openingExposure(of: assets), at: view[.indexLevel]),
      high: RollingRange(window: 63), yesterday: view.day)
    for price in IndexHistory.sp500.closes(on: .nyse) { update(&state, price) }
    for (member, programme) in programmes.enumerated() { state.wanted[member] = leverage(programme, member, state) }
    return state
  }

  private func update(_ state: inout State, _ price: Double) {
    let change = state.lastPrice > 0 ? Elementary.log(price / state.lastPrice) : 0
    state.priceVolatility.update(change: price - state.lastPrice)
    for member in state.signals.indices { state.signals[member].update(price, change: change) }
    state.lastPrice = price
  }

  func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let level = view[.indexLevel]
    if view.step > 1 { update(&state, level) }
    state.high.update(level)
    let fall = 1 - level / max(state.high.largest ?? level, level)
    try state.book.confirm(at: level)
    let capitalisations = view.capitalisations
    for (member, programme) in programmes.enumerated() {
      let a = try HiddenTrendFollowers.assets(member, view)
      if programme.looks(on: view.day, after: state.yesterday) {
        state.wanted[member] = leverage(programme, member, state)
      }
      if let stop = programme.stop, fall > stop { state.wanted[member] = min(state.wanted[member], 0) }
      let held = state.book.exposure(member, at: level)
      let zone = programme.buffer * programme.risk / state.signals[member].volatility * a
      let gap = TrendFollowers.outside(zone, state.wanted[member] * a - held)
      let order = try Money(dollars: programme.pace * gap)
      state.book.place(order, for: member)
      turn.orderIndex(order, for: Holder(.trendFollowers, member), futures: true, at: capitalisations)
      turn.say(.hiddenTrendPositions, at: member, held * view.scale)
      turn.say(.hiddenTrendTrades, at: member, order.dollars * view.scale)
    }
    state.yesterday = view.day
  }

  /// The position over assets a programme wants.
  private func leverage(_ programme: HiddenProgramme, _ member: Int, _ state: State) -> Double {
    let signals = state.signals[member]
    let forecast = 1.25 * signals.combined(programme.weights, over: state.priceVolatility.volatility)
    let size = programme.isBinary ? (forecast > 0 ? 1.0 : -1) : Forecast.capped(forecast) / Forecast.meanSize
    return programme.risk / signals.volatility * size
  }

  private static func assets(_ member: Int, _ view: borrowing View) throws -> Double {
    max(try view.netAssets(of: Holder(.trendFollowers, member), besides: .trendShares).dollars, 0)
  }
}

extension Observable {
  /// What each trend follower held at the last close, national.
  static let hiddenTrendPositions = Observable(
    "hiddenTrendPositions", unit: Dollars.self, atRest: 0, width: .each((1...HiddenFundLaw.programmes).map { "\($0)" }))
  /// What each orders on the day, national.
  static let hiddenTrendTrades = Observable(
    "hiddenTrendTrades", unit: Dollars.self, atRest: 0, width: .each((1...HiddenFundLaw.programmes).map { "\($0)" }))
}
