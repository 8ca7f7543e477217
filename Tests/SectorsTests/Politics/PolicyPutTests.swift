import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The policy put")
struct PolicyPutTests {
  private func world(
    product: Says<ProductTopic>, capex: Says<CapexTopic>, _ settings: [(String, String)] = []
  ) throws -> World {
    let page = DayPage {
      Phase("say") {
        product
        capex
      }
      Phase("support") { PolicyPut() }
    }
    return try FirmWorld.world(try page.setting(settings))
  }

  private func last(_ world: World, _ name: String) throws -> Double { try #require(world.recorder.last(name)) }

  @Test("asks for nothing in good times, and is believed in all the same")
  func belief() throws {
    let world = try world(product: Says(0), capex: Says(1_200_000))
    try FirmWorld.run(world, months: 3)
    #expect(try last(world, "policySupport") == 0)
    let chance = Elementary.normalCDF((0.014 - 0.02) / 0.0164)
    #expect(abs(try last(world, "aiSupport") - 1.6 * (0.1 + 0.17 * 0.023) * chance) < 1e-12)
    #expect(world.ledger.flow(.corporateTax, .aiFirms) == .zero)
    #expect(PolicyPut().belief(support: 1, growth: 0.02) > PolicyPut().belief(support: 0, growth: 0.02))
  }

  @Test("answers a fall of AI capex with refunds, loans and purchases that the Treasury pays")
  func support() throws {
    let world = try world(product: Says(0), capex: Says(1_200_000, 600_000), [("policyPut.purchases", "12000")])
    try FirmWorld.run(world, months: 2)
    let support = 1 / 2.5
    #expect(abs(try last(world, "policySupport") - support) < 1e-12)
    #expect(abs(world.ledger.flow(.corporateTax, .aiFirms).dollars - support / 12 * 0.1 * 600_000) < 0.02)
    #expect(abs(world.ledger.flow(.governmentPurchases, .aiFirms).dollars - support / 12 * 12_000) < 0.02)
    let lent = world.ledger.value(.corporateLoans, .treasury).dollars
    #expect(abs(lent - support / 12 * 0.17 * 600_000) < 0.02)
    let paid = 1e6 - world.ledger.value(.cashAccount, .treasury).dollars
    #expect(abs(paid - lent - (try last(world, "supportCost"))) < 0.05)
    #expect(abs(try last(world, "aiSupport") - 1.6 * (0.1 + 0.17 * 0.023) * support) < 1e-12)
  }

  @Test("lends before it refunds, so that a refund larger than the cash is borrowed and no loan fails")
  func scarceCash() throws {
    let world = try world(product: Says(0), capex: Says(9.12e8, 4.56e8), [("policyPut.purchases", "12000")])
    try FirmWorld.run(world, months: 2)
    #expect(world.ledger.value(.corporateLoans, .treasury) == Money(cents: 25_000_000))
    #expect(world.ledger.value(.cashAccount, .treasury) == .zero)
    #expect(abs(world.ledger.flow(.corporateTax, .aiFirms).dollars - 0.4 / 12 * 0.1 * 4.56e8) < 0.02)
  }

  @Test("answers growth below the trigger, and lapses when growth is back")
  func growth() throws {
    let falling = try world(product: Says(100, 100, 100, 100, 99, 98, 97, 96, 95, 94, 93, 92), capex: Says(0))
    try FirmWorld.run(falling, months: 12)
    #expect(try last(falling, "growthNowcast") < -0.05)
    let high = try last(falling, "policySupport")
    #expect(high > 0.5)
    try FirmWorld.run(falling, months: 40)
    #expect(try last(falling, "policySupport") < 0.5 * high || last(falling, "growthNowcast") < 0.014)
  }

  @Test("its trigger is the larger of two needs, from none to all")
  func trigger() {
    let trigger = PolicyTrigger(growth: 0.014, width: 0.046, shortfall: 0.064)
    #expect(trigger.need(growth: 0.03, shortfall: 0) == 0)
    #expect(abs(trigger.need(growth: -0.009, shortfall: 0) - 0.5) < 1e-12)
    #expect(abs(trigger.need(growth: 0.03, shortfall: 0.096) - 0.5) < 1e-12)
    #expect(trigger.need(growth: -0.1, shortfall: 0.5) == 1)
  }
}
