import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Foreign trade")
struct ForeignTradeTests {
  private func world(
    _ settings: [(String, String)] = [], price: Double = 1, scale: Double = 1,
    seed: UInt64 = 1
  ) throws -> World {
    let page = DayPage {
      Phase("say") { Says<PriceTopic>(price) }
      Phase("export") {
        ForeignTrade(
          exports: 1_200_000, basket: FirmWorld.technology.exports, information: FirmWorld.information)
      }
    }
    let all = [("foreignTrade.incomeAbroad", "0")] + settings
    return try FirmWorld.world(
      try all.reduce(page) { try $0.setting($1.0, to: $1.1) }, FirmWorld.Books(cash: Money(cents: 1_000_000_000_000)),
      scale: scale, seed: seed)
  }

  private func cents(_ dollars: Double) -> Int64 { Int64((dollars * 100).rounded(.toNearestOrEven)) }

  @Test("buys a twelfth of a year's exports, at current prices and at the scale")
  func exports() throws {
    let world = try world(price: 1.5, scale: 10)
    try FirmWorld.run(world, months: 1)
    let paid =
      world.ledger.outlay(.exports, .restOfWorld).cents + world.ledger.outlay(.productionTax, .restOfWorld).cents
    #expect(paid == cents(1_200_000 / 12 / 10 * 1.5))
  }

  @Test("follows the shock to foreign demand, exports and income alike")
  func demand() throws {
    let page = DayPage {
      Phase("shock") { Says<DemandTopic>(0.1) }
      Phase("export") {
        ForeignTrade(exports: 1_200_000, basket: FirmWorld.technology.exports, information: FirmWorld.information)
      }
    }
    let world = try FirmWorld.world(page, FirmWorld.Books(cash: Money(cents: 100_000_000_000_000)))
    try FirmWorld.run(world, months: 1)
    #expect(abs(try #require(world.recorder.last("foreignDemand")) - Elementary.exp(0.1)) < 1e-12)
    #expect(
      abs(world.ledger.outlay(.fundIncome, .restOfWorld).dollars / (1.3e12 / 12 * Elementary.exp(0.1)) - 1) < 1e-9)
  }

  /// Says every shock alike.
  private enum DemandTopic: Topic {
    static let name = "shockOfDemand"
    static let observables: [Observable] = [.shock]
  }

  @Test("buys more with a weaker dollar, which weakens as claims of foreigners grow")
  func exchangeRate() throws {
    let page = DayPage {
      Phase("say") { Says<ProductTopic>(1_000_000) }
      Phase("import") { Pays { _ in [(Money(cents: 10_000_000), Holder(.firms, 4), Holder(.restOfWorld), .imports)] } }
      Phase("export") {
        ForeignTrade(exports: 0, basket: FirmWorld.technology.exports, information: FirmWorld.information)
      }
    }
    let world = try FirmWorld.world(try page.setting("foreignTrade.incomeAbroad", to: "0"))
    try FirmWorld.run(world, months: 2)
    // Claims are counted from the first month on; in the second they are a tenth of a year's product larger.
    let log = 0.32 * 0.1 / 60
    #expect(abs(try #require(world.recorder.last("realExchangeRate")) - Elementary.exp(log)) < 1e-12)
  }

  private enum ProductTopic: Topic {
    static let name = "products"
    static let observables: [Observable] = [.nominalGDP]
  }

  @Test("shares income from abroad among firms, AI firms and funds, to the cent")
  func income() throws {
    let world = try world([("foreignTrade.incomeAbroad", "1200.12")])
    try FirmWorld.run(world, months: 1)
    let ledger = world.ledger
    #expect(ledger.outlay(.fundIncome, .restOfWorld).cents == 10_001)
    for (sector, share) in [(Sector.firms, 0.45), (.aiFirms, 0.15), (.mutualFunds, 0.28), (.pensionFunds, 0.12)] {
      #expect(abs(Double(ledger.flow(.fundIncome, sector).cents) - 10_001 * share) <= 11, "\(sector)")
    }
    #expect(ledger.balance(.deposits, of: Industry.housingServices.seller).cents == 1_000_000_000_000)
  }

  @Test("pays funds nothing when firms earn it all")
  func shares() throws {
    let world = try world([
      ("foreignTrade.incomeAbroad", "1200"), ("foreignTrade.firmShare", "1"),
      ("foreignTrade.aiShare", "1"),
    ])
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.flow(.fundIncome, .mutualFunds) == .zero)
    #expect(world.ledger.outlay(.fundIncome, .restOfWorld).cents == 10_000)
  }
}
