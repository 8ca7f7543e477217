import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Power bills")
struct PowerBillsTests {
  private struct Owed: Mechanism {
    static let name = "owed"
    static let says: [Observable] = [.powerSurcharge]
    let dollars: Double
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) { turn.say(.powerSurcharge, dollars) }
  }

  private func world(_ dollars: Double, cash: Int64 = 100_000) throws -> World {
    let traits = Traits(count: 4)
    traits.set(.income, [50_000, 0, 7, 50_000])
    let page = DayPage {
      Phase("owe") { Owed(dollars: dollars) }
      Phase("light") { PowerBills() }
    }
    let books = FirmWorld.Books(households: 4, cash: Money(cents: cash))
    return try FirmWorld.world(page, books, traits: traits)
  }

  @Test("are the same for every household, and leave less income to spend")
  func equal() throws {
    let world = try world(4 * 12 * 30)
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.flow(.power, .energy) == Money(cents: 12_000))
    #expect(world.traits[.income][0] == 47_000 && world.traits[.income][1] == -3_000)
  }

  @Test("are paid back when power is cheaper than the basket says")
  func refund() throws {
    let world = try world(-4 * 12 * 30)
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.flow(.power, .households) == Money(cents: 12_000))
    #expect(world.traits[.income][2] == 3_007)
  }

  @Test("take no more than a household has")
  func poor() throws {
    let world = try world(4 * 12 * 30, cash: 1_000)
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.flow(.power, .energy) == Money(cents: 4_000))
  }
}
