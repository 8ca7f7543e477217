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
  private func spending(
    income: Int64, liquid: Int64, wealth: Int64 = 0, committed: Int64 = 0, low: Double = 0.25, high: Double = 0.75,
    ratioScale: Double = 1, wealthEffect: Double = 0, scale: Double = 1
  ) -> Int64 {
    let rows = 17
    func column(_ value: Int64) -> [Int64] { [Int64](repeating: value, count: rows) }
    var consumption = column(-1)
    penstock_buffer_stock_spending(
      column(income), column(liquid), column(wealth), column(committed), &consumption, low, high, ratioScale,
      wealthEffect, scale, Int64(rows))
    #expect(consumption.allSatisfy { $0 == consumption[0] })
    return consumption[0]
  }

  @Test("no buffer spends at the high propensity, a boundless one at the low")
  func propensity() {
    #expect(spending(income: 400_000, liquid: 0) == 300_000)
    #expect(spending(income: 400_000, liquid: 400_000) == 200_000)
    #expect(spending(income: 400_000, liquid: 400_000_000_000_000) == 100_000)
    #expect(spending(income: 400_000, liquid: -100, high: 0.5) == 200_000)
  }

  @Test("wealth adds its effect and the scale multiplies both")
  func wealth() {
    #expect(spending(income: 400_000, liquid: 400_000, wealth: 10_000_000, wealthEffect: 0.003) == 230_000)
    #expect(spending(income: 400_000, liquid: 400_000, wealth: 10_000_000, wealthEffect: 0.003, scale: 0.5) == 115_000)
  }

  @Test("commitments come first, nobody spends what he has not got, and none spends less than nothing")
  func bounds() {
    #expect(spending(income: 400_000, liquid: 400_000, committed: 50_000) == 150_000)
    #expect(spending(income: 400_000, liquid: 400_000, committed: 250_000) == 0)
    #expect(spending(income: 400_000, liquid: 10, wealth: 1_000_000_000, committed: 100, wealthEffect: 1) == 399_910)
    #expect(spending(income: -500, liquid: 100, wealth: 1_000_000, wealthEffect: 1) == 0)
  }

  @Test("half cents go to the even cent")
  func ties() {
    #expect(spending(income: 2, liquid: 0, low: 0, high: 0.25) == 0)
    #expect(spending(income: 6, liquid: 0, low: 0, high: 0.25) == 2)
  }

  @Test("a rule without a scale and a household without a buffer give zero, not garbage")
  func undefinedRatio() {
    #expect(spending(income: 400_000, liquid: 0, ratioScale: 0) == 0)
    #expect(spending(income: 400_000, liquid: 1, ratioScale: 0) == 100_000)
  }
}
