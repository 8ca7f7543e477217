import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Fund distributions")
struct FundDistributionsTests {
  private func world(_ flow: Flow, months: Int = 1) throws -> World {
    var books = FirmWorld.Books()
    books.owe(.fundShares, 300_000, from: Holder(.mutualFunds), to: Holder(.pensionFunds))
    books.owe(.fundShares, 700_000, from: Holder(.mutualFunds), to: Holder(.households))
    let page = DayPage {
      Phase("earn") {
        Pays { $0 == 1 ? [(Money(cents: 100_000), Holder(.dealers), Holder(.mutualFunds), flow)] : [] }
      }
      Phase("distribute") { FundDistributions() }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: months)
    return world
  }

  @Test("are 98 % of what came in, said for households and paid to institutions by their shares")
  func shares() throws {
    let world = try world(.dividends)
    #expect(world.recorder.last("fundDistribution") == 980)
    #expect(world.ledger.flow(.fundIncome, .pensionFunds).cents == 29_400)
  }

  @Test("come once: nothing is left to distribute a month later")
  func once() throws {
    let world = try world(.bondInterest, months: 2)
    #expect(world.recorder.last("fundDistribution") == 0)
    #expect(world.ledger.flow(.fundIncome, .pensionFunds).cents == 29_400)
  }

  @Test("leave out what is not income")
  func capital() throws { #expect(try world(.feesAndMargins).recorder.last("fundDistribution") == 0) }
}
