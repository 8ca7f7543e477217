import Quantities
import Simulation
import Testing

/// Counts how often its phase runs; which one it is, is in its type.
private struct Daily: Mechanism {
  static let name = "daily"
  static let says = [Observable("daily", unit: Dimensionless.self, atRest: 0)]
  func opening(_ view: borrowing View) -> Counter.State { Counter.State() }
  func act(_ view: borrowing View, _ state: inout Counter.State, _ turn: inout Turn) {
    state.count += 1
    turn.say(Self.says[0], Double(state.count))
  }
}

@Suite("Mixed frequency")
struct FrequencyTests {
  private func count(_ every: Every, from opens: Day, through last: Day) throws -> Double {
    let world = try World(
      World.Setup(
        page: DayPage { Phase("count", every: every) { Daily() } }, ledger: SmallWorld.ledger(),
        clock: .tradingDays(.nyse),
        opens: opens))
    while world.day < last { try world.advance() }
    #expect(world.day == last)
    return world.recorder.last("daily") ?? -1
  }

  @Test(
    "A year has the trading days that the exchange had, twelve months, four quarters and one end",
    arguments: [(2024, 252), (2025, 250), (2026, 251)])
  func year(_ year: Int, days: Int) throws {
    let opens = TradingCalendar.nyse.previous(before: SmallWorld.day(year, 1, 1))
    let last = TradingCalendar.nyse.previous(before: SmallWorld.day(year + 1, 1, 1))
    #expect(try count(.day, from: opens, through: last) == Double(days))
    #expect(try count(.month, from: opens, through: last) == 12)
    #expect(try count(.quarter, from: opens, through: last) == 4)
    #expect(try count(.year, from: opens, through: last) == 1)
    let expiries = Every.event(name: "monthly expiry") { calendar, day in calendar.isMonthlyExpiry(day) }
    #expect(try count(expiries, from: opens, through: last) == 12)
    let never = Every.event(name: "never") { _, _ in false }
    #expect(try count(never, from: opens, through: last) == 0)
  }

  @Test("A month ends on its last trading day, and that is when its phases run")
  func monthEnds() throws {
    let world = try SmallWorld.world(DayPage { Phase("count", every: .month) { Daily() } })
    var ends: [String] = []
    var before = 0.0
    while world.day < SmallWorld.day(2026, 5, 29) {
      try world.advance()
      let now = world.recorder.last("daily") ?? 0
      if now > before { ends.append(world.day.iso) }
      before = now
    }
    #expect(ends == ["2026-01-30", "2026-02-27", "2026-03-31", "2026-04-30", "2026-05-29"])
  }
}
