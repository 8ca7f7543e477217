import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The energy limit")
struct EnergyLimitTests {
  /// Compute that grows by a part of the opening's in every step.
  private struct Grows: Mechanism {
    static let name = "grows"
    let units: Int64
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      if units > 0 { turn.produce(units, .compute, by: Holder(.aiFirms, 0)) }
      if units < 0 { turn.consume(-units, .compute, by: Holder(.aiFirms, 0)) }
    }
  }

  private enum PermitTopic: Topic {
    static let name = "permits"
    static let observables: [Observable] = [.permitting]
  }

  private func world(
    growth: Int64 = 0, _ settings: [(String, String)] = [], scale: Double = 1, permitting: Double = 0
  ) throws -> World {
    var books = FirmWorld.Books(cash: Money(cents: 100_000_000_000))
    books.own(.compute, 1_000_000_000, by: Holder(.aiFirms, 0))
    let page = DayPage {
      Phase("grow") { Grows(units: growth) }
      Phase("permit") { Says<PermitTopic>(permitting) }
      Phase("connect") {
        EnergyLimit(grid: SmallGrid.grid(), investment: FirmWorld.investment, information: FirmWorld.information)
      }
    }
    return try FirmWorld.world(try settings.reduce(page) { try $0.setting($1.0, to: $1.1) }, books, scale: scale)
  }

  private static let slow = [("energyLimit.connection", "12000"), ("energyLimit.onSite", "0")]

  private func last(_ world: World, _ column: String) throws -> Double { try #require(world.recorder.last(column)) }

  @Test("opens with power for every machine, at 240 sites whatever the scale")
  func opening() throws {
    for scale in [1.0, 100_000] {
      let world = try world(scale: scale)
      try FirmWorld.run(world, months: 1)
      #expect(try last(world, "energisedShare") == 1 && last(world, "waitingPower") == 0)
    }
    #expect(EnergyLimit.sites >= 200)
  }

  @Test(
    "loses no kilowatt: opening queue and requests are connected, withdrawn or in the queue",
    arguments: [
      Int64(20_000_000), 0, -20_000_000,
    ])
  func conserves(growth: Int64) throws {
    let world = try world(growth: growth, EnergyLimitTests.slow)
    try FirmWorld.run(world, months: 30)
    let (asked, connected) = (try last(world, "connections.asked"), try last(world, "connections.connected"))
    let (withdrawn, queue) = (try last(world, "connections.withdrawn"), try last(world, "connectionQueue"))
    #expect(60_000 + asked == connected + withdrawn + queue)
    #expect(connected > 0 && (growth <= 0 || asked > 0) && (growth >= 0 || withdrawn > 0))
    let opening = try #require(world.recorder.series("energisedPower"))[1] - 1_000
    #expect(try last(world, "energisedPower") == opening + connected + last(world, "connections.onSite"))
  }

  @Test("leaves compute waiting when it grows faster than connections, and more the slower they are")
  func waits() throws {
    let (fast, slow) = (
      try world(growth: 50_000_000, [("energyLimit.connection", "10000000")]),
      try world(growth: 50_000_000, EnergyLimitTests.slow)
    )
    for world in [fast, slow] { try FirmWorld.run(world, months: 12) }
    #expect(try last(slow, "energisedShare") < last(fast, "energisedShare") - 0.1)
    #expect(try last(slow, "waitingPower") > 10_000)
  }

  @Test("connects half as much again where all permits are sped up")
  func permits() throws {
    func connected(_ permitting: Double) throws -> Double {
      let world = try world(growth: 50_000_000, EnergyLimitTests.slow, permitting: permitting)
      try FirmWorld.run(world, months: 12)
      return try last(world, "connections.connected")
    }
    #expect(abs(try connected(1) / connected(0) - 1.486) < 0.002)
  }

  @Test("counts machines or megawatts as the bottleneck by what one per cent more of each adds")
  func elasticities() throws {
    let powered = ComputeSites(machines: [100_000, 100_000], energised: [130_000, 200_000])
    #expect(powered.elasticities(overhead: 1.25) == (0, 1))
    let half = ComputeSites(machines: [100_000, 200_000], energised: [150_000, 125_000])
    let (power, machines) = half.elasticities(overhead: 1.25)
    #expect(abs(power - 0.5) < 0.01 && abs(machines - 0.5) < 0.01)
    let world = try world(growth: 100_000_000, EnergyLimitTests.slow)
    try FirmWorld.run(world, months: 24)
    #expect(try last(world, "computeElasticity.megawatts") > 0.9 && last(world, "computeElasticity.accelerators") < 0.1)
    #expect(try last(world, "bottleneckPrice.megawatts") > last(world, "bottleneckPrice.accelerators"))
  }

  @Test("builds gas plants on sites whose machines stand in the dark, and nowhere else")
  func onSite() throws {
    let gas = EnergyLimitTests.slow.dropLast() + [("energyLimit.onSite", "60000"), ("energyLimit.onSiteGrowth", "0")]
    let (with, without) = (
      try world(growth: 50_000_000, Array(gas)), try world(growth: 50_000_000, EnergyLimitTests.slow)
    )
    for world in [with, without] { try FirmWorld.run(world, months: 12) }
    #expect(try last(with, "connections.onSite") > 30_000 && last(without, "connections.onSite") == 0)
    #expect(try last(with, "energisedShare") > last(without, "energisedShare"))
    let still = try world(growth: 0, Array(gas))
    try FirmWorld.run(still, months: 6)
    #expect(try last(still, "connections.onSite") == 0)
  }

  @Test("has the energy industry pay for the works, copper included, to the cent")
  func works() throws {
    let world = try world(EnergyLimitTests.slow + [("energyLimit.equipment", "0")])
    try FirmWorld.run(world, months: 1)
    let paid = world.ledger.outlay(.investment, .energy).cents + world.ledger.outlay(.investmentTax, .energy).cents
    #expect(paid == Int64((1_000 * (240 + 27 * 11.791) * 100).rounded()))
    #expect(world.ledger.units(.powerPlant, of: Holder(.energy)) == paid * 100)
  }

  private func world(_ settings: [(String, String)]) throws -> World { try world(growth: 0, settings) }

  @Test("serves requests in the order they came, part by part")
  func order() {
    var queue = ConnectionQueue()
    for (amount, site) in [(Int64(10), 1), (5, 0), (7, 1)] { queue.ask(amount, for: site) }
    #expect(queue.serve(12, sites: 2) == [2, 10] && queue.waiting == 10)
    #expect(queue.withdraw(8) == 8 && queue.waiting == 2)
    #expect(queue.serve(100, sites: 2) == [2, 0] && queue.waiting == 0)
    #expect(queue.withdraw(3) == 0)
  }
}
