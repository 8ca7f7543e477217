import Accounting
import Markets
import Quantities
import Sectors
import Simulation

/// News read from a list: day 1 is the first after the opening; the same for both baskets, zero where nothing is listed.
struct ShockedNews: Mechanism {
  static let name = "shockedNews"
  static let says: [Observable] = [.news]
  var shocks: [(day: Int, size: Double)]
  /// The size of news on all other days, alternately up and down.
  var usual = 0.0

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let size = shocks.first { $0.day == view.step }?.size ?? (view.step % 2 == 0 ? usual : -usual)
    for basket in EquityBasket.allCases { turn.say(.news, at: basket.rawValue, size) }
  }
}

extension MarketWorld {
  /// A world of one participant, those who take its other side, and listed news.
  static func alone(
    _ participant: some Mechanism, _ shocks: [(day: Int, size: Double)], usual: Double = 0, isPriced: Bool = true,
    days: Int, opening: Opening? = nil
  ) throws -> World {
    let page = DayPage {
      Phase("announce") {
        ShockedNews(shocks: shocks, usual: usual)
        FlowPricing()
      }
      Phase("decide") {
        participant
        ActiveFunds()
        ForeignInvestors()
      }
      Phase("trade") { EquityVenue() }
    }
    let world = try world(page: isPriced ? page : page.without(["flowPricing"]), opening: opening)
    for _ in 0..<days { try world.advance() }
    return world
  }
}
