import Accounting
import Quantities
import Statistics

/// What a mechanism may look at: the day, everyone's balances, the observables, and its luck. All of it is as it was
/// before the phase began, and none of it can be changed from here.
public struct View: @unchecked Sendable {
  let scene: Scene
  public let day: Day
  /// Steps of the clock since the opening: 0 on the opening day.
  public let step: Int
  /// The orders placed today before this phase, in canonical order.
  public let orders: [Order]

  var ledger: Ledger { scene.ledger }
  var board: Board { scene.board }
  /// Traits of the households.
  public var traits: Traits { scene.traits }
  public var calendar: TradingCalendar { scene.calendar }
  public var draw: Draw { scene.draw }
  /// One simulated holder, firm or dollar stands for this many of the country's.
  public var scale: Double { scene.scale }
  /// The names of the mechanisms that place orders, in the order of the day page.
  public var causes: [String] { scene.causes }

  /// The value of an observable: last said, or at rest.
  public subscript(observable: Observable) -> Double {
    board.slot(observable).map { board.values[$0] } ?? observable.atRest
  }

  /// One number of a vector observable.
  public subscript(observable: Observable, index: Int) -> Double {
    board.slot(observable, at: index).map { board.values[$0] } ?? observable.atRest
  }

  public func members(_ sector: Sector) -> Int { ledger.chart.members[sector] }
  public func balance(_ row: Instrument, of holder: Holder) -> Money { ledger.balance(row, of: holder) }
  public func units(_ row: Instrument, of holder: Holder) -> Int64 { ledger.units(row, of: holder) }
  public func worth(_ row: Instrument, of holder: Holder) throws -> Money { try ledger.worth(row, of: holder) }
  /// What a holder owns less what it owes, one row left out: for a fund its own shares, so that it is what they are worth.
  public func netAssets(of holder: Holder, besides row: Instrument) throws -> Money {
    try ledger.netAssets(of: holder, besides: row)
  }
  public func value(_ row: Instrument, _ sector: Sector) -> Money { ledger.value(row, sector) }
  public func quantity(_ row: Instrument, _ sector: Sector) -> Int64 { ledger.quantity(row, sector) }
  public func price(_ row: Instrument) -> Price { ledger.price(row) }
  public func netWorth(_ sector: Sector) -> Money { ledger.netWorth(sector) }
  /// What the sectors that owe a row owe of it, together: the capitalisation of an equity.
  public func owed(_ row: Instrument) -> Money { ledger.owed(row) }
  public func flow(_ flow: Flow, _ sector: Sector) -> Money { ledger.flow(flow, sector) }
  /// What a sector added to a row by transactions since the opening, prices aside.
  public func transaction(_ row: Instrument, _ sector: Sector) -> Money { ledger.transaction(row, sector) }
  /// What a sector produced less what it used up of a real row since the opening.
  public func volume(_ row: Instrument, _ sector: Sector) -> Money { ledger.volume(row, sector) }
  /// What a sector paid for a flow since the opening, gross.
  public func outlay(_ flow: Flow, _ sector: Sector) -> Money { ledger.outlay(flow, sector) }
  public func bank(of holder: Holder) -> Holder { Holder(.banks, Int(ledger.bank(of: holder))) }
  /// The members' balances of one row, read-only; nil while all are zero.
  public func column(_ row: Instrument, _ sector: Sector) -> UnsafeBufferPointer<Int64>? { ledger.column(row, sector) }
  /// What a holder can pay today; nil for a bank or the central bank.
  public func means(of holder: Holder) -> Money? { ledger.means(of: holder) }
}

/// What of a world stays the same from day to day, kept in one place so that a view is quick to make.
final class Scene {
  let ledger: Ledger
  let board: Board
  let traits: Traits
  let calendar: TradingCalendar
  let draw: Draw
  let scale: Double
  let causes: [String]

  init(
    ledger: Ledger, board: Board, traits: Traits, calendar: TradingCalendar, draw: Draw, scale: Double, causes: [String]
  ) {
    (self.ledger, self.board, self.traits, self.calendar) = (ledger, board, traits, calendar)
    (self.draw, self.scale, self.causes) = (draw, scale, causes)
  }
}
