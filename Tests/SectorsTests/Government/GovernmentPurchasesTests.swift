import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Government purchases")
struct GovernmentPurchasesTests {
  private let levels = GovernmentPurchases.Levels(
    federalInputs: 120_000, federalInvestment: 60_000, stateInputs: 240_000, stateInvestment: 36_000, grants: 12_000,
    federalCorporateTax: 48_000, stateCorporateTax: 24_000, subsidies: 12_000)
  private let basket = SpendingBasket(
    domestic: Industry.allCases.map { $0 == .construction ? 0.6 : $0 == .informationAndAI ? 0.2 : 0 }, imported: 0.15,
    productTaxes: 0.05)

  /// The first firm, energy and the first AI firm pay a half, a quarter and a quarter of corporate tax.
  private func rule(_ levels: GovernmentPurchases.Levels? = nil) -> GovernmentPurchases {
    let shares = [0, 0.5] + [Double](repeating: 0, count: 11) + [0.25, 0.25, 0]
    return GovernmentPurchases(
      levels: levels ?? self.levels, inputs: basket, investment: basket,
      information: InformationSales(aiShare: 0.5, weights: [0.5, 0.5]), taxShares: shares)
  }
  private let households = [SmallHousehold()]

  @Test("buy a twelfth of the year's levels at the price level, at the scale of the run")
  func level() throws {
    for (price, scale) in [(1.0, 1.0), (1.25, 1), (1, 10)] {
      let world = try HouseholdWorld(
        households: households, cash: [.stateLocal: 0], told: [(.priceLevel, 0, price), (.corePriceLevel, 0, price)],
        scale: scale
      ).day(
        of: rule())
      let expected = (15_000.0 + 23_000) * price / scale
      let paid = [Sector.treasury, .stateLocal].flatMap { payer in
        [Flow.governmentPurchases, .productionTax].map { world.ledger.outlay($0, payer).dollars }
      }
      #expect(abs(paid.reduce(0, +) - expected) < 1e-6)
      #expect(abs(world.ledger.flow(.grants, .stateLocal).dollars - 1_000 * price / scale) < 0.011)
      #expect(world.isSound)
    }
  }

  @Test("spread over sellers, imports and taxes with no cent lost")
  func sellers() throws {
    let world = try HouseholdWorld(households: households).day(of: rule())
    let received = { (holder: Holder) in world.ledger.balance(.deposits, of: holder).dollars - 1e6 }
    #expect(abs(received(Industry.construction.seller) - 0.6 * 38_000) < 0.05)
    #expect(abs(received(Industry.informationAndAI.seller) - 0.1 * 38_000) < 0.05)
    #expect(abs(received(Holder(.aiFirms, 1)) - 0.05 * 38_000) < 0.05)
    #expect(abs(received(Holder(.restOfWorld)) - 0.15 * 38_000) < 0.05)
  }

  @Test("grow with output per worker")
  func growth() throws {
    let world = try HouseholdWorld(households: households, told: [(.productivityLevel, 0, 1.03)]).day(of: rule())
    #expect(abs(world.ledger.flow(.grants, .stateLocal).dollars - 1_030) < 0.011)
  }

  @Test(
    "by states rise with what they have too much, a twenty-fourth a month, and fall by what they owe, to a half at most"
  )
  func balance() throws {
    func inputs(_ dollars: Double) throws -> Double {
      let world = try HouseholdWorld(
        households: households,
        payments: [
          dollars > 0
            ? (1, dollars, Holder(.dealers), Holder(.stateLocal), .gifts)
            : (1, -dollars, Holder(.stateLocal), Holder(.dealers), .gifts)
        ]
      ).day(of: rule())
      let flows: [Flow] = [.governmentPurchases, .productionTax]
      return flows.reduce(0) { $0 + world.ledger.outlay($1, .stateLocal).dollars } - 3_000
    }
    #expect(abs(try inputs(24_000) - 21_000) < 0.02)
    #expect(abs(try inputs(-24_000) - 19_000) < 0.02)
    #expect(abs(try inputs(-900_000) - 10_000) < 0.02)
  }

  @Test("tax profits net of subsidies by share, as expected earnings move")
  func tax() throws {
    let world = try HouseholdWorld(
      households: households, told: [(.earningsGrowth, 0, 2), (.earningsGrowth, 1, 1.1)]
    ).day(of: rule())
    let paid = { (holder: Sector) in -world.ledger.flow(.corporateTax, holder).dollars }
    // 36,000 + 24,000 a year: 5,000 a month.
    #expect(abs(paid(.firms) - 2_500 * 1.1) < 0.011 && abs(paid(.energy) - 1_250 * 1.1) < 0.011)
    #expect(abs(paid(.aiFirms) - 1_250 * 2) < 0.011)
    #expect(abs(world.ledger.flow(.corporateTax, .treasury).dollars - (3_000 * 0.75 * 1.1 + 3_000 * 0.25 * 2)) < 0.03)
    #expect(world.isSound)
  }

  @Test("never pay taxes out: losses and subsidies beyond the tax are left aside")
  func losses() throws {
    var subsidised = levels
    subsidised.subsidies = 1e6
    let world = try HouseholdWorld(households: households, told: [(.earningsGrowth, 1, -1)]).day(of: rule(subsidised))
    #expect(world.ledger.flow(.corporateTax, .treasury) == .zero)
    #expect(world.ledger.flow(.corporateTax, .firms) == .zero)
  }

  @Test("by governments without money are bought on credit")
  func credit() throws {
    let world = try HouseholdWorld(households: households, cash: [.treasury: 0, .stateLocal: 0]).day(of: rule())
    #expect(abs(world.ledger.value(.bills, .treasury).dollars + 16_000) < 0.05)
    #expect(world.ledger.value(.corporateLoans, .stateLocal) < .zero)
    #expect(world.isSound)
  }
}
