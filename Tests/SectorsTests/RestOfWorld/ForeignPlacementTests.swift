import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Foreign placement")
struct ForeignPlacementTests {
  private func world(gains: Int64, months: Int = 1, doubling: Bool = false) throws -> World {
    var books = FirmWorld.Books()
    books.owe(.aiEquity, 30_000_000, from: Holder(.aiFirms), to: Holder(.restOfWorld))
    books.owe(.restEquity, 10_000_000, from: Holder(.firms), to: Holder(.restOfWorld))
    books.owe(.bonds10, 40_000_000, from: Holder(.treasury), to: Holder(.restOfWorld))
    for bank in 0..<2 { books.owe(.bonds10, 6_000_000_000, from: Holder(.treasury), to: Holder(.banks, bank)) }
    let page = DayPage {
      Phase("trade") {
        Pays { step in
          guard step == 1 else { return [] }
          return gains > 0
            ? [(Money(cents: gains), Holder(.firms, 4), Holder(.restOfWorld), .imports)]
            : [(Money(cents: -gains), Holder(.restOfWorld), Holder(.firms, 4), .exports)]
        }
      }
      Phase("gift") { Lends(cents: doubling ? 100_000 : 0) }
      Phase("place") { ForeignPlacement() }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: months)
    return world
  }

  /// Gives the rest of the world Treasury bills.
  private struct Lends: Mechanism {
    static let name = "lends"
    let cents: Int64
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      if cents > 0, view.step == 1 {
        turn.transfer(cents, .bills, from: Holder(.treasury), to: Holder(.restOfWorld), as: .gifts)
      }
    }
  }

  private func orders(_ world: World) -> [Int64] {
    world.view().orders.filter { $0.holder == Holder(.restOfWorld) }.map(\.amount.cents)
  }

  @Test("orders equity for its share of what it has earned, a sixty-third a day, by what it holds")
  func equity() throws {
    let world = try world(gains: 630_000)
    #expect(orders(world) == [3_750, 1_250])
    for order in world.view().orders { #expect(order.anticipated == order.amount) }
  }

  @Test("buys Treasury bonds from banks for the rest, the morning after")
  func bonds() throws {
    let world = try world(gains: 630_000, months: 2)
    #expect(abs(Int64(try world.ledger.worth(.bonds10, of: Holder(.restOfWorld)).cents) - 405_000) <= 2)
  }

  @Test("leans towards what is short of its share")
  func lean() throws {
    // Equity went from half of it to four ninths: e = .5 + 5 (.5 − 4/9).
    let world = try world(gains: 630_000, doubling: true)
    let e = 0.5 + 5 * (0.5 - 4.0 / 9)
    #expect(abs(Double(orders(world).reduce(0, +)) - 10_000 * e) < 2, "\(orders(world))")
  }

  @Test("sells when it is short, and rests at its target")
  func sells() throws {
    #expect(orders(try world(gains: -630_000)) == [-3_750, -1_250])
    #expect(orders(try world(gains: 1)).allSatisfy { $0 == 0 })
  }
}
