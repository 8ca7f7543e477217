import Accounting
import Laboratory
import Quantities

/// The tables of a run's quarterly accounts: product and growth, contributions gross and net of imports, income and production,
/// and what sectors lent.
public struct AccountsTables {
  let accounts: QuarterlyAccounts

  public init(_ accounts: QuarterlyAccounts) { self.accounts = accounts }

  private static let quarter = Table.Heading("quarter to")

  public var product: Table {
    var table = Table([
      AccountsTables.quarter, .number("GDP"), .number("chained"), .number("growth, %/year"),
      .number("inflation, %/year"), .number("labour share"), .number("largest gap, cents"),
    ])
    let (growth, real) = (accounts.growth, accounts.chainedProduct)
    for (index, quarter) in accounts.quarters.enumerated() {
      table.append([
        .text(quarter.end.iso), .number(accounts.annual(quarter.expenditure), .dollars, significant: 5),
        .number(real[index], .dollars, significant: 5), AccountsTables.cell(growth[index]?.growth),
        AccountsTables.cell(growth[index]?.inflation), .number(quarter.labourShare), .text("\(quarter.gap)"),
      ])
    }
    return table
  }

  /// Points of growth at annual rates; net of imports there is no column for them.
  public func contributions(net: Bool) -> Table {
    let components = net ? DemandComponent.final : DemandComponent.allCases
    var table = Table([AccountsTables.quarter] + components.map { .number($0.title) } + [.number("sum")])
    for (quarter, growth) in zip(accounts.quarters, accounts.growth) {
      guard let growth else { continue }
      let points = net ? growth.net : growth.gross
      table.append(
        [.text(quarter.end.iso)] + points.map { .effect($0, significant: 2) }
          + [.effect(points.reduce(0, +), significant: 3)])
    }
    return table
  }

  /// Of the last quarter, in cents and over product.
  public var lastQuarter: Table {
    var table = Table([.init("last quarter"), .number("cents of the scaled world"), .number("over GDP")])
    guard let last = accounts.quarters.last else { return table }
    func put(_ title: String, _ cents: Int64) {
      table.append([.text(title), .text("\(cents)"), .number(Double(cents) / Double(last.expenditure))])
    }
    for line in last.lines(.expenditure) { put("expenditure: \(line.name)", line.cents) }
    put("expenditure: less imports", 0 - last.imports)
    put("GDP by expenditure", last.expenditure)
    for line in last.lines(.production) { put("production: \(line.name)", line.cents) }
    put("GDP by production", last.production)
    for line in last.lines(.income) { put("income: \(line.name)", line.cents) }
    put("GDP by income", last.income)
    for sector in Sector.allCases where last.lent(sector) != 0 { put("net lending: \(sector.name)", last.lent(sector)) }
    put("net lending, all sectors", last.lendingResidual)
    return table
  }

  private static func cell(_ value: Double?) -> Table.Cell {
    value.map { .effect($0) } ?? .text(NumberText.missing)
  }
}
