/// A matrix of numbers as an HTML table, coloured by sign and size: the balance-sheet, flow and revaluation matrices.
///
/// Colour grows with the square root of a cell's share of the largest, so that small cells are seen. Totals are given,
/// not summed here, since the ledger has them to the cent. A zero is a dot, a missing cell is empty.
public struct HeatTable: Sendable {
  public let rowHeading: String
  public let columns: [String]
  public let rows: [String]
  /// One list a row; nil where the matrix has no such cell.
  public let values: [[Double?]]
  public let rowTotals: [Double]?
  public let columnTotals: [Double]?
  public let style: NumberStyle

  public init(
    rowHeading: String, columns: [String], rows: [String], values: [[Double?]], rowTotals: [Double]? = nil,
    columnTotals: [Double]? = nil, style: NumberStyle = .dollars
  ) {
    (self.rowHeading, self.columns, self.rows, self.values) = (rowHeading, columns, rows, values)
    (self.rowTotals, self.columnTotals, self.style) = (rowTotals, columnTotals, style)
  }

  /// The table element, in the styles of ``HTMLPage``.
  public var element: String {
    let largest = values.joined().reduce(0) { max($0, abs($1?.drawable ?? 0)) }
    let format = FixedFormat(style, significant: 4, largest: largest)
    let unit = (format.prefix + format.suffix).trimmingSpaces
    var out = "<table class=\"heat\"><thead><tr><th scope=\"col\">\(heading(unit).escapedMarkup)</th>"
    for column in columns + (rowTotals == nil ? [] : ["Total"]) {
      out += "<th scope=\"col\">\(column.escapedMarkup)</th>"
    }
    out += "</tr></thead>\n<tbody>\n"
    for (index, row) in rows.enumerated() {
      out += "<tr><th scope=\"row\">\(row.escapedMarkup)</th>"
      for column in columns.indices { out += cell(value(index, column), format.bare, largest) }
      if let rowTotals { out += total(index < rowTotals.count ? rowTotals[index] : nil, format.bare) }
      out += "</tr>\n"
    }
    out += "</tbody>"
    if let columnTotals {
      out += "\n<tfoot><tr><th scope=\"row\">Total</th>"
      for column in columns.indices {
        out += total(column < columnTotals.count ? columnTotals[column] : nil, format.bare)
      }
      out += (rowTotals == nil ? "" : "<td></td>") + "</tr></tfoot>"
    }
    return out + "</table>\n"
  }

  private func heading(_ unit: String) -> String { unit.isEmpty ? rowHeading : "\(rowHeading) (\(unit))" }

  private func value(_ row: Int, _ column: Int) -> Double? {
    row < values.count && column < values[row].count ? values[row][column] : nil
  }

  private func cell(_ value: Double?, _ format: FixedFormat, _ largest: Double) -> String {
    guard let value = value?.drawable else { return "<td></td>" }
    guard value != 0 else { return "<td class=\"zero\">·</td>" }
    let weight = Int((60 * (abs(value) / largest).squareRoot()).rounded())
    return
      "<td class=\"\(value > 0 ? "plus" : "minus")\" style=\"--w:.\(weight < 10 ? "0" : "")\(weight)\">\(format.text(value))</td>"
  }

  private func total(_ value: Double?, _ format: FixedFormat) -> String {
    guard let value else { return "<td></td>" }
    return "<td>\(format.text(value))</td>"
  }
}

extension FixedFormat {
  /// The format without its prefix and suffix.
  var bare: FixedFormat {
    var bare = self
    (bare.prefix, bare.suffix) = ("", "")
    return bare
  }
}

extension String {
  fileprivate var trimmingSpaces: String { split(separator: " ").joined(separator: " ") }
}
