import Laboratory
import Quantities
import Sectors
import Testing

@Suite("The opening flows")
struct OpeningFlowsTests {
  private let flows = OpeningFlows()

  private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-9 * max(abs(a), abs(b)) }

  @Test("invert the published table: (I − A) L = I")
  func leontief() {
    let (a, l) = (flows.technology.domestic, flows.technology.leontief)
    for i in a.indices {
      for j in a.indices {
        let product = l[i][j] - a.indices.reduce(0) { $0 + a[i][$1] * l[$1][j] }
        #expect(abs(product - (i == j ? 1 : 0)) < 1e-12)
      }
    }
  }

  @Test("spend each industry's dollar whole: inputs, imports, taxes, pay and surplus")
  func columns() {
    let t = flows.technology
    for j in Industry.allCases.indices {
      let dollar = t.domestic.reduce(0) { $0 + $1[j] } + t.imported[j] + t.taxes[j] + t.compensation[j] + t.surplus[j]
      #expect(abs(dollar - 1) < 2e-5, "\(Industry.allCases[j]): \(dollar)")
    }
  }

  @Test("spend each basket's dollar whole")
  func baskets() {
    let t = flows.technology
    for basket in [
      t.consumption, t.investment, t.intellectualProperty, t.structures, t.residential, t.exports, t.publicInvestment,
      flows.publicInputs,
    ] {
      #expect(abs(basket.domestic.reduce(basket.imported + basket.productTaxes, +) - 1) < 2e-5)
    }
  }

  @Test("divide published totals and lose nothing")
  func totals() {
    let accounts = Figures.NationalAccounts.self
    #expect(isClose(flows.payroll.reduce(0, +), accounts.compensation.value))
    #expect(isClose(flows.cashRent + flows.imputedRent + flows.shopping, accounts.consumption.value))
    let business = flows.industryInvestment.reduce(0, +) + flows.aiTrend.reduce(0, +) + flows.aiBoom.reduce(0, +)
    #expect(isClose(business, accounts.nonresidentialInvestment.value))
    #expect(isClose(flows.aiTrend.reduce(0, +) + flows.aiBoom.reduce(0, +), Figures.AI.capex))
    #expect(isClose(flows.information.weights.reduce(0, +), 1))
  }

  @Test("make the output that meets the demand, and demand nothing negative")
  func output() {
    #expect(flows.demand.allSatisfy { $0 >= 0 && $0.isFinite })
    for j in Industry.allCases.indices {
      let used = Industry.allCases.indices.reduce(flows.demand[j]) {
        $0 + flows.technology.domestic[j][$1] * flows.output[$1]
      }
      #expect(isClose(used, flows.output[j]))
    }
  }

  @Test("employ no one in housing services and pay them nothing")
  func housing() {
    let j = Industry.housingServices.rawValue
    #expect(flows.employmentShares[j] == 0 && flows.payroll[j] == 0)
    #expect(flows.employmentShares.count == Employment.employers && flows.payroll.count == Employment.employers)
    #expect(zip(flows.employmentShares, flows.payroll).allSatisfy { ($0 > 0) == ($1 > 0) })
  }
}
