import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Pension rebalancing")
struct PensionRebalancingTests {
  @Test("returns to the old weight: −w (1 − w) W R")
  func flow() {
    let (e, b, r) = (600.0, 400.0, 0.1)
    let sold = -PensionRebalancing.flow(equity: e, bonds: b, return: r)
    #expect(abs(sold - 24) < 1e-12)
    // To first order: (E(1 + R) − sold)/(W + E R) = w.
    #expect(abs((e * (1 + r) - sold) / (e * (1 + r) + b) - 0.6) < 0.003)
    #expect(PensionRebalancing.flow(equity: 0, bonds: 0, return: 1) == 0)
  }

  @Test("sells after a rise on the last three days of the month, a third at a month's end and all at a quarter's")
  func calendar() throws {
    let world = try MarketWorld.alone(
      PensionRebalancing(), [(2, 0.05)], isPriced: false, days: 63, opening: MarketWorld.withPensions())
    let flow = try #require(world.recorder.series("rebalancingFlow"))
    let days = world.recorder.days
    let traded = days.indices.filter { flow[$0] != 0 }
    #expect(traded.count == 9)
    for index in traded {
      #expect(
        TradingCalendar.nyse.count(from: days[index], through: TradingCalendar.nyse.lastOfMonth(days[index])) <= 3)
      // February's return is no more than what is left of January's shock.
      #expect(flow[index] < 0 || abs(flow[index]) < 1e9)
    }
    let january = traded.filter { days[$0].month == 1 }.reduce(0) { $0 + flow[$1] }
    let march = traded.filter { days[$0].month == 3 }.reduce(0) { $0 + flow[$1] }
    // February had no return, so March undoes what January left, on holdings changed by January's trade.
    #expect(abs(january / (january + march) - 0.33) < 0.03, "\(january) \(march)")
    let (e, b) = (4e12 * 1.05127, 3e12)
    #expect(abs(january / (-0.5 * 0.33 * e * b / (e + b) * 0.05127) - 1) < 0.05, "\(january)")
  }

  @Test("buys bonds from banks with what equity was sold for")
  func bonds() throws {
    let world = try MarketWorld.alone(
      PensionRebalancing(), [(2, 0.05)], isPriced: false, days: 63, opening: MarketWorld.withPensions())
    let bought = world.ledger.explain(.bonds10, .pensionFunds).changes.first { $0.cause == .trading }?.amount ?? .zero
    let sold = Instrument.equities.reduce(Money.zero) { sum, row in
      sum + (world.ledger.explain(row, .pensionFunds).changes.first { $0.cause == .trading }?.amount ?? .zero)
    }
    // The last day's sale is not yet in bonds.
    #expect(bought > .zero && sold < .zero && bought < -sold)
    #expect(Double(bought.cents) > 0.7 * Double((-sold).cents))
    #expect(try world.ledger.audit(members: true).isClean)
  }
}
