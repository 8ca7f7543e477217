import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Dividend custody")
struct DividendCustodyTests {
  private struct Declares: Mechanism {
    static let name = "declares"
    static let says: [Observable] = [.declaredDividends]
    let ai, rest: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.declaredDividends, at: 0, ai)
      turn.say(.declaredDividends, at: 1, rest)
    }
  }

  /// Foreigners, funds, households and dealers hold 40, 30, 20 and 10 of the AI basket.
  private func world(ai: Double, rest: Double = 0) throws -> World {
    var books = FirmWorld.Books()
    for (sector, units) in [(Sector.restOfWorld, 40), (.mutualFunds, 30), (.households, 20), (.dealers, 10)] {
      books.owe(.aiEquity, Int64(units) * 1_000_000, from: Holder(.aiFirms), to: Holder(sector))
    }
    books.owe(.restEquity, 5_000_000, from: Holder(.firms), to: Holder(.valueFunds))
    let page = DayPage {
      Phase("declare") { Declares(ai: ai, rest: rest) }
      Phase("distribute") { DividendCustody() }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: 1)
    return world
  }

  @Test("passes each institution its share and keeps the households' and the dealers' own")
  func shares() throws {
    let ledger = try world(ai: 1_000, rest: 77.77).ledger
    #expect(ledger.flow(.dividends, .restOfWorld).cents == 40_000)
    #expect(ledger.flow(.dividends, .mutualFunds).cents == 30_000)
    #expect(ledger.flow(.dividends, .valueFunds).cents == 7_777)
    #expect(ledger.flow(.dividends, .dealers).cents == -77_777)
    #expect(ledger.flow(.dividends, .households) == .zero)
  }

  @Test(
    "rounds down, so that it never passes on more than was declared", arguments: [0.01, 0.05, 0.99, 33.33, 1_234.57])
  func rounding(dollars: Double) throws {
    let passed = -(try world(ai: dollars).ledger.flow(.dividends, .dealers).cents)
    let shares = [0.4, 0.3].map { (dollars * 100 * $0).rounded(.down) }.reduce(0, +)
    #expect(passed <= Int64(shares) && passed >= Int64(shares) - 1)
  }

  @Test("pays what there is when more was declared than arrived")
  func short() throws {
    #expect(try world(ai: 1e9).ledger.balance(.deposits, of: Holder(.dealers)) == .zero)
  }

  @Test("ends the run when the declaration is beyond money")
  func absurd() throws { #expect(throws: RunFailure.self) { try world(ai: 1e300) } }
}
