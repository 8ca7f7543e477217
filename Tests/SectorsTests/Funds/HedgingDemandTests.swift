import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Hedging demand")
struct HedgingDemandTests {
  private func world(_ shocks: [(day: Int, size: Double)], swing: String, days: Int) throws -> World {
    let page = DayPage {
      Phase("announce") { ShockedNews(shocks: shocks) }
      Phase("trade") { EquityVenue() }
      Phase("hedge") { HedgingDemand() }
    }
    let world = try MarketWorld.world(page: page.setting("hedgingDemand.swing", to: swing))
    for _ in 0..<days { try world.advance() }
    return world
  }

  @Test("rises by four times a fall and forgets a fifth of it in a day")
  func falls() throws {
    let world = try world([(1, -0.03)], swing: "0", days: 4)
    let x = try #require(world.recorder.series("hedgingDemand"))
    let r = try #require(world.recorder.series("indexReturn"))
    #expect(abs(x[1] + 4 * r[1]) < 1e-12 && x[1] > 0.1)
    #expect(abs(x[2] - (0.8 * x[1] - 4 * r[2])) < 1e-12)
  }

  @Test("swings slowly by itself, by as much as it is told")
  func swings() throws {
    let world = try world([], swing: "0.1", days: 3_000)
    let x = Array(try #require(world.recorder.series("hedgingDemand")).dropFirst(100))
    #expect((0.07...0.13).contains(try #require(Moments.standardDeviation(x))))
    #expect(abs(try #require(Moments.autocorrelation(x, lag: 10)) - 0.69) < 0.15)
  }

  @Test("orders every programme by its calendar, and more protection when eager")
  func programmes() throws {
    let world = try world([(1, -0.05)], swing: "0", days: 62)
    func ordered(_ name: String) throws -> [Double] {
      Array(try #require(world.recorder.series("optionOrders.\(name)")).dropFirst())
    }
    // Orders for 5 January to 1 April 2026: 62 trading days, 13 first days of a week.
    #expect(abs(try ordered("puts").dropFirst(40).reduce(0, +) - 22.0 / 63) < 0.01)
    #expect(try ordered("puts")[0] > 1.15 / 63)
    #expect(try ordered("collar").filter { $0 != 0 }.count == 1)
    #expect(try ordered("monthEnd").filter { $0 != 0 } == [1, 1, 1])
    #expect(try ordered("overwriting").filter { $0 != 0 }.allSatisfy { $0 == 0.25 })
    #expect(try ordered("overwriting").reduce(0, +) == 3.25)
    #expect(try ordered("sameDay").allSatisfy { $0 == 1 })
  }
}
