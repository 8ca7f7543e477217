import Accounting
import Foundation
import Laboratory
import Markets
import Quantities
import Simulation
import Statistics
import Testing

@Suite("Liquidity in the two-track economy")
struct LiquidityTests {
  private func world(without: [String] = [], _ overrides: [(String, String)] = [], months: Int) throws -> World {
    var request = RunRequest()
    (request.scale, request.months, request.without) = (100_000, months, without)
    request.overrides = overrides.map { RunRequest.Override($0.0, $0.1) }
    return try TwoTrackEconomy.world(request)
  }

  private func run(_ world: World, through last: Day, each: (World) throws -> Void = { _ in }) throws {
    while TradingCalendar.nyse.next(after: world.day) <= last {
      try world.advance()
      try each(world)
    }
  }

  @Test("Fed assets are reserves, cash account, reverse repo, currency and other less the deferred asset, every day")
  func identity() throws {
    let world = try world(months: 14)
    #expect(world.ledger.centralBankIdentity().residual == .zero)
    try run(world, through: Day(2027, 2, 26)!) { world in
      let identity = world.ledger.centralBankIdentity()
      #expect(identity.residual == .zero, "\(world.day): \(identity)")
      #expect(identity.cashAccount > .zero && identity.reserves > .zero && identity.reverseRepo >= .zero)
    }
    #expect(world.step > 280)
  }

  @Test("The cash account keeps within what it has been since 2024, and money markets within the corridor")
  func bounds() throws {
    let world = try world(months: 24)
    try run(world, through: Day(2027, 12, 31)!)
    let cash = try #require(world.recorder.series("cashAccount")).dropFirst(2)
    #expect(cash.min() ?? 0 > 300e9 && cash.max() ?? 0 < 1.3e12, "\(cash.min() ?? 0) \(cash.max() ?? 0)")
    let spread = try #require(world.recorder.series("moneyMarketSpread")).dropFirst(2)
    #expect(spread.allSatisfy { (-0.0015...0.001).contains($0) })
    let facility = try #require(world.recorder.series("reverseRepo")).dropFirst(2)
    #expect(facility.min() ?? -1 >= 0 && facility.max() ?? 0 < 500e9)
    #expect(world.ledger.value(.fiscalFloat, .treasury) == .zero, "the last day of a year settles with banks")
  }

  @Test("What was announced after 1 December 2025 adds reserves until the tax date and more cash after June")
  func wave() throws {
    let (on, off) = (try world(months: 9), try world(without: ["treasuryLiquidity"], months: 9))
    let last = Day(2026, 9, 30)!
    for one in [on, off] { try run(one, through: last) }
    func mean(_ name: String, _ world: World, _ span: ClosedRange<Day>) throws -> Double {
      let series = try #require(world.recorder.series(name))
      let days = world.recorder.days.indices.filter { span.contains(world.recorder.days[$0]) }
      return days.reduce(0) { $0 + series[$1] } / Double(days.count)
    }
    let (spring, summer) = (Day(2026, 3, 1)!...Day(2026, 4, 15)!, Day(2026, 7, 1)!...last)
    #expect(try mean("bankReserves", on, spring) > mean("bankReserves", off, spring) + 20e9)
    #expect(try mean("netLiquidity", on, spring) > mean("netLiquidity", off, spring) + 20e9)
    #expect(try mean("cashAccount", on, summer) > mean("cashAccount", off, summer) + 20e9)
    #expect(off.recorder.series("netLiquiditySurprise")?.contains { $0 != 0 } != true)
    #expect(try #require(on.recorder.series("netLiquiditySurprise")).contains { $0.magnitude > 1e-4 })
  }

  @Test("A shift to bills takes duration from the public and lowers the term premium")
  func shift() throws {
    let shifted = try world([("treasuryLiquidity.billShareShift", "0.5")], months: 6)
    try run(shifted, through: Day(2026, 6, 30)!)
    let premium = try #require(shifted.recorder.last("termPremiumShift"))
    #expect((-0.002 ... -0.0001).contains(premium), "\(premium)")
    let base = try world(months: 6)
    try run(base, through: Day(2026, 6, 30)!)
    #expect(try #require(base.recorder.last("termPremiumShift")).magnitude < 1e-9)
    #expect(shifted.ledger.value(.bills, .treasury) < base.ledger.value(.bills, .treasury))
    #expect(shifted.ledger.value(.bonds30, .treasury) > base.ledger.value(.bonds30, .treasury))
  }

  @Test("Runoff drains the central bank's assets and, once the account is refilled, reserves")
  func runoff() throws {
    let (base, less) = (try world(months: 6), try world([("openMarketOperations.runoff", "480e9")], months: 6))
    for one in [base, less] { try run(one, through: Day(2026, 6, 30)!) }
    func last(_ name: String, _ world: World) throws -> Double { try #require(world.recorder.last(name)) }
    // Standing repo fills a part of what runoff drains, so what the securities alone leave is looked at.
    func held(_ world: World) -> Double {
      let rows = Instrument.treasuryBonds + [.bills, .agencyBonds, .reverseRepo]
      let owned = rows.reduce(0) { $0 + world.ledger.value($1, .centralBank).dollars }
      return 100_000 * (owned - world.ledger.value(.cashAccount, .treasury).dollars)
    }
    #expect(held(less) < held(base) - 150e9)
    // Of reserves too: banks draw on standing repo once their rate asks for it, and that is no drain undone.
    func ownReserves(_ world: World) throws -> Double {
      try last("bankReserves", world) - 100_000 * world.ledger.value(.standingRepo, .centralBank).dollars
    }
    #expect(try last("netLiquidity", less) < last("netLiquidity", base))
    #expect(try last("bankReserves", less) < last("bankReserves", base))
    #expect(try ownReserves(less) < ownReserves(base) - 150e9)
    #expect(try last("moneyMarketSpread", less) > last("moneyMarketSpread", base))
  }
}
