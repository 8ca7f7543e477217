import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Treasury cash")
struct TreasuryCashTests {
  private static let levels = TreasuryCash.Levels(taxes: 6e6, benefits: 3.6e6, interest: 1.2e6, other: 3.6e6)
  private static let calendar = FiscalCalendar(
    taxes: 6e6, benefits: 3.6e6, other: 3.6e6, interest: 1.2e6, socialSecurity: 0.428, first: 0.146)

  private func world(
    _ levels: TreasuryCash.Levels = levels, opens: Day = FirmWorld.opens,
    payments: @escaping @Sendable (Int) -> [Pays.Payment] = { _ in [] }
  ) throws -> World {
    let page = DayPage {
      Phase("pay") { Pays(payments) }
      Phase("collect") { TreasuryCash(levels: levels) }
    }
    return try LiquidityWorld.world(page, opens: opens)
  }

  @Test(
    "moves the account by what the calendar foretells, out of reserves, and banks carry it", arguments: [2, 15, 29])
  func follows(dayOfMonth: Int) throws {
    let world = try world()
    let day = Day(2026, 1, dayOfMonth)!
    try LiquidityWorld.run(world, through: day)
    let float = TreasuryCashTests.calendar.float(on: day, .nyse)
    #expect(abs(float) > 10_000)
    #expect(abs(world.ledger.value(.fiscalFloat, .treasury).dollars + float) < 0.011)
    #expect(abs(world.ledger.value(.cashAccount, .treasury).dollars - 1e6 - float) < 0.011)
    #expect(abs(world.reserves() - 200e6 + float) < 0.011)
    #expect(world.ledger.value(.deposits, .firms).dollars == Double(Industry.count) * 1e6)
  }

  @Test("is square with banks on the year's last day")
  func settles() throws {
    let world = try world(opens: Day(2026, 11, 30)!)
    try LiquidityWorld.run(world, through: Day(2026, 12, 30)!)
    #expect(world.ledger.value(.fiscalFloat, .treasury) != .zero)
    try LiquidityWorld.run(world, through: Day(2026, 12, 31)!)
    #expect(world.ledger.value(.fiscalFloat, .treasury) == .zero)
    #expect(world.ledger.balance(.fiscalFloat, of: Holder(.banks, 1)) == .zero)
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 1e6)
  }

  @Test("takes last month's flows for this month's")
  func learns() throws {
    let tax: Pays.Payment = (Money(cents: 20_000_000), Holder(.firms, 2), Holder(.treasury), .corporateTax)
    let world = try world { $0 == 5 ? [tax] : [] }
    let day = Day(2026, 2, 10)!
    try LiquidityWorld.run(world, through: day)
    let now = FiscalCalendar(taxes: 2.4e6, benefits: 0, other: 0, interest: 0, socialSecurity: 0.428, first: 0.146)
    #expect(abs(world.ledger.value(.fiscalFloat, .treasury).dollars + now.float(on: day, .nyse)) < 0.011)
  }

  @Test("never advances more than the Treasury has")
  func poor() throws {
    let world = try world(.init(taxes: 6e6, benefits: 1e9, interest: 0, other: 0))
    for _ in 0..<25 {
      try world.advance()
      #expect(world.ledger.value(.cashAccount, .treasury) >= .zero)
    }
    #expect(try world.ledger.audit(members: true).isClean)
  }

  @Test("leaves taxes of states to deposits")
  func states() throws {
    let tax: Pays.Payment = (Money(cents: 20_000_000), Holder(.firms, 2), Holder(.stateLocal), .corporateTax)
    let world = try world(.init(taxes: 0, benefits: 0, interest: 0, other: 0)) { $0 == 1 ? [tax] : [] }
    try world.advance()
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 1e6 && world.reserves() == 200e6)
    #expect(world.ledger.value(.deposits, .stateLocal).dollars == 1.2e6)
  }

  @Test("says the cash of the next day and of the next ten")
  func says() throws {
    let world = try world()
    let day = Day(2026, 1, 9)!
    try LiquidityWorld.run(world, through: day)
    let next = TreasuryCashTests.calendar.expectedCash(after: day, through: Day(2026, 1, 12)!, .nyse)
    let ahead = TreasuryCashTests.calendar.expectedCash(after: day, through: Day(2026, 1, 26)!, .nyse)
    #expect(abs(try #require(world.recorder.last("nextCash")) - next) < 0.01)
    #expect(abs(try #require(world.recorder.last("scheduledCash")) - ahead) < 0.01 && next != ahead)
  }
}
