import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Inheritance")
struct InheritanceTests {
  /// Somebody of 80 who has died, and two of 50: one who owns a home and one who rents.
  private func family(_ estate: KeyValuePairs<Instrument, Double>) -> [SmallHousehold] {
    [
      SmallHousehold(age: 80, holdings: estate, notes: [(.estate, 1), (.ownMortgageRate, 30_000)]),
      SmallHousehold(age: 50, holdings: [.deposits: 1_000, .dwellings: 100_000, .mortgages: -40_000]),
      SmallHousehold(age: 50, holdings: [.deposits: 2_000]),
    ]
  }

  @Test("hands everything on inside the sector, the home to who rents and the rest in halves")
  func handing() throws {
    let households = HouseholdWorld(
      households: family([.deposits: 9_000, .fundShares: 600, .dwellings: 300_000, .mortgages: -50_000]))
    let before = try households.world(Inheritance())
    let world = try households.day(of: Inheritance())
    for row in Instrument.allCases {
      #expect(world.ledger.quantity(row, .households) == before.ledger.quantity(row, .households))
      #expect(world.ledger.units(row, of: Holder(.households, 0)) == 0)
    }
    #expect(try world.dollars(.dwellings, 2) == 300_000)
    #expect(try world.dollars(.mortgages, 2) == -50_000)
    #expect(world.traits[.ownMortgageRate][2] == 30_000)
    #expect(try world.dollars(.deposits, 1) == 5_500)
    #expect(try world.dollars(.fundShares, 1) == 300)
    #expect(world.traits[.inheritedHome][2] == 0)
    #expect(world.recorder.last("bequests") == 259_600)
    #expect(world.isSound)
  }

  @Test("repays consumer credit first, and banks lose what no asset covers")
  func insolvent() throws {
    let world = try HouseholdWorld(
      households: family([.deposits: 3_000, .consumerCredit: -10_000, .dwellings: 50_000, .mortgages: -60_000])
    ).day(of: Inheritance())
    // 70,000 are owed on 53,000: 7,000 of credit are lost, and 10,000 of the mortgage.
    #expect(world.ledger.value(.consumerCredit, .households) == .zero)
    #expect(world.ledger.value(.mortgages, .households).dollars == -90_000)
    #expect(try world.dollars(.mortgages, 2) == -50_000)
    #expect(world.recorder.last("bequests") == 0)
    #expect(world.isSound)
  }

  @Test("lets an heir who has a home note what part of all its homes was left to it")
  func second() throws {
    var households = family([.dwellings: 300_000])
    households[2].holdings = [.deposits: 1, .dwellings: 100_000]
    let world = try HouseholdWorld(households: households).day(of: Inheritance())
    let noted = [1, 2].map { world.traits[.inheritedHome][$0] }
    #expect(noted.sorted() == [0, 750])
    #expect(world.isSound)
  }

  @Test("moves an inherited loan to the heir's bank, who repays there")
  func banks() throws {
    // Two banks keep a household each in a world of two.
    let households = HouseholdWorld(households: [
      SmallHousehold(age: 80, holdings: [.dwellings: 300_000, .mortgages: -50_000], notes: [(.estate, 1)]),
      SmallHousehold(age: 50, holdings: [.deposits: 2_000]),
    ])
    let world = try households.day(of: Inheritance())
    let claims = [0, 1].map { world.ledger.balance(.mortgages, of: Holder(.banks, $0)).dollars }
    #expect(Int(world.ledger.bank(of: Holder(.households, 1))) == 1)
    #expect(claims == [0, 50_000])
    #expect(world.isSound)
  }

  @Test("waits where nobody is left to inherit")
  func alone() throws {
    let world = try HouseholdWorld(
      households: [SmallHousehold(age: 80, holdings: [.deposits: 2_000], notes: [(.estate, 1)])]
    ).day(of: Inheritance())
    #expect(try world.dollars(.deposits, 0) == 2_000)
    #expect(world.isSound)
  }
}
