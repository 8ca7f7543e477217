import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Wages")
struct WagesTests {
  private func household(_ employer: Industry, _ wage: Double) -> SmallHousehold {
    SmallHousehold(employer: Int32(employer.rawValue), wage: wage)
  }

  @Test("are the opening's times the wage level, to the cent")
  func level() throws {
    let world = try HouseholdWorld(
      households: [household(.construction, 4_000), household(.finance, 3_333.33)], told: [(.wageLevel, 0, 1.05)]
    ).day(of: Wages(federalShare: 0.4))
    #expect(try world.dollars(.deposits, 0) == 4_200)
    #expect(try world.dollars(.deposits, 1) == 3_500)
    #expect(world.income(0) == 4_200 && world.income(1) == 3_500)
    #expect(world.isSound)
  }

  @Test("come from where a household works")
  func employers() throws {
    let workers = [household(.construction, 100), household(.energyAndUtilities, 200), household(.government, 1_000)]
    let ai = SmallHousehold(employer: Employment.aiFirms, wage: 400)
    let world = try HouseholdWorld(households: workers + [ai, ai]).day(of: Wages(federalShare: 0.335))
    let paid = { (sector: Sector) in -world.ledger.flow(.wages, sector).dollars }
    #expect(paid(.firms) == 100 && paid(.energy) == 200 && paid(.aiFirms) == 800)
    #expect(paid(.treasury) == 335 && paid(.stateLocal) == 665)
    let construction = Industry.construction.seller
    #expect(world.ledger.balance(.deposits, of: construction) == Money(cents: 99_990_000))
    for firm in 0..<2 { #expect(world.ledger.balance(.deposits, of: Holder(.aiFirms, firm)).dollars == 999_600) }
    #expect(world.isSound)
  }

  @Test("go to nobody who does not work, and the month's income starts from zero")
  func idle() throws {
    let idle = [Employment.unemployed, Employment.outside].map {
      SmallHousehold(employer: $0, wage: 5_000, income: 777, holdings: [.deposits: 10])
    }
    let world = try HouseholdWorld(households: idle).day(of: Wages(federalShare: 0.4))
    for row in 0..<2 { #expect(try world.dollars(.deposits, row) == 10 && world.income(row) == 0) }
  }

  @Test("are paid by an employer without money: it borrows")
  func credit() throws {
    let world = try HouseholdWorld(households: [household(.construction, 5_000)], cash: [.firms: 2_000])
      .day(of: Wages(federalShare: 0.4))
    #expect(try world.dollars(.deposits, 0) == 5_000)
    #expect(world.ledger.balance(.corporateLoans, of: Industry.construction.seller).dollars == -3_000)
    #expect(world.isSound)
  }

  @Test("beyond what a leg can hold end the run with their name, not in a trap", arguments: [1e12, 1e300])
  func beyond(level: Double) throws {
    let world = try HouseholdWorld(households: [household(.construction, 9_000)], told: [(.wageLevel, 0, level)])
      .world(Wages(federalShare: 0.4))
    let failure = #expect(throws: RunFailure.self) { try world.advance() }
    #expect(failure?.mechanism == "wages")
  }
}
