import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Open market operations")
struct OpenMarketOperationsTests {
  private let fed = Holder(.centralBank)
  private let treasury = Holder(.treasury)

  private func day(_ books: FirmWorld.Books, purchases: Double, _ settings: [(String, String)]) throws -> World {
    let page = DayPage {
      Phase("say") { Says<PurchasesTopic>(purchases) }
      Phase("desk") { OpenMarketOperations() }
    }
    let set = try settings.reduce(page) { try $0.setting("openMarketOperations.\($1.0)", to: $1.1) }
    let world = try LiquidityWorld.world(set, books)
    try LiquidityWorld.run(world, through: Day(2026, 1, 2)!)
    return world
  }

  @Test("buy bills from who holds them and pay in reserves")
  func purchases() throws {
    var books = FirmWorld.Books()
    books.owe(.bills, 300_000_000, from: treasury, to: Holder(.moneyFunds))
    books.owe(.bills, 100_000_000, from: treasury, to: Holder(.banks, 1))
    let world = try day(books, purchases: 252e6, [("agencyPrincipal", "0")])
    #expect(world.ledger.value(.bills, .centralBank).dollars == 1e6)
    #expect(world.ledger.value(.bills, .moneyFunds).dollars == 2_250_000)
    #expect(world.ledger.value(.deposits, .moneyFunds).dollars == 1_750_000)
    #expect(world.reserves() == 201e6)
  }

  @Test("put what agencies pay back into bills, and leave assets and reserves as they are")
  func reinvests() throws {
    var books = FirmWorld.Books()
    books.owe(.bills, 300_000_000, from: treasury, to: Holder(.moneyFunds))
    books.owe(.agencyBonds, 50_000_000_000, from: Holder(.banks), to: fed)
    let world = try day(books, purchases: 0, [("agencyPrincipal", "252000000")])
    #expect(world.ledger.value(.agencyBonds, .centralBank).dollars == 4e6)
    #expect(world.ledger.value(.bills, .centralBank).dollars == 1e6)
    #expect(world.reserves() == 200e6)
  }

  @Test("buy no more than there is")
  func scarce() throws {
    var books = FirmWorld.Books()
    books.owe(.bills, 100_000, from: treasury, to: Holder(.moneyFunds))
    let world = try day(books, purchases: 252e6, [("agencyPrincipal", "0")])
    #expect(world.ledger.value(.bills, .centralBank).dollars == 1_000)
  }

  @Test("let bonds run off out of the cash account")
  func runoff() throws {
    var books = FirmWorld.Books()
    books.owe(.bonds10, 50_000_000_000, from: treasury, to: fed)
    let world = try day(books, purchases: 0, [("agencyPrincipal", "0"), ("runoff", "126000000")])
    #expect(world.ledger.value(.bonds10, .centralBank).dollars == 4.5e6)
    #expect(world.ledger.value(.cashAccount, .treasury).dollars == 500_000 && world.reserves() == 200e6)
  }
}
