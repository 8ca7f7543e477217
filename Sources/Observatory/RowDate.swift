import Quantities

/// How the date of a row is written.
enum RowDate: Hashable, Sendable {
  /// A column of dates, `yyyy-mm-dd` or `mm/dd/yyyy`.
  case column(String)
  /// The column that publishers and programs usually keep dates in, in the ways they write them.
  case usual
  /// A column of years, of which the row describes the beginning or the end.
  case startOfYear(String)
  case endOfYear(String)
  /// Nowhere: every row is of the day the file is looked at from.
  case undated

  /// Names of columns of dates, in the order of preference, in any case.
  static let usualNames = [
    "date", "observation_date", "trade_date", "quote_date", "day", "datetime", "timestamp", "time",
  ]

  /// Where the dates are; nil when there are none.
  func column(among names: [String], file: String) throws(DataError) -> Int? {
    switch self {
    case .undated: return nil
    case .column(let name), .startOfYear(let name), .endOfYear(let name):
      guard let index = names.firstIndex(of: name) else { throw KnownTable.missing(name, among: names, file: file) }
      return index
    case .usual:
      let lowered = names.map { $0.lowercased() }
      for name in Self.usualNames { if let index = lowered.firstIndex(of: name) { return index } }
      if names.count == 1, let mark = names[0].first(where: { ";\t|".contains($0) }) {
        throw DataError(
          .badHeader, file: file, line: 1, "columns are separated by \(DataError.shown(String(mark)))",
          cure: "separate them by commas")
      }
      throw DataError(
        .noSuchColumn, file: file, line: 1, "there is no column of dates",
        cure: "call it 'date'; the columns are \(DataError.listed(names))")
    }
  }

  func day(in cell: CSVScanner.Cell, of scanner: CSVScanner, _ reader: CellReader) -> Day? {
    switch self {
    case .column: return reader.day(of: scanner.bytes, from: cell.start, to: cell.end)
    case .usual: return WrittenDate.day(in: cell, of: scanner, reader)
    case .undated: return nil
    case .startOfYear, .endOfYear:
      guard case .number(let year) = reader.value(of: scanner.bytes, from: cell.start, to: cell.end),
        year == year.rounded(), (1600...9999).contains(year)
      else { return nil }
      if case .endOfYear = self { return Day(Int(year), 12, 31) }
      return Day(Int(year), 1, 1)
    }
  }
}

/// Dates as people and programs write them: `2024-01-05`, also followed by a time; `01/05/2024` and `1/5/2024`, the month
/// first; `20240105`.
enum WrittenDate {
  static func day(in cell: CSVScanner.Cell, of scanner: CSVScanner, _ reader: CellReader) -> Day? {
    let (bytes, start, end) = (scanner.bytes, cell.start, cell.end)
    if let day = reader.day(of: bytes, from: start, to: end) { return day }
    let length = end - start
    if length > 10, bytes[start + 10] == UInt8(ascii: " ") || bytes[start + 10] == UInt8(ascii: "T") {
      return reader.day(of: bytes, from: start, to: start + 10)
    }
    let cut = bytes[start..<end]
    if length == 8, let number = whole(cut) { return Day(number / 10_000, number / 100 % 100, number % 100) }
    let parts = cut.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard length <= 10, parts.count == 3, let month = whole(parts[0]), let day = whole(parts[1]), parts[2].count == 4,
      let year = whole(parts[2])
    else { return nil }
    return Day(year, month, day)
  }

  private static func whole(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard !bytes.isEmpty, bytes.count <= 8 else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return value
  }
}
