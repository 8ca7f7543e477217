import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Home building")
struct HomeBuildingTests {
  private let owner = SmallHousehold(holdings: [.deposits: 50_000, .dwellings: 600_000])
  private func spent(_ told: [(observable: Observable, index: Int, value: Double)]) throws -> Double {
    try HouseholdWorld(households: [owner], told: told).day(of: HomeBuilding()).paid(.investment)
  }

  @Test("costs a twelfth of 2.5 % of the home, 82 % of it for construction")
  func share() throws {
    let world = try HouseholdWorld(households: [owner]).day(of: HomeBuilding())
    #expect(world.paid(.investment) == 1_250)
    let received = [Industry.construction, .professionalServices, .otherGoods].map {
      world.ledger.balance(.deposits, of: $0.seller).dollars - 1e6
    }
    #expect(received == [1_025, 112.5, 112.5])
    #expect(world.isSound)
  }

  @Test("falls 14 % a point of mortgage rate and 3 % a deviation of tighter standards")
  func rates() throws {
    let normal = try spent([])
    #expect(abs(try spent([(.perceivedMortgageRate, 0, 0.0715)]) / normal - 0.869358) < 1e-4)
    #expect(abs(try spent([(.perceivedMortgageRate, 0, 0.0515)]) / normal - 1.150274) < 1e-4)
    #expect(abs(try spent([(.shock, Shock.creditStandards.rawValue, 1)]) / normal - 0.970446) < 1e-4)
  }

  @Test("takes at most half the deposits and borrows the rest, up to 80 % of the home; nothing from who rents")
  func purse() throws {
    let poor = SmallHousehold(holdings: [.deposits: 100, .dwellings: 600_000, .mortgages: -400_000])
    let deep = SmallHousehold(holdings: [.deposits: 100, .dwellings: 600_000, .mortgages: -479_000])
    let renter = SmallHousehold(holdings: [.deposits: 100])
    let world = try HouseholdWorld(households: [poor, deep, renter]).day(of: HomeBuilding())
    #expect(try (0..<3).map { try world.dollars(.deposits, $0) } == [50, 50, 100])
    #expect(try (0..<3).map { try world.dollars(.mortgages, $0) } == [-401_200, -480_000, 0])
    #expect(world.paid(.investment) == 1_250 + 1_050 && world.isSound)
  }
}
