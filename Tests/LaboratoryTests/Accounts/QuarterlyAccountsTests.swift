import Accounting
import Laboratory
import Quantities
import Sectors
import Statistics
import Testing

@Suite("Quarterly accounts")
struct QuarterlyAccountsTests {
  private static let made = Result { () throws -> QuarterlyAccounts in
    var request = RunRequest()
    (request.scale, request.months) = (RunRequest.coarsest, 14)
    return try QuarterlyAccounts.of(request)
  }

  private var accounts: QuarterlyAccounts { get throws { try QuarterlyAccountsTests.made.get() } }

  @Test("have whole quarters only")
  func quarters() throws {
    #expect(try accounts.quarters.map(\.end.iso) == ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"])
  }

  @Test("agree to the cent by expenditure, production and income, and net lending sums to nothing")
  func exact() throws {
    for quarter in try accounts.quarters {
      #expect(quarter.gap == 0 && quarter.lendingResidual == 0)
      #expect(quarter.expenditure == quarter.production && quarter.production == quarter.income)
      #expect(quarter.expenditure > 0)
      for line in AccountLine.allCases where line != .inventories && line != .exportImports {
        #expect(quarter.cents(line) > 0, "\(line)")
      }
      #expect(Sector.allCases.contains { quarter.lent($0) > 0 } && Sector.allCases.contains { quarter.lent($0) < 0 })
    }
  }

  @Test("have contributions that sum to growth, gross and net of imports")
  func contributions() throws {
    let growth = try accounts.growth
    #expect(growth[0] == nil && growth.dropFirst().allSatisfy { $0 != nil })
    for growth in growth.compactMap({ $0 }) {
      #expect(growth.residual < 1e-9)
      #expect(abs(growth.gross(.imports) - (growth.net.reduce(0, +) - growth.gross.dropLast().reduce(0, +))) < 1e-9)
      #expect(growth.gross(.aiInvestment) != growth.net(.aiInvestment))
    }
  }

  @Test("chain product as the Fisher indices of components by hand")
  func chained() throws {
    let accounts = try accounts
    var level = accounts.annual(accounts.quarters[0].expenditure)
    for (place, (before, after)) in zip(accounts.quarters, accounts.quarters.dropFirst()).enumerated() {
      func sum(_ price: QuarterlyAccounts.Period, _ quantity: QuarterlyAccounts.Period) -> Double {
        DemandComponent.allCases.reduce(0) { sum, component in
          let spent = Double(quantity.cents(component)) * (component == .imports ? -1 : 1)
          return sum + spent / quantity.price(component) * price.price(component)
        }
      }
      let fisher = (sum(before, after) / sum(before, before) * sum(after, after) / sum(after, before)).squareRoot()
      level *= fisher
      #expect(abs(accounts.chainedProduct[place + 1] / level - 1) < 1e-12)
    }
    #expect(accounts.chainedProduct.last != accounts.chainedProduct.first)
  }

  @Test("are a panel with every line, the first quarter without growth")
  func panel() throws {
    let panel = try accounts.panel()
    #expect(panel.frequency == .quarter && panel.days.count == 4)
    #expect(panel["growth"]?[0] == nil && panel["growth"]?[1] != nil)
    for name in AccountLine.names { #expect(panel["cents.\(name)"] != nil) }
    let deflator = try panel.column("deflator").values
    #expect(abs(deflator[0] - 1) < 1e-12 && deflator[3] > 1)
  }

  @Test("are the same on two threads")
  func threads() throws {
    var request = RunRequest()
    (request.scale, request.months, request.threads) = (RunRequest.coarsest, 3, 2)
    let two = try QuarterlyAccounts.of(request)
    let one = try accounts
    for line in AccountLine.allCases { #expect(two.quarters[0].cents(line) == one.quarters[0].cents(line)) }
  }
}
