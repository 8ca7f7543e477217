import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics

/// Vol-target funds drawn from a law, in the place of `VolTargetFunds`, who record each position and trade.
struct HiddenVolTargetFunds: Mechanism {
  static let name = "hiddenVolTargetFunds"
  static let sees: [Observable] = [.indexLevel, .indexReturn]
  static let says: [Observable] = [.hiddenVolTargetPositions, .hiddenVolTargetTrades]
  static let orders = EquityBasket.rows

  let mandates: [HiddenMandate]

  struct State: Codable, Sendable {
    var volatilities: [MandateVolatility]
    var exposures: [Double]
    var moods: [Double]
    var book: HiddenFuturesBook
    /// Levels of the last year.
    var high: RollingRange
  }

  func opening(_ view: borrowing View) throws -> State {
    var assets: [Double] = []
    for member in mandates.indices { assets.append(try HiddenVolTargetFunds.assets(member, view)) }
    let exposures = VolTargetFunds.openingExposure(of: assets)
    let returns = IndexHistory.sp500.dailyReturns
    return State(
      volatilities: mandates.map { MandateVolatility($0, after: returns) },
      exposures: zip(exposures, assets).map { $1 > 0 ? $0 / $1 : 0 }, moods: mandates.map { _ in 0 },
      book: try HiddenFuturesBook(exposures: exposures, at: view[.indexLevel]), high: RollingRange(window: 252))
  }

  func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let level = view[.indexLevel]
    if view.step > 1 {
      for member in mandates.indices { state.volatilities[member].update(view[.indexReturn], mandates[member]) }
    }
    state.high.update(level)
    let fall = 1 - level / max(state.high.largest ?? level, level)
    try state.book.confirm(at: level)
    let capitalisations = view.capitalisations
    for (member, mandate) in mandates.enumerated() {
      let a = try HiddenVolTargetFunds.assets(member, view)
      if mandate.mood > 0 {
        let ε = view.draw.normal(.hiddenMood, of: UInt32(member), on: view.day)
        state.moods[member] = 0.97 * state.moods[member] + (1 - 0.97 * 0.97).squareRoot() * mandate.mood * ε
      }
      let held = state.book.exposure(member, at: level)
      turn.say(.hiddenVolTargetPositions, at: member, held * view.scale)
      guard mandate.weekday == nil || mandate.weekday == view.day.weekday else {
        turn.say(.hiddenVolTargetTrades, at: member, 0)
        continue
      }
      var wanted = mandate.wanted(at: state.volatilities[member].volatility(lag: mandate.lag))
      if let retreat = mandate.retreat, fall > retreat { wanted /= 2 }
      wanted = min(wanted * Elementary.exp(state.moods[member]), mandate.cap)
      state.exposures[member] = mandate.step(from: state.exposures[member], toward: wanted)
      let order = try Money(dollars: state.exposures[member] * a - held)
      state.book.place(order, for: member)
      turn.orderIndex(order, for: Holder(.volTargetFunds, member), futures: true, at: capitalisations)
      turn.say(.hiddenVolTargetTrades, at: member, order.dollars * view.scale)
    }
  }

  private static func assets(_ member: Int, _ view: borrowing View) throws -> Double {
    max(try view.netAssets(of: Holder(.volTargetFunds, member), besides: .volTargetShares).dollars, 0)
  }
}

extension Observable {
  /// What each fund held at the last close, national.
  static let hiddenVolTargetPositions = Observable(
    "hiddenVolTargetPositions", unit: Dollars.self, atRest: 0,
    width: .each((1...HiddenFundLaw.mandates).map { "\($0)" }))
  /// What each orders on the day, national.
  static let hiddenVolTargetTrades = Observable(
    "hiddenVolTargetTrades", unit: Dollars.self, atRest: 0, width: .each((1...HiddenFundLaw.mandates).map { "\($0)" }))
}
