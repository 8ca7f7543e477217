import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Wealth by generation")
struct GenerationWealthTests {
  private typealias Household = CryptoWorld.Household

  @Test("knows generations by the year of birth")
  func generations() {
    #expect(
      [1940, 1945, 1946, 1964, 1965, 1980, 1981, 2003].map { Generation(born: $0) } == [
        .silent, .silent, .babyBoom, .babyBoom, .genX, .genX, .millennial, .millennial,
      ])
  }

  @Test("sums what each owns at today's prices: money, homes and crypto")
  func sums() throws {
    let page = DayPage { Phase("count") { GenerationWealth(rent: 1_000) } }
    let world = try CryptoWorld.world(
      page,
      [
        Household(age: 70, home: 300_000), Household(age: 65, stake: 500), Household(age: 50), Household(age: 30),
        Household(age: 90),
      ], scale: 10)
    try FirmWorld.run(world, months: 1)
    let wealth = Generation.labels.map { world.recorder.last("generationWealth.\($0)") ?? .nan }
    for (value, expected) in zip(wealth, [1e7, 2.3005e7, 1e7, 1e7]) { #expect(abs(value - expected) < 1e-3) }
    #expect(Generation.labels.map { world.recorder.last("generationHouseholds.\($0)") } == [10, 20, 10, 10])
  }

  @Test("counts who is short of needs at a month end: renters need the rent too")
  func needs() throws {
    let page = DayPage { Phase("count") { GenerationWealth(rent: 1_000) } }
    let world = try CryptoWorld.world(
      page,
      [
        Household(income: 1_400, home: 1), Household(income: 1_500, home: 1), Household(income: 2_400),
        Household(income: 2_500),
      ])
    #expect(world.recorder.last("needsShare") == 0)
    // The last trading day of January 2026 is the thirtieth.
    try FirmWorld.run(world, months: 30)
    #expect(world.recorder.last("needsShare") == 0.5)
    #expect(world.recorder.last("homeBurden") == 1)
  }
}
