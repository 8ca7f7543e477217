import Accounting
import Foundation
import Laboratory
import Quantities
import Testing

@Suite("Mapping of published lines to rows")
struct LineMappingTests {
  let matrix: OpeningMatrix
  init() throws { matrix = try OpeningMatrix.unitedStates() }

  @Test("Every line of the Distributional Financial Accounts is mapped once or is a subtotal")
  func everyLineIsMappedOnce() {
    let mapped = LineMapping.wealth.flatMap { $0.assets + $0.liabilities } + LineMapping.subtotals
    #expect(mapped.count == WealthLine.allCases.count && Set(mapped).count == mapped.count)
  }

  @Test("A line is its household cells and what is not modelled, to a million", arguments: LineMapping.wealth)
  func wealthAddsUp(mapping: WealthMapping) {
    let published =
      mapping.assets.reduce(0) { $0 + Figures.Wealth.total($1) }
      - mapping.liabilities.reduce(0) { $0 + Figures.Wealth.total($1) }
    let cells = mapping.instruments.reduce(0) { $0 + matrix[.households, $1].dollars }
    #expect(abs(published - cells - mapping.notModelled) <= 1e6)
  }

  @Test("A household cell stands in at most one mapping, and only crypto, stablecoins and nothing else in none")
  func householdCellsAreMappedOnce() {
    let mapped = LineMapping.wealth.flatMap(\.instruments)
    #expect(Set(mapped).count == mapped.count)
    for row in matrix.rows where row[.households] != .zero {
      #expect(mapped.contains(row.instrument) != [.crypto, .stablecoins].contains(row.instrument), "\(row.instrument)")
    }
  }

  @Test("Net worth is the sum of the mapped lines")
  func netWorthIsTheSum() {
    let sum = LineMapping.wealth.reduce(0) { sum, mapping in
      sum + mapping.assets.reduce(0) { $0 + Figures.Wealth.total($1) }
        - mapping.liabilities.reduce(0) { $0 + Figures.Wealth.total($1) }
    }
    #expect(abs(sum - Figures.Wealth.total(.netWorth)) < 2e7)
  }

  @Test(
    "A column of the sector-debt table is what its issuers owe and what is not modelled, to a million",
    .enabled(if: SharedFolder.isThere, "skipped: no shared data folder beside the checkout"))
  func sectorDebtAddsUp() throws {
    let table = try SharedTable("data/macro/sector_debt_quarterly.csv")
    let row = try #require(table.rows.first { $0[0] == "2025-10-01" })
    for mapping in LineMapping.sectorDebt {
      let column = try #require(table.index(of: mapping.column))
      let published = try #require(Double(row[column])) * 1e6
      let owed = mapping.issuers.reduce(0) { sum, issuer in
        sum - mapping.instruments.reduce(0) { $0 + matrix[issuer, $1].dollars }
      }
      #expect(abs(published - owed - mapping.notModelled) <= 1e6, "\(mapping.column)")
    }
    let known = LineMapping.sectorDebt.map(\.column) + LineMapping.contained.map(\.column)
    #expect(Set(known) == Set(table.header.dropFirst()))
  }

  @Test("The published page shows the same residuals as the code")
  func pageAgreesWithCode() throws {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let page = try String(contentsOf: root.appendingPathComponent("Documentation/OpeningBalance.md"), encoding: .utf8)
    let lines = page.split(separator: "\n")
    for (name, amount) in LineMapping.wealth.map({ ($0.name, $0.notModelled) })
      + LineMapping.sectorDebt.map({
        ("`" + $0.column.replacingOccurrences(of: "_mil_usd", with: "") + "`", $0.notModelled)
      })
    {
      let line = try #require(lines.first { $0.hasPrefix("| \(name) |") }, "\(name)")
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let shown = try #require(Double(cells[5].replacingOccurrences(of: ",", with: "")))
      #expect(abs(shown - amount / 1e9) <= 0.051, "\(name)")
    }
  }
}
