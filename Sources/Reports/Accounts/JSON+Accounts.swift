import Accounting
import Laboratory
import Quantities

extension JSON {
  /// Of a run's quarterly accounts: every line in whole cents, rates a year, points of growth gross and net of imports.
  public init(accounts: QuarterlyAccounts, request: RunRequest) {
    let (growth, chained) = (accounts.growth, accounts.chainedProduct)
    self = .object([
      ("seed", .unsigned(request.seed)), ("scenario", .string(request.scenario)),
      ("months", .integer(Int64(request.months))), ("scale", .number(accounts.scale)),
      (
        "quarters",
        .array(
          accounts.quarters.indices.map { JSON(quarter: accounts.quarters[$0], accounts, growth[$0], chained[$0]) })
      ), ("largestGapCents", .integer(accounts.quarters.map(\.gap).max() ?? 0)),
      ("lendingResidualCents", .integer(accounts.quarters.map { abs($0.lendingResidual) }.max() ?? 0)),
      ("largestContributionResidual", .number(growth.compactMap { $0?.residual }.max())),
    ])
  }

  private init(
    quarter: QuarterlyAccounts.Period, _ accounts: QuarterlyAccounts, _ growth: QuarterlyGrowth?, _ chained: Double
  ) {
    func cents(_ side: QuarterlyAccounts.Period.Side) -> JSON {
      .object(quarter.lines(side).map { ($0.name, .integer($0.cents)) })
    }
    func points(_ values: [Double]?, _ components: [DemandComponent]) -> JSON {
      values.map { .object(zip(components, $0).map { ($0.rawValue, .number($1)) }) } ?? .null
    }
    let sectors = Sector.allCases
    self = .object([
      ("end", .string(quarter.end.iso)), ("nominalGDP", .number(accounts.annual(quarter.expenditure))),
      ("chainedGDP", .number(chained)), ("growth", .number(growth?.growth)), ("inflation", .number(growth?.inflation)),
      ("labourShare", .number(quarter.labourShare)), ("expenditureCents", cents(.expenditure)),
      ("importsCents", cents(.imports)), ("productionCents", cents(.production)),
      ("incomeCents", cents(.income)), ("gdpCents", .integer(quarter.expenditure)),
      (
        "deflators",
        .object(DemandComponent.allCases.map { ($0.rawValue, .number(quarter.price($0))) })
      ), ("gross", points(growth?.gross, DemandComponent.allCases)),
      ("net", points(growth?.net, DemandComponent.final)),
      ("lentCents", .object(sectors.map { ($0.name, .integer(quarter.lent($0))) })),
      ("balances", .object(sectors.map { ($0.name, .number(quarter.balance($0))) })),
    ])
  }
}
