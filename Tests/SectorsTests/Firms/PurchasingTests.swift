import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Purchasing")
struct PurchasingTests {
  /// Buys a basket once.
  private struct Shopping: Mechanism {
    static let name = "shopping"
    let amount: Money
    let buyer: Holder
    let basket: SpendingBasket
    func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
      turn.buy(
        amount, basket, by: buyer, as: .consumption, information: FirmWorld.information,
        ifShort: .orBorrow(.corporateLoans, from: view.bank(of: buyer)))
    }
  }

  private func shop(_ cents: Int64, by buyer: Holder, _ basket: SpendingBasket = FirmWorld.technology.consumption)
    throws
    -> Ledger
  {
    let page = DayPage { Phase("shop") { Shopping(amount: Money(cents: cents), buyer: buyer, basket: basket) } }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: 1)
    return world.ledger
  }

  @Test("pays exactly the amount, whatever the cents", arguments: [0, 1, 2, 7, 99, 100, 101, 1_234_567, 99_999_999])
  func exact(cents: Int64) throws {
    let ledger = try shop(cents, by: Holder(.restOfWorld))
    #expect(
      ledger.outlay(.consumption, .restOfWorld).cents + ledger.outlay(.productionTax, .restOfWorld).cents == cents)
    #expect(
      FirmWorld.million.cents - ledger.balance(.deposits, of: Holder(.restOfWorld)).cents == cents * 85 / 100
        || cents % 20 != 0)
  }

  @Test("shares information services between the industry and the AI firms")
  func information() throws {
    let ledger = try shop(10_000, by: Holder(.mutualFunds))
    func gain(_ holder: Holder) -> Int64 { ledger.balance(.deposits, of: holder).cents - FirmWorld.million.cents }
    #expect(gain(Industry.otherGoods.seller) == 6_000)
    #expect(gain(Industry.informationAndAI.seller) == 1_000)
    #expect(gain(Holder(.aiFirms, 0)) == 750 && gain(Holder(.aiFirms, 1)) == 250)
    #expect(gain(Holder(.restOfWorld)) == 1_500 && gain(Holder(.stateLocal)) == 500)
  }

  @Test("from the buyer's own industry is spending and costs it nothing")
  func own() throws {
    let buyer = Industry.otherGoods.seller
    let ledger = try shop(10_000, by: buyer)
    #expect(ledger.outlay(.consumption, .firms).cents == 9_500)
    #expect(ledger.balance(.deposits, of: buyer).cents == FirmWorld.million.cents - 4_000)
  }

  @Test("of what is invested pays its taxes as a part of investment")
  func invested() throws {
    struct Building: Mechanism {
      static let name = "building"
      func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
        turn.buy(
          Money(cents: 10_000), FirmWorld.structures, by: Holder(.aiFirms), as: .computeInvestment,
          information: FirmWorld.information, ifShort: .orPart)
      }
    }
    let world = try FirmWorld.world(DayPage { Phase("build") { Building() } })
    try FirmWorld.run(world, months: 1)
    #expect(world.ledger.outlay(.investmentTax, .aiFirms).cents == 200)
    #expect(world.ledger.outlay(.productionTax, .aiFirms) == .zero)
  }

  @Test("beyond the buyer's means is lent by its bank")
  func short() throws {
    let ledger = try shop(150_000_000, by: Holder(.aiFirms, 1), FirmWorld.structures)
    #expect(ledger.balance(.corporateLoans, of: Holder(.banks, 1)).cents == 50_000_000)
    #expect(ledger.balance(.deposits, of: Holder(.aiFirms, 1)) == .zero)
  }
}
