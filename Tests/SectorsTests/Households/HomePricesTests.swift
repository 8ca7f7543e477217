import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Home prices")
struct HomePricesTests {
  private func price(_ told: [(observable: Observable, index: Int, value: Double)], months: Int = 1) throws -> Double {
    let world = try HouseholdWorld(households: [SmallHousehold(holdings: [.dwellings: 100_000])], told: told)
      .world(HomePrices())
    for _ in 0..<months { try world.advance() }
    #expect(world.isSound)
    return try world.dollars(.dwellings, 0)
  }

  @Test("keep up with prices and output per worker at once")
  func trend() throws {
    #expect(abs(try price([(.priceLevel, 0, 1.1), (.productivityLevel, 0, 1.2)]) - 132_000) < 0.02)
  }

  @Test("fall 3 % for a point of mortgage rate in the end, an eighteenth of the way each month")
  func rates() throws {
    let dear = [(observable: Observable.mortgageRate, index: 0, value: 0.0715)]
    #expect(abs(try price(dear) - 100_000 * 0.998335) < 1)
    #expect(abs(try price(dear, months: 400) - 100_000 * 0.970446) < 1)
  }
}
