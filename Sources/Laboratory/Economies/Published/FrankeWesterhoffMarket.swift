import Accounting
import Quantities
import Simulation
import Statistics

/// The market of ``FrankeWesterhoff`` on the kernel: its traders order, a market maker fills them out of his own stock
/// at the standing price and then moves it, and every trade is in the ledger.
///
/// The path is that of ``FrankeWesterhoffLanes``, bit for bit: both read the same addressed draws and round orders to
/// the same cents. What this one adds is the truth about who holds what.
public struct FrankeWesterhoffMarket {
  public let world: World

  /// Opens market `market` at its value, half of the traders in each group; each side has stock and cash for decades.
  public init(_ model: FrankeWesterhoff, market: UInt32 = 0, seed: UInt64 = 1, replicate: UInt32 = 0) throws {
    let equations = model.equations
    let page = DayPage {
      Phase("decide") {
        Fundamentalists(equations: equations, market: market)
        Chartists(equations: equations, market: market)
      }
      Phase("trade") {
        MarketMaker(equations: equations)
        ChangesOfMind(equations: equations)
      }
    }
    world = try World(
      World.Setup(
        page: page, ledger: try FrankeWesterhoffMarket.books(), clock: .periods, opens: Day(number: 0), seed: seed,
        replicate: replicate))
  }

  /// Cash from the central bank and shares of the firms: $20,000 billion of each for each of the three.
  private static func books() throws -> Ledger {
    let holders = [Fundamentalists.holder, Chartists.holder, MarketMaker.holder]
    var chart = Chart()
    chart.settlement[.centralBank] = .currencyIssuer
    for holder in holders { chart.settlement[holder.sector] = .currency }
    let cash = try Money(book: 20_000)
    let shares = try MarketMaker.price(logPrice: 0).units(for: cash.cents)
    var opening = Opening()
    opening.price(.restEquity, try MarketMaker.price(logPrice: 0))
    for holder in holders {
      opening.set(.currency, holder.sector, [cash.cents])
      opening.set(.restEquity, holder.sector, [shares])
    }
    opening.set(.currency, .centralBank, [-3 * cash.cents])
    opening.set(.restEquity, .firms, [-3 * shares])
    return try Ledger(chart, opening: opening)
  }

  /// Runs days and returns the log price over value of every day so far, the opening first.
  public func run(days: Int) throws -> [Double] {
    for _ in 0..<max(days, 0) { try world.advance() }
    return world.recorder.series(FrankeWesterhoffBoard.logPrice.name) ?? []
  }
}

/// Fills every order at the standing price, then moves it with what was ordered in excess.
///
///     p₊₁ = p + μ (d_f + d_c)
///
/// Sees: price, orders. Does: trades, says the prices. Verified by: `FrankeWesterhoffTests`.
struct MarketMaker: Mechanism {
  static let name = "marketMaker"
  static let sees = [FrankeWesterhoffBoard.logPrice]
  static let says = [FrankeWesterhoffBoard.logPrice, FrankeWesterhoffBoard.lastLogPrice]
  static let holder = Holder(.dealers)
  let equations: FrankeWesterhoffEquations

  /// A side of a trade has run out of cash or shares: the equations know no such limit, so the run cannot go on.
  struct Exhausted: Error, CustomStringConvertible {
    let holder: Holder
    var description: String { "\(holder) cannot settle what it ordered" }
  }

  /// $100 a share at its value.
  static func price(logPrice p: Double) throws -> Price { try Price(dollars: 100 * Elementary.exp(p)) }

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let p = view[FrankeWesterhoffBoard.logPrice]
    var excess: Int64 = 0
    for order in view.orders {
      excess += order.amount.cents
      let isSale = order.amount < .zero
      let (seller, buyer) = isSale ? (order.holder, MarketMaker.holder) : (MarketMaker.holder, order.holder)
      let units = try view.price(.restEquity).units(for: order.amount.cents.magnitude64)
      if view.units(.restEquity, of: seller) < units { throw Exhausted(holder: seller) }
      if let means = view.means(of: buyer), means < order.amount.magnitude { throw Exhausted(holder: buyer) }
      turn.trade(units, .restEquity, from: seller, to: buyer, ifShort: .orDefault)
    }
    let next = equations.nextPrice(p, excessCents: Double(excess))
    turn.revalue(.restEquity, to: try MarketMaker.price(logPrice: next))
    turn.say(FrankeWesterhoffBoard.lastLogPrice, p)
    turn.say(FrankeWesterhoffBoard.logPrice, next)
  }
}

extension Int64 {
  fileprivate var magnitude64: Int64 { Int64(clamping: magnitude) }
}
