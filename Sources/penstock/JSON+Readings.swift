import Observatory
import Quantities
import Reports

extension JSON {
  /// Of the brief.
  init(readings: [Reading], asOf day: Day) {
    self = .object([("asOf", .string(day.iso)), ("readings", JSON(readings: readings))])
  }

  init(readings: [Reading]) { self = .array(readings.map { JSON(reading: $0) }) }

  private init(reading: Reading) {
    self = .object([
      ("gauge", .string(reading.gauge)), ("value", .number(reading.value)), ("low", .number(reading.low)),
      ("high", .number(reading.high)), ("unit", .string(reading.unit)), ("asOf", .string(reading.asOf?.iso)),
      ("ageDays", reading.ageDays.map { .integer(Int64($0)) } ?? .null), ("method", .string(reading.method)),
      ("skill", .number(reading.skill)), ("reason", .string(reading.reason)),
      ("columns", .array(reading.columns.map { .string($0) })),
    ])
  }
}
