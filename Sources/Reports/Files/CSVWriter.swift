import Quantities
import Statistics

/// Writes a panel as comma-separated text that spreadsheets and data frames open.
///
/// The first column is `date` in ISO form; a missing value is an empty cell, never zero; decimals are the shortest that
/// read back; cells are quoted as RFC 4180 asks, and lines end with a line feed.
public struct CSVWriter: Sendable {
  public let panel: Panel

  public init(_ panel: Panel) { self.panel = panel }

  public var text: String {
    var out = (["date"] + panel.columns.map(\.name)).map(CSVWriter.cell).joined(separator: ",") + "\n"
    for row in panel.days.indices {
      out += panel.days[row].iso
      for column in panel.columns { out += "," + CSVWriter.number(column.values[row]) }
      out += "\n"
    }
    return out
  }

  static func number(_ value: Double) -> String {
    value.isNaN ? "" : value.shortestDecimal ?? (value > 0 ? "inf" : "-inf")
  }

  static func cell(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy { $0 != "," && $0 != "\"" && $0 != "\n" && $0 != "\r" }
    return plain
      ? text : "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
