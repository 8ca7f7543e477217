import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Block trades")
struct BlockTradesTests {
  private let fund = Holder(.valueFunds)
  private let pension = Holder(.pensionFunds)

  /// A fund with a tenth of a market of $1,000,000, which loses part of it to an index fund and keeps the cash.
  private func world(sells: Int64, cash: Int64, debt: Int64 = 0, bid: Double = 0) throws -> World {
    var books = FirmWorld.Books(households: 1)
    let firm = Holder(.firms, 4)
    books.owe(.restEquity, 1_000_000_000, from: firm, to: fund)
    books.owe(.restEquity, 9_000_000_000, from: firm, to: Holder(.households))
    books.owe(.valueShares, 20_000_000_000, from: fund, to: pension)
    let page = DayPage {
      Phase("say") { Says<BidTopic>(bid) }
      Phase("sell") { Sells(units: sells, cash: cash, debt: debt) }
      Phase("supply") { BlockTrades() }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: 1)
    return world
  }

  /// The index fund buys from the active fund; money moves to leave it with an amount of cash; a firm borrows.
  private struct Sells: Mechanism {
    static let name = "sells"
    let units, cash, debt: Int64
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      let fund = Holder(.valueFunds)
      turn.trade(units, .restEquity, from: fund, to: Holder(.mutualFunds))
      let now = FirmWorld.million.cents + units / 100
      turn.pay(Money(cents: now - cash), from: fund, to: Holder(.dealers), as: .feesAndMargins, ifShort: .orPart)
      turn.lend(Money(cents: debt), .corporateLoans, from: Holder(.banks, 0), to: Holder(.firms, 4))
    }
  }

  private enum BidTopic: Topic {
    static let name = "bids"
    static let observables: [Observable] = [.buybackBid]
  }

  @Test("buy what was sold at the venue's price: new shares for half of a month's buybacks, the rest from households")
  func buys() throws {
    // Two per cent of $2,000,000 of shares stay as cash.
    let world = try world(sells: 200_000_000, cash: 10_000_000, bid: 20_000.0 / 21)
    #expect(world.ledger.units(.restEquity, of: fund) == 1_000_000_000)
    #expect(world.ledger.units(.restEquity, of: Holder(.households)) == 8_900_000_000)
    #expect(world.ledger.units(.restEquity, of: Holder(.firms, 4)) == -10_100_000_000)
  }

  @Test("buy no more than spare cash pays for")
  func spare() throws {
    let world = try world(sells: 400_000_000, cash: 5_000_000)
    #expect(world.ledger.units(.restEquity, of: fund) == 700_000_000)
  }

  @Test("take new shares first, of a firm that owes too much, a thirty-sixth of it a month")
  func issues() throws {
    let world = try world(sells: 400_000_000, cash: 6_000_000, debt: 36_000_000)
    #expect(world.ledger.units(.restEquity, of: Holder(.firms, 4)) == -10_100_000_000)
    #expect(world.ledger.balance(.deposits, of: Holder(.firms, 4)).cents == FirmWorld.million.cents + 37_000_000)
    #expect(world.ledger.units(.restEquity, of: fund) == 800_000_000)
  }

  @Test("pay institutions back a third of what is spare at the month's start")
  func redeems() throws {
    let world = try world(sells: 0, cash: 10_000_000)
    let paid = world.ledger.balance(.deposits, of: pension).cents - FirmWorld.million.cents
    // $100,000 less $40,000, a third.
    #expect(abs(paid - 2_000_000) <= 2, "\(paid)")
  }
}
