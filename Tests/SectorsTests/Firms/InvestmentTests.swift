import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Investment")
struct InvestmentTests {
  private struct Conditions: Mechanism {
    static let name = "conditions"
    static let says: [Observable] = [.activity, .corePriceLevel, .longRate, .logPrice]
    var activity = 1.0
    var price = 1.0
    var longRate = Observable.longRate.atRest
    var logPrice = [Observable.logPrice.atRest, Observable.logPrice.atRest]
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      for j in Industry.allCases.indices { turn.say(.activity, at: j, activity) }
      turn.say(.corePriceLevel, price)
      turn.say(.longRate, longRate)
      for basket in 0..<2 { turn.say(.logPrice, at: basket, logPrice[basket]) }
    }
  }

  private func world(_ conditions: Conditions, _ books: FirmWorld.Books = .init(), scale: Double = 1) throws -> World {
    let levels = Investment.Levels(
      byIndustry: Industry.allCases.map { $0 == .otherGoods || $0 == .energyAndUtilities ? 120_000 : 0 },
      aiFirms: [60_000, 12_000])
    let page = DayPage {
      Phase("say") { conditions }
      Phase("invest") {
        Investment(levels: levels, technology: FirmWorld.technology, information: FirmWorld.information)
      }
    }
    let world = try FirmWorld.world(page, books, scale: scale)
    try FirmWorld.run(world, months: 1)
    return world
  }

  /// All that was paid for investment by a sector, taxes included, in cents.
  private func paid(_ world: World, _ sector: Sector) -> Int64 {
    world.ledger.outlay(.investment, sector).cents + world.ledger.outlay(.investmentTax, sector).cents
  }

  private func cents(_ dollars: Double) -> Int64 { Int64((dollars * 100).rounded(.toNearestOrEven)) }

  @Test("is a twelfth of the year's level, the part from the buyer's own industry included")
  func level() throws {
    let world = try world(.init())
    #expect(paid(world, .firms) == cents(10_000))
    #expect(paid(world, .energy) == cents(10_000))
    #expect(paid(world, .aiFirms) == cents(5_000) + cents(1_000))
  }

  @Test("divides its level by the scale")
  func scale() throws { #expect(paid(try world(.init(), scale: 10), .firms) == cents(1_000)) }

  @Test("rises with activity, prices and equity, and falls with the long rate, as the equation says")
  func responses() throws {
    #expect(paid(try world(.init(activity: 1.1)), .firms) == cents(10_000 * Elementary.pow(1.1, 1.5)))
    // Prices of goods rise and that of equity does not: it is cheaper by as much.
    let inflated = Double(paid(try world(.init(price: 1.2)), .firms))
    #expect(abs(inflated / Double(cents(12_000)) - Elementary.pow(1.2, -0.15)) < 1e-6)
    let rate = Observable.longRate.atRest
    let dearer = paid(try world(.init(longRate: rate + 0.01)), .firms)
    #expect(abs(Double(dearer) / Double(cents(10_000)) - Elementary.exp(-0.06)) < 1e-6)
    let boom = try world(.init(logPrice: [Observable.logPrice.atRest + 0.2, Observable.logPrice.atRest]))
    #expect(abs(Double(paid(boom, .aiFirms)) / Double(cents(6_000)) - Elementary.exp(0.15 * 0.2)) < 1e-5)
    #expect(paid(boom, .firms) == cents(10_000))
  }

  @Test("adds to plant what was paid, after a month's wear")
  func plant() throws {
    var books = FirmWorld.Books()
    let units: Int64 = 12_000_000_000
    books.own(.plant, units, by: Holder(.firms, 4))
    books.own(.powerPlant, units, by: Holder(.energy))
    let world = try world(.init(), books)
    let built = cents(10_000) * 100
    #expect(world.ledger.units(.plant, of: Holder(.firms, 4)) == units + built - Int64(Double(units) * (0.09 / 12)))
    #expect(world.ledger.units(.powerPlant, of: Holder(.energy)) == units + built - Int64(Double(units) * (0.03 / 12)))
  }

  @Test("makes up for plant that fell behind output per worker, by the square root of the gap")
  func gap() throws {
    var books = FirmWorld.Books()
    books.own(.plant, 12_000_000_000, by: Holder(.firms, 4))
    let levels = Investment.Levels(
      byIndustry: Industry.allCases.map { $0 == .otherGoods ? 120_000 : 0 }, aiFirms: [])
    let page = DayPage {
      Phase("say") { Says<WorkerTopic>(1.21) }
      Phase("invest") {
        Investment(levels: levels, technology: FirmWorld.technology, information: FirmWorld.information)
      }
    }
    let world = try FirmWorld.world(page, books)
    try FirmWorld.run(world, months: 1)
    // Output per worker up by 1.21: the level, times the root of the gap, times equity that did not rise with it.
    let expected = 10_000 * 1.21 * 1.1 * Elementary.pow(1.21, -0.15)
    #expect(abs(Double(paid(world, .firms)) / 100 - expected) < 0.02)
  }

  @Test("spends what was decided over the months that planning and building take")
  func gestation() throws {
    let levels = Investment.Levels(
      byIndustry: Industry.allCases.map { $0 == .otherGoods ? 120_000 : 0 }, aiFirms: [])
    let page = DayPage {
      Phase("say") { Says<ActivityTopic>(1, 1.1) }
      Phase("invest") {
        Investment(levels: levels, technology: FirmWorld.technology, information: FirmWorld.information)
      }
    }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: 3)
    let decided = Elementary.pow(1.1, 1.5)
    let second = 1 + (decided - 1) / 9
    let third = second + (decided - second) / 9
    #expect(abs(Double(paid(world, .firms)) / 100 - 10_000 * (1 + second + third)) < 0.03)
  }

  private enum WorkerTopic: Topic {
    static let name = "outputPerWorker"
    static let observables: [Observable] = [.productivityLevel]
  }

  @Test("survives a checkpoint before its first month")
  func checkpoint() throws {
    let page = DayPage {
      Phase("invest") {
        Investment(
          levels: .init(byIndustry: FirmWorld.each(0), aiFirms: []), technology: FirmWorld.technology,
          information: FirmWorld.information)
      }
    }
    let world = try FirmWorld.world(page)
    let again = try FirmWorld.world(page)
    try again.restore(world.checkpoint())
    #expect(again.runHash == world.runHash)
  }
}
