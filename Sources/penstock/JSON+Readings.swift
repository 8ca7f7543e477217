import Observatory
import Quantities
import Reports

extension JSON {
  /// Of the brief.
  init(readings: [Reading], asOf day: Day) {
    self = .object([("asOf", .string(day.iso)), ("readings", .array(readings.map { JSON(reading: $0) }))])
  }

  private init(reading: Reading) {
    self = .object([
      ("gauge", .string(reading.gauge)), ("value", .number(reading.value)), ("low", .number(reading.low)),
      ("high", .number(reading.high)), ("unit", .string(reading.unit)), ("asOf", .string(reading.asOf?.iso)),
      ("ageDays", reading.ageDays.map { .integer(Int64($0)) } ?? .null), ("method", .string(reading.method)),
      ("skill", .number(reading.skill)), ("reason", .string(reading.reason)),
    ])
  }
}

/// Readings for a terminal, each number in its own unit.
struct ReadingsTable {
  let readings: [Reading]
  init(_ readings: [Reading]) { self.readings = readings }

  var table: Table {
    Table(
      [.init("gauge"), .number("value"), .number("interval"), .init("unit"), .init("as of"), .init("method")],
      rows: readings.map { reading in
        let (style, unit) = ReadingsTable.writing(of: reading.unit)
        let interval: Table.Cell =
          if let low = reading.low, let high = reading.high { .interval(low: low, high: high, style) } else { .empty }
        let method = reading.reason.map { "\(reading.method); \($0)" } ?? reading.method
        return [
          .text(reading.gauge), reading.value.map { .number($0, style) } ?? .text(NumberText.missing), interval,
          .text(unit), .text(reading.asOf?.iso ?? ""), .text(method),
        ]
      })
  }

  /// How numbers of a unit are written, and what is left to say of it.
  private static func writing(of unit: String) -> (style: NumberStyle, rest: String) {
    switch unit {
    case RootPerAnnum.symbol: (.percent, "a year")
    case Dimensionless.symbol: (.plain, "")
    case _ where unit.hasPrefix("$"): (.dollars, String(unit.dropFirst()))
    default: (.plain, unit)
    }
  }
}
