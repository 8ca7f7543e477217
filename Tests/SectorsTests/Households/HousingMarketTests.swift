import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("The housing market")
struct HousingMarketTests {
  private func rule(_ changes: KeyValuePairs<String, String> = [:]) throws -> HousingMarket {
    var rule = HousingMarket()
    for (name, text) in changes { try rule.set(name, to: text) }
    return rule
  }

  private func world(_ households: [SmallHousehold], stock: Double = 5e6, _ rule: HousingMarket) throws -> World {
    try HouseholdWorld(
      households: households, institutions: [(.dwellings, HousingMarket.landlords, stock)]
    ).day(of: rule)
  }

  @Test("lends up to what deposits and what income allow")
  func limits() throws {
    let rule = try rule()
    // 9 % down: 18,000 buy 200,000 of a home, if income carries it.
    #expect(abs(rule.affordable(income: 1e6, deposits: 18_000, rate: 0.06, down: 0.09) - 200_000) < 1e-6)
    // 31 % of 100,000 carry the loan at a = .07265 and 1.5 % of the home: (31,000 + a D)/(a + .015).
    let a = 0.06 / (1 - 1 / 5.743491172913241)
    let carried = (31_000 + a * 100_000) / (a + 0.015)
    #expect(abs(rule.affordable(income: 100_000, deposits: 100_000, rate: 0.06, down: 0.09) - carried) < 1e-6)
  }

  private let owner = SmallHousehold(
    holdings: [.deposits: 1_000, .dwellings: 300_000, .mortgages: -100_000], notes: [(.ownMortgageRate, 40_000)])
  private let renter = SmallHousehold(income: 10_000, holdings: [.deposits: 28_000])

  private func owners(_ world: World, _ rows: Range<Int>) -> [Int] {
    rows.filter { world.ledger.units(.dwellings, of: Holder(.households, $0)) > 0 }
  }

  @Test("lets renters who look and can afford it buy, and owe what deposits do not pay")
  func buying() throws {
    let poor = SmallHousehold(income: 3_000, holdings: [.deposits: 4_000])
    let world = try world(
      [owner] + Array(repeating: renter, count: 120) + Array(repeating: poor, count: 120),
      stock: 1e8, rule(["search": "1", "moveOut": "0"]))
    let buyers = owners(world, 1..<121)
    // One in twelve looks.
    #expect((2...22).contains(buyers.count))
    for row in buyers {
      let home = try world.dollars(.dwellings, row)
      #expect(abs(home - 18_000 / 0.09) < 0.02)
      #expect(abs(try world.dollars(.mortgages, row) + home - 18_000) < 0.02)
      #expect(abs(try world.dollars(.deposits, row) - 10_000) < 0.02)
      #expect(abs(Double(world.traits[.ownMortgageRate][row]) / 1e6 - Observable.mortgageRate.atRest) < 1e-6)
    }
    #expect(owners(world, 121..<241).isEmpty)
    let share = try #require(world.recorder.last("affordability"))
    #expect(share > 0 && share < 1)
    #expect(world.isSound)
  }

  @Test("sells no more than half of what landlords have")
  func rationed() throws {
    let world = try world(
      [owner] + Array(repeating: renter, count: 120), stock: 500_000, rule(["search": "1", "moveOut": "0"]))
    #expect(owners(world, 1..<121).count == 1)
    #expect(world.isSound)
  }

  @Test("frees who moves out of home and loan")
  func moving() throws {
    let world = try world(Array(repeating: owner, count: 400), rule(["search": "0", "moveOut": "0.2"]))
    let moved = (0..<400).filter { world.ledger.units(.dwellings, of: Holder(.households, $0)) == 0 }
    #expect((1...20).contains(moved.count))
    for row in moved {
      #expect(try world.dollars(.mortgages, row) == 0)
      #expect(try world.dollars(.deposits, row) == 201_000)
      #expect(world.traits[.ownMortgageRate][row] == 0)
    }
    #expect(world.isSound)
  }

  @Test("lets heirs sell the part that was left to them, and who owes more than a home brings stay")
  func heirs() throws {
    var heir = owner
    heir.notes = [(.inheritedHome, 500)]
    let sold = try world([heir], rule(["search": "0", "moveOut": "0", "saleTime": "1"]))
    #expect(abs(try sold.dollars(.dwellings, 0) - 150_000) < 0.02)
    #expect(abs(try sold.dollars(.mortgages, 0) + 50_000) < 0.02)
    #expect(sold.traits[.inheritedHome][0] == 0)
    heir.holdings = [.deposits: 1_000, .dwellings: 300_000, .mortgages: -400_000]
    let stays = try world([heir], rule(["search": "0", "moveOut": "0", "saleTime": "1"]))
    #expect(try stays.dollars(.dwellings, 0) == 300_000)
  }
}
