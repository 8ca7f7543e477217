import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Payout")
struct PayoutTests {
  private static let levels = Payout.Levels(
    firms: 1_300_000, aiFirms: 24_000, energy: 12_000, banks: 24_000, proprietors: 120_000, aiEarnings: 100,
    restEarnings: 1_000)

  /// Gives every payer a million more than its target in the first month, if a test wants so.
  private func world(activity: Double = 1, price: Double = 1, windfall: Int64 = 0, months: Int = 1) throws -> World {
    let page = DayPage {
      Phase("say") {
        Says<ActivityTopic>(activity)
        Says<PriceTopic>(price)
      }
      Phase("earn") {
        Pays { step in
          step == 1 ? [(Money(cents: windfall), Holder(.restOfWorld), Holder(.firms, 4), .exports)] : []
        }
      }
      Phase("declare") { Payout(levels: PayoutTests.levels) }
    }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: months)
    return world
  }

  private func cents(_ dollars: Double) -> Int64 { Int64((dollars * 100).rounded(.toNearestOrEven)) }

  @Test("pays a twelfth of the year's dividends, firms by their cash, everyone to the custody")
  func base() throws {
    let world = try world()
    #expect(world.ledger.outlay(.dividends, .firms).cents == 13 * cents(100_000 / 12))
    #expect(world.ledger.outlay(.dividends, .aiFirms).cents == 2 * cents(1_000))
    #expect(world.ledger.outlay(.dividends, .energy).cents == cents(1_000))
    #expect(world.ledger.outlay(.dividends, .banks).cents == 2 * cents(1_000))
    let all = Sector.allCases.reduce(Int64(0)) { $0 + world.ledger.outlay(.dividends, $1).cents }
    #expect(world.ledger.flow(.dividends, .dealers).cents == all)
  }

  @Test("declares exactly what was paid, basket by basket")
  func declared() throws {
    let world = try world(windfall: 12_345_678)
    #expect(cents(world.recorder.last("declaredDividends.ai")!) == world.ledger.outlay(.dividends, .aiFirms).cents)
    let rest = [Sector.firms, .energy, .banks].reduce(Int64(0)) { $0 + world.ledger.outlay(.dividends, $1).cents }
    #expect(cents(world.recorder.last("declaredDividends.rest")!) == rest)
  }

  @Test("pays a third of the cash above target besides")
  func excess() throws {
    let more = try world(windfall: 30_000_000).ledger.outlay(.dividends, .firms).cents
    #expect(abs(more - 13 * cents(100_000 / 12) - 10_000_000) <= 1)
  }

  @Test("never pays more than the cash there is")
  func cash() throws {
    let world = try world(price: 1e9, months: 3)
    for index in 0..<13 { #expect(world.ledger.balance(.deposits, of: Holder(.firms, index)) >= .zero) }
  }

  @Test("moves expected earnings a part of the way to activity with leverage, at current prices")
  func earnings() throws {
    let world = try world(activity: 1.1, price: 1.2, months: 2)
    // After a month a sixtieth of the rise counts as usual.
    let (first, usual) = (Elementary.pow(1.1, 2.5) * 1.2, 1 + 0.1 / 60)
    let second = 1.1 * Elementary.pow(1.1 / usual, 1.5) * 1.2
    let growth = try #require(world.recorder.series("earningsGrowth.rest"))
    #expect(abs(growth[1] - (1 + 0.15 * (first - 1))) < 1e-12)
    #expect(abs(growth[2] - (growth[1] + 0.15 * (second - growth[1]))) < 1e-12)
    #expect(abs(world.recorder.last("expectedEarnings.rest")! - 1_000 * growth[2]) < 1e-9)
    // Owners' income keeps its share in the economy instead.
    #expect(abs(world.recorder.last("proprietorsIncome")! - 10_000 * 1.2) < 1e-9)
  }

  @Test("pays lenders before owners: nothing is left for these once debt exceeds its target by the cash that is kept")
  func health() throws {
    func paid(debt: Int64) throws -> Int64 {
      let page = DayPage {
        Phase("borrow") { Borrows(cents: debt) }
        Phase("declare") { Payout(levels: PayoutTests.levels) }
      }
      let world = try FirmWorld.world(page)
      try FirmWorld.run(world, months: 1)
      return world.ledger.outlay(.dividends, .firms).cents
    }
    let others = 12 * cents(100_000 / 12)
    // The firm holds what it borrowed: a third of that is above its target of cash, and a half of all of it is paid.
    #expect(abs(try paid(debt: 50_000_000) - others - (cents(100_000 / 12) + 50_000_000 / 3) / 2) <= 2)
    #expect(try paid(debt: 100_000_000) == others)
  }

  /// One firm borrows once.
  private struct Borrows: Mechanism {
    static let name = "borrows"
    let cents: Int64
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.lend(Money(cents: cents), .corporateLoans, from: Holder(.banks, 0), to: Holder(.firms, 4))
    }
  }

  @Test("keeps a bank's book equity its opening part of assets")
  func banks() throws {
    let page = DayPage {
      Phase("earn") {
        Pays { $0 == 1 ? [(Money(cents: 60_000_000), Holder(.restOfWorld), Holder(.banks, 1), .feesAndMargins)] : [] }
      }
      Phase("declare") {
        Payout(
          levels: .init(
            firms: 0, aiFirms: 0, energy: 0, banks: 0, proprietors: 0, aiEarnings: 1, restEarnings: 1))
      }
    }
    let world = try FirmWorld.world(page)
    let before = [try capital(0, world), try capital(1, world)]
    try FirmWorld.run(world, months: 1)
    // Of a dollar earned k stays behind the asset it is; the bank that paid it out for a customer needs that much less. A third goes out.
    #expect(abs(world.ledger.outlay(.dividends, .banks).dollars - 200_000 * (1 - before[1] + before[0])) < 1)
    let gap = abs(try capital(1, world) - before[1])
    for _ in 0..<60 { try world.advance() }
    #expect(abs(try capital(1, world) - before[1]) < gap / 2)
  }

  /// Book equity over assets of a bank.
  private func capital(_ bank: Int, _ world: World) throws -> Double {
    let worth = try Instrument.allCases.filter { !Instrument.equities.contains($0) }
      .map { try world.ledger.worth($0, of: Holder(.banks, bank)).dollars }
    return worth.reduce(0, +) / worth.reduce(0) { $0 + max(0, $1) }
  }
}
