import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Saving")
struct SavingTests {
  @Test("puts 7 % of income into a pension and 1.2 % of what exceeds the buffer into funds")
  func worker() throws {
    let world = try HouseholdWorld(households: [SmallHousehold(income: 5_000, holdings: [.deposits: 30_350])])
      .day(of: Saving())
    #expect(try world.dollars(.pensionEntitlements, 0) == 350)
    // 30,350 - 350 - 4 x 5,000 = 10,000; 120 of it, 35 % in money funds.
    #expect(try world.dollars(.moneyFundShares, 0) == 42)
    #expect(try world.dollars(.fundShares, 0) == 58.5 && world.dollars(.valueShares, 0) == 19.5)
    #expect(try world.dollars(.deposits, 0) == 29_880)
    #expect(world.isSound)
  }

  @Test("invests nothing below the buffer")
  func buffer() throws {
    let world = try HouseholdWorld(households: [SmallHousehold(income: 5_000, holdings: [.deposits: 20_350])])
      .day(of: Saving())
    #expect(try world.dollars(.moneyFundShares, 0) == 0 && world.dollars(.fundShares, 0) == 0)
  }

  @Test("contributes at most half the purse, and not out of a negative income")
  func contribution() throws {
    let rich = SmallHousehold(income: 5_000, holdings: [.deposits: 100])
    let indebted = SmallHousehold(income: -5_000, holdings: [.deposits: 100])
    let idle = SmallHousehold(employer: Employment.unemployed, income: 5_000, holdings: [.deposits: 100])
    let world = try HouseholdWorld(households: [rich, indebted, idle]).day(of: Saving())
    #expect(try world.dollars(.pensionEntitlements, 0) == 50)
    #expect(try world.dollars(.pensionEntitlements, 1) == 0 && world.dollars(.pensionEntitlements, 2) == 0)
    #expect(world.isSound)
  }

  @Test("draws on entitlements from 67 on, a month of seven years at a time")
  func pension() throws {
    let old = SmallHousehold(age: 67, employer: Employment.outside, holdings: [.pensionEntitlements: 84_000])
    let young = SmallHousehold(age: 66, employer: Employment.outside, holdings: [.pensionEntitlements: 84_000])
    let world = try HouseholdWorld(households: [old, young], cash: [.pensionFunds: 168_000]).day(of: Saving())
    #expect(try world.dollars(.deposits, 0) == 1_000 && world.dollars(.pensionEntitlements, 0) == 83_000)
    #expect(try world.dollars(.deposits, 1) == 0)
    #expect(world.isSound)
  }

  @Test("gives the old what pension funds earned beyond what they owe, in equal parts, over seven years")
  func surplus() throws {
    let households = [70, 80, 40].map { SmallHousehold(age: Int32($0), employer: Employment.outside) }
    let world = try HouseholdWorld(households: households, cash: [.pensionFunds: 16_800]).day(of: Saving())
    #expect(try (0..<3).map { try world.dollars(.deposits, $0) } == [100, 100, 0])
    #expect(world.ledger.flow(.pensionBenefits, .pensionFunds).dollars == -200 && world.isSound)
  }

  @Test("sells funds for a part of what deposits fall short of the buffer, and no more than there are")
  func selling() throws {
    let rich = SmallHousehold(
      employer: Employment.outside, income: 5_000, holdings: [.deposits: 15_000, .fundShares: 10_000])
    let poor = SmallHousehold(
      employer: Employment.outside, income: 5_000, holdings: [.deposits: 15_000, .fundShares: 100])
    let world = try HouseholdWorld(households: [rich, poor]).day(of: Saving())
    #expect(try world.dollars(.deposits, 0) == 15_400 && world.dollars(.fundShares, 0) == 9_600)
    #expect(try world.dollars(.deposits, 1) == 15_100 && world.dollars(.fundShares, 1) == 0)
    #expect(world.isSound)
  }

  @Test("is paid by a pension fund without cash: it borrows in repo")
  func pensionCredit() throws {
    let old = SmallHousehold(age: 80, employer: Employment.outside, holdings: [.pensionEntitlements: 84_000])
    let world = try HouseholdWorld(households: [old], cash: [.pensionFunds: 400]).day(of: Saving())
    #expect(world.ledger.value(.repo, .pensionFunds).dollars == -600 && world.isSound)
  }

  @Test("gets back a third of active funds' spare cash, by holding")
  func redemption() throws {
    let households = [75_000.0, 25_000].map { SmallHousehold(holdings: [.valueShares: $0]) }
    let world = try HouseholdWorld(households: households, cash: [.valueFunds: 5_000]).day(of: Saving())
    // 5,000 less 2 % of 100,000 of shares, a third of it.
    #expect(try world.dollars(.deposits, 0) == 750 && world.dollars(.deposits, 1) == 250)
    #expect(world.ledger.value(.valueShares, .households).dollars == 99_000)
    #expect(world.isSound)
  }

  @Test("gets back at most a third of a holding, however much cash the funds have")
  func redemptionLimit() throws {
    let world = try HouseholdWorld(households: [SmallHousehold(holdings: [.valueShares: 3_000])]).day(of: Saving())
    #expect(try world.dollars(.deposits, 0) == 1_000 && world.isSound)
  }
}
