import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Inventories")
struct InventoriesTests {
  private static let goods = Industry.otherGoods

  /// Plans and expects what a test wants, dollars a year of other goods.
  private struct Plans: Mechanism {
    static let name = "plans"
    static let says: [Observable] = [.plannedSales, .expectedSales, .corePriceLevel]
    let planned: @Sendable (Int) -> Double
    var expected = 1_200_000.0
    var price = 1.0
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.say(.plannedSales, at: InventoriesTests.goods.rawValue, planned(view.step))
      turn.say(.expectedSales, at: InventoriesTests.goods.rawValue, expected)
      turn.say(.corePriceLevel, price)
    }
  }

  /// Exports of a hundred thousand dollars a month out of a stock of six hundred thousand at a dollar a unit.
  private func world(_ plans: Plans, stock: Int64 = 600_000_000_000, months: Int) throws -> World {
    let page = DayPage {
      Phase("plan") { plans }
      Phase("export") {
        Pays { _ in [(Money(cents: 10_000_000), Holder(.restOfWorld), InventoriesTests.goods.seller, .exports)] }
      }
      Phase("stock") { Inventories(shares: FirmWorld.shares) }
    }
    var books = FirmWorld.Books()
    books.own(.inventories, stock, by: InventoriesTests.goods.seller)
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: months)
    return world
  }

  private static func units(_ world: World) -> Int64 {
    world.ledger.units(.inventories, of: InventoriesTests.goods.seller)
  }

  @Test("take up what was planned and not sold, unit by unit, and give what was sold and not made")
  func buffer() throws {
    let world = try world(Plans { $0 == 1 ? 1_320_000 : 1_140_000 }, months: 2)
    // Ten thousand dollars more than sold in the first month, five thousand less in the second.
    let price = world.ledger.price(.inventories).dollars
    let expected = 600_000_000_000 + Int64(5_000 / price * 1e6)
    #expect(abs(InventoriesTests.units(world) - expected) <= 2)
    #expect(world.ledger.volume(.inventories, .firms).cents == 500_000)
    #expect(abs(world.recorder.last("inventoryChange")! + 60_000) < 1e-6)
  }

  @Test("ask for output that brings them back to the opening's ratio to sales within the horizon")
  func gap() throws {
    let world = try world(Plans { $0 == 1 ? 1_320_000 : 1_200_000 }, months: 2)
    #expect(abs(world.recorder.last("inventoryGap.otherGoods")! + 10_000) < 1e-3)
    let more = try self.world(Plans(planned: { _ in 1_200_000 }, expected: 1_260_000), months: 2)
    // Expected sales are five per cent above what the ratio was taken from: so is the target.
    let stock = 600_000 * more.ledger.price(.inventories).dollars
    #expect(abs(more.recorder.last("inventoryGap.otherGoods")! - 0.05 * stock) < 1e-3)
  }

  @Test("gain and lose value with prices without any change of inventories")
  func holding() throws {
    let world = try world(Plans(planned: { _ in 1_200_000 }, price: 1.1), months: 1)
    #expect(world.ledger.volume(.inventories, .firms) == .zero)
    #expect(world.ledger.snapshot().revaluation(.inventories, .firms) > .zero)
  }

  @Test("end at nothing, never below")
  func empty() throws {
    let world = try world(Plans { _ in 0 }, stock: 1_000_000_000, months: 3)
    #expect(InventoriesTests.units(world) == 0)
  }
}
