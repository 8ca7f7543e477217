import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Reserve market")
struct ReserveMarketTests {
  /// Two banks of equal share; a firm at the first pays a household at the second.
  private func after(_ dollars: Double, floor: String = "50 %") throws -> World {
    var rule = ReserveMarket()
    try rule.set("floor", to: floor)
    return try HouseholdWorld(
      households: [SmallHousehold(), SmallHousehold()], cash: [.firms: 20e6],
      payments: [(1, dollars, Holder(.firms, 1), Holder(.households, 1), .wages)]
    ).day(of: rule)
  }
  private func reserves(_ world: World) -> [Double] {
    (0..<2).map { world.ledger.balance(.reserves, of: Holder(.banks, $0)).dollars }
  }

  @Test("lends a bank that fell below half its target up to its target")
  func lends() throws {
    let world = try after(8e6)
    #expect(reserves(world) == [10e6, 10e6])
    #expect(world.ledger.balance(.repo, of: Holder(.banks, 0)).dollars == -8e6)
    #expect(world.ledger.balance(.repo, of: Holder(.banks, 1)).dollars == 8e6)
    #expect(world.isSound)
  }

  @Test("leaves a bank alone that has more than the floor", arguments: [("50 %", 5e6), ("10 %", 9e6), ("100 %", 0)])
  func floor(_ floor: String, _ dollars: Double) throws {
    let world = try after(dollars, floor: floor)
    #expect(reserves(world) == [10e6 - dollars, 10e6 + dollars])
    #expect(world.ledger.value(.repo, .banks) == .zero && world.ledger.balance(.repo, of: Holder(.banks, 0)) == .zero)
    let beyond = try after(dollars + 100, floor: floor)
    #expect(reserves(beyond) == [10e6, 10e6])
  }

  @Test("covers an overdraft at the central bank even without a floor")
  func overdraft() throws {
    #expect(reserves(try after(12e6, floor: "0")) == [10e6, 10e6])
  }

  @Test("nets a loan out when the flow reverses")
  func nets() throws {
    let world = try HouseholdWorld(
      households: [SmallHousehold(), SmallHousehold()], cash: [.firms: 20e6],
      payments: [
        (1, 8e6, Holder(.firms, 1), Holder(.households, 1), .wages),
        (2, 8e6, Holder(.households, 1), Holder(.firms, 1), .consumption),
      ]
    ).world(ReserveMarket())
    try world.advance()
    try world.advance()
    #expect(reserves(world) == [10e6, 10e6])
    #expect(world.ledger.balance(.repo, of: Holder(.banks, 0)) == .zero && world.isSound)
  }

  /// Firms pay the Treasury on the first day and are paid back on the third.
  private func drained(_ dollars: Double) throws -> World {
    try HouseholdWorld(
      households: [SmallHousehold(), SmallHousehold()], cash: [.firms: 20e6],
      payments: [
        (1, dollars, Holder(.firms, 1), Holder(.treasury), .corporateTax),
        (3, dollars, Holder(.treasury), Holder(.firms, 1), .grants),
      ]
    ).world(ReserveMarket())
  }

  @Test("says a spread of 5 to 6 basis points at the opening's reserves, and more when they shrink")
  func spread() throws {
    let world = try drained(100)
    try world.advance()
    let usual = try #require(world.recorder.last("moneyMarketSpread"))
    #expect((0.0005...0.0006).contains(usual), "\(usual)")
    #expect(abs(try #require(world.recorder.last("repoSpread")) - usual - 0.00025) < 1e-12)
    let less = try drained(1e6)
    try less.advance()
    #expect(try #require(less.recorder.last("moneyMarketSpread")) > usual + 0.0001)
  }

  @Test("caps the spread by the standing facility, which lends what is missing and is paid back")
  func standing() throws {
    let world = try drained(12e6)
    try world.advance()
    #expect(world.recorder.last("moneyMarketSpread") == 0.001)
    let drawn = -world.ledger.value(.standingRepo, .banks).dollars
    #expect(drawn > 4e6 && reserves(world).reduce(0, +) == 8e6 + drawn)
    try world.advance()
    // A day later reserves are spread as targets are, so a little less is missing.
    let second = -world.ledger.value(.standingRepo, .banks).dollars
    #expect(second > 0.7 * drawn && second <= drawn && world.recorder.last("moneyMarketSpread") == 0.001)
    try world.advance()
    #expect(world.ledger.value(.standingRepo, .banks) == .zero && world.isSound)
    #expect(reserves(world).reduce(0, +) == 20e6)
  }

  @Test("counts for nothing what one bank has beyond twice its target")
  func distribution() throws {
    // The second bank ends the day with more than twice its target; the first has borrowed by then only on paper.
    let (even, uneven) = (try after(100), try after(11e6, floor: "100 %"))
    let spreads = try [even, uneven].map { try #require($0.recorder.last("moneyMarketSpread")) }
    #expect(spreads[1] > spreads[0])
  }

  @Test("says the parts of net liquidity at national scale")
  func parts() throws {
    var books = FirmWorld.Books()
    books.owe(.bills, 5_000_000_000, from: Holder(.treasury), to: Holder(.centralBank))
    books.owe(.reverseRepo, 300_000_000, from: Holder(.centralBank), to: Holder(.moneyFunds))
    let world = try LiquidityWorld.world(DayPage { Phase("reserve") { ReserveMarket() } }, books, scale: 1000)
    try world.advance()
    #expect(world.recorder.last("netLiquidity") == 1000 * (50e6 - 1e6 - 3e6))
    #expect(world.recorder.last("bankReserves") == 1000 * 200e6 && world.recorder.last("cashAccount") == 1000 * 1e6)
    #expect(world.recorder.last("reverseRepo") == 1000 * 3e6)
  }
}
