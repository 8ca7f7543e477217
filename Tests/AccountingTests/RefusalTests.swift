import Accounting
import Quantities
import Testing

@Suite("What the ledger refuses, and leaves the books as they were")
struct RefusalTests {
  typealias Verb = @Sendable (Ledger) throws -> Void

  static let refusals: [(String, LedgerError, Verb)] = [
    (
      "a negative payment", .negative(Money(-1)),
      { try $0.pay(Money(-1), from: firm(0), to: firm(1), as: .rent, ifShort: .orPart) }
    ),
    (
      "a financial cause", .financialCause(.lending),
      { try $0.pay(Money(1), from: firm(0), to: firm(1), as: .lending, ifShort: .orPart) }
    ),
    (
      "an unknown payer", .noSuchHolder(firm(3)),
      { try $0.pay(Money(1), from: firm(3), to: firm(1), as: .rent, ifShort: .orPart) }
    ),
    (
      "a payer before the first", .noSuchHolder(firm(-1)),
      { try $0.pay(Money(1), from: firm(-1), to: firm(1), as: .rent, ifShort: .orPart) }
    ),
    (
      "an unknown payee", .noSuchHolder(household(5)),
      { try $0.pay(Money(1), from: firm(0), to: household(5), as: .rent, ifShort: .orPart) }
    ),
    (
      "a payee far away", .noSuchHolder(household(.max)),
      { try $0.pay(Money(1), from: firm(0), to: household(.max), as: .rent, ifShort: .orPart) }
    ),
    (
      "a payee before the first", .noSuchHolder(firm(-7)),
      { try $0.pay(Money(1), from: treasury, to: firm(-7), as: .rent, ifShort: .orPart) }
    ),
    ("a negative loan", .negative(Money(-5)), { try $0.lend(Money(-5), .mortgages, from: bank(0), to: household(0)) }),
    (
      "a loan of units", .wrongKind(.restEquity, verb: "lend"),
      { try $0.lend(Money(5), .restEquity, from: bank(0), to: firm(0)) }
    ),
    (
      "a loan of money in money", .wrongKind(.deposits, verb: "lend"),
      { try $0.lend(Money(5), .deposits, from: bank(0), to: firm(0)) }
    ),
    (
      "a loan without money", .notOwned(household(2), .deposits, has: 0, needs: 5),
      { try $0.lend(Money(5), .consumerCredit, from: household(2), to: firm(0)) }
    ),
    ("a loan to oneself", .withItself(bank(0)), { try $0.lend(Money(5), .repo, from: bank(0), to: bank(0)) }),
    (
      "a loan beyond range", .outOfRange("mortgages of households"),
      { try $0.lend(Money(.max), .mortgages, from: bank(0), to: household(0)) }
    ),
    (
      "a negative repayment", .negative(Money(-5)),
      { try $0.repay(Money(-5), .mortgages, from: household(0), to: bank(0)) }
    ),
    (
      "a trade of a real row", .wrongKind(.dwellings, verb: "trade"),
      { try $0.trade(1, .dwellings, from: household(0), to: household(1)) }
    ),
    (
      "a trade of deposits", .wrongKind(.deposits, verb: "trade"),
      { try $0.trade(1, .deposits, from: household(0), to: household(1)) }
    ),
    ("a negative trade", .negative(Money(-3)), { try $0.trade(-3, .restEquity, from: household(0), to: household(1)) }),
    (
      "a sale of more shares than owned", .notOwned(household(1), .restEquity, has: 5_000_000, needs: 6_000_000),
      { try $0.trade(6_000_000, .restEquity, from: household(1), to: household(3)) }
    ),
    (
      "currency from one who has none", .notOwned(bank(0), .currency, has: 0, needs: 100),
      { try $0.trade(100, .currency, from: bank(0), to: household(0)) }
    ),
    (
      "an unknown seller", .noSuchHolder(household(8)),
      { try $0.trade(1_000_000, .restEquity, from: household(8), to: household(3)) }
    ),
    (
      "a gift not owned", .notOwned(household(2), .restEquity, has: 0, needs: 1),
      { try $0.transfer(1, .restEquity, from: household(2), to: household(3), as: .gifts) }
    ),
    (
      "a gift of money not owned", .notOwned(household(2), .deposits, has: 0, needs: 1),
      { try $0.transfer(1, .deposits, from: household(2), to: household(3), as: .gifts) }
    ),
    (
      "a gift of reserves not owned", .notOwned(bank(0), .reserves, has: 200_000, needs: 200_001),
      { try $0.transfer(200_001, .reserves, from: bank(0), to: bank(1), as: .gifts) }
    ),
    (
      "a gift as a financial cause", .financialCause(.trading),
      { try $0.transfer(1, .deposits, from: household(0), to: household(3), as: .trading) }
    ),
    (
      "a negative gift", .negative(Money(.min)),
      { try $0.transfer(.min, .dwellings, from: household(0), to: household(3), as: .gifts) }
    ),
    (
      "a move between sectors", .wrongKind(.bills, verb: "reclassify between sectors"),
      { try $0.reclassify(1, .bills, from: bank(0), to: firm(0)) }
    ),
    (
      "a move of a house not owned", .notOwned(household(2), .dwellings, has: 0, needs: 1),
      { try $0.reclassify(1, .dwellings, from: household(2), to: household(3)) }
    ),
    (
      "a move of money not owned", .notOwned(household(2), .deposits, has: 0, needs: 1),
      { try $0.reclassify(1, .deposits, from: household(2), to: household(3)) }
    ),
    ("production of a claim", .wrongKind(.bills, verb: "production"), { try $0.produce(1, .bills, by: firm(0)) }),
    ("negative production", .negative(Money(-4)), { try $0.produce(-4, .plant, by: firm(0)) }),
    ("production beyond range", .outOfRange("plant of firms"), { try $0.produce(.max, .plant, by: firm(0)) }),
    (
      "production of a value beyond range", .outOfRange("a position of 2000000000000000000 micro-units"),
      { try $0.produce(2_000_000_000_000_000_000, .dwellings, by: firm(0)) }
    ),
    ("production by nobody", .noSuchHolder(firm(9)), { try $0.produce(1, .plant, by: firm(9)) }),
    ("negative use", .negative(Money(.min)), { try $0.consume(.min, .plant, by: firm(0)) }),
    ("a sale of a claim", .wrongKind(.bills, verb: "sell"), { try $0.sell(1, .bills, from: bank(0), to: firm(0)) }),
    (
      "a sale of a house not owned", .notOwned(household(2), .dwellings, has: 0, needs: 1),
      { try $0.sell(1, .dwellings, from: household(2), to: firm(0)) }
    ),
    (
      "a price of money", .wrongKind(.deposits, verb: "revalue"),
      { try $0.revalue(.deposits, to: Price(microcents: 1)) }
    ),
    (
      "a negative price", .outOfRange("the price of restEquity"),
      { try $0.revalue(.restEquity, to: Price(microcents: -1)) }
    ),
    (
      "a negative write-off", .negative(Money(-2)),
      { try $0.writeOff(Money(-2), .corporateLoans, owedBy: firm(0), to: bank(0)) }
    ),
    (
      "a write-off of more than is held", .notOwned(bank(1), .corporateLoans, has: 30_000, needs: 40_000),
      { try $0.writeOff(Money(40_000), .corporateLoans, owedBy: firm(0), to: bank(1)) }
    ),
    (
      "a write-off of more than is owed", .notOwned(firm(1), .corporateLoans, has: 20_000, needs: 40_000),
      { try $0.writeOff(Money(40_000), .corporateLoans, owedBy: firm(1), to: bank(0)) }
    ),
  ]

