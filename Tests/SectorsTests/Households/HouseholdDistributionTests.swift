import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Household distribution")
struct HouseholdDistributionTests {
  /// What is measured of a few households after one day that ends a month.
  private func measure(_ households: [SmallHousehold]) throws -> (String) -> Double {
    let page = DayPage { Phase("count") { HouseholdDistribution() } }
    var chart = Chart()
    chart.members[.households] = households.count
    var opening = Opening()
    for row in [Instrument.deposits, .dwellings, .mortgages] {
      let scale = row.kind == .nominal ? 100.0 : 10_000
      let column = households.map { household in
        Int64((scale * household.holdings.reduce(0) { $0 + ($1.key == row ? $1.value : 0) }).rounded())
      }
      opening.set(row, .households, column)
      if row.isFinancial { opening.set(row, .banks, [-column.reduce(0, +)]) }
    }
    let traits = Traits(count: households.count)
    traits.set(.age, households.map(\.age))
    traits.set(.income, households.map { Int32($0.income * 100) })
    let world = try World(
      .init(
        page: page, ledger: try Ledger(chart, opening: opening), traits: traits, clock: .tradingDays(.nyse),
        opens: Day(2026, 1, 29)!))
    try world.advance()
    return { world.recorder.last($0) ?? .nan }
  }

  @Test("gives a Gini of zero to equals, and of (n − 1)/n when one owns all")
  func gini() throws {
    let equal = try measure(Array(repeating: SmallHousehold(holdings: [.deposits: 1_000]), count: 4))
    #expect(abs(equal("wealthGini")) < 1e-12)
    let one = try measure(
      Array(repeating: SmallHousehold(), count: 3) + [SmallHousehold(holdings: [.dwellings: 1_000])])
    #expect(abs(one("wealthGini") - 0.75) < 1e-12)
  }

  @Test("shares wealth out to the top hundredth, the next nine and the bottom half, debts taken off")
  func shares() throws {
    // Net worth 1, 2, …, 100: the top one has 100, the next nine 855, the bottom fifty 1,275 of 5,050.
    let measured = try measure(
      (1...100).reversed().map {
        SmallHousehold(holdings: [.deposits: 50, .dwellings: Double($0) * 10, .mortgages: -Double($0) * 9 - 50])
      })
    #expect(abs(measured("wealthShares.top1") - 100.0 / 5_050) < 1e-9)
    #expect(abs(measured("wealthShares.next9") - 855.0 / 5_050) < 1e-9)
    #expect(abs(measured("wealthShares.bottom50") - 1_275.0 / 5_050) < 1e-9)
  }

  @Test("counts owners by age, and sets the median home against a year of the median income")
  func homes() throws {
    let measured = try measure([
      SmallHousehold(age: 34, income: 2_000), SmallHousehold(age: 30, income: 4_000, holdings: [.dwellings: 100_000]),
      SmallHousehold(age: 35, income: 5_000, holdings: [.dwellings: 240_000]),
      SmallHousehold(age: 54, income: 6_000), SmallHousehold(age: 54, income: 7_000),
      SmallHousehold(age: 80, income: 1_000, holdings: [.dwellings: 900_000]),
    ])
    #expect(measured("homeownership.under35") == 0.5)
    #expect(abs(measured("homeownership.from35to54") - 1.0 / 3) < 1e-12)
    #expect(measured("homeownership.from55") == 1)
    #expect(abs(measured("priceToIncome") - 240_000 / (12 * 4_500.0)) < 1e-9)
  }

  @Test("finds hand to mouth who has a week's income or less, whatever the home is worth")
  func handToMouth() throws {
    let measured = try measure([
      SmallHousehold(income: 1_000, holdings: [.deposits: 230, .dwellings: 500_000]),
      SmallHousehold(income: 1_000, holdings: [.deposits: 231]), SmallHousehold(income: 0),
      SmallHousehold(income: 10_000, holdings: [.deposits: 5_000]),
    ])
    #expect(measured("handToMouth") == 0.5)
  }
}
