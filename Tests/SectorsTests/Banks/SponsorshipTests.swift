import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Sponsorship")
struct SponsorshipTests {
  private func dealers(gain: Int64) throws -> (dealers: Int64, banks: [Int64]) {
    let page = DayPage {
      Phase("gain") {
        Pays { step in
          guard step == 1 else { return [] }
          return gain > 0
            ? [(Money(cents: gain), Holder(.restOfWorld), Holder(.dealers), .repoInterest)]
            : [(Money(cents: -gain), Holder(.dealers), Holder(.restOfWorld), .repoInterest)]
        }
      }
      Phase("sponsor") { Sponsorship() }
    }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: 1)
    return (
      world.ledger.flow(.dividends, .dealers).cents,
      (0..<2).map { _ in world.ledger.flow(.dividends, .banks).cents / 2 }
    )
  }

  @Test("takes a twelfth of what dealers have earned, to the cent")
  func takes() throws {
    let found = try dealers(gain: 120_000)
    #expect(found.dealers == -10_000 && found.banks == [5_000, 5_000])
  }

  @Test("makes good a twelfth of what they have lost")
  func supports() throws { #expect(try dealers(gain: -120_000).dealers == 10_000) }

  @Test("leaves them alone otherwise")
  func rests() throws { #expect(try dealers(gain: 1).dealers == 0) }
}
