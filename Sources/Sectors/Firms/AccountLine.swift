import Accounting
import Simulation

/// A line of the national accounts that is read off the books: what a month's payments were for, in cents of the scaled world.
public enum AccountLine: String, CaseIterable, Sendable {
  /// Final expenditure. AI investment is all that AI firms invest.
  case consumption, aiInvestment, otherInvestment, inventories, government, exports
  /// What was bought abroad, by what it was bought as; inputs are the imports of industries.
  case consumptionImports, computeImports, investmentImports, governmentImports, exportImports, inputImports
  /// Income.
  case compensation, taxes, surplus
  /// Value added by who adds it; taxes on production come on top.
  case firmsAdded, aiFirmsAdded, energyAdded, governmentAdded, ownersAdded

  public static let expenditure: [AccountLine] = [
    .consumption, .aiInvestment, .otherInvestment, .inventories, .government, .exports,
  ]
  public static let imports: [AccountLine] = [
    .consumptionImports, .computeImports, .investmentImports, .governmentImports, .exportImports, .inputImports,
  ]
  public static let income: [AccountLine] = [.compensation, .taxes, .surplus]
  public static let production: [AccountLine] = [
    .firmsAdded, .aiFirmsAdded, .energyAdded, .governmentAdded, .ownersAdded, .taxes,
  ]

  public static let names = allCases.map(\.rawValue)
}
