import Accounting
import Laboratory
import Quantities
import Sectors
import Simulation
import Testing

@Suite("The opening levels")
struct OpeningLevelsTests {
  private static let state = Result { try OpeningState(scale: 10_000) }

  @Test("make the first month's product and components the fourth quarter's, within what each row states")
  func firstMonth() throws {
    var request = RunRequest()
    request.scale = 10_000
    let world = try TwoTrackEconomy.world(request)
    while world.day < Day(2026, 1, 30)! { try world.advance() }
    let accounts = Figures.NationalAccounts.self
    // What is left: last year's import and tax shares, services governments buy from themselves, inventories.
    let rows: [(column: String, published: Figure, distance: Double)] = [
      ("nominalGDP", accounts.gdp, 0.01), ("expenditure.consumption", accounts.consumption, 0.005),
      ("expenditure.investment", accounts.investment, 0.015), ("expenditure.government", accounts.government, 0.035),
      ("expenditure.exports", accounts.exports, 0.01), ("expenditure.imports", accounts.imports, 0.08),
    ]
    for row in rows {
      let found = try #require(world.recorder.last(row.column))
      let distance = found / row.published.value - 1
      print(
        "\(row.column): \((found / 1e9).rounded()) bn, published \((row.published.value / 1e9).rounded()), \((distance * 1e4).rounded() / 100) %"
      )
      #expect(abs(distance) < row.distance, "\(row.column): \(distance)")
    }
  }

  @Test("open with the published unemployment, within what a sample of ten thousand can tell")
  func unemployment() throws {
    let state = try OpeningLevelsTests.state.get()
    let working = state.traits.employer.filter { $0 < Int32(Employment.employers) }.count
    let looking = state.traits.employer.filter { $0 == Employment.unemployed }.count
    let rate = Double(looking) / Double(working + looking)
    // Three standard deviations of a share of 0.044 among some 9,600.
    #expect(abs(rate - Figures.Labour.unemploymentRate.value) < 0.0063, "\(rate)")
    #expect(state.traits.employer.allSatisfy { (0..<14).contains($0) || $0 == 100 || $0 == 101 })
    #expect(zip(state.traits.age, state.traits.employer).allSatisfy { $0 < TaxesAndTransfers.pensionAge || $1 == 101 })
  }

  @Test("pay each employer's people what the employer pays", arguments: [10_000.0, 7_777])
  func payrolls(scale: Double) throws {
    let state = try OpeningState(scale: scale)
    for (code, payroll) in state.flows.payroll.enumerated() where payroll > 0 {
      let paid = zip(state.traits.employer, state.traits.wage).reduce(0.0) {
        $0 + (Int($1.0) == code ? Double($1.1) : 0)
      }
      #expect(abs(paid / 100 * 12 * scale / payroll - 1) < 1e-4, "\(code): \(paid / 100 * 12 * scale), \(payroll)")
    }
  }

  @Test("employ each industry's share of people, within what a sample can tell")
  func employment() throws {
    let state = try OpeningLevelsTests.state.get()
    let working = state.traits.employer.filter { $0 < Int32(Employment.employers) }
    let total = state.flows.employmentShares.reduce(0, +)
    for (code, persons) in state.flows.employmentShares.enumerated() {
      let (share, n) = (persons / total, Double(working.count))
      let found = Double(working.filter { Int($0) == code }.count) / n
      #expect(abs(found - share) < 4 * (share * (1 - share) / n).squareRoot() + 1e-9, "\(code): \(found), \(share)")
    }
  }

  @Test("divide dividends, profits and taxes whole")
  func whole() throws {
    let levels = try OpeningLevelsTests.state.get().levels
    let accounts = Figures.NationalAccounts.self
    let paid = levels.payout.firms + levels.payout.aiFirms + levels.payout.energy + levels.payout.banks
    let owners = levels.payout.proprietors - accounts.proprietorsIncome.value
    #expect(abs((paid + owners) / accounts.netDividends.value - 1) < 1e-12)
    let profits = levels.payout.aiEarnings + levels.payout.restEarnings
    #expect(abs(profits / accounts.corporateProfits.value - 1) < 1e-12)
    #expect(abs(levels.taxShares.reduce(0, +) - 1) < 1e-12 && levels.taxShares.allSatisfy { $0 >= 0 })
    #expect(levels.payout.firms > 0 && levels.taxes.federalRate > 0 && levels.taxes.assistance > 0)
  }

  @Test("turn no final payment into more domestic output than was paid")
  func finalShares() throws {
    let levels = try OpeningLevelsTests.state.get().levels
    #expect(levels.finalShares.domestic.count == FinalShares.flows.count)
    for (final, shares) in zip(FinalShares.flows, levels.finalShares.domestic) {
      #expect(shares.allSatisfy { $0 >= 0 } && shares.reduce(0, +) <= 1 + 2e-5, "\(final)")
      #expect(shares[Industry.government.rawValue] == 0)
    }
  }

  @Test("rent out to renters what tenants pay")
  func rent() throws {
    let state = try OpeningLevelsTests.state.get()
    let renters = state.traits.owns.filter { !$0 }.count
    #expect(abs(state.levels.rent * Double(renters) * 12 * 10_000 / state.flows.cashRent - 1) < 1e-9)
    #expect((600...3_000).contains(state.levels.rent), "\(state.levels.rent)")
  }
}
