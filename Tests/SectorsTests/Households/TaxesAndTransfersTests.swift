import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Taxes and transfers")
struct TaxesAndTransfersTests {
  private let levels = TaxesAndTransfers.Levels(
    federalRate: 0.2, stateRate: 0.05, old: 2_000, assistance: 300, stateAssistance: 100, medianWage: 300_000)
  private func worker(_ wage: Double, cash: Double? = nil) -> SmallHousehold {
    SmallHousehold(wage: wage, income: wage, holdings: [.deposits: cash ?? wage])
  }

  @Test("take 12.8 % of pay and the income tax of what exceeds the allowance")
  func taxes() throws {
    let world = try HouseholdWorld(households: [worker(5_000)]).day(of: TaxesAndTransfers(levels: levels))
    // 640 of payroll tax; 0.2 and 0.05 of 5,000 - 1,342.
    #expect(world.ledger.flow(.payrollTax, .treasury).dollars == 640)
    #expect(world.ledger.flow(.incomeTax, .treasury).dollars == 731.6)
    #expect(world.ledger.flow(.incomeTax, .stateLocal).dollars == 182.9)
    #expect(try world.dollars(.deposits, 0) == 3_445.5)
    #expect(world.income(0) == 3_445.5)
    #expect(world.traits[.earnings][0] == 344_550)
    #expect(world.isSound)
  }

  @Test("leave pay below the allowance free of income tax")
  func allowance() throws {
    let world = try HouseholdWorld(households: [worker(1_342)]).day(of: TaxesAndTransfers(levels: levels))
    #expect(world.ledger.flow(.incomeTax, .treasury) == .zero)
    #expect(world.ledger.flow(.payrollTax, .treasury).dollars == 171.78)
  }

  @Test("pay the old, the poor, and the unemployed their parts")
  func benefits() throws {
    let old = SmallHousehold(age: 67, employer: Employment.outside, wage: 9_000)
    let young = SmallHousehold(age: 66, wage: 9_000)
    let poor = SmallHousehold(age: 30, wage: 3_000)
    let jobless = SmallHousehold(age: 30, employer: Employment.unemployed, wage: 5_000)
    let world = try HouseholdWorld(
      households: [old, young, poor, jobless], told: [(.priceLevel, 0, 1.1), (.wageLevel, 0, 1.2)]
    )
    .day(of: TaxesAndTransfers(levels: levels))
    #expect(abs(try world.dollars(.deposits, 0) - 1.1 * 2_400) < 0.01)
    #expect(try world.dollars(.deposits, 1) == 0)
    #expect(abs(try world.dollars(.deposits, 2) - 1.1 * 400) < 0.01)
    // 30 % of the wage at its present level, for the 28 % who are insured.
    #expect(abs(try world.dollars(.deposits, 3) - 0.3 * 0.28 * 5_000 * 1.2) < 0.01)
    #expect(world.isSound)
  }

  @Test("never take more than there is, payroll tax first")
  func purse() throws {
    var harsh = levels
    (harsh.federalRate, harsh.stateRate) = (0.9, 0.9)
    let world = try HouseholdWorld(households: [worker(5_000, cash: 1_000)]).day(of: TaxesAndTransfers(levels: harsh))
    #expect(try world.dollars(.deposits, 0) == 0)
    #expect(world.ledger.flow(.payrollTax, .treasury).dollars == 640)
    #expect(world.ledger.flow(.incomeTax, .treasury).dollars == 360)
    #expect(world.ledger.flow(.incomeTax, .stateLocal) == .zero)
    #expect(world.isSound)
  }

  @Test("are paid by a Treasury without cash: it sells bills")
  func bills() throws {
    let old = SmallHousehold(age: 80, employer: Employment.outside)
    let world = try HouseholdWorld(households: [old], cash: [.treasury: 500]).day(of: TaxesAndTransfers(levels: levels))
    #expect(world.ledger.value(.bills, .treasury).dollars == -1_800)
    #expect(world.isSound)
  }
}
