import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("National accounts")
struct NationalAccountsTests {
  private func measure(
    _ payments: [Pays.Payment], scale: Double = 1, price: Double = 1, imputed: Double = 0, months: Int = 1
  )
    throws -> (product: Double, real: Double, parts: [Double])
  {
    let page = DayPage {
      Phase("say") { Says<PriceTopic>(price) }
      Phase("pay") { Pays { [payments] in $0 == 1 ? payments : [] } }
      Phase("measure") {
        NationalAccounts(imputedRent: imputed, publicCapital: imputed / 2, investment: FirmWorld.investment)
      }
    }
    let world = try FirmWorld.world(page, scale: scale)
    try FirmWorld.run(world, months: months)
    let names = ["consumption", "investment", "government", "exports", "imports"]
    return (
      world.recorder.last("nominalGDP")!, world.recorder.last("realGDP")!,
      names.map { world.recorder.last("expenditure.\($0)")! }
    )
  }

  private func dollars(_ amount: Int64) -> Money { Money(cents: amount * 100) }
  private let goods = Industry.otherGoods.seller
  private let states = Holder(.stateLocal)
  private let abroad = Holder(.restOfWorld)
  private let home = Holder(.households)

  @Test("read each component off the payments, at annual rates and national scale")
  func components() throws {
    let ai = Holder(.aiFirms, 1)
    let found = try measure(
      [
        (dollars(100), home, goods, .consumption), (dollars(20), home, abroad, .consumption),
        (dollars(30), home, Industry.housingServices.seller, .rent), (dollars(5), home, states, .productionTax),
        (dollars(190), goods, Industry.construction.seller, .investment), (dollars(40), ai, abroad, .computeInvestment),
        (dollars(2), ai, states, .productionTax), (dollars(50), Holder(.treasury), goods, .governmentPurchases),
        (dollars(60), states, home, .wages), (dollars(70), abroad, goods, .exports),
        (dollars(3), abroad, states, .productionTax),
        (dollars(11), goods, abroad, .imports),
      ], scale: 10)
    // Firms pay taxes of 5 per 95 beside what sellers get: 190 becomes 200.
    let expected = [155.0, 242, 110, 73, 71].map { $0 * 120 }
    for (found, expected) in zip(found.parts, expected) { #expect(abs(found - expected) < 1e-6) }
    #expect(abs(found.product - (155 + 242 + 110 + 73 - 71) * 120) < 1e-6)
  }

  @Test("count what a government sells as its buyers' and not twice")
  func sales() throws {
    let found = try measure([
      (dollars(100), states, home, .wages), (dollars(40), home, states, .consumption),
      (dollars(10), Holder(.treasury), states, .governmentPurchases),
      (dollars(7), states, states, .governmentPurchases),
    ])
    // Wages of 100 and purchases of 17 less sales of 57; households bought 40.
    for (found, expected) in zip(found.parts, [40.0, 0, 60, 0, 0]) { #expect(abs(found - expected * 12) < 1e-9) }
    #expect(abs(found.product - 1_200) < 1e-9)
  }

  @Test("leave out what is neither final nor from abroad")
  func intermediate() throws {
    let found = try measure([
      (dollars(100), Industry.finance.seller, goods, .intermediateInputs), (dollars(9), goods, states, .productionTax),
      (dollars(50), goods, home, .wages), (dollars(5), goods, Holder(.dealers), .dividends),
    ])
    #expect(found.product == 0)
  }

  @Test("impute rent and public capital at current prices, and divide by them for real product")
  func imputed() throws {
    let found = try measure([], price: 1.1, imputed: 1_000)
    #expect(abs(found.parts[0] - 1_100) < 1e-9 && abs(found.parts[2] - 550) < 1e-9)
    #expect(abs(found.real - 1_500) < 1e-9)
  }

  @Test("measure a month and not what came before it")
  func monthly() throws {
    #expect(try measure([(dollars(100), home, goods, .consumption)], months: 2).product == 0)
  }
}
