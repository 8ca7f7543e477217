import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Treasury liquidity")
struct TreasuryLiquidityTests {
  private func world(_ closes: [Double] = [5.75e12], _ settings: [(String, String)] = []) throws -> World {
    struct Closes: Mechanism {
      static let name = "closes"
      static let says: [Observable] = [.netLiquidity]
      let values: [Double]
      func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
        turn.say(.netLiquidity, values[min(view.step, values.count) - 1])
      }
    }
    let page = DayPage {
      Phase("liquidity") { TreasuryLiquidity() }
      Phase("close") { Closes(values: closes) }
    }
    return try LiquidityWorld.world(
      try settings.reduce(page) { try $0.setting("treasuryLiquidity.\($1.0)", to: $1.1) })
  }

  private func said(_ name: String, on day: Day, _ world: World) throws -> Double {
    try LiquidityWorld.run(world, through: day)
    return try #require(world.recorder.last(name))
  }

  @Test("buys 40 billion a month until the tax date, then what makes 220 of the first twelve months")
  func purchases() throws {
    let world = try world()
    #expect(try said("reservePurchases", on: Day(2026, 1, 2)!, world) == 480e9)
    #expect(try said("reservePurchases", on: Day(2026, 4, 15)!, world) == 480e9)
    let rest = try said("reservePurchases", on: Day(2026, 4, 16)!, world)
    let total = 480e9 * 124 / 365.25 + rest * 240 / 365.25
    #expect(abs(total - 220e9) < 1e6, "\(total)")
    #expect(try said("reservePurchases", on: Day(2026, 12, 14)!, world) == 240e9)
  }

  @Test("aims at 850 billion until March, 900 from the end of June, and buys back more from February")
  func plan() throws {
    let world = try world()
    #expect(try said("cashBuybacks", on: Day(2026, 2, 3)!, world) == 100e9)
    #expect(try said("cashBuybacks", on: Day(2026, 2, 4)!, world) == 300e9)
    #expect(try said("cashTarget", on: Day(2026, 3, 31)!, world) == 850e9)
    let between = try said("cashTarget", on: Day(2026, 5, 15)!, world)
    #expect((860e9...890e9).contains(between))
    #expect(try said("cashTarget", on: Day(2026, 6, 30)!, world) == 900e9)
  }

  @Test("rests on what was known on 2025-12-01")
  func atRest() {
    #expect(Observable.cashTarget.atRest == 850e9 && Observable.reservePurchases.atRest == 240e9)
    #expect(Observable.cashBuybacks.atRest == 100e9 && Observable.billShareShift.atRest == 0)
  }

  @Test("is surprised by what the drift did not foretell, and passes it on by both responses")
  func surprise() throws {
    let world = try world([5.75e12, 5.75e12, 5.8075e12], [("priceResponse", "0.05"), ("creditResponse", "0.002")])
    for _ in 0..<4 { try world.advance() }
    let e = try #require(world.recorder.last("netLiquiditySurprise"))
    // The close of the third day, less a level that the second confirmed and a day of the drift foreseen.
    #expect(abs(e - (57.5e9 - 240e9 / 252) / 5.8075e12) < 1e-5, "\(e)")
    #expect(world.recorder.last("liquidityTone") == 0.05 * e)
    #expect(abs(try #require(world.recorder.last("creditSpreadShift")) - 0.002 * e) < 1e-6)
  }

  @Test("moves neither prices nor credit for certain: both intervals hold zero")
  func honest() throws {
    for name in ["priceResponse", "creditResponse"] {
      let row = try #require(TreasuryLiquidity().rows.first { $0.name == name })
      let (low, high) = (row.parameter.bounds.low, row.parameter.bounds.high)
      #expect(low.hasPrefix("-") && !high.hasPrefix("-"), "\(name): \(low) ... \(high)")
    }
  }
}
