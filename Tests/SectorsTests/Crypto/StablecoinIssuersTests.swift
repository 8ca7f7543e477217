import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Stablecoin issuers")
struct StablecoinIssuersTests {
  private enum ProductTopic: Topic {
    static let name = "product"
    static let observables: [Observable] = [.nominalGDP]
  }

  private func world(access: Double, product: Double = 0, _ settings: [(String, String)] = []) throws -> World {
    let page = DayPage {
      Phase("say") {
        Says<CryptoAccessTopic>(access)
        Says<ProductTopic>(product)
      }
      Phase("mint") { StablecoinIssuers() }
    }
    return try CryptoWorld.world(try page.setting(settings), coins: 120_000, bills: 5e6)
  }

  @Test("sell coins at par to those abroad and hold the wanted share in bills of money funds")
  func issue() throws {
    let world = try world(access: 1, [("stablecoinIssuers.growth", "0.12")])
    // The issuer's own million is a surplus that is paid out first.
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.value(.stablecoins, .restOfWorld) == Money(cents: 12_120_000))
    #expect(world.ledger.value(.stablecoins, .stablecoinIssuers) == Money(cents: -12_120_000))
    #expect(world.ledger.balance(.bills, of: Holder(.stablecoinIssuers)) == Money(cents: 7_999_200))
    #expect(world.ledger.balance(.bills, of: Holder(.moneyFunds)) == Money(cents: 500_000_000 - 7_999_200))
    #expect(abs(try #require(world.recorder.last("stablecoinSupply")) - 121_200) < 1e-6)
    #expect(world.ledger.netWorth(.stablecoinIssuers) == .zero)
  }

  @Test("issue half as much when supply is half of its ceiling, and nothing at it")
  func ceiling() throws {
    func issued(_ product: Double) throws -> Money {
      let world = try world(
        access: 1, product: product, [("stablecoinIssuers.growth", "0.12"), ("stablecoinIssuers.ceiling", "0.1")])
      try FirmWorld.run(world, months: 1)
      return try world.ledger.value(.stablecoins, .restOfWorld) - Money(cents: 12_000_000)
    }
    #expect(try issued(2.4e6) == Money(cents: 60_000))
    #expect(try issued(1.2e6) == .zero)
  }

  @Test("stand still where there is no market")
  func ban() throws {
    let world = try world(access: 0)
    try FirmWorld.run(world, months: 12)
    #expect(world.ledger.value(.stablecoins, .restOfWorld) == Money(cents: 12_000_000))
  }

  @Test("redeem at par and sell bills when supply shrinks")
  func redeem() throws {
    let world = try world(access: 1, [("stablecoinIssuers.growth", "-0.12")])
    try FirmWorld.run(world, months: 6)
    #expect(world.ledger.value(.stablecoins, .restOfWorld) < Money(cents: 11_500_000))
    #expect(world.ledger.netWorth(.stablecoinIssuers) == .zero)
  }
}
