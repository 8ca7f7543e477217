import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The price of power")
struct PowerPriceTests {
  private struct Slack: Mechanism {
    static let name = "slack"
    static let says: [Observable] = [.powerSlack, .priceLevel]
    let value: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.powerSlack, value)
      turn.say(.priceLevel, 1.1)
    }
  }

  private func world(_ slack: Double?, months: Int) throws -> World {
    let grid = SmallGrid.grid()
    let page =
      slack.map { slack in
        DayPage {
          Phase("say") { Slack(value: slack) }
          Phase("price") { PowerPrice(grid: grid) }
        }
      } ?? DayPage { Phase("price") { PowerPrice(grid: grid) } }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: months)
    return world
  }

  @Test("stays where it is when nobody says that power is short")
  func still() throws {
    let world = try world(nil, months: 24)
    #expect(world.recorder.last("capacityPrice") == 1 && world.recorder.last("powerCost.households") == 1)
    #expect(world.recorder.last("householdPowerPrice") == 0.2)
  }

  @Test("of capacity rises to its cap and falls to its floor, as the auctions' collar says")
  func collar() throws {
    #expect(abs(try world(0.9, months: 1).recorder.last("capacityPrice")! - 1.02) < 1e-12)
    #expect(abs(try world(0.9, months: 600).recorder.last("capacityPrice")! - 1.24) < 1e-12)
    #expect(abs(try world(1.1, months: 600).recorder.last("capacityPrice")! - 0.65) < 1e-12)
    let near = try world(0.998, months: 600).recorder.last("capacityPrice")!
    #expect(abs(near - Elementary.exp(44 * 0.002)) < 1e-12)
  }

  @Test("reaches data centres at once and households with the lag of rate cases, at the going price level")
  func passes() throws {
    let world = try world(0.95, months: 1)
    let wholesale = 0.85 * Elementary.pow(0.95, -1.5) + 0.15 * 1.02
    #expect(abs(world.recorder.last("wholesalePower")! - wholesale) < 1e-12)
    let passed = 0.59 * (wholesale - 1)
    #expect(abs(world.recorder.last("powerCost.dataCentres")! - 1 - passed) < 1e-12)
    #expect(abs(world.recorder.last("powerCost.households")! - 1 - passed / 10) < 1e-12)
    #expect(abs(world.recorder.last("householdPowerPrice")! - 0.22 * (1 + passed / 10)) < 1e-12)
    let later = try self.world(0.95, months: 120)
    let settled = 0.59 * (0.85 * Elementary.pow(0.95, -1.5) + 0.15 * 1.24 - 1)
    #expect(abs(later.recorder.last("powerCost.households")! - 1 - settled) < 1e-4)
  }
}
