import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Ownership of crypto")
struct CryptoOwnershipTests {
  private typealias Household = CryptoWorld.Household

  @Test("counts owners by age, and a stake under ten dollars is none")
  func counts() throws {
    let world = try CryptoWorld.world(
      DayPage { Phase("count") { CryptoOwnership() } },
      [
        Household(age: 30, stake: 50), Household(age: 45), Household(age: 49, stake: 9), Household(age: 50, stake: 10),
        Household(age: 64, stake: 500), Household(age: 65), Household(age: 80), Household(age: 70, stake: 11),
      ])
    try FirmWorld.run(world, months: 1)
    let series = CryptoAges.labels.map { world.recorder.last("cryptoOwnership.\($0)") ?? .nan }
    let third = 1.0 / 3
    #expect(series == [third, 1.0, third])
    let shares = CryptoAges.labels.map { world.recorder.last("cryptoAgeShares.\($0)") ?? .nan }
    #expect(shares == [0.375, 0.25, 0.375])
  }
}
