import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Defaults")
struct DefaultsTests {
  private func debtor(_ months: Int32, home: Double, loan: Double, credit: Double = 0) -> SmallHousehold {
    SmallHousehold(
      holdings: [.deposits: 1_000, .dwellings: home, .mortgages: -loan, .consumerCredit: -credit],
      notes: [(.arrears, months)])
  }

  @Test("cost the bank what home and deposits leave of the loan, after five months")
  func foreclosure() throws {
    let world = try HouseholdWorld(households: [debtor(5, home: 80_000, loan: 100_000)]).day(of: Defaults())
    #expect(try world.dollars(.dwellings, 0) == 0)
    #expect(try world.dollars(.mortgages, 0) == 0)
    #expect(try world.dollars(.deposits, 0) == 0)
    // 19,000 of 100,000 owed at the start of the month, a year's rate.
    #expect(abs((world.recorder.last("householdChargeOffs.mortgages") ?? 0) - 12 * 0.19) < 1e-9)
    #expect(world.recorder.last("delinquency") == 1)
    #expect(world.isSound)
  }

  @Test("leave the owner what the home brings beyond the loan")
  func equity() throws {
    let world = try HouseholdWorld(households: [debtor(5, home: 150_000, loan: 100_000)]).day(of: Defaults())
    #expect(try world.dollars(.deposits, 0) == 51_000)
    #expect(world.recorder.last("householdChargeOffs.mortgages") == 0)
    #expect(world.isSound)
  }

  @Test("write consumer credit off after six months, and nothing before")
  func credit() throws {
    let world = try HouseholdWorld(
      households: [debtor(6, home: 0, loan: 0, credit: 9_000), debtor(4, home: 90_000, loan: 80_000, credit: 9_000)]
    ).day(of: Defaults())
    #expect(try world.dollars(.consumerCredit, 0) == 0)
    #expect(world.traits[.arrears][0] == 0)
    #expect(try world.dollars(.consumerCredit, 1) == -9_000)
    #expect(try world.dollars(.mortgages, 1) == -80_000)
    #expect(world.traits[.arrears][1] == 4)
    #expect(abs((world.recorder.last("householdChargeOffs.consumerCredit") ?? 0) - 6) < 1e-9)
    #expect(world.isSound)
  }
}
