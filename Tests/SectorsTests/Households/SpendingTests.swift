import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Spending")
struct SpendingTests {
  /// Half to trade, a tenth to information, a fifth abroad, a tenth in tax; the tenth left over falls to trade.
  private let basket = SpendingBasket(
    domestic: Industry.allCases.map { $0 == .tradeAndTransport ? 0.5 : $0 == .informationAndAI ? 0.1 : 0 },
    imported: 0.2, productTaxes: 0.1)

  private static let savers = [0.95, 0.97].map {
    BufferStock(
      .init(
        discount: $0, aversion: 1, survival: 0.99375, returns: 1.02, permanentRisk: 0.05, transitoryRisk: 0.2,
        unemployment: 0.07, benefit: 0.15), atoms: 5, grid: 48)
  }
  private static let plans = ConsumptionPlans(savers, months: 3)
  /// What a saver would spend of its cash, over permanent income.
  private func plan(_ cash: Double, patience: Int = 0) -> Double { Self.savers[patience].consumption(cash) }

  private func rule(level: Double = 1, rent: Double = 1_000) -> Spending {
    Spending(
      plans: Self.plans, basket: basket, information: InformationSales(aiShare: 0.25, weights: [0.5, 0.5]), rent: rent,
      level: level)
  }
  private func spent(_ world: World) -> Double { world.paid(.consumption) + world.paid(.productionTax) }
  private func owner(income: Double, deposits: Double) -> SmallHousehold {
    SmallHousehold(income: income, holdings: [.deposits: deposits, .dwellings: 1])
  }

  @Test("of a household that has only this month's income is its plan out of a quarter's")
  func handToMouth() throws {
    let world = try HouseholdWorld(households: [owner(income: 5_000, deposits: 5_000)]).day(of: rule())
    #expect(abs(spent(world) - 5_000 * plan(1)) < 0.5)
    #expect(world.isSound)
  }

  @Test("follows the plan of its patience: six months of income and a quarter's make three quarters of it")
  func buffer() throws {
    var patient = owner(income: 5_000, deposits: 35_000)
    patient.patience = 1
    let world = try HouseholdWorld(households: [owner(income: 5_000, deposits: 35_000), patient]).day(of: rule())
    #expect(abs(try world.dollars(.deposits, 0) - (35_000 - 5_000 * plan(3))) < 0.5)
    #expect(abs(try world.dollars(.deposits, 1) - (35_000 - 5_000 * plan(3, patience: 1))) < 0.5)
  }

  @Test("counts income of capital as cash and not as permanent income")
  func capitalIncome() throws {
    var rentier = owner(income: 5_000, deposits: 14_000)
    rentier.earnings = 3_000
    let world = try HouseholdWorld(households: [rentier]).day(of: rule())
    #expect(world.traits[.permanentIncome][0] == 300_000)
    #expect(abs(spent(world) - 3_000 * plan((9_000 + 3 * 5_000) / (3 * 3_000))) < 0.5)
  }

  @Test("takes the first earnings for permanent, and moves it by a thirtieth towards each that follows")
  func permanentIncome() throws {
    let world = try HouseholdWorld(households: [owner(income: 5_000, deposits: 50_000)]).day(of: rule())
    #expect(world.traits[.permanentIncome][0] == 500_000)
    world.traits.set(.income, [200_000])
    world.traits.set(.earnings, [200_000])
    let before = try world.dollars(.deposits, 0)
    try world.advance()
    #expect(world.traits[.permanentIncome][0] == 490_000)
    let cash = (before - 2_000 + 3 * 2_000) / (3 * 4_900)
    #expect(abs(try before - world.dollars(.deposits, 0) - 4_900 * plan(cash)) < 0.5)
  }

