import Quantities
import Sectors
import Simulation
import Testing

@Suite("Power plants")
struct PowerPlantsTests {
  private struct Capacity: Mechanism {
    static let name = "capacity"
    static let says: [Observable] = [.capacityPrice]
    let price: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) { turn.say(.capacityPrice, price) }
  }

  private func world(_ grid: PowerGrid, price: Double = 1, _ settings: [(String, String)] = []) throws -> World {
    let page = DayPage {
      Phase("say") { Capacity(price: price) }
      Phase("generate") { PowerPlants(grid: grid) }
    }
    return try FirmWorld.world(try settings.reduce(page) { try $0.setting($1.0, to: $1.1) })
  }

  private func last(_ world: World, _ column: String) throws -> Double { try #require(world.recorder.last(column)) }

  @Test("of a source are built at its share of what leaves the queue, kilowatt for kilowatt")
  func conserves() throws {
    let world = try world(SmallGrid.grid())
    try FirmWorld.run(world, months: 1)
    // A twelfth of 1.2 GW leaves, a quarter of it into service; as much is asked for.
    #expect(try last(world, "generatingCapacity.solar") == 1_025_000)
    #expect(try last(world, "generationQueue.solar") == 1_200_000)
    try FirmWorld.run(world, months: 23)
    #expect(try last(world, "generatingCapacity.solar") == 1_000_000 + 24 * 25_000)
    #expect(try last(world, "firmCapacity.nation") > 0.5 * 8_000_000)
  }

  @Test("on gas wait for turbines: what has none stays in the queue")
  func turbines() throws {
    let world = try world(SmallGrid.grid(), [("powerPlants.turbines", "120000"), ("powerPlants.turbineGrowth", "0")])
    try FirmWorld.run(world, months: 1)
    #expect(try last(world, "generatingCapacity.naturalGas") == 1_010_000)
    #expect(try last(world, "generationQueue.naturalGas") == 1_215_000)
  }

  @Test("come back on their day, once")
  func restarts() throws {
    let day = try #require(Day(2026, 2, 10))
    // Three periods from the opening reach it, at a day a period.
    let near = FirmWorld.opens.advanced(by: 3)
    let grid = SmallGrid.grid(
      queue: 0,
      restarts: [
        .init(day: near, kilowatts: 800_000), .init(day: day, kilowatts: 5),
      ])
    let world = try world(grid)
    try FirmWorld.run(world, months: 2)
    #expect(try last(world, "generatingCapacity.nuclear") == 1_000_000)
    try FirmWorld.run(world, months: 3)
    #expect(try last(world, "generatingCapacity.nuclear") == 1_800_000)
  }

  @Test("are asked for more, and retired later, where capacity is dear")
  func price() throws {
    let grid = SmallGrid.grid(retirement: 0.12)
    let (cheap, dear) = (try world(grid), try world(grid, price: 2))
    for world in [cheap, dear] { try FirmWorld.run(world, months: 12) }
    #expect(try last(dear, "generationQueue.wind") > last(cheap, "generationQueue.wind"))
    #expect(try last(dear, "generatingCapacity.coal") > last(cheap, "generatingCapacity.coal"))
  }
}
