import Accounting
import Quantities
import Simulation
import Statistics

/// What everyone in the market of ``FrankeWesterhoff`` can see.
enum FrankeWesterhoffBoard {
  /// p, the log price over its value.
  static let logPrice = Observable("logPrice", unit: Dimensionless.self, atRest: 0)
  /// p₋₁
  static let lastLogPrice = Observable("lastLogPrice", unit: Dimensionless.self, atRest: 0)
  /// n_f
  static let fundamentalistShare = Observable("fundamentalistShare", unit: Dimensionless.self, atRest: 0.5)
}

/// Traders who expect the price to return to its value.
///
///     d_f = n_f (σ_f ζ_f − φ p)
///
/// Sees: price, their share. Does: orders. Verified by: `FrankeWesterhoffTests`.
struct Fundamentalists: Mechanism {
  static let name = "fundamentalists"
  static let sees = [FrankeWesterhoffBoard.logPrice, FrankeWesterhoffBoard.fundamentalistShare]
  static let orders: [Instrument] = [.restEquity]
  static let holder = Holder(.valueFunds)
  let equations: FrankeWesterhoffEquations
  let market: UInt32

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let demand = equations.fundamentalDemand(
      share: view[FrankeWesterhoffBoard.fundamentalistShare], price: view[FrankeWesterhoffBoard.logPrice],
      noise: view.draw.normal(.fundamentalists, of: market, on: view.day))
    turn.order(try Money(book: demand), of: .restEquity, for: Fundamentalists.holder)
  }
}

/// Traders who expect the last move to go on.
///
///     d_c = n_c (χ (p − p₋₁) + σ_c ζ_c)
///
/// Sees: price, yesterday's, the others' share. Does: orders. Verified by: `FrankeWesterhoffTests`.
struct Chartists: Mechanism {
  static let name = "chartists"
  static let sees = [
    FrankeWesterhoffBoard.logPrice, FrankeWesterhoffBoard.lastLogPrice, FrankeWesterhoffBoard.fundamentalistShare,
  ]
  static let orders: [Instrument] = [.restEquity]
  static let holder = Holder(.trendFollowers)
  let equations: FrankeWesterhoffEquations
  let market: UInt32

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let demand = equations.chartDemand(
      share: view[FrankeWesterhoffBoard.fundamentalistShare], price: view[FrankeWesterhoffBoard.logPrice],
      last: view[FrankeWesterhoffBoard.lastLogPrice],
      noise: view.draw.normal(.chartists, of: market, on: view.day))
    turn.order(try Money(book: demand), of: .restEquity, for: Chartists.holder)
  }
}

/// How many traders are fundamentalists tomorrow.
///
///     n_f₊₁ = 1 / (1 + e^{−β a})   or   n_f + n_c min(1, ν e^a) − n_f min(1, ν e^{−a})
///
/// Sees: price, share. Does: says the share. Verified by: `FrankeWesterhoffTests`.
struct ChangesOfMind: Mechanism {
  static let name = "changesOfMind"
  static let sees = [FrankeWesterhoffBoard.logPrice, FrankeWesterhoffBoard.fundamentalistShare]
  static let says = [FrankeWesterhoffBoard.fundamentalistShare]
  let equations: FrankeWesterhoffEquations

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let share = view[FrankeWesterhoffBoard.fundamentalistShare]
    let power = Elementary.exp(equations.exponent(share: share, price: view[FrankeWesterhoffBoard.logPrice]))
    turn.say(FrankeWesterhoffBoard.fundamentalistShare, equations.nextShare(share, power: power))
  }
}
