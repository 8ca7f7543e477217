import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Fund income")
struct FundIncomeTests {
  private let household = Holder(.households)
  private let funds = Holder(.moneyFunds)

  private func world(policy: Double = 0) throws -> World {
    var books = FirmWorld.Books()
    books.owe(.moneyFundShares, 300_000_000, from: funds, to: household)
    books.owe(.moneyFundShares, 100_000_000, from: funds, to: Holder(.firms, 2))
    let (household, funds) = (household, funds)
    let page = DayPage {
      Phase("say") { Says<PolicyTopic>(policy) }
      Phase("pay") {
        Pays { _ in
          [(Money(cents: 3_000_000), funds, household, .fundIncome)]
        }
      }
      Phase("pass") { FundIncome() }
    }
    return try LiquidityWorld.world(page, books)
  }

  @Test("pays institutions for each share what households were paid, month after month")
  func pays() throws {
    let world = try world()
    for step in 1...2 {
      try world.advance()
      #expect(world.ledger.flow(.fundIncome, .firms).dollars == Double(step) * 10_000)
    }
    #expect(try world.ledger.audit(members: true).isClean)
  }

  @Test("has banks pay the policy rate on certificates")
  func certificates() throws {
    let world = try world(policy: 0.12)
    try world.advance()
    // A million less the 30,000 that households were paid.
    #expect(world.ledger.flow(.depositInterest, .moneyFunds).dollars == 9_700)
    #expect(world.ledger.flow(.depositInterest, .banks).dollars == -9_700)
  }
}
