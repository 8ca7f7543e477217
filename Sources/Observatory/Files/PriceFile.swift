import Quantities
import Statistics

/// Prices in a file that somebody names: a column of dates and one or more of prices, in any order, with whatever else.
///
/// Rows may be in any order; a missing cell is no price. A date that comes twice with a price is refused, and so is a
/// price that cannot be one: with file, line and cure.
public struct PriceFile: Sendable {
  /// The columns that hold prices: the one asked for; else the one named as closes usually are; else every column of
  /// numbers.
  public let columns: [String]
  /// By date, `nan` where missing; rows without any price left out.
  public let panel: Panel

  static let usualNames = [
    "close", "adj_close", "adj close", "adjusted_close", "adjclose", "close_usd", "price", "level", "settle", "last",
    "px_last", "value",
    "index",
  ]

  /// - Parameters:
  ///   - column: the column of prices; nil to find it.
  ///   - day: rows after it are not looked at; nil for all.
  ///   - isPositive: whether a price must be above zero.
  /// - Throws: ``Absence`` naming the file, the line and what is wrong.
  public init(
    _ bytes: [UInt8], file: String, column: String? = nil, through day: Day? = nil, isPositive: Bool = true
  ) throws(Absence) {
    let table = try KnownTable.read(bytes, file: file, dated: .usual, through: day ?? PriceFile.lastDay)
    guard !table.days.isEmpty else {
      throw Absence(reason: "\(file) has no row" + (day.map { " on or before \($0)" } ?? ""), isFault: true)
    }
    columns = try PriceFile.columns(of: table, column)
    var values: [[Double]] = []
    for name in columns { values.append(try table.numbers(name)) }
    var rows = table.days.indices.filter { row in values.contains { !$0[row].isNaN } }
    if zip(rows, rows.dropFirst()).contains(where: { table.days[$0] >= table.days[$1] }) {
      rows.sort { (table.days[$0], $0) < (table.days[$1], $1) }
    }
    for (a, b) in zip(rows, rows.dropFirst()) where table.days[a] == table.days[b] {
      throw Absence(
        DataError(
          .repeatedDate, file: file, line: max(table.lines[a], table.lines[b]),
          "the date \(table.days[a]) appears twice",
          cure: "keep one row a date"))
    }
    for (name, prices) in zip(columns, values) {
      for row in rows where !prices[row].isNaN {
        let isPrice = isPositive ? (1e-9...1e12).contains(prices[row]) : abs(prices[row]) <= 1e12
        guard isPrice else {
          throw Absence(
            DataError(
              .badNumber, file: file, line: table.lines[row], column: name, "\(prices[row]) is no price",
              cure: "write prices between 1e-9 and 1e12, or leave the cell empty if it is missing"))
        }
      }
    }
    guard !rows.isEmpty else {
      throw Absence(reason: "\(file): \(columns.joined(separator: ", ")) has no price known on the day", isFault: true)
    }
    let days = rows.map { table.days[$0] }
    panel = try Panel(
      known: Panel.Frequency(of: days), days: days,
      columns: zip(columns, values).map { name, prices in
        PanelColumn(name, unit: "index", values: rows.map { prices[$0] })
      })
  }

  /// Farther than any date in a file.
  private static let lastDay = Day(9999, 12, 31) ?? Day(number: 2_932_896)

  public var first: Day { panel.days[0] }
  public var last: Day { panel.days[panel.days.count - 1] }

  private static func columns(of table: KnownTable, _ wanted: String?) throws(Absence) -> [String] {
    if let wanted {
      if table.has(wanted) { return [wanted] }
      guard let found = table.names.first(where: { $0.lowercased() == wanted.lowercased() }) else {
        throw Absence(KnownTable.missing(wanted, among: table.names, file: table.file))
      }
      return [found]
    }
    for usual in usualNames {
      if let found = table.names.first(where: { $0.lowercased() == usual }) { return [found] }
    }
    let numbers = table.names.indices.filter { index in
      let name = table.names[index]
      return !name.isEmpty && !RowDate.usualNames.contains(name.lowercased())
        && table.names.firstIndex(of: name) == index && table.holdsNumbers(index)
    }
    guard !numbers.isEmpty else {
      throw Absence(
        DataError(
          .noSuchColumn, file: table.file, line: 1, "there is no column of prices",
          cure: "call it 'close'; the columns are \(DataError.listed(table.names))"))
    }
    return numbers.map { table.names[$0] }
  }
}
