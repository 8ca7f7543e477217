import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Business borrowing")
struct BusinessBorrowingTests {
  private enum ScaleTopic: Topic {
    static let name = "outputPerWorkerAndPrices"
    static let observables: [Observable] = [.productivityLevel]
  }
  private enum ShockTopic: Topic {
    static let name = "everyShock"
    static let observables: [Observable] = [.shock]
  }

  private func owed(scale: Double, standards: Double = 0, months: Int = 1) throws -> Double {
    var books = FirmWorld.Books()
    let firm = Holder(.firms, 2)
    books.owe(.corporateLoans, 36_000_00, from: firm, to: Holder(.banks, 0))
    let page = DayPage {
      Phase("say") {
        Says<ScaleTopic>(scale)
        Says<ShockTopic>(standards)
      }
      Phase("borrow") { BusinessBorrowing() }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: months)
    return 0 - world.ledger.balance(.corporateLoans, of: firm).dollars
  }

  @Test("closes a thirty-sixth of the gap to debt that keeps its share in the economy")
  func gap() throws {
    #expect(try owed(scale: 1) == 36_000)
    #expect(try owed(scale: 1.1) == 36_100)
    #expect(abs(try owed(scale: 1.1, months: 200) - 39_600) < 20)
  }

  @Test("is less when standards are tight, and repays nothing")
  func standards() throws {
    #expect(abs(try owed(scale: 1.1, standards: 1) - (36_000 + (39_600 * 0.96 - 36_000) / 36)) < 0.011)
    #expect(try owed(scale: 1, standards: 3) == 36_000)
  }
}
