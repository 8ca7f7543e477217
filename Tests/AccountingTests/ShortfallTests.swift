import Accounting
import Quantities
import Testing

@Suite("A payment beyond means")
struct ShortfallTests {
  @Test("is paid in part, to the last cent, when that was agreed")
  func part() throws {
    let ledger = try SmallEconomy.ledger()
    #expect(
      try ledger.pay(Money(25_000), from: household(1), to: firm(0), as: .rent, ifShort: .orPart) == Money(20_000))
    #expect(ledger.balance(.deposits, of: household(1)) == .zero)
    #expect(ledger.flow(.rent, .firms) == Money(20_000))
    #expect(try ledger.pay(Money(25_000), from: household(1), to: firm(0), as: .rent, ifShort: .orPart) == .zero)
    #expect(try ledger.isBalanced())
  }

  @Test("is not paid at all when the payer defaults")
  func byDefault() throws {
    let ledger = try SmallEconomy.ledger()
    let before = ledger.books()
    #expect(try ledger.pay(Money(20_001), from: household(1), to: firm(0), as: .rent, ifShort: .orDefault) == .zero)
    #expect(ledger.books() == before)
    #expect(
      try ledger.pay(Money(20_000), from: household(1), to: firm(0), as: .rent, ifShort: .orDefault) == Money(20_000))
  }

  @Test("is paid with a loan of exactly what is missing")
  func borrow() throws {
    let ledger = try SmallEconomy.ledger()
    let paid = try ledger.pay(
      Money(25_000), from: household(1), to: firm(0), as: .rent, ifShort: .orBorrow(.consumerCredit, from: bank(1)))
    #expect(paid == Money(25_000))
    #expect(ledger.balance(.deposits, of: household(1)) == .zero)
    #expect(ledger.balance(.consumerCredit, of: household(1)) == Money(-5_000))
    #expect(ledger.balance(.consumerCredit, of: bank(1)) == Money(5_000))
    #expect(ledger.balance(.reserves, of: bank(1)) == Money(95_000))
    #expect(try ledger.isBalanced())
  }

  @Test("is refused, loan and all, when the lender has no money or lends to itself")
  func noLender() throws {
    let ledger = try SmallEconomy.ledger()
    let before = ledger.books()
    let fund = Holder(.mutualFunds, 1)
    #expect(throws: LedgerError.notOwned(fund, .deposits, has: 0, needs: 5_000)) {
      try ledger.pay(
        Money(25_000), from: household(1), to: firm(0), as: .rent, ifShort: .orBorrow(.corporateLoans, from: fund))
    }
    #expect(throws: LedgerError.withItself(household(1))) {
      try ledger.pay(
        Money(25_000), from: household(1), to: firm(0), as: .rent,
        ifShort: .orBorrow(.consumerCredit, from: household(1)))
    }
    #expect(ledger.books() == before)
  }

  @Test("takes back the loan when the payment itself cannot be made")
  func loanTakenBack() throws {
    let ledger = try SmallEconomy.ledger()
    let before = ledger.books()
    #expect(throws: LedgerError.noSuchHolder(firm(3))) {
      try ledger.pay(
        Money(25_000), from: household(1), to: firm(3), as: .rent, ifShort: .orBorrow(.consumerCredit, from: bank(0)))
    }
    #expect(ledger.books() == before)
  }

  @Test("buys the units it can pay for, no more than were asked for")
  func tradeInPart() throws {
    let ledger = try SmallEconomy.ledger()
    let result = try ledger.trade(30_000_000, .restEquity, from: Holder(.mutualFunds), to: household(1))
    #expect(result.paid == Money(20_000))
    #expect(result.units == 6_000_420)
    #expect(ledger.balance(.deposits, of: household(1)) == .zero)
    #expect(try ledger.sell(1_000_000, .dwellings, from: household(0), to: household(4)).paid == Money(10_000))
    #expect(try ledger.trade(90_000, .bills, from: bank(0), to: household(1), ifShort: .orDefault).units == 0)
    #expect(try ledger.isBalanced())
  }

  @Test("never stops a bank, the central bank or an issuer of currency: they make the money they pay")
  func moneyMakers() throws {
    let ledger = try SmallEconomy.ledger()
    #expect(ledger.means(of: bank(0)) == nil)
    #expect(ledger.means(of: centralBank) == nil)
    #expect(ledger.means(of: treasury) == Money(80_000))
    #expect(
      try ledger.pay(Money(80_001), from: treasury, to: firm(0), as: .governmentPurchases, ifShort: .orPart)
        == Money(80_000))
    #expect(
      try ledger.pay(Money(999_999), from: bank(0), to: firm(1), as: .wages, ifShort: .orDefault) == Money(999_999))
    #expect(try ledger.isBalanced())
  }
}
