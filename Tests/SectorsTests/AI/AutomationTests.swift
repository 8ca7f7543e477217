import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Automation")
struct AutomationTests {
  /// Capability, price and wage, the opening's in the first step and the given ones from then on.
  private struct Machines: Mechanism {
    static let name = "machines"
    static let says: [Observable] = [.taskHorizon, .taskPrice, .wageLevel]
    let horizon, price: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.taskHorizon, view.step > 1 ? horizon : 293)
      turn.say(.taskPrice, view.step > 1 ? price : 1)
      turn.say(.wageLevel, 1)
    }
  }

  private func world(horizon: Double = 2930, price: Double = 0.1, _ settings: [(String, String)] = []) throws -> World {
    let traits = Traits(count: 300)
    traits.set(.employer, (0..<300).map { $0 < 270 ? 5 : Employment.outside })
    traits.set(.skill, (0..<300).map { Int32($0 % 3) })
    traits.set(.wage, (0..<300).map { 100_000 * Int32(1 + $0 % 3) })
    let page = DayPage {
      Phase("say") { Machines(horizon: horizon, price: price) }
      Phase("automate") {
        Automation(buyers: [.init(Holder(.firms, 5), weight: 1)], weights: [0.75, 0.25], payShare: 0.5)
      }
    }
    return try FirmWorld.world(
      try settings.reduce(page) { try $0.setting($1.0, to: $1.1) }, FirmWorld.Books(households: 300), traits: traits)
  }

  private static let tasks = TaskAutomation(length: 480, lengthSpread: 2, spread: 2.8, paying: 0.23)

  private func last(_ world: World, _ column: String) throws -> Double { try #require(world.recorder.last(column)) }

  @Test("takes nothing at the opening's capability, price and wage")
  func still() throws {
    let world = try world(horizon: 293, price: 1)
    try FirmWorld.run(world, months: 24)
    for skill in ["low", "middle", "high"] {
      #expect(try last(world, "automatedShare.\(skill)") == 0 && last(world, "labourDemand.\(skill)") == 1)
    }
    #expect(world.ledger.flow(.intermediateInputs, .aiFirms) == .zero)
  }

  @Test("closes a twelfth of the hazard of the gap each month, exposed tasks first by the calibration")
  func hazard() throws {
    let gain =
      AutomationTests.tasks.doable(horizon: 2930) * AutomationTests.tasks.pays(wage: 1, price: 0.1)
      - AutomationTests.tasks.doable(horizon: 293) * 0.23
    let world = try world()
    try FirmWorld.run(world, months: 2)
    #expect(abs(try last(world, "automatedShare.high") - 0.081 / 12 * 0.5 * gain) < 1e-9)
    #expect(abs(try last(world, "automatedShare.low") - 0.081 / 12 * 0.2 * gain) < 1e-9)
    #expect(abs(try last(world, "labourDemand.high") - 1 + 0.5 * 0.081 / 12 * 0.5 * gain) < 1e-9)
    let entry = try self.world([("automation.entryLevel", "1")])
    try FirmWorld.run(entry, months: 2)
    #expect(abs(try last(entry, "automatedShare.low") - 0.081 / 12 * 0.5 * gain) < 1e-9)
    #expect(try last(entry, "automatedShare.middle") == last(world, "automatedShare.middle"))
  }

  private func world(_ settings: [(String, String)]) throws -> World { try world(horizon: 2930, price: 0.1, settings) }

  @Test("never gives tasks back, and never takes more than are exposed")
  func bounds() throws {
    let world = try world(horizon: 1e9, price: 1e-6, [("automation.hazard", "1")])
    try FirmWorld.run(world, months: 120)
    let (low, high) = (try last(world, "automatedShare.low"), try last(world, "automatedShare.high"))
    #expect(low <= 0.2 && high <= 0.5 && high > 0.35)
    let shares = try #require(world.recorder.series("automatedShare.high"))
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("pays the AI firms what the tasks cost, and takes the rest of the wages off prices at the pass-through")
  func money() throws {
    let world = try world()
    try FirmWorld.run(world, months: 2)
    let cost = AutomationTests.tasks.cost(wage: 1, price: 0.1)
    let pay = [90_000.0, 180_000, 270_000]
    let taken = try ["low", "middle", "high"].map { try last(world, "automatedShare.\($0)") }
    let bill = zip(pay, taken).reduce(0) { $0 + $1.0 * $1.1 } * cost
    #expect(abs(world.ledger.flow(.intermediateInputs, .aiFirms).dollars - bill) < 0.01)
    #expect(abs(try last(world, "automationSpending") - 12 * bill) < 1e-6)
    let saved = zip(pay, taken).reduce(0) { $0 + $1.0 * $1.1 } / pay.reduce(0, +)
    #expect(abs(try last(world, "automationSaving") - 0.6 * 0.5 * saved * (1 - cost)) < 1e-12)
  }

  @Test("pays for half of the tasks three years after a quarter, when costs halve yearly: no cliff")
  func dispersion() {
    let tasks = AutomationTests.tasks
    #expect(abs(tasks.pays(wage: 1, price: 1) - 0.23) < 1e-12)
    #expect(abs(tasks.pays(wage: 1, price: 0.125) - 0.5) < 0.01)
    #expect(tasks.pays(wage: 2, price: 1) == tasks.pays(wage: 1, price: 0.5))
    #expect(abs(tasks.doable(horizon: 480) - 0.5) < 1e-12)
    let costs = [4.0, 1, 0.1, 0.01].map { tasks.cost(wage: 1, price: $0) }
    #expect(costs.allSatisfy { $0 > 0 && $0 < 1 } && zip(costs, costs.dropFirst()).allSatisfy { $0 > $1 })
  }
}
