import Accounting
import Markets
import Quantities
import Simulation

/// Orders read from a list: day 1 is the first after the opening.
struct ScriptedOrders: Mechanism {
  static let name = "scriptedOrders"
  static let orders = EquityBasket.rows
  struct Line: Sendable {
    var day: Int
    var holder: Holder
    var row = Instrument.aiEquity
    var dollars: Double
    var isFutures = false
    /// Dollars traded against a unit return of the index, instead of an order.
    var gamma = 0.0
  }
  var lines: [Line]

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    for line in lines where line.day == view.step {
      turn.rebalanceIndex(gamma: try Money(dollars: line.gamma), for: line.holder)
      turn.order(try Money(dollars: line.dollars), of: line.row, for: line.holder, futures: line.isFutures)
    }
  }
}

/// Offers of the rest of the world, the same every day.
struct ScriptedOffers: Mechanism {
  static let name = "scriptedOffers"
  var buy = 50_000_000.0
  var sell = 50_000_000.0

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    for row in EquityBasket.rows {
      turn.offer(
        buyUpTo: try Money(dollars: buy), sellUpTo: try Money(dollars: sell), of: row, for: Holder(.restOfWorld))
    }
  }
}

/// A world of one company a basket, one fund, one dealer and the rest of the world: $1bn in AI equity, $2bn in the rest.
enum VenueWorld {
  static func run(
    _ lines: [ScriptedOrders.Line], offers: ScriptedOffers = ScriptedOffers(), isNews: Bool = false,
    isPriced: Bool = true, days: Int, setting parameters: [(String, String)] = []
  ) throws -> World {
    var page = DayPage {
      Phase("announce") {
        News()
        FlowPricing()
      }
      Phase("decide") {
        ScriptedOrders(lines: lines)
        offers
      }
      Phase("trade") { EquityVenue() }
    }
    if !isNews { page = try page.setting("news.volatility", to: "0.03") }
    if !isPriced { page = try page.without(["flowPricing"]) }
    for (path, text) in parameters { page = try page.setting(path, to: text) }
    let world = try World(
      .init(
        page: page, ledger: try Ledger(Chart(), opening: opening), clock: .tradingDays(.nyse),
        opens: Day(number: 20_453)))
    for _ in 0..<days {
      try world.advance()
      guard try world.ledger.audit(members: true).isClean else { throw Unbalanced(day: world.day) }
    }
    return world
  }

  struct Unbalanced: Error { let day: Day }

  private static var opening: Opening {
    var opening = Opening()
    let units = { (dollars: Int64) in [dollars * 10_000] }
    opening.set(.aiEquity, .aiFirms, units(-1_000_000_000))
    opening.set(.aiEquity, .restOfWorld, units(900_000_000))
    opening.set(.aiEquity, .mutualFunds, units(100_000_000))
    opening.set(.restEquity, .firms, units(-2_000_000_000))
    opening.set(.restEquity, .restOfWorld, units(1_800_000_000))
    opening.set(.restEquity, .mutualFunds, units(200_000_000))
    let cash: [(Sector, Int64)] = [(.mutualFunds, 300), (.restOfWorld, 500), (.aiFirms, 100), (.firms, 100)]
    for (sector, millions) in cash { opening.set(.deposits, sector, [millions * 100_000_000]) }
    opening.set(.deposits, .banks, [-cash.reduce(0) { $0 + $1.1 } * 100_000_000])
    return opening
  }
}
