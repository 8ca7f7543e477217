extension SnapshotTable {
  /// The table as tidy CSV: a header, ISO dates, cells as published, a line feed after every row.
  public var csv: [UInt8] {
    var bytes: [UInt8] = []
    SnapshotTable.append(names, to: &bytes)
    for row in rows { SnapshotTable.append(row, to: &bytes) }
    return bytes
  }

  static func append(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let isPlain = cell.utf8.allSatisfy { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 >= 0x20 }
      bytes += isPlain ? Array(cell.utf8) : Array("\"\(cell.replacing("\"", with: "\"\""))\"".utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Reads what ``csv`` wrote.
  ///
  /// - Throws: ``DataError`` or ``FetchError`` when it is anything else.
  public init(csv bytes: [UInt8], columns: [Column], keyCount: Int, file: String) throws {
    var scanner = CSVScanner(bytes, file: file)
    guard try scanner.advance(), scanner.cells.map(scanner.text) == columns.map(\.name) else {
      throw DataError(.badHeader, file: file, "the header is not that of its series", cure: "fetch it again")
    }
    var rows: [[String]] = []
    while try scanner.advance() { rows.append(scanner.cells.map(scanner.text)) }
    try self.init(columns, keyCount: keyCount, rows: rows)
  }
}