  @Test("adds 2.5 cents a year on a dollar of equity and 2 on a dollar of home equity")
  func wealth() throws {
    let poor = owner(income: 5_000, deposits: 5_000)
    let rich = SmallHousehold(
      income: 5_000,
      holdings: [.deposits: 5_000, .restEquity: 40_000, .fundShares: 8_000, .dwellings: 100_001, .mortgages: -40_000])
    let world = try HouseholdWorld(households: [poor, rich]).day(of: rule())
    let effect = try world.dollars(.deposits, 0) - world.dollars(.deposits, 1)
    // 2.5 % of 48,000 and 2 % of 60,000 would be 200 a month; 250 of income are left to spend it from.
    #expect(abs(effect - 200) < 0.02)
  }

  @Test("puts needs first, and never exceeds the purse")
  func needs() throws {
    let households = [
      owner(income: 0, deposits: 2_000), owner(income: 0, deposits: 900), owner(income: 0, deposits: 0),
    ]
    let world = try HouseholdWorld(households: households).day(of: rule())
    #expect(try world.dollars(.deposits, 0) == 550)
    #expect(try world.dollars(.deposits, 1) == 0 && world.dollars(.deposits, 2) == 0)
    #expect(world.isSound)
  }

  @Test("at any level stays within what there is", arguments: [0.0, 0.2, 3, 1e9, .infinity])
  func level(level: Double) throws {
    let world = try HouseholdWorld(households: [owner(income: 5_000, deposits: 9_000)]).day(of: rule(level: level))
    #expect(spent(world) >= 1_450 && spent(world) <= 9_000 && world.isSound)
  }

  @Test("pays rent only where no home is owned, and as far as money goes")
  func rent() throws {
    let renters = [5_000.0, 300].map { SmallHousehold(income: $0, holdings: [.deposits: $0]) }
    let world = try HouseholdWorld(
      households: renters + [owner(income: 5_000, deposits: 5_000)], told: [(.priceLevel, 0, 1.1)]
    )
    .day(of: rule())
    #expect(abs(world.paid(.rent) - 1_400) < 0.02)
    #expect(world.ledger.balance(.deposits, of: Industry.housingServices.seller).dollars == 1_001_400)
    #expect(try world.dollars(.deposits, 1) == 0)
    // What is left of 5,000 after 1,100 of rent.
    #expect(abs(try world.dollars(.deposits, 0) - 3_900 * (1 - plan(1))) < 0.5)
  }

  @Test("reaches every seller its share and loses no cent")
  func shares() throws {
    let world = try HouseholdWorld(households: [owner(income: 5_000, deposits: 5_000.03)]).day(of: rule())
    let received = { (holder: Holder) in world.ledger.balance(.deposits, of: holder).dollars - 1e6 }
    let total = try 5_000.03 - world.dollars(.deposits, 0)
    #expect(abs(received(Industry.informationAndAI.seller) - 0.075 * total) < 0.011)
    #expect(abs(received(Holder(.aiFirms, 0)) - 0.025 * total) < 0.011)
    #expect(abs(received(Holder(.restOfWorld)) - 0.2 * total) < 0.011)
    #expect(abs(received(Holder(.stateLocal)) - 0.1 * total) < 0.011)
    #expect(abs(received(Industry.tradeAndTransport.seller) - 0.6 * total) < 0.05)
    #expect(world.isSound)
  }

  @Test("keeps within the purse when a basket's shares sum to more than one")
  func greedyBasket() throws {
    let greedy = SpendingBasket(domestic: Industry.allCases.map { _ in 0.5 }, imported: 0.5, productTaxes: -0.2)
    let rule = Spending(
      plans: Self.plans, basket: greedy, information: InformationSales(aiShare: 1.5, weights: [1]), rent: .infinity,
      level: 1)
    let renter = SmallHousehold(income: 50, holdings: [.deposits: 70])
    let world = try HouseholdWorld(households: [owner(income: 5_000, deposits: 5_000), renter]).day(of: rule)
    #expect(abs(spent(world) - 5_000 * plan(1)) < 0.5 && world.paid(.rent) == 70 && world.isSound)
  }
}
