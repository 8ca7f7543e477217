import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("A surprise")
struct SurpriseTests {
  private func series(_ settings: [(String, String)], months: Int = 4) throws -> [String: [Double]] {
    let page = try settings.reduce(DayPage { Phase("shock") { Surprise() } }) { try $0.setting($1.0, to: $1.1) }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: months)
    let names = ["surprise.policyRate", "surprise.energyPrice", "surprise.productivity", "equitySurprise"]
    return Dictionary(uniqueKeysWithValues: names.map { ($0, world.recorder.series($0)!) })
  }

  @Test("is nothing unless a scenario asks for it")
  func none() throws { #expect(try series([]).values.allSatisfy { Set($0) == [0] }) }

  @Test("comes in its month: rates and equity once, productivity for good, energy fading")
  func comes() throws {
    let found = try series([
      ("surprise.month", "2"), ("surprise.policyRate", "1 %"), ("surprise.energyPrice", "0.1"),
      ("surprise.productivity", "0.01"), ("surprise.equity", "-0.1"), ("surprise.energyPersistence", "0.5"),
    ])
    #expect(found["surprise.policyRate"] == [0, 0, 0.01, 0, 0])
    #expect(found["equitySurprise"] == [0, 0, -0.1, 0, 0])
    #expect(found["surprise.productivity"] == [0, 0, 0.01, 0.01, 0.01])
    let energy = try #require(found["surprise.energyPrice"])
    for (value, expected) in zip(energy, [0, 0, 0.1, 0.05, 0.025]) { #expect(abs(value - expected) < 1e-12) }
  }
}
