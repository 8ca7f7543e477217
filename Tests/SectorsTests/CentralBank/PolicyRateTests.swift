import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("The policy rate")
struct PolicyRateTests {
  @Test("asks for 3.95 % at 2.9 % inflation and 4.4 % unemployment")
  func rule() {
    #expect(abs(PolicyRate().rule(inflation: .percent(2.9), unemployment: .percent(4.4)).value - 0.0395) < 1e-12)
  }

  @Test("rises by more than inflation, and falls two for one with unemployment")
  func principle() {
    let rate = PolicyRate()
    let base = rate.rule(inflation: .percent(2), unemployment: .percent(4)).value
    #expect(abs(rate.rule(inflation: .percent(3), unemployment: .percent(4)).value - base - 0.015) < 1e-12)
    #expect(abs(rate.rule(inflation: .percent(2), unemployment: .percent(5)).value - base + 0.02) < 1e-12)
  }

  @Test(
    "moves in quarter points, at most two at once, and stays above zero",
    arguments: [(3.625, 3.70, 3.625), (3.625, 3.76, 3.875), (3.625, 5.5, 4.125), (3.625, 1, 3.125), (0.125, -2, 0.125)])
  func steps(from: Double, toward: Double, expected: Double) {
    #expect(abs(PolicyRate.step(from: .percent(from), toward: .percent(toward)).value * 100 - expected) < 1e-12)
  }

  @Test("changes on decision days only")
  func decisions() throws {
    let page = try MarketWorld.page.setting("policyRate.neutral", to: "-1 %").setting("policyRate.inertia", to: "0.2")
    let world = try MarketWorld.run(page: page, days: 250)
    let rates = try #require(world.recorder.series("policyRate"))
    var changes = 0
    for day in 2..<rates.count where rates[day] != rates[day - 1] {
      changes += 1
      #expect(TradingCalendar.nyse.isFOMCDecision(world.recorder.days[day]))
    }
    #expect(changes >= 4)
    #expect(rates[1] == 0.03625)
  }

  @Test("is expected to cover little of the way when inertia is strong")
  func path() {
    #expect(abs(PolicyRate.covered(in: 8, inertia: 0) - 1) < 1e-15)
    #expect(PolicyRate.covered(in: 8, inertia: 1) == 0)
    #expect((0.25...0.35).contains(PolicyRate.covered(in: 8, inertia: 0.85.squareRoot())))
  }
}
