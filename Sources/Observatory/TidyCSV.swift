import Quantities
import Statistics

/// Reads the tables publishers offer: a header, a first column of dates, and one column a series.
///
/// Three formats are told apart by the header and the first date: tidy (`date`, ISO dates), FRED (`DATE` or
/// `observation_date`, `.` for missing) and Cboe history (`DATE,OPEN,HIGH,LOW,CLOSE` or one value, `mm/dd/yyyy`,
/// whose names are lowered). A cell that is blank, `.`, `NA`, `nan` or `null` is missing, never zero. A column
/// without numbers is text; a column in which numbers prevail may not hold anything else.
public enum TidyCSV {
  /// The table in a file's bytes.
  ///
  /// - Throws: ``DataError`` with the place and the cure. No input traps. O(bytes).
  public static func table(_ bytes: [UInt8], file: String) throws(DataError) -> TidyTable {
    if let refusal = FileKind(of: bytes).refusal(of: file) { throw refusal }
    var scanner = CSVScanner(bytes, file: file)
    guard try scanner.advance() else {
      throw DataError(.empty, file: file, "the file is empty", cure: "download it again")
    }
    let names = try header(of: scanner)
    return try body(of: &scanner, names: names)
  }

  /// The panel in a file's bytes; text columns are left out.
  public static func panel(_ bytes: [UInt8], file: String) throws(DataError) -> Panel {
    try table(bytes, file: file).panel()
  }

  private static func header(of scanner: CSVScanner) throws(DataError) -> [String] {
    func refuse(_ message: String, column: String? = nil, cure: String) -> DataError {
      DataError(.badHeader, file: scanner.file, line: scanner.line, column: column, message, cure: cure)
    }
    let names = scanner.cells.map(scanner.text)
    guard ["date", "observation_date"].contains(names[0].lowercased()) else {
      if names.count == 1, let separator = names[0].first(where: { ";\t|".contains($0) }) {
        throw refuse("columns are separated by \(DataError.shown(String(separator)))", cure: "separate them by commas")
      }
      throw refuse("the first column is \(DataError.shown(names[0]))", cure: "the first column must be 'date'")
    }
    guard names.count > 1 else { throw refuse("there is no column but the date", cure: "add a column of values") }
    for (index, name) in names.enumerated() where name.isEmpty {
      throw refuse("the column has no name", column: "\(index + 1)", cure: "name it in the header")
    }
    if let twice = repeated(in: names) {
      throw refuse("two columns are named \(DataError.shown(twice))", column: twice, cure: "rename one")
    }
    return names
  }

  private static func repeated(in names: [String]) -> String? {
    let sorted = names.sorted()
    return zip(sorted, sorted.dropFirst()).first { $0.0 == $0.1 }?.0
  }

  private static func body(of scanner: inout CSVScanner, names: [String]) throws(DataError) -> TidyTable {
    let reader = CellReader()
    var (days, lines): ([Day], [Int]) = ([], [])
    var columns = names.dropFirst().map { GrowingColumn(name: $0, file: scanner.file) }
    var isCboe = false
    while try scanner.advance() {
      let cells = scanner.cells
      guard cells.count == names.count else { throw raggedRow(scanner, names: names) }
      guard let day = reader.day(of: scanner.bytes, from: cells[0].start, to: cells[0].end) else {
        throw badDate(scanner, column: names[0])
      }
      if days.isEmpty { isCboe = scanner.bytes[cells[0].start + 2] == UInt8(ascii: "/") }
      days.append(day)
      lines.append(scanner.line)
      for index in columns.indices { try columns[index].append(cells[index + 1], of: scanner, reader) }
    }
    guard !days.isEmpty else {
      throw DataError(.empty, file: scanner.file, "there is a header but no row", cure: "download it again")
    }
    return try TidyTable(file: scanner.file, days: days, lines: lines, columns: columns, lowersNames: isCboe)
  }

  private static func raggedRow(_ scanner: CSVScanner, names: [String]) -> DataError {
    let (found, wanted) = (scanner.cells.count, names.count)
    return DataError(
      .raggedRow, file: scanner.file, line: scanner.line, column: found < wanted ? names[found] : nil,
      "the row has \(found) cells and the header \(wanted)",
      cure: found < wanted ? "fill the row up with commas" : "quote cells that contain a comma")
  }

  private static func badDate(_ scanner: CSVScanner, column: String) -> DataError {
    DataError(
      .badDate, file: scanner.file, line: scanner.line, column: column,
      "\(DataError.shown(scanner.text(scanner.cells[0]))) is not a date", cure: "write it as yyyy-mm-dd")
  }
}
