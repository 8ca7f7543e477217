import Laboratory
import Quantities
import Statistics

/// The opening beside its sources, for a terminal and as JSON.
public struct OpeningPage: Sendable {
  public let opening: OpeningTable

  public init(_ opening: OpeningTable) { self.opening = opening }

  public var table: Table {
    var table = Table([
      .init("what"), .number("model"), .number("published"), .number("difference"), .init("publisher, series, date"),
      .init("why they differ"),
    ])
    for row in opening.rows {
      let style: NumberStyle = row.unit == "$" ? .dollars : row.unit == "1" ? .percent : .plain
      let (scale, unit) = row.unit == "kW" ? (1e-6, " GW") : row.unit == "TWh/year" ? (1.0, " TWh") : (1.0, "")
      func number(_ value: Double?) -> Table.Cell {
        guard let value else { return .text(NumberText.missing) }
        return unit.isEmpty ? .number(value, style) : .text(NumberText.fixed(value * scale, decimals: 0) + unit)
      }
      table.append([
        .text(row.title), number(row.model), number(row.published),
        row.difference.map { .effect($0, .percent) } ?? .text(NumberText.missing), .text(row.source), .text(row.note),
      ])
    }
    return table
  }

  public var json: JSON {
    .object([
      ("schema", 1), ("scale", .number(opening.request.scale)), ("date", .string(RunRequest.opens.iso)),
      (
        "figures",
        .array(
          opening.rows.map { row in
            .object([
              ("what", .string(row.title)), ("unit", .string(row.unit)), ("model", .number(row.model)),
              ("published", .number(row.published)), ("difference", .number(row.difference)),
              ("source", .string(row.source)), ("note", .string(row.note)),
            ])
          })
      ),
    ])
  }
}
