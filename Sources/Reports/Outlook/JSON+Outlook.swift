import Laboratory
import Quantities
import Statistics

extension JSON {
  /// Of an outlook.
  public init(outlook: Outlook) {
    let horizon = outlook.horizon
    self = .object([
      ("schema", 1), ("seed", .unsigned(outlook.request.seed)), ("months", .integer(Int64(outlook.request.months))),
      ("replicates", .integer(Int64(outlook.replicates))), ("scale", .number(outlook.request.scale)),
      ("scenario", .string(outlook.request.scenario)),
      ("without", .array(outlook.request.without.map { .string($0) })),
      ("levels", .array(Outlook.levels.map { .number($0) })),
      ("fans", .array(outlook.fans.map(JSON.init(fan:)))),
      (
        "horizons",
        .array(
          horizon.rows.map { row in
            .object([
              ("days", .integer(Int64(row.days))), ("windows", .integer(Int64(row.windows))),
              (
                "shares",
                .array(
                  zip(FlowHorizon.Part.allCases, zip(row.shares, row.bands)).map { part, found in
                    .object([
                      ("part", .string(part.rawValue)), ("share", .number(found.0)), ("low", .number(found.1?.low)),
                      ("high", .number(found.1?.high)),
                    ])
                  })
              ),
            ])
          })
      ),
      ("level", .number(FlowHorizon.level)),
      ("valueOvertakes", JSON(crossing: horizon.value)),
      ("fundamentalsOvertake", JSON(crossing: horizon.fundamentals)),
      ("reason", "fans and intervals carry luck at fixed parameters, not what is unknown about the model"),
    ])
  }

  private init(fan: Outlook.Fan) {
    var pairs: [(key: String, value: JSON)] = [
      ("variable", .string(fan.variable.name)), ("unit", .string(fan.variable.unit)),
      ("meaning", .string(fan.variable.meaning)), ("months", .array(fan.months.map { .string($0.iso) })),
      ("quantiles", .array(fan.quantiles.map { .array($0.map { .number($0.isFinite ? $0 : nil) }) })),
    ]
    if let reason = fan.reason { pairs.append(("reason", .string(reason))) }
    self = .object(pairs)
  }

  private init(crossing: FlowHorizon.Crossing) {
    var pairs: [(key: String, value: JSON)] = [
      ("days", crossing.days.map { .integer(Int64($0)) } ?? .null), ("low", .number(crossing.band?.low)),
      ("high", .number(crossing.band?.high)), ("behind", .array(crossing.behind.map { .integer(Int64($0)) })),
    ]
    if crossing.days == nil {
      pairs.append(("reason", "flows explain more at every horizon"))
    } else if crossing.band == nil {
      pairs.append(("reason", "some resamples of runs have no such horizon"))
    }
    self = .object(pairs)
  }
}
