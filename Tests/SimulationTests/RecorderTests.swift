import Quantities
import Simulation
import Statistics
import Testing

@Suite("The record of a run")
struct RecorderTests {
  @Test("The daily panel has a column for each number of each observable, with its unit, on every trading day")
  func daily() throws {
    let world = try SmallWorld.world(SmallWorld.fullDay)
    try world.advance(days: 30)
    let panel = try world.recorder.daily()
    #expect(panel.frequency == .day)
    #expect(panel.days.first == SmallWorld.opens)
    #expect(panel.days == TradingCalendar.nyse.days(from: SmallWorld.opens, through: world.day))
    #expect(
      panel.columns.map(\.name) == [
        "tally", "echo", "redNoise", "blueNoise", "flow.redNoise", "flow.blueNoise", "mood",
      ])
    #expect(panel.columns.map(\.unit) == ["1", "1/year", "1", "1", "$", "$", "1"])
    #expect(panel["tally"]?.values == (0...30).map(Double.init))
    #expect(panel["mood"]?.values == Array(repeating: 7.5, count: 31))
  }

  @Test("The monthly panel has the cells that were ever used, in dollars, at the opening and each month end")
  func monthly() throws {
    let world = try SmallWorld.world(SmallWorld.fullDay)
    while world.day < SmallWorld.day(2026, 4, 15) { try world.advance() }
    let panel = try world.recorder.monthly()
    #expect(panel.frequency == .month)
    #expect(panel.days.map(\.iso) == ["2025-12-31", "2026-01-30", "2026-02-27", "2026-03-31"])
    let firms = try #require(panel["firms.deposits"])
    #expect(firms.unit == "$")
    #expect(firms.values.first == 900_000_000)
    #expect(panel["banks.deposits"] != nil)
    #expect(panel["treasury.bills"] == nil)
    for row in panel.days.indices {
      let sum = panel.columns.filter { $0.name.hasSuffix(".deposits") }.reduce(0) {
        $0 + ($1.values[row] * 100).rounded()
      }
      #expect(sum == 0)
    }
  }
}
