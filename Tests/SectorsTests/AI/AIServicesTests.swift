import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("AI services")
struct AIServicesTests {
  private struct Compute: Mechanism {
    static let name = "compute"
    static let says: [Observable] = [.computeGrowth, .energisedShare, .powerCost, .priceLevel]
    let growth, energised, power: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.computeGrowth, growth)
      turn.say(.energisedShare, energised)
      for index in PowerUser.allCases.indices { turn.say(.powerCost, at: index, power) }
      turn.say(.priceLevel, 1.1)
    }
  }

  private func world(
    growth: Double = 1, energised: Double = 1, power: Double = 1, _ settings: [(String, String)] = []
  ) throws -> World {
    let page = DayPage {
      Phase("say") { Compute(growth: growth, energised: energised, power: power) }
      Phase("serve") {
        AIServices(
          buyers: [.init(Holder(.firms, 5), weight: 3), .init(Holder(.stateLocal), weight: 1)], weights: [0.75, 0.25])
      }
    }
    return try FirmWorld.world(
      try ([("aiServices.sales", "12000")] + settings).reduce(page) { try $0.setting($1.0, to: $1.1) })
  }

  @Test("double the length of task in seven months, and halve the compute of a task in eight")
  func capability() throws {
    let world = try world([("aiServices.scarcity", "0")])
    try FirmWorld.run(world, months: 9)
    let horizon = try #require(world.recorder.series("taskHorizon"))
    let price = try #require(world.recorder.series("taskPrice"))
    #expect(horizon[0] == 293 && abs(horizon[7] - 586) < 1e-9)
    #expect(price[0] == 1 && abs(price[8] - Elementary.exp(-1.04 * 8 / 12)) < 1e-12)
  }

  private func world(_ settings: [(String, String)]) throws -> World { try world(growth: 1, settings) }

  @Test("are dear where power is short: compute without power serves nobody")
  func scarcity() throws {
    let (full, dark) = (try world(growth: 2), try world(growth: 2, energised: 0.5))
    for world in [full, dark] { try FirmWorld.run(world, months: 1) }
    #expect(dark.recorder.last("computeDelivered") == 1 && full.recorder.last("computeDelivered") == 2)
    let (month, demand) = (Elementary.exp(-1.04 / 12), 0.68 * Elementary.pow(1.05, 1.0 / 12) + 0.32)
    for (world, delivered) in [(dark, 1.0), (full, 2.0)] {
      let rental = Elementary.pow(demand / delivered, 0.7)
      #expect(abs(world.recorder.last("taskPrice")! - (0.94 * rental + 0.06) * month) < 1e-12)
    }
    let dear = try world(growth: 1, power: 2)
    try FirmWorld.run(dear, months: 1)
    #expect(abs(dear.recorder.last("taskPrice")! - dark.recorder.last("taskPrice")! - 0.06 * month) < 1e-12)
  }

  @Test("sell more as use grows, and buyers pay the AI firms what is beyond the opening")
  func sales() throws {
    let world = try world([("aiServices.fading", "0"), ("aiServices.scarcity", "0")])
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.flow(.intermediateInputs, .aiFirms) == .zero)
    #expect(abs(world.recorder.last("aiRevenue")! - 13_200) < 1e-9)
    try FirmWorld.run(world, months: 1)
    let more = 12_000 * 1.1 * 0.82 / 12
    #expect(abs(world.recorder.last("aiRevenue")! - 13_200 - more) < 1e-9)
    #expect(abs(world.ledger.flow(.intermediateInputs, .aiFirms).dollars - more / 12) < 0.01)
    #expect(abs(world.ledger.flow(.intermediateInputs, .firms).dollars + 0.75 * more / 12) < 0.01)
  }

  @Test("are used more slowly where compute is dear")
  func slower() throws {
    let (cheap, dear) = (try world(growth: 4), try world(growth: 1, energised: 0.25))
    for world in [cheap, dear] { try FirmWorld.run(world, months: 12) }
    #expect(dear.recorder.last("computeDemand")! < cheap.recorder.last("computeDemand")!)
  }
}
