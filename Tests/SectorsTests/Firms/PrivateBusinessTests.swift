import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Private business")
struct PrivateBusinessTests {
  private func worth(_ told: [(observable: Observable, index: Int, value: Double)], after first: Double, months: Int)
    throws -> Double
  {
    let world = try HouseholdWorld(
      households: [SmallHousehold(holdings: [.privateEquity: 1_000])],
      told: told + [(.proprietorsIncome, 0, first)]
    ).world(PrivateBusiness())
    for _ in 0..<months { try world.advance() }
    #expect(world.isSound)
    return try world.dollars(.privateEquity, 0)
  }

  @Test("keeps its worth while income keeps its part of the economy, and grows with prices and output per worker")
  func trend() throws {
    #expect(try worth([], after: 100, months: 3) == 1_000)
    let grown = try worth([(.priceLevel, 0, 1.1), (.productivityLevel, 0, 1.2)], after: 132, months: 2)
    #expect(abs(grown - 1_320) < 0.01)
  }

  @Test("is not appraised before it has paid anything")
  func silent() throws { #expect(try worth([], after: 0, months: 3) == 1_000) }
}
