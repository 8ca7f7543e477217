import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Fund placement")
struct FundPlacementTests {
  /// Mutual funds that hold 3 of AI to 1 of the rest and gain or lose cash in the first step.
  private func world(gains: Int64, holds: Bool = true) throws -> World {
    var books = FirmWorld.Books()
    if holds {
      books.owe(.aiEquity, 30_000_000, from: Holder(.aiFirms), to: Holder(.mutualFunds))
      books.owe(.restEquity, 10_000_000, from: Holder(.firms), to: Holder(.mutualFunds))
    }
    let page = DayPage {
      Phase("subscribe") {
        Pays { _ in
          gains > 0
            ? [(Money(cents: gains), Holder(.restOfWorld), Holder(.mutualFunds), .fundIncome)]
            : [(Money(cents: -gains), Holder(.mutualFunds), Holder(.restOfWorld), .fundIncome)]
        }
      }
      Phase("decide") { FundPlacement() }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: 1)
    return world
  }

  private func amounts(_ world: World) -> [Int64] {
    world.view().orders.filter { $0.holder == Holder(.mutualFunds) }.map(\.amount.cents)
  }

  @Test("places 55 % of new cash, a fifteenth a day, by market value, and everyone expects it")
  func buys() throws {
    let world = try world(gains: 300_000)
    #expect(amounts(world) == [8_250, 2_750])
    for order in world.view().orders { #expect(order.anticipated == order.amount && order.kind == .inelastic) }
  }

  @Test("sells equities for the same part of a shortfall, bonds for the rest")
  func sells() throws { #expect(amounts(try world(gains: -300_000)) == [-8_250, -2_750]) }

  @Test("orders nothing at its target, or without equities to go by")
  func rests() throws {
    #expect(amounts(try world(gains: 0)).allSatisfy { $0 == 0 })
    #expect(amounts(try world(gains: 300_000, holds: false)).isEmpty)
  }
}
