import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Cash recycling")
struct CashRecyclingTests {
  /// Moves $200bn (national) from companies to value funds on the first day, as a buyback would; households, who have no
  /// money in this world, get $500bn from banks.
  private struct Sale: Mechanism {
    static let name = "sale"
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
      guard view.step == 1 else { return }
      turn.pay(
        try Money(dollars: 5e11 / view.scale), from: Holder(.banks), to: Holder(.households), as: .wages,
        ifShort: .orPart)
      for member in 0..<view.members(.firms) {
        let part = try Money(dollars: 2e11 / view.scale / Double(view.members(.firms)))
        turn.pay(part, from: Holder(.firms, member), to: Holder(.valueFunds), as: .fundIncome, ifShort: .orPart)
      }
    }
  }

  /// February: money grows from one month's end to the next.
  private func month(growth: String) throws -> World {
    let page = DayPage {
      Phase("announce") { SteadyEarnings() }
      Phase("sell") { Sale() }
      Phase("recycle", every: .month) { CashRecycling() }
      Phase("account") { FundShares() }
    }
    let world = try MarketWorld.world(page: page.setting("steadyEarnings.growth", to: growth))
    while world.day.month != 3 { try world.advance() }
    #expect(try world.ledger.audit(members: true).isClean)
    return world
  }

  @Test("gives companies back their part of all money, to the cent")
  func issuers() throws {
    let world = try month(growth: "0")
    let opening = try MarketWorld.world()
    for member in 0..<world.ledger.chart.members[.firms] {
      let firm = Holder(.firms, member)
      let parts = [opening, world].map {
        $0.ledger.balance(.deposits, of: firm).dollars / $0.ledger.value(.deposits, .banks).dollars
      }
      let gap = (parts[1] - parts[0]) * world.ledger.value(.deposits, .banks).dollars
      #expect(abs(gap) < 0.02, "\(firm): \(gap)")
    }
  }

  @Test("takes from elastic holders together what they have too much of")
  func elastic() throws {
    let world = try month(growth: "0")
    let opening = try MarketWorld.world()
    func cash(_ world: World) -> Double {
      [Sector.mutualFunds, .valueFunds, .restOfWorld].reduce(0) { $0 + world.ledger.value(.deposits, $1).dollars }
    }
    // The gift itself counts as wealth of which a part stays cash.
    let kept = (cash(world) - cash(opening)) / (2e11 / MarketWorld.scale)
    #expect(kept > 0 && kept < 0.1, "\(kept)")
  }

  @Test("makes money grow as expected earnings do, all of it lent to issuers")
  func money() throws {
    let (still, growing) = (try month(growth: "0"), try month(growth: "0.06"))
    let ratio = growing.ledger.value(.deposits, .banks).dollars / still.ledger.value(.deposits, .banks).dollars
    // From the end of January to that of February lie 19 trading days.
    #expect(abs(ratio - Elementary.pow(1.06, 19.0 / 252)) < 1e-6, "\(ratio)")
    #expect(still.ledger.value(.corporateLoans, .firms) == .zero)
    #expect(growing.ledger.value(.corporateLoans, .firms) < .zero)
  }
}
