import Accounting
import Quantities
import Testing

/// Four households at two banks; what a leg fills is the same for each but the last, which fills `last`.
private func post(
  _ leg: Leg, _ amount: Int64, last: Int64? = nil, payee: UInt8 = 0, lanes: Int = 1, on ledger: Ledger
) throws {
  try ledger.post([leg], lanes: lanes) { buffers, rows in
    for (index, row) in rows.enumerated() {
      buffers.cents(0)[index] = row == 4 ? last ?? amount : amount
      if case .each = leg.counterparty { buffers.payees(0)[index] = payee }
    }
  }
}

@Suite("The legs a population may not post")
struct PopulationRefusalTests {
  @Test("A household left below zero is named, its block is not booked, the books balance")
  func overdrawn() throws {
    let ledger = try SmallEconomy.ledger()
    #expect(throws: LedgerError.overdrawn(household(2), Money(-1))) {
      try post(.pays(.one(firm(0)), as: .rent), 1, on: ledger)
    }
    #expect(try ledger.isBalanced())
    #expect(ledger.balance(.deposits, of: household(0)) == Money(50_000))
  }

  @Test("A failing block of one bank leaves the other's booked and balanced, whatever the lanes", arguments: [1, 2, 9])
  func failingBlock(lanes: Int) throws {
    let ledger = try SmallEconomy.ledger()
    #expect(throws: LedgerError.overdrawn(household(4), Money(-2))) {
      try post(.pays(.one(firm(0)), as: .rent), 0, last: 10_002, lanes: lanes, on: ledger)
    }
    #expect(try ledger.isBalanced())
  }

  @Test("Amounts that cannot be are refused before anything moves", arguments: [Int64.min, -1, Leg.ceiling, .max])
  func amounts(_ amount: Int64) throws {
    let ledger = try SmallEconomy.ledger()
    let before = ledger.books()
    let error: LedgerError = amount < 0 ? .negative(Money(amount)) : .outOfRange("a leg of wages")
    #expect(throws: error) { try post(.receives(from: .one(bank(0)), as: .wages), 0, last: amount, on: ledger) }
    #expect(ledger.books() == before)
  }

  @Test("A payee beyond the members is named, unless its amount is zero")
  func payees() throws {
    let ledger = try SmallEconomy.ledger()
    #expect(throws: LedgerError.noSuchHolder(firm(200))) {
      try post(.receives(from: .each(.firms), as: .wages), 5, payee: 200, on: ledger)
    }
    let before = ledger.books()
    try post(.receives(from: .each(.firms), as: .wages), 0, payee: 200, on: ledger)
    #expect(ledger.books() == before)
  }

  @Test("An employer that pays more than it has is overdrawn, after all legs are booked")
  func employer() throws {
    let ledger = try SmallEconomy.ledger()
    #expect(throws: LedgerError.overdrawn(firm(2), Money(-5_000))) {
      try post(.receives(from: .one(firm(2)), as: .wages), 2_000, on: ledger)
    }
    #expect(try ledger.isBalanced())
    #expect(throws: LedgerError.overdrawn(treasury, Money(-20_000))) {
      try post(.receives(from: .one(treasury), as: .socialBenefits), 20_000, on: ledger)
    }
  }

  @Test("An employer that agreed to borrow is lent exactly what is missing, by its bank")
  func employerBorrows() throws {
    let ledger = try SmallEconomy.ledger()
    let wages = Leg.receives(from: .one(firm(1)), as: .wages, orBorrow: .corporateLoans)
    try post(wages, 10_000, on: ledger)
    #expect(ledger.balance(.deposits, of: firm(1)) == .zero)
    #expect(ledger.balance(.corporateLoans, of: firm(1)) == Money(-40_000))
    #expect(ledger.balance(.corporateLoans, of: bank(1)) == Money(50_000))
    #expect(ledger.flow(.wages, .households) == Money(50_000))
    #expect(try ledger.isBalanced())
    try post(wages, 0, on: ledger)
    #expect(ledger.balance(.corporateLoans, of: firm(1)) == Money(-40_000))
  }

  @Test("Nobody sells more than it has, and nobody repays more than it owes")
  func holdings() throws {
    let ledger = try SmallEconomy.ledger()
    #expect(throws: LedgerError.notOwned(household(2), .restEquity, has: 0, needs: 30_002)) {
      try post(.sells(.restEquity, to: Holder(.restOfWorld), as: .trading), 100, on: ledger)
    }
    #expect(throws: LedgerError.notOwned(household(4), .mortgages, has: 0, needs: 1)) {
      try post(.repays(.mortgages, to: .ownBank), 0, last: 1, on: ledger)
    }
    #expect(throws: LedgerError.notOwned(Holder(.mutualFunds, 1), .bills, has: 0, needs: 10_000)) {
      try ledger.post([.buys(.bills, from: Holder(.mutualFunds, 1), as: .trading)]) { buffers, rows in
        for (index, row) in rows.enumerated() { buffers.cents(0)[index] = row == 3 ? 60_000 : 0 }
      }
    }
    #expect(try ledger.isBalanced())
  }

  @Test("A leg that a verb would refuse is refused before anything moves")
  func nonsense() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.revalue(.aiEquity, to: Price(microcents: 0))
    let before = ledger.books()
    let refused: [(Leg, LedgerError)] = [
      (.pays(.one(firm(0)), as: .lending), .financialCause(.lending)),
      (.pays(.one(firm(7)), as: .rent), .noSuchHolder(firm(7))),
      (.pays(.one(household(0)), as: .rent), .withItself(household(0))),
      (.pays(.each(.households), as: .rent), .withItself(household(0))),
      (.borrows(.restEquity, from: .ownBank), .wrongKind(.restEquity, verb: "lend")),
      (.receives(from: .one(firm(0)), as: .wages, orBorrow: .restEquity), .wrongKind(.restEquity, verb: "lend")),
      (.borrows(.deposits, from: .ownBank), .wrongKind(.deposits, verb: "lend")),
      (.repays(.dwellings, to: .ownBank), .wrongKind(.dwellings, verb: "lend")),
      (.buys(.reserves, from: bank(0), as: .trading), .wrongKind(.reserves, verb: "trade")),
      (.buys(.aiEquity, from: firm(0), as: .trading), .outOfRange("the price of aiEquity")),
    ]
    for (leg, error) in refused { #expect(throws: error) { try post(leg, 1, on: ledger) } }
    #expect(ledger.books() == before)
  }

  @Test("A population of nobody, a list of no legs and no lanes are nothing to do")
  func nothing() throws {
    var chart = Chart()
    chart.members[.households] = 0
    let empty = try Ledger(chart, opening: Opening())
    try post(.pays(.ownBank, as: .rent), 9, on: empty)
    let ledger = try SmallEconomy.ledger()
    let before = ledger.books()
    try ledger.post([]) { _, _ in }
    try post(.pays(.ownBank, as: .rent), 0, lanes: 0, on: ledger)
    try post(.pays(.ownBank, as: .rent), 0, lanes: -3, on: ledger)
    #expect(ledger.books() == before)
  }

  @Test("Sums beyond the range of money are refused with the block taken back")
  func sums() throws {
    var chart = Chart()
    chart.members[.households] = 5_000
    var opening = Opening()
    opening.set(.deposits, .banks, [0])
    let ledger = try Ledger(chart, opening: opening)
    let before = ledger.books()
    #expect(throws: LedgerError.outOfRange("the legs of a population rule")) {
      try post(.receives(from: .ownBank, as: .depositInterest), Leg.ceiling - 1, on: ledger)
    }
    #expect(ledger.books() == before)
  }
}
