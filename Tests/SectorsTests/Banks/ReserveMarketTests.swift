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
}
