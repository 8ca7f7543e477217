import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Debt service")
struct DebtServiceTests {
  private let owner = SmallHousehold(income: 9_000, holdings: [.deposits: 50_000, .mortgages: -220_000])

  private func rule(_ changes: KeyValuePairs<String, String> = [:]) throws -> DebtService {
    var rule = DebtService()
    rule.usualCredit = MonthSpan(0)
    for (name, text) in changes { try rule.set(name, to: text) }
    return rule
  }

  @Test("pays interest and principal of a mortgage, and borrows what keeps debt growing")
  func mortgage() throws {
    let world = try HouseholdWorld(households: [owner]).day(of: rule())
    // 4.2 % of 220,000 over twelve; 220,000 over 220 months; 3.1 % growth over twelve.
    #expect(world.paid(.loanInterest) == 770)
    #expect(abs(try world.dollars(.mortgages, 0) + 220_000 * (1 + 0.031 / 12)) < 0.02)
    #expect(abs(try world.dollars(.deposits, 0) - (50_000 - 770 + 220_000 * 0.031 / 12)) < 0.02)
    // A mortgage taken up or paid back changes what is owned and owed, not income.
    #expect(abs(world.income(0) - (9_000 - 770)) < 0.02)
    #expect(world.isSound)
  }

  @Test("of consumer credit runs at its own rate and pace")
  func credit() throws {
    let world = try HouseholdWorld(households: [SmallHousehold(holdings: [.deposits: 9_000, .consumerCredit: -36_000])])
      .day(of: rule(["growth": "0"]))
    #expect(world.paid(.loanInterest) == 288)  // 9.6 % of 36,000 over twelve
    #expect(try world.dollars(.consumerCredit, 0) == -36_000)
  }

  @Test("borrows less when the market rate rises, and nothing when it rises enough")
  func rates() throws {
    func debt(_ rate: Double) throws -> Double {
      let world = try HouseholdWorld(households: [owner], told: [(.mortgageRate, 0, rate)]).day(of: rule())
      return try -world.dollars(.mortgages, 0)
    }
    // A point takes .8 points of growth; seven and more take all that principal would renew.
    #expect(abs(try debt(0.0615) - debt(0.0715) - 220_000 * 0.008 / 12) < 0.02)
    #expect(try debt(0.20) == 219_000)
  }

  @Test("keeps old rates on old debt: only what is new pays the market's")
  func lockIn() throws {
    let world = try HouseholdWorld(households: [owner], told: [(.mortgageRate, 0, 0.08)])
      .world(rule(["rateSensitivity": "0", "growth": "0"]))
    try world.advance()
    // 1,000 of 220,000 moved from 4.2 to 8 %.
    let rate = (219.0 * 0.042 + 0.08) / 220
    #expect(abs(Double(world.traits[.ownMortgageRate][0]) / 1e6 - rate) < 1e-6)
    let before = world.paid(.loanInterest)
    try world.advance()
    #expect(abs(world.paid(.loanInterest) - before - 220_000 * rate / 12) < 0.02)
  }

  @Test("takes what there is, interest first, and no more")
  func short() throws {
    let world = try HouseholdWorld(households: [SmallHousehold(holdings: [.deposits: 1_000, .mortgages: -220_000])])
      .day(of: rule(["growth": "-5 %", "mortgageMonths": "60"]))
    // New loans are 220,000/60 - 5 %/12 of 220,000 = 2,750; the purse is 3,750, the interest 770.
    #expect(world.paid(.loanInterest) == 770)
    #expect(try world.dollars(.deposits, 0) == 0)
    #expect(abs(try world.dollars(.mortgages, 0) + 219_770) < 0.02)
    #expect(world.isSound)
  }

  @Test("asks nothing of a household without debt, and forgets no rate of one")
  func free() throws {
    let world = try HouseholdWorld(households: [SmallHousehold(income: 100, holdings: [.deposits: 10])]).day(of: rule())
    #expect(try world.dollars(.deposits, 0) == 10 && world.income(0) == 100)
    #expect(world.traits[.ownMortgageRate][0] == 0 && world.paid(.loanInterest) == 0)
  }

  @Test("lends who works and owes less than is usual a part of what is missing, and who does not work nothing")
  func usual() throws {
    let jobless = SmallHousehold(employer: Employment.unemployed, income: 4_000, holdings: [.deposits: 10])
    let world = try HouseholdWorld(households: [SmallHousehold(income: 4_000, holdings: [.deposits: 10]), jobless])
      .day(of: DebtService())
    #expect(abs(try world.dollars(.consumerCredit, 0) + 2.7 * 4_000 / 36) < 0.02)
    #expect(try world.dollars(.consumerCredit, 1) == 0)
  }

  @Test("counts months in arrears, lends nothing meanwhile, and forgets them when all is paid")
  func arrears() throws {
    let broke = SmallHousehold(holdings: [.deposits: 100, .mortgages: -220_000], notes: [(.arrears, 2)])
    let late = try HouseholdWorld(households: [broke]).day(of: rule())
    #expect(late.traits[.arrears][0] == 3)
    #expect(try late.dollars(.mortgages, 0) == -220_000)
    var paying = broke
    paying.holdings = [.deposits: 10_000, .mortgages: -220_000]
    let paid = try HouseholdWorld(households: [paying]).day(of: rule())
    #expect(paid.traits[.arrears][0] == 0)
    #expect(paid.isSound)
  }
}
