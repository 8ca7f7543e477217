/// A table as aligned lines for a terminal: headings, a rule, one or more lines a row.
///
/// Numbers are aligned right. Columns are as wide as their widest cell; when the table is wider than `width`, the
/// widest left-aligned columns shrink and their text wraps.
public struct TerminalTable: Sendable {
  public let table: Table
  public let width: Int?

  public init(_ table: Table, width: Int? = nil) { (self.table, self.width) = (table, width) }

  private static let gap = "  "
  private static let longestKeptWord = 16

  /// The lines, each ended by a newline and without trailing spaces.
  public var text: String {
    let cells = table.rows.map { row in row.map { $0.text.terminalSafe } }
    let titles = table.headings.map { $0.title.terminalSafe }
    let widths = widths(titles, cells)
    var out = line(titles, widths)
    out += widths.map { String(repeating: "─", count: $0) }.joined(separator: TerminalTable.gap) + "\n"
    for row in cells { out += line(row, widths) }
    return out
  }

  private func widths(_ titles: [String], _ cells: [[String]]) -> [Int] {
    var widths = titles.indices.map { column in
      cells.reduce(titles[column].terminalWidth) { max($0, $1[column].terminalWidth) }
    }
    guard let width else { return widths }
    let narrowest = titles.indices.map { column in
      cells.reduce(titles[column].longestWord) { max($0, min(TerminalTable.longestKeptWord, $1[column].longestWord)) }
    }
    while widths.reduce(0, +) + TerminalTable.gap.count * max(0, widths.count - 1) > width {
      let shrinkable = widths.indices.filter {
        table.headings[$0].alignment == .leading && widths[$0] > narrowest[$0]
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let wrapped = cells.indices.map { cells[$0].wrapped(toTerminalWidth: widths[$0]) }
    var out = ""
    for row in 0..<(wrapped.map(\.count).max() ?? 0) {
      let parts = cells.indices.map { column in
        pad(
          row < wrapped[column].count ? wrapped[column][row] : "", to: widths[column], table.headings[column].alignment)
      }
      let line = parts.joined(separator: TerminalTable.gap)
      out += line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)] + "\n"
    }
    return out
  }

  private func pad(_ text: String, to width: Int, _ alignment: Table.Alignment) -> String {
    let space = String(repeating: " ", count: max(0, width - text.terminalWidth))
    return alignment == .leading ? text + space : space + text
  }
}

extension String {
  fileprivate var longestWord: Int { split(separator: " ").map(\.terminalWidth).max() ?? 0 }
}
