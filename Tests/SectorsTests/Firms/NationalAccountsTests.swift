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
        NationalAccounts(imputedRent: imputed, publicCapital: imputed / 2)
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
        (dollars(2), ai, states, .investmentTax), (dollars(50), Holder(.treasury), goods, .governmentPurchases),
        (dollars(60), states, home, .wages), (dollars(70), abroad, goods, .exports),
        (dollars(3), abroad, states, .productionTax),
        (dollars(11), goods, abroad, .imports),
      ], scale: 10)
    let expected = [155.0, 232, 110, 73, 71].map { $0 * 120 }
    for (found, expected) in zip(found.parts, expected) { #expect(abs(found - expected) < 1e-6) }
    #expect(abs(found.product - (155 + 232 + 110 + 73 - 71) * 120) < 1e-6)
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
    let found = try measure([], price: 1.1, imputed: 1_200)
    #expect(abs(found.parts[0] - 1_320) < 1e-9 && abs(found.parts[2] - 660) < 1e-9)
    // Consumption at consumers' prices, public capital at those of output.
    #expect(abs(found.real - (1_200 + 600)) < 1e-9)
  }

  @Test("agree to the cent by expenditure, production and income, whatever is paid")
  func threeMeasures() throws {
    let payers = [
      home, goods, Holder(.firms, 2), Holder(.energy), Holder(.aiFirms, 1), states, Holder(.treasury), abroad,
    ]
    let payees = [goods, Holder(.firms, 6), Holder(.energy), Holder(.aiFirms), states, abroad]
    var payments: [Pays.Payment] = []
    for (index, flow) in [Flow.consumption, .investment, .computeInvestment, .governmentPurchases, .exports, .rent]
      .enumerated()
    {
      let payer =
        switch flow {
        case .consumption, .rent: home
        case .governmentPurchases: payers[5 + index % 2]
        case .exports: abroad
        default: payers[1 + index % 4]
        }
      for (place, payee) in payees.enumerated() {
        payments.append((Money(cents: Int64(7_919 * (index + 1) + 101 * place)), payer, payee, flow))
      }
    }
    for (index, payer) in payers[1...4].enumerated() {
      payments.append((Money(cents: Int64(1_009 + index)), payer, payees[index], .intermediateInputs))
      payments.append((Money(cents: Int64(503 + index)), payer, abroad, .imports))
      payments.append((Money(cents: Int64(307 + index)), payer, states, .productionTax))
      payments.append((Money(cents: Int64(2_003 + index)), payer, home, .wages))
      payments.append((Money(cents: Int64(401 + index)), payer, Holder(.dealers), .dividends))
      payments.append((Money(cents: Int64(211 + index)), Holder(.banks), payer, .depositInterest))
    }
    payments.append((dollars(60), states, home, .wages))
    payments.append((dollars(9), Holder(.energy), states, .investmentTax))
    payments.append((dollars(4), home, states, .productionTax))
    let page = DayPage {
      Phase("pay") { Pays { [payments] in $0 == 1 ? payments : [] } }
      Phase("measure") { NationalAccounts(imputedRent: 1_234_567, publicCapital: 765_432) }
    }
    let world = try FirmWorld.world(page)
    try FirmWorld.run(world, months: 1)
    let found = ["expenditure", "production", "income"].map { world.recorder.last("productCents.\($0)")! }
    #expect(found[0] > 0 && found[0] == found[1] && found[0] == found[2], "\(found)")
    let lent = Sector.allCases.map { world.recorder.last("netLending.\($0.name)")! }
    #expect(abs(lent.reduce(0, +)) < 1e-12 && lent.contains { $0 > 0 })
  }

  @Test("do not agree when a good is sold by who is no producer")
  func caught() throws {
    let world = try FirmWorld.world(
      DayPage {
        Phase("pay") { Pays { _ in [(Money(cents: 100), Holder(.households), Holder(.dealers), .consumption)] } }
        Phase("measure") { NationalAccounts(imputedRent: 0, publicCapital: 0) }
      })
    try FirmWorld.run(world, months: 1)
    #expect(
      world.recorder.last("productCents.expenditure") == 100 && world.recorder.last("productCents.production") == 0)
  }

  @Test("measure a month and not what came before it")
  func monthly() throws {
    #expect(try measure([(dollars(100), home, goods, .consumption)], months: 2).product == 0)
  }
}
