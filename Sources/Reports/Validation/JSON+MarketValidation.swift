import Laboratory
import Statistics

extension JSON {
  /// Of a market held against the S&P 500: what was promised first, then what stands beside it, then the same of periods
  /// that nothing was fitted to.
  public init(validation: MarketValidation, outOfSample others: [MarketValidation] = []) {
    self = .object(
      JSON.pairs(validation) + [("outOfSample", .array(others.map { .object(JSON.pairs($0)) }))])
  }

  private static func pairs(_ validation: MarketValidation) -> [(key: String, value: JSON)] {
    [
      ("facts", .array(validation.rows.map { JSON(row: $0, in: validation.period) })),
      ("inside", .integer(Int64(validation.inside))), ("total", .integer(Int64(validation.total))),
      ("insideUntargeted", .integer(Int64(validation.insideUntargeted))),
      ("insideNotGARCH", .integer(Int64(validation.own))), ("insideBoth", .integer(Int64(validation.shared))),
      ("garchInside", .integer(Int64(validation.garchInside))),
      ("absent", .integer(Int64(validation.absent.count))),
      ("jointCoverage", .number(validation.coverage?.joint)),
      ("garchJointCoverage", .number(validation.garchCoverage?.joint)),
      ("period", .string(validation.period.name)), ("replicates", .integer(Int64(validation.replicates))),
      ("level", .number(FactBands.level)),
    ]
  }

  private init(row: MarketValidation.Row, in period: MarketPeriod) {
    var pairs: [(key: String, value: JSON)] = [
      ("name", .string(row.fact.name)), ("value", .number(row.value)), ("low", .number(row.band?.low)),
      ("high", .number(row.band?.high)), ("period", .string(period.name)), ("targeted", .bool(row.fact.isTargeted)),
      ("inside", .bool(row.isInside)), ("unit", .string(row.fact.unit)), ("observed", .number(row.observed)),
      ("distance", .number(row.distance)), ("garch", .number(row.garch)), ("garchInside", .bool(row.isGARCHInside)),
    ]
    if let reason = row.reason { pairs.append(("reason", .string(reason))) }
    self = .object(pairs)
  }
}
