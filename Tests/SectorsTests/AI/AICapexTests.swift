import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("AI capital expenditure")
struct AICapexTests {
  private struct Price: Mechanism {
    static let name = "price"
    static let says: [Observable] = [.logPrice]
    let gain: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.logPrice, at: 0, Observable.logPrice.atRest + gain)
    }
  }

  private static let levels = [1_200_000.0, 240_000]

  private struct Demand: Mechanism {
    static let name = "demand"
    static let says: [Observable] = [.computeDemand]
    let growth: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.computeDemand, Elementary.exp(growth / 12 * Double(view.step)))
    }
  }

  private func capex(_ funding: [AICapex.Funding] = []) -> AICapex {
    AICapex(
      levels: AICapexTests.levels, structures: FirmWorld.structures, information: FirmWorld.information,
      funding: funding)
  }

  private func world(
    gain: Double = 0, scale: Double = 1, demand: Double = 0, compute: Int64 = 6_000_000_000,
    funding: [AICapex.Funding] = [], _ settings: [(String, String)] = []
  ) throws -> World {
    var books = FirmWorld.Books()
    for index in 0..<2 { books.own(.compute, compute, by: Holder(.aiFirms, index)) }
    let page = DayPage {
      Phase("say") {
        Price(gain: gain)
        Demand(growth: demand)
      }
      Phase("invest") { capex(funding) }
    }
    return try FirmWorld.world(try settings.reduce(page) { try $0.setting($1.0, to: $1.1) }, books, scale: scale)
  }

  /// All the AI firms paid, taxes included, in cents.
  private func paid(_ world: World) -> Int64 {
    world.ledger.outlay(.computeInvestment, .aiFirms).cents + world.ledger.outlay(.investmentTax, .aiFirms).cents
  }

  private func cents(_ dollars: Double) -> Int64 { Int64((dollars * 100).rounded(.toNearestOrEven)) }

  @Test("moves a part of the way to the guided pace each month, and pays it to the cent")
  func pace() throws {
    let world = try world(scale: 10)
    try FirmWorld.run(world, months: 1)
    let growth = 1 + 0.2 * 0.3 / 12
    #expect(abs(world.recorder.last("aiCapexRate")! - 1_440_000 * growth) < 1e-6)
    #expect(paid(world) == cents(10_000 * growth) + cents(2_000 * growth))
  }

  @Test("imports most of the hardware and buys the rest and structures at home")
  func shares() throws {
    let world = try world()
    try FirmWorld.run(world, months: 1)
    let all = Double(paid(world))
    #expect(abs(Double(world.ledger.flow(.computeInvestment, .restOfWorld).cents) / all - 0.48) < 1e-6)
    #expect(abs(Double(world.ledger.flow(.computeInvestment, .firms).cents) / all - 0.12 - 0.4 * 0.98) < 1e-6)
    #expect(abs(Double(world.ledger.flow(.investmentTax, .stateLocal).cents) / all - 0.4 * 0.02) < 1e-6)
  }

  @Test("says what a dollar of it demands of each industry: with imports and taxes, the whole dollar")
  func domestic() {
    let domestic = capex().domesticShares
    #expect(abs(domestic.reduce(0, +) + 0.48 + capex().productTaxes - 1) < 1e-12)
    #expect(abs(domestic[Industry.electronicsAndHardware.rawValue] - 0.12) < 1e-12)
    #expect(abs(domestic[Industry.construction.rawValue] - 0.4 * 0.9) < 1e-12)
  }

  @Test("adds hardware to compute and structures to plant; only what it added wears out")
  func compute() throws {
    let world = try world()
    try FirmWorld.run(world, months: 1)
    let hardware = Money(cents: cents(100_000 * (1 + 0.2 * 0.3 / 12))).split(by: [0.48, 0.12, 0.4])
    let compute = 6_000_000_000 + (hardware[0].cents + hardware[1].cents) * 100
    #expect(world.ledger.units(.compute, of: Holder(.aiFirms, 0)) == compute)
    #expect(world.ledger.units(.plant, of: Holder(.aiFirms, 0)) == hardware[2].cents * 100)
    let added = Double(world.ledger.quantity(.compute, .aiFirms) - 12_000_000_000)
    try FirmWorld.run(world, months: 1)
    let bought = Double(world.ledger.outlay(.computeInvestment, .aiFirms).cents) * 100
    let worn = bought - Double(world.ledger.quantity(.compute, .aiFirms) - 12_000_000_000)
    // Structures are in the outlay and not in compute: 39.2 of 99.2 cents.
    #expect(abs(worn - bought * 0.392 / 0.992 - added * 0.2 / 12) < 1e-3 * added)
    #expect(world.recorder.last("computeGrowth")! > 1)
  }

  /// Compute of two and a half years of the boom's hardware, and nothing guided.
  private static let belief: [(String, String)] = [
    ("aiCapex.guided", "1"), ("aiCapex.guidance", "0"), ("aiCapex.settledGrowth", "0"), ("aiCapex.adjustment", "1"),
  ]

  @Test("opens with the belief its own pace reveals, and keeps it while demand comes as believed")
  func revealed() throws {
    // 864,000 of hardware a year on 2,160,000 of compute: log(1 + 4 · 0.4)/4.
    let belief = Elementary.log(2.6) / 4
    let world = try world(demand: belief, compute: 10_800_000_000, AICapexTests.belief)
    try FirmWorld.run(world, months: 1)
    #expect(abs(world.recorder.last("aiBelief")! - belief) < 1e-9)
    try FirmWorld.run(world, months: 35)
    #expect(abs(world.recorder.last("aiBelief")! - belief) < 1e-6)
    let rates = try #require(world.recorder.series("aiCapexRate"))
    #expect(rates.dropFirst(2).allSatisfy { $0 > 0.9 * 1_440_000 }, "\(rates.min() ?? 0)")
  }

  @Test("builds less, not nothing, when demand disappoints, and more when it surprises")
  func surprise() throws {
    let slow = try world(demand: 0, compute: 10_800_000_000, AICapexTests.belief)
    let fast = try world(demand: 0.5, compute: 10_800_000_000, AICapexTests.belief)
    for world in [slow, fast] { try FirmWorld.run(world, months: 12) }
    #expect(slow.recorder.last("aiBelief")! < 0.15 && fast.recorder.last("aiBelief")! > 0.35)
    #expect(slow.recorder.last("aiCapexRate")! < 0.6 * fast.recorder.last("aiCapexRate")!)
    let rates = try #require(slow.recorder.series("aiCapexRate"))
    // A quarter after the disappointment most of the pace is still there.
    #expect(rates[3] > 0.7 * 1_440_000)
  }

  @Test("spends no more than cash flow and credit leave above the trend")
  func bound() throws {
    let tight = [AICapex.Funding(revenue: 3_000_000, trend: 100_000), .init(revenue: 1e9, trend: 0)]
    let world = try world(funding: tight, [("aiCapex.guidance", "1"), ("aiCapex.rivalry", "0")])
    try FirmWorld.run(world, months: 60)
    let first = 0.33 * 3_000_000 * 1.4 - 100_000
    let rates = try #require(world.recorder.series("aiCapexRate"))
    let free = try self.world([("aiCapex.guidance", "1"), ("aiCapex.rivalry", "0")])
    try FirmWorld.run(free, months: 60)
    #expect(first < 1_300_000 && (rates.max() ?? 0) < free.recorder.series("aiCapexRate")!.max()!)
  }

  private func world(_ settings: [(String, String)]) throws -> World { try world(gain: 0, settings) }

  @Test("answers the price of AI equity with an elasticity of a half, in time")
  func valuation() throws {
    let guided = [("aiCapex.guided", "1200")]
    let (low, high) = (try world(gain: -0.2, scale: 1, guided), try world(gain: 0.2, scale: 1, guided))
    try FirmWorld.run(low, months: 40)
    try FirmWorld.run(high, months: 40)
    let ratio = high.recorder.last("aiCapexRate")! / low.recorder.last("aiCapexRate")!
    #expect(abs(ratio - Elementary.exp(0.2)) < 0.02, "\(ratio)")
  }

  @Test("grows at the settled rate once guidance has faded")
  func fading() throws {
    let world = try world([
      ("aiCapex.fading", "1"), ("aiCapex.adjustment", "1"), ("aiCapex.settledGrowth", "0.06"),
      ("aiCapex.guided", "1200"), ("aiCapex.extrapolation", "0"), ("aiCapex.learning", "1"),
    ])
    try FirmWorld.run(world, months: 120)
    let rates = try #require(world.recorder.series("aiCapexRate"))
    let weight = Elementary.exp(-1.0 / 1200)
    #expect(abs(rates[120] / rates[119] - 1.005 * weight) < 2e-3)
  }

  @Test("borrows what cash does not cover from each firm's own bank")
  func credit() throws {
    let world = try world()
    try FirmWorld.run(world, months: 24)
    #expect(world.ledger.balance(.corporateLoans, of: Holder(.aiFirms, 0)) < .zero)
    #expect(
      world.ledger.balance(.corporateLoans, of: Holder(.banks, 0))
        == .zero - world.ledger.balance(.corporateLoans, of: Holder(.aiFirms, 0)))
  }
}
