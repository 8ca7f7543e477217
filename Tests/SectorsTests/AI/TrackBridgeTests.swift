import Quantities
import Sectors
import Simulation
import Testing

@Suite("The bridge between the tracks")
struct TrackBridgeTests {
  private struct Track: Mechanism {
    static let name = "track"
    static let says: [Observable] = [.priceLevel, .wageLevel, .aiRevenue, .automationSpending]
    let automation: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.priceLevel, 2)
      turn.say(.wageLevel, 4)
      turn.say(.aiRevenue, 50 * Double(view.step) + automation)
      turn.say(.automationSpending, automation)
    }
  }

  private func world(automation: Double = 0) throws -> World {
    let page = DayPage {
      Phase("say") { Track(automation: automation) }
      Phase("bridge") {
        TrackBridge(
          information: FirmWorld.information, services: FirmWorld.only(.finance, 40),
          payroll: Industry.allCases.map { $0 == .finance || $0 == .construction ? 100 : 0 })
      }
    }
    return try FirmWorld.world(page)
  }

  @Test("opens at the AI firms' part of information services over pay and them")
  func opening() throws {
    let world = try world()
    try FirmWorld.run(world, months: 1)
    // Half of 40 of services at prices of two; 100 of pay at wages of four.
    #expect(abs(world.recorder.last("bridgeIndex.finance")! - 40.0 / 440) < 1e-12)
    #expect(world.recorder.last("bridgeIndex.construction") == 0)
    #expect(world.recorder.last("bridgeIndex.otherGoods") == 0)
  }

  @Test("is crossed by who buys more services and by who automates")
  func crossing() throws {
    let world = try world(automation: 100)
    try FirmWorld.run(world, months: 3)
    // Two steps' growth of services, 100, is finance's; half of the automation is each's.
    #expect(abs(world.recorder.last("bridgeIndex.finance")! - 190.0 / 590) < 1e-12)
    #expect(abs(world.recorder.last("bridgeIndex.construction")! - 50.0 / 450) < 1e-12)
  }
}
