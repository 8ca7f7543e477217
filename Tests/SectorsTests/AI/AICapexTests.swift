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

  private func capex() -> AICapex {
    AICapex(levels: AICapexTests.levels, structures: FirmWorld.structures, information: FirmWorld.information)
  }

  private func world(gain: Double = 0, scale: Double = 1, _ settings: [(String, String)] = []) throws -> World {
    var books = FirmWorld.Books()
    for index in 0..<2 { books.own(.compute, 6_000_000_000, by: Holder(.aiFirms, index)) }
    let page = DayPage {
      Phase("say") { Price(gain: gain) }
      Phase("invest") { capex() }
    }
    return try FirmWorld.world(try settings.reduce(page) { try $0.setting($1.0, to: $1.1) }, books, scale: scale)
  }

  /// All the AI firms paid, taxes included, in cents.
  private func paid(_ world: World) -> Int64 {
    world.ledger.outlay(.computeInvestment, .aiFirms).cents + world.ledger.outlay(.productionTax, .aiFirms).cents
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
    #expect(abs(Double(world.ledger.flow(.productionTax, .stateLocal).cents) / all - 0.4 * 0.02) < 1e-6)
  }

  @Test("says what a dollar of it demands of each industry: with imports and taxes, the whole dollar")
  func domestic() {
    let domestic = capex().domesticShares
    #expect(abs(domestic.reduce(0, +) + 0.48 + capex().productTaxes - 1) < 1e-12)
    #expect(abs(domestic[Industry.electronicsAndHardware.rawValue] - 0.12) < 1e-12)
    #expect(abs(domestic[Industry.construction.rawValue] - 0.4 * 0.9) < 1e-12)
  }

  @Test("adds hardware to compute, which wears out, and structures to plant")
  func compute() throws {
    let world = try world()
    try FirmWorld.run(world, months: 1)
    let hardware = Money(cents: cents(100_000 * (1 + 0.2 * 0.3 / 12))).split(by: [0.48, 0.12, 0.4])
    let compute = 6_000_000_000 + (hardware[0].cents + hardware[1].cents) * 100 - Int64(6e9 * 0.2 / 12)
    #expect(world.ledger.units(.compute, of: Holder(.aiFirms, 0)) == compute)
    #expect(world.ledger.units(.plant, of: Holder(.aiFirms, 0)) == hardware[2].cents * 100)
    try FirmWorld.run(world, months: 1)
    #expect(world.recorder.last("computeGrowth")! > 1)
  }

  @Test("answers the price of AI equity with an elasticity of a half, in time")
  func valuation() throws {
    let (low, high) = (try world(gain: -0.2), try world(gain: 0.2))
    try FirmWorld.run(low, months: 40)
    try FirmWorld.run(high, months: 40)
    let ratio = high.recorder.last("aiCapexRate")! / low.recorder.last("aiCapexRate")!
    #expect(abs(ratio - Elementary.exp(0.2)) < 1e-3, "\(ratio)")
  }

  @Test("grows at the settled rate once guidance has faded")
  func fading() throws {
    let world = try world([("aiCapex.fading", "1"), ("aiCapex.adjustment", "1"), ("aiCapex.settledGrowth", "0.06")])
    try FirmWorld.run(world, months: 120)
    let rates = try #require(world.recorder.series("aiCapexRate"))
    #expect(abs(rates[120] / rates[119] - 1.005) < 1e-5)
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
