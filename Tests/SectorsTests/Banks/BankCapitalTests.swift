import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Bank capital")
struct BankCapitalTests {
  /// Writes off a loan on the first day.
  private struct Loss: Mechanism {
    static let name = "loss"
    let dollars: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
      turn.writeOff(
        try Money(dollars: dollars), .mortgages, owedBy: Holder(.households), to: view.bank(of: Holder(.households)))
    }
  }

  private func tightening(losing dollars: Double) throws -> (ratio: Double, tightening: Double, assets: Double) {
    let world = try HouseholdWorld(
      households: [SmallHousehold(holdings: [.deposits: 1e6, .mortgages: -50e6])]
    ).world(
      DayPage {
        Phase("lose") { Loss(dollars: dollars) }
        Phase("capitalise") { BankCapital() }
      })
    try world.advance()
    let assets = [Instrument.mortgages, .reserves].reduce(0) { $0 + world.ledger.value($1, .banks).dollars }
    return (world.recorder.last("bankCapitalRatio") ?? .nan, world.recorder.last("capitalTightening") ?? .nan, assets)
  }

  @Test("is assets less debts over assets, and tightens standards by 1.25 for each point lost")
  func losses() throws {
    let (whole, none, assets) = try tightening(losing: 0)
    #expect(none == 0)
    let (ratio, tightening, left) = try tightening(losing: 5e6)
    #expect(abs(left - assets + 5e6) < 0.01)
    #expect(abs(ratio - (whole * assets - 5e6) / (assets - 5e6)) < 1e-12)
    #expect(abs(tightening - 125 * (whole - ratio)) < 1e-9)
    #expect(tightening > 0)
  }
}
