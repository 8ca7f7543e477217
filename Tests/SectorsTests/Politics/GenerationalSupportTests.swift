import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Generational support")
struct GenerationalSupportTests {
  private typealias Household = CryptoWorld.Household

  private func world(
    _ households: [CryptoWorld.Household], child: Double = 0, home: Double = 0, work: Double = 0, wealth: Double = 0,
    gains: Double = 0, _ settings: [(String, String)] = []
  ) throws -> World {
    let page = DayPage {
      Phase("say") {
        Says<ChildTopic>(child)
        Says<HomeTopic>(home)
        Says<WorkTopic>(work)
        Says<FortuneTopic>(wealth)
        Says<GainsTopic>(gains)
      }
      Phase("redistribute") { GenerationalSupport() }
    }
    let world = try CryptoWorld.world(try page.setting(settings), households)
    try FirmWorld.run(world, months: 1)
    return world
  }

  private func gain(_ world: World, _ row: Int) -> Int64 {
    world.ledger.balance(.deposits, of: Holder(.households, row)).cents - 100_000_000
  }

  @Test("pays the young for children, young renters for homes and the low-skilled for work, from the Treasury")
  func pays() throws {
    let world = try world(
      [
        Household(age: 30, home: 1), Household(age: 44), Household(age: 45), Household(age: 50, skill: 0),
        Household(age: 70, skill: 0),
      ], child: 100, home: 10, work: 1)
    #expect((0..<5).map { gain(world, $0) } == [10_000, 11_000, 0, 100, 0])
    #expect(world.ledger.flow(.socialBenefits, .treasury) == Money(cents: -21_100))
    #expect((0..<5).map { world.traits[.income][$0] } == [110_000, 111_000, 100_000, 100_100, 100_000])
  }

  @Test("taxes only what a fortune has above its threshold")
  func fortunes() throws {
    let world = try world(
      [Household(home: 1_000_000), Household()], wealth: 0.12, [("generationalSupport.fortune", "1500000")])
    #expect((0..<2).map { gain(world, $0) } == [-500_000, 0])
    #expect(world.ledger.flow(.incomeTax, .treasury) == Money(cents: 500_000))
  }

  @Test("is nothing at all until politics decides")
  func rest() throws {
    let world = try world([Household(age: 30, skill: 0), Household(age: 70)])
    #expect((0..<2).map { gain(world, $0) } == [0, 0])
  }
}
