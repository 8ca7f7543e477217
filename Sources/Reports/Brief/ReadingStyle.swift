import Observatory
import Quantities

/// How readings of a unit are written.
public struct ReadingStyle: Sendable {
  public let number: NumberStyle
  /// What is left to say of the unit.
  public let rest: String
  /// How many digits tell values apart: an index is known to the point.
  public var digits: Int { rest == "index" ? 5 : 3 }

  public init(unit: String) {
    switch unit {
    case RootPerAnnum.symbol: (number, rest) = (.percent, "a year")
    case Dimensionless.symbol: (number, rest) = (.plain, "")
    case _ where unit.hasPrefix("$"): (number, rest) = (.dollars, String(unit.dropFirst()))
    default: (number, rest) = (.plain, unit)
    }
  }

  /// The number with what is left of its unit.
  public func text(_ value: Double) -> String {
    number.text(value, significant: digits) + (rest.isEmpty ? "" : " " + rest)
  }
}

/// Readings as a table, each number in its own unit; with the method of each, or only what to take care of.
public struct ReadingsTable {
  public let readings: [Reading]
  public let hasMethods: Bool

  public init(_ readings: [Reading], methods hasMethods: Bool = false) {
    (self.readings, self.hasMethods) = (readings, hasMethods)
  }

  public var table: Table {
    Table(
      [
        .init("gauge"), .number("value"), .number("interval"), .init("unit"), .number("skill"),
        .init("as of"), .init(hasMethods ? "method" : "remark"),
      ],
      rows: readings.map { reading in
        let remarks = [hasMethods ? reading.method : nil, reading.reason].compactMap(\.self)
        return [
          .text(reading.gauge), ReadingsTable.value(reading), ReadingsTable.interval(reading),
          .text(ReadingStyle(unit: reading.unit).rest),
          reading.skill.map { .number($0, .plain, significant: 2) } ?? .empty, .text(reading.asOf?.iso ?? ""),
          .text(remarks.joined(separator: "; ")),
        ]
      })
  }

  static func value(_ reading: Reading) -> Table.Cell {
    let style = ReadingStyle(unit: reading.unit)
    return reading.value.map { .number($0, style.number, significant: style.digits) } ?? .text(NumberText.missing)
  }

  static func interval(_ reading: Reading) -> Table.Cell {
    guard let low = reading.low, let high = reading.high else { return .empty }
    return .interval(low: low, high: high, ReadingStyle(unit: reading.unit).number)
  }
}
