import Markets
import Quantities
import Testing

@Suite("Ladders of bonds")
struct BondLadderTests {
  private func roll(
    _ ladder: BondLadder, _ coupons: [Double], _ yields: [Double], debts: [Double], before: [Double]? = nil
  ) -> [Double] {
    ladder.rolled(coupons.map { Rate($0) }, debts: debts, before: before ?? debts, yields: yields.map { Rate($0) })
      .map(\.value)
  }

  @Test("One rung closes a month's part of the gap to the yield")
  func single() {
    let coupons = roll(BondLadder(months: MonthSpan(10)), [0.02], [0.05], debts: [1])
    #expect(abs(coupons[0] - 0.023) < 1e-15)
  }

  @Test(
    "What leaves a rung is replaced from the rung above first, and by new bonds for the rest", arguments: [1.0, 0.5])
  func descending(part: Double) {
    let ladder = BondLadder(widths: [Tenor(1), Tenor(2)])
    let coupons = roll(ladder, [0.02, 0.04], [0.06, 0.06], debts: [10, 20 * part])
    let arriving = part * 0.04 + (1 - part) * 0.06
    #expect(abs(coupons[0] - (0.02 + (arriving - 0.02) / 12)) < 1e-15)
    #expect(abs(coupons[1] - (0.04 + (0.06 - 0.04) / 24)) < 1e-15)
  }

  @Test("All that a rung has grown by is new")
  func growing() {
    let coupons = roll(BondLadder(months: MonthSpan(10)), [0.02], [0.05], debts: [110], before: [100])
    #expect(abs(coupons[0] - (0.023 + 0.03 / 11)) < 1e-15)
  }

  @Test("Coupons at the yields of the day stay, and a rung without debt keeps its own")
  func resting() {
    let ladder = BondLadder(widths: [Tenor(1), Tenor(2)])
    #expect(roll(ladder, [0.04, 0.04], [0.04, 0.04], debts: [5, 7]) == [0.04, 0.04])
    #expect(roll(ladder, [0.02, 0.04], [0.06, 0.06], debts: [0, 7])[0] == 0.02)
  }

  @Test("A ladder at rest turns over as fast as it falls due")
  func turnover() {
    let ladder = BondLadder(widths: [Tenor(1), Tenor(2), Tenor(7)])
    let debts = [10.0, 16, 14]
    let before = [0.02, 0.02, 0.02]
    let after = roll(ladder, before, [0.05, 0.05, 0.05], debts: debts)
    let interest = zip(after, debts).reduce(0) { $0 + ($1.0 - 0.02) * $1.1 }
    // A twelfth of the ten that fall due in a year is new, at three points more.
    #expect(abs(interest - 10.0 / 12 * 0.03) < 1e-15)
  }
}
