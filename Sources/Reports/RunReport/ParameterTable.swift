import Laboratory
import Quantities

/// The generated parameter table: value, range, source and place of every parameter.
public struct ParameterTable: Sendable {
  public let rows: [ParameterRow]

  public init(_ rows: [ParameterRow]) { self.rows = rows }

  public var table: Table {
    Table(
      [
        .init("parameter"), .number("value"), .init("unit"), .init("range"), .init("meaning"), .init("source"),
        .init("place"),
      ],
      rows: rows.map { row in
        let parameter = row.parameter
        let unit = " " + parameter.unit
        func bare(_ text: String) -> String { text.hasSuffix(unit) ? String(text.dropLast(unit.count)) : text }
        return [
          .text(row.name), .number(parameter.number, significant: 4), .text(parameter.unit),
          .text("\(bare(parameter.bounds.low)) … \(bare(parameter.bounds.high))"), .text("\(parameter.summary)"),
          .text("\(parameter.source)"), .text("\(parameter.place.file):\(parameter.place.line)"),
        ]
      })
  }
}
