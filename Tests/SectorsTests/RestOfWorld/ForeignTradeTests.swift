import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Foreign trade")
struct ForeignTradeTests {
  private func world(
    _ settings: [(String, String)] = [("foreignTrade.shock", "0")], price: Double = 1, scale: Double = 1,
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

  @Test("buys a twelfth of a year's exports, grown by trend, at current prices and at the scale")
  func exports() throws {
    let world = try world(price: 1.5, scale: 10)
    try FirmWorld.run(world, months: 1)
    let paid =
      world.ledger.outlay(.exports, .restOfWorld).cents + world.ledger.outlay(.productionTax, .restOfWorld).cents
    #expect(paid == cents(1_200_000 / 12 / 10 * 1.5 * Elementary.pow(1.025, 1.0 / 252)))
  }

  @Test("draws demand from an AR(1) in logs: variance σ²/(1 − ρ²)")
  func demand() throws {
    let world = try world([("foreignTrade.persistence", "0.5"), ("foreignTrade.shock", "0.01")])
    for _ in 0..<20_000 { try world.advance() }
    let logs = try #require(world.recorder.series("foreignDemand")).dropFirst().map { Elementary.log($0) }
    let deviation = try #require(Moments.standardDeviation(logs))
    #expect(abs(deviation / (0.01 / 0.75.squareRoot()) - 1) < 0.02, "\(deviation)")
  }

  @Test("is the same demand for the same seed, and one without shocks")
  func luck() throws {
    let (a, b, calm) = (try world([], seed: 4), try world([], seed: 4), try world())
    for world in [a, b, calm] { try FirmWorld.run(world, months: 5) }
    #expect(a.recorder.series("foreignDemand") == b.recorder.series("foreignDemand"))
    #expect(Set(try #require(calm.recorder.series("foreignDemand"))) == [1])
  }

  @Test("shares income from abroad among firms, AI firms and funds, to the cent")
  func income() throws {
    let world = try world([("foreignTrade.shock", "0"), ("foreignTrade.incomeAbroad", "1200.12")])
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
      ("foreignTrade.shock", "0"), ("foreignTrade.incomeAbroad", "1200"), ("foreignTrade.firmShare", "1"),
      ("foreignTrade.aiShare", "1"),
    ])
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.flow(.fundIncome, .mutualFunds) == .zero)
    #expect(world.ledger.outlay(.fundIncome, .restOfWorld).cents == 10_000)
  }
}
