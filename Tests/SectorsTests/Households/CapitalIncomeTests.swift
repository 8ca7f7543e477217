import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Capital income")
struct CapitalIncomeTests {
  /// What a holding of $120,000 earns in a month before and after the taxes of 15 and 4 %.
  private func gross(_ row: Instrument, _ told: [(observable: Observable, index: Int, value: Double)] = []) throws
    -> Double
  {
    let world = try HouseholdWorld(
      households: [SmallHousehold(holdings: [row: 120_000])],
      told: [(.policyRate, 0, 0.04)] + CapitalIncomeTests.coupons + told
    )
    .day(of: CapitalIncome())
    #expect(world.isSound)
    #expect(abs(world.income(0) - 0.81 * received(world)) < 0.02)
    return received(world)
  }

  /// Bonds of all rows pay 3.4 %, but municipal and agency ones 3.6 and 2.6 %.
  private static let coupons: [(observable: Observable, index: Int, value: Double)] = CouponRates.rows.enumerated().map
  {
    place, row in (.couponRates, place, row == .municipalBonds ? 0.036 : row == .agencyBonds ? 0.026 : 0.034)
  }

  private func received(_ world: World) -> Double {
    [Flow.depositInterest, .fundIncome, .bondInterest, .dividends].reduce(0) {
      $0 + world.ledger.flow($1, .households).dollars
    }
  }

  @Test("is a twelfth of each row's rate on what is held")
  func rates() throws {
    #expect(try gross(.deposits) == 160)  // 40 % of 4 %
    #expect(abs(try gross(.moneyFundShares) - 378) < 0.011)  // 4 less 0.22 %
    #expect(try gross(.bills) == 400)
    #expect(abs(try gross(.bonds10) - 340) < 0.011)
    #expect(abs(try gross(.municipalBonds) - 360) < 0.011)
    #expect(abs(try gross(.agencyBonds) - 260) < 0.011)
    #expect(abs(try gross(.fundShares, [(.fundDistribution, 0, 230)]) - 230) < 0.011)
  }

  @Test("never is negative: money funds yield nothing when their fee exceeds the policy rate")
  func floor() throws {
    let world = try HouseholdWorld(
      households: [SmallHousehold(holdings: [.moneyFundShares: 120_000])], told: [(.policyRate, 0, 0.00125)]
    ).day(of: CapitalIncome())
    #expect(world.ledger.flow(.fundIncome, .households) == .zero && world.isSound)
  }

  @Test("pays each basket's dividend on each unit outstanding, and withholds both taxes")
  func dividends() throws {
    let households = [75_000.0, 25_000].map { SmallHousehold(holdings: [.restEquity: $0]) }
    let world = try HouseholdWorld(households: households, told: [(.declaredDividends, 1, 1_000)]).day(
      of: CapitalIncome())
    #expect(try world.dollars(.deposits, 0) == 607.5 && world.dollars(.deposits, 1) == 202.5)
    #expect(world.ledger.flow(.dividends, .dealers).dollars == -1_000)
    #expect(world.ledger.flow(.incomeTax, .treasury).dollars == 150)
    #expect(world.ledger.flow(.incomeTax, .stateLocal).dollars == 40)
    #expect(world.isSound)
  }

  @Test("leaves the dividends of other holders to custody")
  func others() throws {
    let world = try HouseholdWorld(
      households: [SmallHousehold(holdings: [.aiEquity: 25_000])], told: [(.declaredDividends, 0, 1_000)],
      institutions: [(.aiEquity, Holder(.pensionFunds), 75_000), (.aiEquity, Holder(.aiFirms, 1), -75_000)]
    ).day(of: CapitalIncome())
    #expect(world.ledger.flow(.dividends, .households).dollars == 250)
  }

  @Test("pays owners from the industries that have the cash")
  func owners() throws {
    let owners = (0..<500).map { _ in SmallHousehold(holdings: [.privateEquity: 100]) }
    let world = try HouseholdWorld(
      households: owners, told: [(.proprietorsIncome, 0, 50_000)],
      payments: [(1, 1_000_000, Industry.finance.seller, Industry.construction.seller, .intermediateInputs)]
    ).day(of: CapitalIncome())
    #expect(world.ledger.flow(.dividends, .households).dollars == 50_000 && world.isSound)
    #expect(world.ledger.balance(.deposits, of: Industry.finance.seller) == .zero)
    // Two of thirteen shares of the cash, within a household or two of even.
    let paid = 2_000_000 - world.ledger.balance(.deposits, of: Industry.construction.seller).dollars
    #expect(abs(paid - 50_000 * 2 / 13) < 400, "\(paid)")
  }

  @Test("of agency bonds comes from each household's own bank")
  func ownBank() throws {
    let households = (0..<2).map { _ in SmallHousehold(holdings: [.agencyBonds: 120_000]) }
    let world = try HouseholdWorld(households: households, told: CapitalIncomeTests.coupons).day(of: CapitalIncome())
    let equity = (0..<2).map { bank in
      Instrument.allCases.reduce(Money.zero) { $0 + world.ledger.balance($1, of: Holder(.banks, bank)) }
    }
    let opened = try HouseholdWorld(households: households).world(CapitalIncome())
    for bank in 0..<2 {
      let before = Instrument.allCases.reduce(Money.zero) { $0 + opened.ledger.balance($1, of: Holder(.banks, bank)) }
      #expect((before - equity[bank]).dollars == 260, "bank \(bank)")
    }
  }

  @Test("beyond what a leg can hold ends the run with its name")
  func beyond() throws {
    let world = try HouseholdWorld(
      households: [SmallHousehold(holdings: [.restEquity: 100])], told: [(.declaredDividends, 1, 1e290)]
    ).world(CapitalIncome())
    let failure = #expect(throws: RunFailure.self) { try world.advance() }
    #expect(failure?.mechanism == "capitalIncome")
  }
}