  @Test("is named by the error and changes nothing", arguments: refusals.indices)
  func refused(_ index: Int) throws {
    let (what, error, verb) = RefusalTests.refusals[index]
    let ledger = try SmallEconomy.ledger()
    let before = ledger.books()
    #expect(throws: error, "\(what)") { try verb(ledger) }
    #expect(ledger.books() == before, "\(what)")
    #expect(!error.description.isEmpty)
  }

  @Test("A price that makes values too large is refused, and the old one stays")
  func priceBeyondRange() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.produce(1_000_000_000_000, .plant, by: firm(0))
    let before = ledger.books()
    #expect(throws: LedgerError.outOfRange("a position of 1000000000000 micro-units")) {
      try ledger.revalue(.plant, to: Price(microcents: .max))
    }
    #expect(ledger.books() == before)
  }

  @Test("A trade whose values leave the range takes the payment back")
  func tradeBeyondRange() throws {
    let ledger = try SmallEconomy.ledger()
    // Two holders of the largest positions a price of a cent allows; a third would need a value beyond money.
    try ledger.revalue(.fundShares, to: Price(microcents: 0))
    let most = Int64.max / 4
    try ledger.trade(most, .fundShares, from: firm(0), to: household(0))
    let before = ledger.books()
    #expect(throws: LedgerError.outOfRange("fundShares of firms")) {
      try ledger.trade(5, .fundShares, from: firm(1), to: household(1))
    }
    #expect(throws: LedgerError.outOfRange("fundShares of households")) {
      try ledger.trade(5, .fundShares, from: Holder(.aiFirms), to: household(1))
    }
    #expect(ledger.books() == before)
  }

  @Test("Currency and bank money do not mix")
  func noCommonMoney() throws {
    var chart = SmallEconomy.chart()
    chart.settlement[.firms] = .currency
    var opening = SmallEconomy.opening()
    opening.set(.currency, .firms, [500, 0, 0])
    opening.set(.currency, .centralBank, [-500])
    let ledger = try Ledger(chart, opening: opening)
    let before = ledger.books()
    #expect(throws: LedgerError.cannotSettle(from: firm(0), to: household(0))) {
      try ledger.pay(Money(10), from: firm(0), to: household(0), as: .wages, ifShort: .orDefault)
    }
    #expect(throws: LedgerError.cannotSettle(from: household(0), to: firm(0))) {
      try ledger.pay(Money(10), from: household(0), to: firm(0), as: .rent, ifShort: .orDefault)
    }
    #expect(ledger.books() == before)
  }

  @Test("An opening whose row does not sum to zero names the row and what is left over")
  func openingResidual() {
    var opening = SmallEconomy.opening()
    opening.set(.mortgages, .households, [-1, 0, 0, 0, 0])
    #expect(throws: LedgerError.openingRowNotZero(.mortgages, residual: -1)) {
      try Ledger(SmallEconomy.chart(), opening: opening)
    }
  }

  @Test("An opening of the wrong length, beyond range or at a negative price is refused")
  func brokenOpenings() {
    var short = Opening()
    short.set(.deposits, .households, [1, 2, 3])
    #expect(throws: LedgerError.noSuchHolder(household(3))) { try Ledger(SmallEconomy.chart(), opening: short) }
    for extreme in [Int64.min, .max, Money.limit.cents + 1] {
      var large = Opening()
      large.set(.deposits, .banks, [extreme, 0])
      #expect(throws: LedgerError.outOfRange("the opening of deposits in banks")) {
        try Ledger(SmallEconomy.chart(), opening: large)
      }
    }
    var negative = Opening()
    negative.price(.bonds1, Price(microcents: -1))
    #expect(throws: LedgerError.outOfRange("the price of bonds1")) {
      try Ledger(SmallEconomy.chart(), opening: negative)
    }
  }

  @Test("A chart that cannot be indexed is refused")
  func brokenCharts() {
    func refuses(_ change: (inout Chart) -> Void) -> Bool {
      var chart = Chart()
      change(&chart)
      do {
        _ = try Ledger(chart, opening: Opening())
        return false
      } catch LedgerError.brokenChart { return true } catch { return false }
    }
    #expect(refuses { $0.members[.firms] = -1 })
    #expect(refuses { $0.banks[.firms] = [] })
    #expect(refuses { $0.householdSegments = [] })
    #expect(refuses { $0.householdSegments = [1, 2] })
    #expect(refuses { $0.householdSegments = [0, 3, 2] })
    #expect(!refuses { $0.members[.households] = 0 })
  }

  @Test("Shares of banks that are no numbers leave all households with bank 0")
  func bankShares() {
    var chart = Chart()
    chart.members[.households] = 10
    for shares in [[], [0, 0], [.nan, -1], [.infinity]] as [[Double]] {
      chart.bankHouseholds(shares: shares)
      #expect(chart.householdSegments == [0])
    }
    chart.bankHouseholds(shares: [1, .nan, 3])
    #expect(chart.householdSegments == [0, 2, 2])
  }

  @Test("Nobody's balance is zero, wherever nobody is")
  func readingNobody() throws {
    let ledger = try SmallEconomy.ledger()
    for index in [-1, 5, Int.min, Int.max] {
      #expect(ledger.balance(.deposits, of: household(index)) == .zero)
      #expect(ledger.units(.restEquity, of: household(index)) == 0)
      #expect(try ledger.worth(.restEquity, of: household(index)) == .zero)
      #expect((0..<2).contains(ledger.bank(of: firm(index))))
    }
  }
}
