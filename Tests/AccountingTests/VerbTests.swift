import Accounting
import Quantities
import Testing

@Suite("Each verb alone")
struct VerbTests {
  @Test("A payment between customers of two banks moves deposits, and reserves between the banks")
  func payAcrossBanks() throws {
    let ledger = try SmallEconomy.ledger()
    let changes = try ledger.changes {
      try ledger.pay(Money(7_000), from: household(0), to: firm(1), as: .consumption, ifShort: .orDefault)
    }
    #expect(changes == ["households.deposits": -7_000, "firms.deposits": 7_000])
    #expect(ledger.balance(.deposits, of: household(0)) == Money(43_000))
    #expect(ledger.balance(.deposits, of: firm(1)) == Money(37_000))
    #expect(ledger.balance(.reserves, of: bank(0)) == Money(193_000))
    #expect(ledger.balance(.reserves, of: bank(1)) == Money(107_000))
    #expect(ledger.balance(.deposits, of: bank(0)) == Money(-318_000))
    #expect(ledger.flow(.consumption, .households) == Money(-7_000))
    #expect(ledger.flow(.consumption, .firms) == Money(7_000))
    #expect(try ledger.isBalanced())
  }

  @Test("A payment between customers of one bank leaves its reserves alone")
  func payWithinBank() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.pay(Money(7_000), from: household(0), to: firm(2), as: .consumption, ifShort: .orDefault)
    #expect(ledger.balance(.reserves, of: bank(0)) == Money(200_000))
    #expect(ledger.balance(.deposits, of: bank(0)) == Money(-325_000))
    #expect(try ledger.isBalanced())
  }

  @Test("A tax moves reserves into the Treasury's cash account, and a benefit moves them back")
  func treasuryPayments() throws {
    let ledger = try SmallEconomy.ledger()
    let taxed = try ledger.changes {
      try ledger.pay(Money(9_000), from: household(3), to: treasury, as: .incomeTax, ifShort: .orDefault)
    }
    #expect(
      taxed == [
        "households.deposits": -9_000, "banks.deposits": 9_000, "banks.reserves": -9_000, "centralBank.reserves": 9_000,
        "treasury.cashAccount": 9_000, "centralBank.cashAccount": -9_000,
      ])
    #expect(ledger.balance(.reserves, of: bank(1)) == Money(91_000))
    try ledger.pay(Money(9_000), from: treasury, to: household(3), as: .socialBenefits, ifShort: .orDefault)
    #expect(ledger.value(.cashAccount, .treasury) == Money(80_000))
    #expect(ledger.balance(.reserves, of: bank(1)) == Money(100_000))
    #expect(ledger.flow(.socialBenefits, .households) == Money(9_000))
    #expect(try ledger.isBalanced())
  }

  @Test("The central bank pays interest on reserves in new reserves")
  func reserveInterest() throws {
    let ledger = try SmallEconomy.ledger()
    let changes = try ledger.changes {
      try ledger.pay(Money(300), from: centralBank, to: bank(1), as: .reserveInterest, ifShort: .orDefault)
    }
    #expect(changes == ["banks.reserves": 300, "centralBank.reserves": -300])
    #expect(try ledger.isBalanced())
  }

  @Test("A bank's loan creates the deposit it lends")
  func bankLends() throws {
    let ledger = try SmallEconomy.ledger()
    let changes = try ledger.changes { try ledger.lend(Money(2_500), .corporateLoans, from: bank(0), to: firm(2)) }
    #expect(
      changes == [
        "firms.corporateLoans": -2_500, "banks.corporateLoans": 2_500, "firms.deposits": 2_500,
        "banks.deposits": -2_500,
      ])
    #expect(Flow.allCases.allSatisfy { ledger.flow($0, .firms) == .zero })
    #expect(ledger.snapshot().transaction(.corporateLoans, .firms) == Money(-2_500))
    #expect(try ledger.isBalanced())
  }

  @Test("A repayment ends deposit and debt, and is at most what is owed")
  func repay() throws {
    let ledger = try SmallEconomy.ledger()
    #expect(try ledger.repay(Money(90_000), .corporateLoans, from: firm(0), to: bank(0)) == Money(50_000))
    #expect(ledger.balance(.corporateLoans, of: firm(0)) == Money(-10_000))
    #expect(ledger.balance(.corporateLoans, of: bank(0)) == .zero)
    #expect(ledger.balance(.deposits, of: firm(0)) == Money(50_000))
    #expect(try ledger.repay(Money(90_000), .corporateLoans, from: firm(0), to: bank(1)) == Money(10_000))
    #expect(try ledger.repay(Money(1), .corporateLoans, from: firm(0), to: bank(1)) == .zero)
    #expect(try ledger.isBalanced())
  }

  @Test("A trade moves units one way and money the other, and is no income")
  func trade() throws {
    let ledger = try SmallEconomy.ledger()
    let result = try ledger.trade(10_000_000, .restEquity, from: Holder(.mutualFunds), to: household(3))
    #expect(result.units == 10_000_000)
    #expect(result.paid == Money(33_331))
    #expect(ledger.units(.restEquity, of: household(3)) == 25_000_000)
    #expect(ledger.units(.restEquity, of: Holder(.mutualFunds)) == 20_000_000)
    #expect(ledger.balance(.deposits, of: household(3)) == Money(70_000 - 33_331))
    #expect(Flow.allCases.allSatisfy { ledger.flow($0, .households) == .zero })
    #expect(ledger.snapshot().transaction(.restEquity, .households) == Money(33_331))
    #expect(try ledger.isBalanced())
  }

  @Test("An issue makes units that a redemption ends")
  func issueAndRedeem() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.issue(2_000_000, .aiEquity, by: Holder(.aiFirms), to: household(0))
    #expect(ledger.units(.aiEquity, of: Holder(.aiFirms)) == -2_000_000)
    #expect(ledger.explain(.aiEquity, .households).changes.map(\.cause) == [.issuance])
    let back = try ledger.redeem(5_000_000, .aiEquity, of: household(0), by: Holder(.aiFirms))
    #expect(back.units == 2_000_000)
    #expect(ledger.quantity(.aiEquity, .aiFirms) == 0)
    #expect(ledger.balance(.deposits, of: household(0)) == Money(50_000))
    #expect(try ledger.isBalanced())
  }

  @Test("An inheritance moves a holding and is a flow of its worth without a payment")
  func transfer() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.transfer(4_000_000, .restEquity, from: household(3), to: Holder(.restOfWorld), as: .inheritance)
    #expect(ledger.units(.restEquity, of: Holder(.restOfWorld)) == 4_000_000)
    #expect(ledger.flow(.inheritance, .restOfWorld) == Money(13_332))
    try ledger.transfer(500_000, .dwellings, from: household(4), to: household(2), as: .inheritance)
    #expect(ledger.units(.dwellings, of: household(2)) == 500_000)
    try ledger.transfer(10_000, .deposits, from: household(4), to: household(0), as: .gifts)
    #expect(ledger.balance(.reserves, of: bank(0)) == Money(210_000))
    try ledger.transfer(
      600, .pensionEntitlements, from: Holder(.pensionFunds), to: household(1), as: .pensionContributions)
    #expect(ledger.value(.pensionEntitlements, .pensionFunds) == Money(-600))
    #expect(try ledger.isBalanced())
  }

  @Test("A reclassification changes members and no cell")
  func reclassify() throws {
    let ledger = try SmallEconomy.ledger()
    let changes = try ledger.changes {
      try ledger.reclassify(5_000_000, .restEquity, from: household(0), to: household(2))
      try ledger.reclassify(1_000_000, .dwellings, from: household(1), to: household(3))
      try ledger.reclassify(10_000, .bills, from: bank(0), to: bank(1))
    }
    #expect(changes.isEmpty)
    #expect(ledger.units(.restEquity, of: household(2)) == 5_000_000)
    #expect(ledger.balance(.bills, of: bank(1)) == Money(60_000))
    try ledger.reclassify(10_000, .deposits, from: household(3), to: household(0))
    #expect(ledger.balance(.reserves, of: bank(0)) == Money(210_000))
    #expect(try ledger.isBalanced())
  }

  @Test("What one debtor owes, another of its sector can take over")
  func reclassifyDebt() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.reclassify(60_000, .corporateLoans, from: firm(2), to: firm(0))
    #expect(ledger.balance(.corporateLoans, of: firm(0)) == .zero)
    #expect(ledger.balance(.corporateLoans, of: firm(2)) == Money(-60_000))
    #expect(try ledger.isBalanced())
  }

  @Test("Production and use change the volume of a real row, at its price, and nothing else")
  func produceAndConsume() throws {
    let ledger = try SmallEconomy.ledger()
    let built = try ledger.changes { try ledger.produce(250_000, .dwellings, by: firm(0)) }
    #expect(built == ["firms.dwellings": 1_000_000])
    #expect(ledger.snapshot().volume(.dwellings, .firms) == Money(1_000_000))
    #expect(ledger.explain(.dwellings, .firms).changes.map(\.cause) == [.production])
    #expect(try ledger.consume(400_000, .dwellings, by: firm(0)) == 250_000)
    #expect(ledger.value(.dwellings, .firms) == .zero)
    #expect(try ledger.isBalanced())
  }

  @Test("A dwelling is sold for money and no claim arises")
  func sell() throws {
    let ledger = try SmallEconomy.ledger()
    let result = try ledger.sell(10_000, .dwellings, from: household(0), to: household(3))
    #expect(result.units == 10_000)
    #expect(result.paid == Money(40_000))
    #expect(ledger.units(.dwellings, of: household(0)) == 990_000)
    #expect(ledger.balance(.deposits, of: household(0)) == Money(90_000))
    #expect(try ledger.isBalanced())
  }

  @Test("A new price gives gains that sum to zero over a claim, and not over a real row")
  func revalue() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.revalue(.restEquity, to: Price(microcents: 6_666_200_014))
    try ledger.revalue(.dwellings, to: Price(microcents: 8_000_000_000_006))
    let period = ledger.snapshot()
    #expect(period.revaluation(.restEquity, .households) == Money(133_324))
    #expect(Sector.allCases.reduce(.zero) { $0 + period.revaluation(.restEquity, $1) } == .zero)
    #expect(period.revaluation(.dwellings, .households) == Money(14_000_000))
    #expect(period.transactions.allSatisfy { $0 == 0 })
    #expect(try ledger.isBalanced())
  }

  @Test("A write-off is the creditor's loss and the debtor's gain, in the revaluation matrix")
  func writeOff() throws {
    let ledger = try SmallEconomy.ledger()
    try ledger.writeOff(Money(15_000), .corporateLoans, owedBy: firm(0), to: bank(1))
    let period = ledger.snapshot()
    #expect(period.revaluation(.corporateLoans, .banks) == Money(-15_000))
    #expect(period.revaluation(.corporateLoans, .firms) == Money(15_000))
    #expect(period.transaction(.corporateLoans, .banks) == .zero)
    #expect(ledger.explain(.corporateLoans, .banks).changes.map(\.amount) == [Money(-15_000)])
    #expect(ledger.explain(.corporateLoans, .banks).holdingGains == .zero)
    #expect(try ledger.isBalanced())
  }

  @Test("When the central bank buys bills, its assets grow by the reserves it creates")
  func centralBankBuys() throws {
    let ledger = try SmallEconomy.ledger()
    let before = ledger.centralBankIdentity()
    try ledger.trade(30_000, .bills, from: bank(0), to: centralBank)
    try ledger.revalue(.bonds10, to: Price(microcents: 9_000_000_000))
    try ledger.pay(Money(2_000), from: centralBank, to: treasury, as: .remittance, ifShort: .orDefault)
    let after = ledger.centralBankIdentity()
    #expect(after.reserves - before.reserves == Money(30_000))
    #expect(after.cashAccount - before.cashAccount == Money(2_000))
    let bondLoss = Money(4 * (10_137 - 9_000))
    #expect(after.assets - before.assets == Money(30_000) - bondLoss)
    #expect(after.other - before.other == Money(-2_000) - bondLoss)
    #expect(after.residual == .zero && before.residual == .zero)
    #expect(
      after.assets == after.reserves + after.cashAccount + after.reverseRepo + after.currency + after.other
        - after.deferredAsset)
  }

  @Test("Nothing happens to the books when an amount is zero")
  func zero() throws {
    let ledger = try SmallEconomy.ledger()
    let before = ledger.books()
    #expect(try ledger.pay(.zero, from: household(2), to: firm(0), as: .rent, ifShort: .orDefault) == .zero)
    #expect(try ledger.trade(0, .restEquity, from: household(2), to: firm(0)).units == 0)
    #expect(try ledger.repay(.zero, .mortgages, from: household(0), to: bank(0)) == .zero)
    try ledger.lend(.zero, .mortgages, from: bank(0), to: household(0))
    try ledger.produce(0, .plant, by: firm(0))
    #expect(ledger.books() == before)
  }
}
