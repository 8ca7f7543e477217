import Laboratory
import Quantities
import Statistics

/// The shapes of the results, keys in the order in which other programs were promised them.
extension JSON {
  /// Of a run.
  public init(run record: RunRecord) {
    self = .object([
      ("schema", 1), ("runHash", .string(record.runHash)), ("auditResidualCents", .integer(record.auditResidual.cents)),
      ("seed", .unsigned(record.request.seed)), ("months", .integer(Int64(record.request.months))),
      ("days", .integer(Int64(record.days))), ("scale", .number(record.request.scale)),
      ("scenario", .string(record.request.scenario)), ("without", .array(record.request.without.map { .string($0) })),
      ("version", .string(Release.version)), ("headline", JSON(headline: record.outcomes)),
    ])
  }

  /// Every outcome by name; those that cannot be read are null, with one `reason`.
  init(headline outcomes: Outcomes) {
    var pairs: [(key: String, value: JSON)] = []
    var reasons: [String] = []
    for (outcome, value) in outcomes.values {
      switch value {
      case .success(let number): pairs.append((outcome.name, .number(number)))
      case .failure(let error):
        pairs.append((outcome.name, .null))
        reasons.append("\(outcome.name): \(error)")
      }
    }
    if !reasons.isEmpty { pairs.append(("reason", .string(reasons.joined(separator: "; ")))) }
    self = .object(pairs)
  }

  /// Of an effect, under its switch when there are several.
  public init(effect: Effect, namesSwitch: Bool) {
    var pairs: [(key: String, value: JSON)] = namesSwitch ? [("switch", .string(effect.change))] : []
    pairs += [
      ("outcome", .string(effect.outcome.name)), ("unit", .string(effect.outcome.unit)), ("with", .number(effect.with)),
      ("without", .number(effect.without)), ("effect", .number(effect.effect)), ("low", .number(effect.paired?.low)),
      ("high", .number(effect.paired?.high)), ("level", .number(effect.level)), ("p", .number(effect.paired?.p)),
      ("includesZero", effect.paired.map { .bool($0.includesZero) } ?? .null),
    ]
    if let reason = effect.reason { pairs.append(("reason", .string(reason))) }
    self = .object(pairs)
  }

  /// Of a comparison of one change.
  public init(comparison effects: [Effect], without: [String], replicates: Int, months: Int) {
    self = .object([
      ("schema", 1), ("without", .array(without.map { .string($0) })), ("replicates", .integer(Int64(replicates))),
      ("months", .integer(Int64(months))), ("effects", .array(effects.map { JSON(effect: $0, namesSwitch: false) })),
    ])
  }

  /// Of the main job.
  public init(baseline: RunRecord, effects: [Effect], report: String) {
    self = .object([
      ("schema", 1), ("baseline", JSON(run: baseline)),
      ("effects", .array(effects.map { JSON(effect: $0, namesSwitch: true) })), ("claims", []),
      ("report", .string(report)),
    ])
  }

  /// Of the systems table.
  public init(systems: [System]) {
    func names(_ list: [String]) -> JSON { .array(list.map { .string($0) }) }
    self = .array(
      systems.map { system in
        .object([
          ("id", .string(system.id)), ("state", .string(system.state.rawValue)), ("switches", names(system.switches)),
          ("gauges", names(system.gauges)), ("claims", names(system.claims)),
        ])
      })
  }

  /// Of the parameter table.
  public init(parameters: [ParameterRow]) {
    self = .array(
      parameters.map { row in
        let parameter = row.parameter
        return .object([
          ("name", .string(row.name)), ("value", .number(parameter.number)), ("unit", .string(parameter.unit)),
          ("low", .string(parameter.bounds.low)), ("high", .string(parameter.bounds.high)),
          ("source", .string("\(parameter.source)")), ("assumed", .bool(parameter.source.isAssumed)),
          ("meaning", .string("\(parameter.summary)")),
          ("place", .string("\(parameter.place.file):\(parameter.place.line)")),
        ])
      })
  }

  /// Of a scenario.
  public init(scenario: Scenario) {
    self = .object([
      ("name", .string(scenario.name)), ("question", .string(scenario.question)),
      ("without", .array(scenario.without.map { .string($0) })),
      (
        "changes",
        .array(
          scenario.changes.map { change in
            .object([
              ("parameter", .string(change.parameter)), ("value", .string(change.value)),
              ("reason", .string(change.reason)),
            ])
          })
      ),
    ])
  }
}
