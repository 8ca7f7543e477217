import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Loan repayment")
struct LoanRepaymentTests {
  private let firm = Holder(.firms, 3)
  private let bank = Holder(.banks, 1)

  /// A firm that opens with a debt of 500 dollars and in the first month borrows and is paid what a test says.
  private func world(borrows: Int64, earns: Int64, price: Double = 1) throws -> World {
    var books = FirmWorld.Books()
    books.owe(.corporateLoans, 50_000, from: firm, to: bank)
    let page = DayPage {
      Phase("say") { Says<PriceTopic>(price) }
      Phase("borrow") { Borrowing(amount: Money(cents: borrows), spends: Money(cents: borrows - earns)) }
      Phase("repay") { LoanRepayment() }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: 1)
    return world
  }

  /// Borrows in the first month, and spends a part of it.
  private struct Borrowing: Mechanism {
    static let name = "borrowing"
    let amount, spends: Money
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.lend(amount, .corporateLoans, from: Holder(.banks, 1), to: Holder(.firms, 3))
      turn.pay(
        max(spends, .zero), from: Holder(.firms, 3), to: Holder(.energy), as: .intermediateInputs, ifShort: .orPart)
    }
  }

  private func debt(_ world: World) -> Int64 { -world.ledger.balance(.corporateLoans, of: firm).cents }

  @Test("repays what was borrowed since the opening when the cash is there")
  func whole() throws { #expect(debt(try world(borrows: 20_000, earns: 20_000)) == 50_000) }

  @Test("repays no more than the cash beyond the opening's")
  func part() throws { #expect(debt(try world(borrows: 20_000, earns: 5_000)) == 65_000) }

  @Test("leaves the opening's debt alone")
  func opening() throws { #expect(debt(try world(borrows: 0, earns: 0)) == 50_000) }

  @Test("lets debt and cash grow with prices")
  func prices() throws {
    // Debt of 700 is 150 beyond 500 at prices 1.1, but cash would have to be 1,100,000.
    #expect(debt(try world(borrows: 20_000, earns: 20_000, price: 1.1)) == 70_000)
    #expect(debt(try world(borrows: 20_000_000, earns: 20_000_000, price: 1.1)) == 20_050_000 - 10_000_000)
  }

  @Test("ends the run at a price level beyond money, and not the program", arguments: [1e30, 1e300])
  func absurd(price: Double) throws {
    #expect(throws: RunFailure.self) { try world(borrows: 1, earns: 1, price: price) }
  }
}
