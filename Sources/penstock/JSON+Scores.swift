import Laboratory
import Observatory
import Quantities
import Reports

extension JSON {
  /// Of the monitor's scores.
  init(score: MonitorScore, _ value: PredictiveValue?) {
    self = .object([
      ("seed", .unsigned(score.seed)), ("markets", .integer(Int64(score.replicates))), ("hash", .string(score.hash)),
      ("scores", .array(score.rows.map { JSON(row: $0) })), ("misses", .integer(Int64(score.misses.count))),
      ("asOf", .string(value?.asOf.iso)),
      ("forecasts", value.map { .array($0.rows.map { JSON(forecast: $0) }) } ?? .null),
      (
        "absent",
        .array(
          (value?.absent ?? []).map { .object([("gauge", .string($0.name)), ("reason", .string($0.reason))]) })
      ),
    ])
  }

  private init(row: MonitorScore.Row) {
    self = .object([
      ("gauge", .string(row.gauge)), ("measure", .string(row.measure)), ("law", .string(row.law.rawValue)),
      ("value", .number(row.value)), ("low", .number(row.low)), ("high", .number(row.high)),
      ("count", .integer(Int64(row.count))), ("bar", .string(row.bar?.words)),
      ("met", row.isMet.map { .bool($0) } ?? .null),
    ])
  }

  private init(forecast row: TrackRecord.Forecast) {
    self = .object([
      ("gauge", .string(row.gauge)), ("outcome", .string(row.outcome)), ("days", .integer(Int64(row.days))),
      ("slope", .number(row.slope)), ("t", .number(row.t)), ("p", .number(row.p)), ("holm", .number(row.holm)),
      ("romanoWolf", .number(row.romanoWolf)), ("from", .string(row.from)), ("count", .integer(Int64(row.count))),
    ])
  }
}

extension MonitorScore.Bar {
  /// In words.
  var words: String {
    switch self {
    case .above(let bar): "above \(NumberText.significant(bar, 2))"
    case .below(let bar): "below \(NumberText.significant(bar, 2))"
    case .within(let low, let high): "\(NumberText.significant(low, 2)) to \(NumberText.significant(high, 2))"
    }
  }
}
