import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Treasury funding")
struct TreasuryFundingTests {
  private let households = [SmallHousehold()]
  private func rule(_ changes: KeyValuePairs<String, String> = [:]) throws -> TreasuryFunding {
    var rule = TreasuryFunding(deficit: 12e6)
    for (name, text) in changes { try rule.set(name, to: text) }
    return rule
  }

  @Test("sells for the deficit it expects: a quarter in bills, the rest evenly over bonds")
  func issue() throws {
    let world = try HouseholdWorld(households: households).day(of: rule())
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 2e6)
    #expect(world.ledger.value(.bills, .treasury).dollars == -250_000)
    for bond in Instrument.treasuryBonds { #expect(world.ledger.value(bond, .treasury).dollars == -93_750) }
    #expect(world.recorder.last("federalBorrowing") == 12e6)
    #expect(world.isSound)
  }

  @Test("leaves what nobody bids for to the banks in equal parts")
  func banks() throws {
    let world = try HouseholdWorld(households: households).day(of: rule())
    for bank in 0..<2 { #expect(world.ledger.balance(.bills, of: Holder(.banks, bank)).dollars == 125_000) }
    #expect(world.ledger.value(.bills, .moneyFunds) == .zero)
  }

  @Test("sells bidders what 60 % of their spare cash buys")
  func bids() throws {
    let subscription = (1, 200_000.0, Holder(.firms, 3), Holder(.moneyFunds), Flow.gifts)
    let world = try HouseholdWorld(households: households, payments: [subscription]).day(of: rule())
    // 120,000 of a million, a quarter of it in bills.
    #expect(abs(world.ledger.value(.bills, .moneyFunds).dollars - 30_000) < 0.011)
    #expect(abs(world.ledger.value(.deposits, .moneyFunds).dollars - 1_080_000) < 0.05)
    #expect(world.isSound)
  }

  @Test("shares the issue out when bids exceed it")
  func overbid() throws {
    let subscriptions = [Sector.moneyFunds, .pensionFunds].map {
      (1, 900_000.0, Holder(.firms, 3), Holder($0), Flow.gifts)
    }
    let world = try HouseholdWorld(households: households, cash: [.firms: 9e6], payments: subscriptions)
      .day(of: rule(["bidShare": "100 %"]))
    #expect(abs(world.ledger.value(.bills, .pensionFunds).dollars - 125_000) < 0.011)
    #expect(world.ledger.value(.bills, .banks) == .zero && world.isSound)
  }

  @Test("asks no bidder for a cent it does not have")
  func lastCent() throws {
    for cents in 1...60 {
      let subscription = (1, 500 + Double(cents) / 100, Holder(.firms, 3), Holder(.moneyFunds), Flow.gifts)
      let world = try HouseholdWorld(households: households, cash: [.moneyFunds: 0], payments: [subscription])
        .day(of: rule(["bidShare": "100 %", "billShare": "100 %"]))
      #expect(world.ledger.value(.deposits, .moneyFunds) >= .zero && world.isSound)
    }
  }

  @Test("takes 30 % of a surprise into the next forecast")
  func forecast() throws {
    let spending = (2, 1_600_000.0, Holder(.treasury), Holder(.firms, 3), Flow.grants)
    let world = try HouseholdWorld(households: households, payments: [spending]).world(rule())
    try world.advance()
    try world.advance()
    // 2,000,000 - 1,600,000 left; expected 1,000,000 + .3 x 600,000.
    let borrowing = try #require(world.recorder.last("federalBorrowing"))
    #expect(abs(borrowing - 12 * (600_000 + 1_180_000)) < 0.01)
    #expect(world.isSound)
  }

  @Test("sells nothing while there is more cash than target and deficit need")
  func idle() throws {
    let world = try HouseholdWorld(households: households).world(rule())
    try world.advance()
    try world.advance()
    #expect(world.recorder.last("federalBorrowing") == 0)
    #expect(world.ledger.value(.bills, .treasury).dollars == -250_000)
  }
}
