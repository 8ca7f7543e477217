import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Reinvestment")
struct ReinvestmentTests {
  private static let page = DayPage {
    Phase("decide") {
      Reinvestment()
      Payday()
    }
    Phase("trade") { EquityVenue() }
  }

  /// Gives the value funds $100bn (national) of the banks' money on the first day.
  private struct Payday: Mechanism {
    static let name = "payday"
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
      guard view.step == 1 else { return }
      let gift = try Money(dollars: 1e11 / view.scale)
      turn.pay(gift, from: Holder(.banks), to: Holder(.valueFunds), as: .fundIncome, ifShort: .orPart)
      for row in EquityBasket.rows {
        turn.offer(buyUpTo: .zero, sellUpTo: gift, of: row, for: Holder(.mutualFunds))
      }
    }
  }

  @Test("orders nothing of a holder whose cash is where it was")
  func still() throws {
    let world = try MarketWorld.run(page: DayPage { Phase("decide") { Reinvestment() } }, days: 2)
    #expect(world.view().orders.filter { $0.amount != .zero }.isEmpty)
  }

  @Test("puts a 21st of what came in to work a day, but for the part that stays cash, split as equity is")
  func horizon() throws {
    let world = try MarketWorld.world(
      page: DayPage {
        Phase("decide") {
          Reinvestment()
          Payday()
        }
      })
    let fund = Holder(.valueFunds)
    let before = try world.ledger.worth(.aiEquity, of: fund).dollars + world.ledger.worth(.restEquity, of: fund).dollars
    let share = try world.ledger.worth(.aiEquity, of: fund).dollars / before
    let ratio =
      world.ledger.balance(.deposits, of: fund).dollars
      / (before + world.ledger.balance(.deposits, of: fund).dollars)
    for _ in 0..<2 { try world.advance() }
    let orders = world.view().orders.filter { $0.holder == fund && $0.kind == .inelastic }
    let gift = 1e11 / MarketWorld.scale
    #expect(orders.count == 2)
    #expect(abs(orders.reduce(0) { $0 + $1.amount.dollars } - gift * (1 - ratio) / 21) < 0.02)
    #expect(abs(orders[0].amount.dollars / (gift * (1 - ratio) / 21) - share) < 1e-6)
    #expect(orders.allSatisfy { $0.anticipated == $0.amount })
  }
}
