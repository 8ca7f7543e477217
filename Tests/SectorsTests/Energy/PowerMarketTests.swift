import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The power market")
struct PowerMarketTests {
  private static let grid = SmallGrid.grid()

  private func world(_ words: [(Observable, Int, Double)]) throws -> World {
    let page = DayPage {
      Phase("say") { Announces(words: words.map { (observable: $0.0, index: $0.1, value: $0.2) }) }
      Phase("generate") { PowerPlants(grid: PowerMarketTests.grid) }
      Phase("supply") {
        PowerMarket(
          grid: PowerMarketTests.grid,
          buyers: [.init(Holder(.firms, 5), weight: 3), .init(Holder(.stateLocal), weight: 1)],
          weights: [0.75, 0.25])
      }
    }
    return try FirmWorld.world(page)
  }

  @Test("closes to the megawatt-hour for any demand and any plants")
  func closes() {
    let draw = Draw(seed: 7, replicate: 0)
    for trial in 0..<400 {
      func amount(_ index: UInt16, _ most: Double) -> Int64 {
        Int64(draw.uniform(Stream(239), of: UInt32(trial), on: Day(number: 1), index: index) * most)
      }
      let demand = PowerUser.allCases.map { amount(UInt16($0.rawValue), 2e9) }
      let available = PowerSource.allCases.map { amount(UInt16(10 + $0.rawValue), 1e9) }
      let imports = amount(30, 4e7) - 20_000_000
      let balance = PowerBalance(demand: demand, available: available, imports: imports, losses: 0.06)
      let made = balance.generated.reduce(0, +) + balance.imports
      #expect(made == balance.used.reduce(0, +) + balance.lost, "trial \(trial)")
      #expect(balance.used.indices.allSatisfy { balance.used[$0] <= demand[$0] && balance.used[$0] >= 0 })
      #expect(balance.served >= 0 && balance.served <= 1)
    }
  }

  @Test("cuts every use alike when plants cannot make enough, and the sun when nobody wants it")
  func shortage() {
    let short = PowerBalance(
      demand: [1000, 1000, 0, 0], available: [1050, 0, 0, 0, 0, 0, 0, 0], imports: 0, losses: 0.05)
    #expect(abs(short.served - 0.5) < 1e-12 && short.used == [500, 500, 0, 0] && short.lost == 50)
    let bright = PowerBalance(
      demand: [1000, 0, 0, 0], available: [500, 0, 0, 0, 0, 2000, 0, 0], imports: 0, losses: 0)
    #expect(bright.generated[PowerSource.solar.rawValue] == 1000 && bright.served == 1)
  }

  @Test("says energy that is made and imported, used and lost, equal every month")
  func says() throws {
    let world = try world([(.computeGrowth, 0, 2), (.powerCost, 0, 1.5)])
    try FirmWorld.run(world, months: 3)
    func sum(_ prefix: String, _ names: [String]) throws -> Double {
      try names.reduce(0) { $0 + (try #require(world.recorder.last("\(prefix).\($1)"))) }
    }
    let made = try sum("generation", PowerSource.names) + world.recorder.last("powerImports")!
    #expect(abs(made - (try sum("powerUse", PowerUser.names) + world.recorder.last("powerLost")!)) < 1e-9)
    // 100 MW of machines at half draw and 1.25 at the meter, twice: 1.095 TWh and what others take.
    let own = 8.76 * 0.5 * 1.25 * 100_000 / 1e6
    let rest = (1 - own) * Elementary.pow(1.002, 3.0 / 252)
    #expect(abs(world.recorder.last("powerUse.dataCentres")! - (2 * own + rest)) < 2e-6)
    #expect(
      abs(
        world.recorder.last("powerUse.households")! / 12 - Elementary.pow(1.5, -0.126)
          * Elementary.pow(1.002, 3.0 / 252)) < 1e-6)
  }

  @Test("has AI firms pay for what their compute takes beyond the opening's, by their weights")
  func dataCentres() throws {
    let still = try world([(.computeGrowth, 0, 1)])
    try FirmWorld.run(still, months: 1)
    #expect(still.ledger.flow(.power, .energy) == .zero)
    let world = try world([(.computeGrowth, 0, 2), (.priceLevel, 0, 1.1)])
    try FirmWorld.run(world, months: 1)
    let dollars = 0.1 * 1.1 * 1000 * 8.76 * 0.5 * 1.25 * 100_000 / 12
    #expect(abs(world.ledger.flow(.power, .energy).dollars - dollars) < 0.02)
    #expect(abs(world.ledger.flow(.power, .aiFirms).dollars + dollars) < 0.02)
  }

  @Test("has firms and governments pay for a dearer kilowatt-hour, less what they save, and households owe it")
  func surcharge() throws {
    let world = try world([(.powerCost, 0, 1.2), (.powerCost, 1, 1.2), (.powerCost, 2, 1.2)])
    try FirmWorld.run(world, months: 1)
    let factor = Elementary.pow(1.2, 0.874) - 1
    let grown = Elementary.pow(1.002, 1.0 / 252)
    let owed = (0.15 * 10_000_000 + 0.1 * 8_000_000) * 1000 * factor * grown / 12
    #expect(abs(world.ledger.flow(.power, .firms).dollars + 0.75 * owed) < 1)
    #expect(abs(world.ledger.flow(.power, .stateLocal).dollars + 0.25 * owed) < 1)
    let households = 0.2 * 12_000_000 * 1000 * factor * grown
    #expect(abs(world.recorder.last("powerSurcharge")! - households) < 1e-6 * households)
  }

  @Test("knows a margin that data centres in the hub make smaller")
  func margin() throws {
    let (few, many) = (try world([(.computeGrowth, 0, 1)]), try world([(.computeGrowth, 0, 5)]))
    for world in [few, many] { try FirmWorld.run(world, months: 1) }
    #expect(many.recorder.last("reserveMargin")! < few.recorder.last("reserveMargin")! - 0.01)
  }
}
