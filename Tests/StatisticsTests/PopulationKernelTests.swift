import CKernels
import Testing

@Suite("Population kernels")
struct PopulationKernelTests {
  @Test("posting moves the amounts into or out of the balances and returns their sum", arguments: [0, 1, 7, 16, 1003])
  func post(rows: Int) {
    let amounts = (0..<rows).map { Int64($0 * $0 % 977) - 300 }
    var balances = (0..<rows).map { Int64($0) }
    let sum = amounts.reduce(0, +)
    #expect(penstock_post(&balances, amounts, 1, Int64(rows)) == sum)
    #expect(balances == (0..<rows).map { Int64($0) + amounts[$0] })
    #expect(penstock_sum(balances, Int64(rows)) == sum + Int64(rows * (rows - 1) / 2))
    #expect(penstock_post(&balances, amounts, -1, Int64(rows)) == sum)
    #expect(balances == (0..<rows).map { Int64($0) })
  }

  @Test("sums beyond the range wrap, they do not trap")
  func wraps() {
    #expect(penstock_sum([.max, 1], 2) == .min)
  }

  /// One household through the rule; columns of one row and, repeated, of seventeen must agree.
  ///
  /// The first type spends all of its cash up to a period's income and half of what is beyond, the second a quarter of all.
  private func spending(
    income: Int64, liquid: Int64, permanent: Int64 = 100_000, type: Int64 = 0, wealth: Int64 = 0, committed: Int64 = 0,
    months: Double = 1, scale: Double = 1
  ) -> Int64 {
    let rows = 17
    func column(_ value: Int64) -> [Int64] { [Int64](repeating: value, count: rows) }
    var consumption = column(-1)
    penstock_buffer_stock_spending(
      column(income), column(liquid), column(permanent), column(type), column(wealth), column(committed), &consumption,
      [0, 0.5, 0.5, 0, 0.125, 0.25], 2, 1, months, scale, Int64(rows))
    #expect(consumption.allSatisfy { $0 == consumption[0] })
    return consumption[0]
  }

  @Test("cash is spent by the plan of its type: at the middle of the table, before and beyond")
  func plan() {
    #expect(spending(income: 100_000, liquid: 0) == 100_000)
    #expect(spending(income: 20_000, liquid: 30_000) == 50_000)
    #expect(spending(income: 100_000, liquid: 200_000) == 200_000)
    #expect(spending(income: 100_000, liquid: 200_000, type: 1) == 75_000)
    #expect(spending(income: 100_000, liquid: 200_000_000_000, type: 1) == 50_000_025_000)
    #expect(spending(income: 0, liquid: 0) == 0)
    #expect(spending(income: 100_000, liquid: -100, type: 1) == 25_000)
  }

  @Test("a month is a third of a quarter's plan, whose cash is liquid assets and three months of income")
  func period() {
    #expect(spending(income: 100_000, liquid: 0, months: 3) == 100_000)
    #expect(spending(income: 50_000, liquid: 60_000, months: 3) == 70_000)
    #expect(spending(income: 100_000, liquid: 600_000, months: 3) == 200_000)
  }

  @Test("wealth adds to the plan and the scale multiplies both")
  func wealth() {
    #expect(spending(income: 100_000, liquid: 200_000, type: 1, wealth: 5_000) == 80_000)
    #expect(spending(income: 100_000, liquid: 200_000, type: 1, wealth: 5_000, scale: 0.5) == 40_000)
  }

  @Test("commitments come first, nobody spends what he has not got, and none spends less than nothing")
  func bounds() {
    #expect(spending(income: 100_000, liquid: 200_000, committed: 50_000) == 150_000)
    #expect(spending(income: 100_000, liquid: 200_000, committed: 250_000) == 0)
    #expect(spending(income: 100_000, liquid: 10, wealth: 1_000_000_000, committed: 100) == 99_910)
    #expect(spending(income: -500, liquid: 100, wealth: 1_000_000) == 0)
  }

  @Test("half cents go to the even cent")
  func ties() {
    #expect(spending(income: 2, liquid: 0, permanent: 2, type: 1) == 0)
    #expect(spending(income: 6, liquid: 0, permanent: 6, type: 1) == 2)
  }

  @Test("households without permanent income and scales without bound give a number, not garbage")
  func extremes() {
    #expect(spending(income: 0, liquid: 400_000, permanent: 0, type: 1) == 100_000)
    #expect(spending(income: 0, liquid: 0, permanent: 0, scale: .infinity) == 0)
    #expect(spending(income: 100_000, liquid: 5, scale: .infinity) == 100_005)
  }
}
