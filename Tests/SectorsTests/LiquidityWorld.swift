import Accounting
import Quantities
import Sectors
import Simulation

/// The books of a world of firms on the days that the exchange trades, from the last of 2025.
enum LiquidityWorld {
  static func world(
    _ page: DayPage, _ books: FirmWorld.Books = .init(), opens: Day = FirmWorld.opens, scale: Double = 1
  ) throws -> World {
    try World(
      .init(
        page: page, ledger: Ledger(books.chart, opening: books.opening), traits: Traits(count: 1),
        clock: .tradingDays(.nyse), opens: opens, scale: scale))
  }

  /// Runs through a day and checks every identity of the books after each.
  static func run(_ world: World, through last: Day) throws {
    while world.day < last {
      try world.advance()
      guard try world.ledger.audit(members: true).isClean else { throw FirmWorld.Unclean(day: world.day) }
    }
  }
}

extension World {
  func dollars(_ row: Instrument, _ holder: Holder) throws -> Double { try ledger.worth(row, of: holder).dollars }
  func reserves() -> Double { ledger.value(.reserves, .banks).dollars }
}

enum CashTargetTopic: Topic {
  static let name = "cashTargets"
  static let observables: [Observable] = [.cashTarget]
}

enum QuietPlanTopic: Topic {
  static let name = "quietPlans"
  static let observables: [Observable] = [.cashBuybacks, .scheduledCash]
}

enum BillBidTopic: Topic {
  static let name = "billBids"
  static let observables: [Observable] = [.moneyFundBillBid]
}

enum PurchasesTopic: Topic {
  static let name = "purchases"
  static let observables: [Observable] = [.reservePurchases]
}

enum SpreadTopic: Topic {
  static let name = "spreads"
  static let observables: [Observable] = [.moneyMarketSpread]
}

enum PolicyTopic: Topic {
  static let name = "policies"
  static let observables: [Observable] = [.policyRate]
}

enum NetLiquidityTopic: Topic {
  static let name = "netLiquidities"
  static let observables: [Observable] = [.netLiquidity]
}

enum TermPremiumTopic: Topic {
  static let name = "termPremiums"
  static let observables: [Observable] = [.termPremiumShift]
}
