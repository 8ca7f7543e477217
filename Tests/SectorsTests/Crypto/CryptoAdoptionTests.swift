import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Adoption of crypto")
struct CryptoAdoptionTests {
  private typealias Household = CryptoWorld.Household

  private func world(
    _ households: [CryptoWorld.Household], access: Double = 1, peers: Double = 0.5, fall: Double = 0,
    burden: Double = 1,
    _ settings: [(String, String)] = []
  ) throws -> World {
    let page = DayPage {
      Phase("say") {
        Says<CryptoAccessTopic>(access)
        Says<CryptoPeersTopic>(peers)
        Says<CryptoFallTopic>(fall)
        Says<HomeBurdenTopic>(burden)
      }
      Phase("adopt") { CryptoAdoption() }
    }
    return try CryptoWorld.world(try page.setting(settings), households)
  }

  /// How many of a thousand have a stake after a month.
  private func owners(_ household: CryptoWorld.Household, access: Double = 1, peers: Double = 0.5, burden: Double = 1)
    throws -> Int
  {
    let world = try world(Array(repeating: household, count: 1_000), access: access, peers: peers, burden: burden)
    try FirmWorld.run(world, months: 1)
    return world.ledger.column(.crypto, .households)?.count { $0 > 0 } ?? 0
  }

  @Test("spreads with peers: the chance of a month is g/12 times their share")
  func peers() throws {
    #expect(abs(CryptoAdoption().uptake(ownership: 0.5, access: 1) - 0.26 / 24) < 1e-12)
    let (few, many) = (try owners(Household(home: 1), peers: 0.2), try owners(Household(home: 1), peers: 1))
    #expect(few < many && (10...35).contains(many))
    #expect(try owners(Household(home: 1), peers: 0) == 0)
  }

  @Test("is dearer homes' child for renters and not for owners, and needs a market")
  func affordability() throws {
    let (renters, locked) = (try owners(Household(), peers: 1), try owners(Household(), peers: 1, burden: 3))
    #expect(locked > renters)
    #expect(
      try owners(Household(home: 1), peers: 1, burden: 3) == owners(Household(home: 1), peers: 1, burden: 1))
    #expect(try owners(Household(), access: 0, peers: 1) == 0)
  }

  @Test("costs a week's pay at first and a little every month after, paid abroad to the cent")
  func money() throws {
    let world = try world([Household(income: 1_000, stake: 5_000)])
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.balance(.deposits, of: Holder(.households)) == Money(cents: 100_000_000 - 400))
    #expect(world.ledger.balance(.deposits, of: Holder(.restOfWorld)) == Money(cents: 100_000_000 + 400))
    let adopter = try self.world(
      [Household(income: 1_000)], peers: 1, [("cryptoAdoption.spread", "2"), ("cryptoAdoption.firstStake", "1")])
    try FirmWorld.run(adopter, months: 24)
    let spent = 100_000_000 - adopter.ledger.balance(.deposits, of: Holder(.households)).cents
    #expect(spent >= 100_000 && (spent - 100_000) % 400 == 0, "\(spent)")
  }

  @Test("buys no more than foreigners have, who then have nearly none")
  func scarce() throws {
    // Foreigners have 50 million, households 100 million on deposit, and each owner would spend all it has.
    let rich = Array(repeating: Household(income: 10e6, stake: 5_000), count: 100)
    let world = try world(rich, [("cryptoAdoption.addition", "0.02")])
    try FirmWorld.run(world, months: 60)
    let left = world.ledger.quantity(.crypto, .restOfWorld)
    #expect(left >= 0 && Double(left) / 1e4 < CryptoWorld.abroad)
    #expect(try world.ledger.audit(members: true).isClean)
  }

  @Test("is given up by small owners when it has fallen, and not by large ones")
  func quitting() throws {
    let small = Array(repeating: Household(income: 1_000, stake: 100), count: 500)
    let large = Array(repeating: Household(income: 1_000, stake: 5_000), count: 500)
    let world = try world(small + large, fall: 1)
    try FirmWorld.run(world, months: 1)
    let stakes = try #require(world.ledger.column(.crypto, .households))
    #expect((10...40).contains(stakes[..<500].count { $0 < 100_000 }))
    #expect(stakes[500...].allSatisfy { $0 >= 50_000_000 })
    let calm = try self.world(small, fall: 0)
    try FirmWorld.run(calm, months: 1)
    #expect(try #require(calm.ledger.column(.crypto, .households)).allSatisfy { $0 >= 1_000_000 })
  }
}
