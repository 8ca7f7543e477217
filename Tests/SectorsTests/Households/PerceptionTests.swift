import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Perception")
struct PerceptionTests {
  private struct Rates: Mechanism {
    static let name = "rates"
    static let says: [Observable] = [.expectedRealRate, .mortgageRate]
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
      turn.say(.expectedRealRate, Observable.expectedRealRate.atRest + 0.01)
      turn.say(.mortgageRate, Observable.mortgageRate.atRest + 0.02)
      if view.step == 1 { turn.revalue(.restEquity, to: try Price(dollars: 1.5 * view.price(.restEquity).dollars)) }
    }
  }

  private func world(looking: String, months: Int) throws -> World {
    let page = DayPage {
      Phase("move") { Rates() }
      Phase("perceive") { Perception() }
    }
    let world = try FirmWorld.world(try page.setting("perception.looking", to: looking))
    try FirmWorld.run(world, months: months)
    return world
  }

  @Test("moves a quarter of the way to prices and rates in three months")
  func quarter() throws {
    let world = try world(looking: "25 %", months: 3)
    let price = world.ledger.price(.restEquity).dollars
    #expect(abs(world.recorder.last("perceivedPrice.restEquity")! / (price / 1.5) - 1.125) < 1e-6)
    #expect(abs(world.recorder.last("perceivedRealRate")! - Observable.expectedRealRate.atRest - 0.0025) < 1e-12)
    #expect(abs(world.recorder.last("perceivedMortgageRate")! - Observable.mortgageRate.atRest - 0.005) < 1e-12)
  }

  @Test("is what the market says where everybody looks")
  func all() throws {
    let world = try world(looking: "100 %", months: 1)
    #expect(world.recorder.last("perceivedPrice.restEquity")! == world.ledger.price(.restEquity).dollars)
  }
}
