import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Rebalancing")
struct RebalancingTests {
  /// What a household owns of index funds, active funds and money funds after some months, with nobody to compare it with:
  /// what it means to hold beyond the average is all that it means to hold.
  private func after(
    _ months: Int = 1, wanting share: Double, income: Double = 0, _ holdings: KeyValuePairs<Instrument, Double>
  ) throws -> (index: Double, active: Double, money: Double) {
    let household = SmallHousehold(income: income, riskTilt: share, holdings: holdings)
    let world = try HouseholdWorld(households: [household]).world(Rebalancing())
    for _ in 0..<months { try world.advance() }
    #expect(world.isSound)
    return try (world.dollars(.fundShares, 0), world.dollars(.valueShares, 0), world.dollars(.moneyFundShares, 0))
  }

  @Test("Who holds the share it means to trades nothing")
  func atRest() throws {
    let held = try after(wanting: 0.6, [.fundShares: 40_000, .valueShares: 20_000, .moneyFundShares: 40_000])
    #expect(held == (40_000, 20_000, 40_000))
  }

  @Test("Who holds too much sells funds as it holds them, into money funds; half of the excess is gone in a year")
  func sells() throws {
    let holdings: KeyValuePairs<Instrument, Double> = [.fundShares: 60_000, .valueShares: 20_000, .deposits: 20_000]
    let month = try after(wanting: 0.6, holdings)
    // A twelfth root of a half: 5.61 % of an excess of 20,000.
    #expect(abs(month.money - 1122.5) < 0.5 && abs(60_000 - month.index - 0.75 * month.money) < 0.02)
    #expect(abs(month.index + month.active + month.money - 80_000) < 0.02)
    let year = try after(12, wanting: 0.6, holdings)
    #expect(abs(year.money - 10_000) < 1, "\(year)")
  }

  @Test("Who holds too little buys with money-fund shares and what the bank holds beyond the buffer")
  func buys() throws {
    let month = try after(wanting: 0.8, [.fundShares: 30_000, .valueShares: 30_000, .moneyFundShares: 40_000])
    #expect(abs(month.index - 30_561.3) < 0.5 && abs(month.active - month.index) < 0.02)
    #expect(abs(month.money - 38_877.5) < 0.5)
    // Four months of income stay in the bank.
    let little: KeyValuePairs<Instrument, Double> = [.fundShares: 60_000, .moneyFundShares: 100, .deposits: 40_000]
    let short = try after(wanting: 0.8, income: 10_000, little)
    #expect(abs(short.money - 94.4) < 0.2 && abs(short.index + short.money - 60_100) < 0.02)
    let spare = try after(wanting: 0.8, income: 9_000, little)
    // A month's part of 4,100, of which the money fund has 100.
    #expect(spare.money == 0 && abs(spare.index - 60_230) < 0.5)
  }

  @Test("What some sell others buy: what they mean to hold beyond each other is all that counts")
  func zeroSum() throws {
    let bold = SmallHousehold(riskTilt: 0.2, holdings: [.fundShares: 80_000, .moneyFundShares: 20_000])
    let cautious = SmallHousehold(riskTilt: -0.1, holdings: [.fundShares: 60_000, .moneyFundShares: 240_000])
    let world = try compared([bold, cautious])
    // All hold .35 and mean to hold .025 less than their tilts sum to: .575 and .275 are wanted, 22,500 dollars off.
    let sold = try 80_000 - world.dollars(.fundShares, 0)
    #expect(abs(sold - 1262.8) < 0.5 && world.isSound)
    #expect(abs(try world.dollars(.fundShares, 1) - 60_000 - sold) < 0.02)
  }

  @Test("Nothing is sold that the others cannot buy")
  func matched() throws {
    let bold = SmallHousehold(riskTilt: 0.2, holdings: [.fundShares: 80_000, .moneyFundShares: 20_000])
    let poor = SmallHousehold(
      riskTilt: -0.1, holdings: [.fundShares: 60_000, .moneyFundShares: 1_000, .bills: 239_000])
    let world = try compared([bold, poor])
    let sold = try 80_000 - world.dollars(.fundShares, 0)
    #expect(abs(sold - 56.1) < 0.1 && world.isSound)
    #expect(abs(try world.dollars(.fundShares, 1) - 60_000 - sold) < 0.02)
  }

  /// Households after a month in which they are compared with each other.
  private func compared(_ households: [SmallHousehold]) throws -> World {
    let world = try HouseholdWorld(households: households).world(
      DayPage {
        Phase("compare") { RiskShares() }
        Phase("rebalance") { Rebalancing() }
      })
    try world.advance()
    return world
  }

  @Test("Direct shares count as risk and are not sold")
  func direct() throws {
    let held = try after(wanting: 0.5, [.restEquity: 90_000, .fundShares: 1_000, .moneyFundShares: 9_000])
    // The excess is 41,000, and there are funds for 1,000 of it.
    #expect(abs(held.index - 943.9) < 0.2 && abs(held.index + held.money - 10_000) < 0.02)
  }

  @Test("Who takes no part enters when it pays, at the rate of a year, and starts at the share of its age")
  func enters() throws {
    func entered(dollars: Double) throws -> (share: Double, bought: Double) {
      let households = (0..<2_000).map { _ in SmallHousehold(age: 65, holdings: [.moneyFundShares: dollars]) }
      let world = try HouseholdWorld(households: households).world(Rebalancing())
      for _ in 0..<12 { try world.advance() }
      #expect(world.isSound)
      let inside = (0..<2_000).filter { world.traits[.riskTilt][$0] > 0 }
      #expect(inside.allSatisfy { world.traits[.riskTilt][$0] == 500_000 })
      return try (Double(inside.count) / 2_000, inside.reduce(0) { try $0 + world.dollars(.fundShares, $1) })
    }
    // A year's chance is 1 − (1 − .3/12)^12 = .262; half of the premium on 100,000 is 2,210 a year.
    let rich = try entered(dollars: 100_000)
    #expect(abs(rich.share - 0.262) < 0.04 && rich.bought > 0, "\(rich)")
    // Fifty dollars are what 2,262 earn.
    #expect(try entered(dollars: 2_200) == (0, 0))
  }
}
