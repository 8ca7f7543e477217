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

  @Test("falls 8 % a point of mortgage rate and follows prices")
  func rates() throws {
    let normal = try spent([])
    #expect(abs(try spent([(.mortgageRate, 0, 0.0715)]) / normal - 0.923116) < 1e-4)
    #expect(abs(try spent([(.mortgageRate, 0, 0.0515)]) / normal - 1.083287) < 1e-4)
    #expect(abs(try spent([(.priceLevel, 0, 1.2)]) / normal - 1.2) < 1e-4)
  }

  @Test("takes at most half the deposits, and nothing from who rents")
  func purse() throws {
    let poor = SmallHousehold(holdings: [.deposits: 100, .dwellings: 600_000])
    let renter = SmallHousehold(holdings: [.deposits: 100])
    let world = try HouseholdWorld(households: [poor, renter]).day(of: HomeBuilding())
    #expect(try world.dollars(.deposits, 0) == 50 && world.dollars(.deposits, 1) == 100)
    #expect(world.isSound)
  }
}
