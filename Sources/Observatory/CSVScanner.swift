/// Walks the bytes of a CSV file row by row, without copying a cell.
///
/// Understands quotes (`""` inside), line ends of every system, a byte-order mark, and line breaks inside quotes. Rows
/// without any text are passed over. O(bytes).
struct CSVScanner {
  /// The place of one cell in the bytes, blanks and enclosing quotes taken off.
  struct Cell {
    var start: Int
    var end: Int
    var isQuoted = false
  }

  static let longestLine = 1 << 20

  let file: String
  let bytes: [UInt8]
  private var position: Int
  private var nextLine = 1
  /// The line on which the last row began, counted from one.
  private(set) var line = 0
  private(set) var cells: [Cell] = []

  init(_ bytes: [UInt8], file: String) {
    (self.bytes, self.file) = (bytes, file)
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Moves to the next row that is not blank; false at the end of the file.
  mutating func advance() throws(DataError) -> Bool {
    while position < bytes.count {
      try scanRow()
      let isBlank = cells.count == 1 && cells[0].start == cells[0].end && !cells[0].isQuoted
      if !isBlank { return true }
    }
    return false
  }

  private mutating func scanRow() throws(DataError) {
    cells.removeAll(keepingCapacity: true)
    line = nextLine
    let begin = position
    while true {
      cells.append(isQuoteAhead ? try scanQuoted() : scanPlain())
      guard position < bytes.count else { break }
      let separator = bytes[position]
      position += 1
      guard separator != UInt8(ascii: ",") else {
        if position < bytes.count { continue }
        cells.append(Cell(start: position, end: position))
        break
      }
      if separator == UInt8(ascii: "\r"), position < bytes.count, bytes[position] == UInt8(ascii: "\n") {
        position += 1
      }
      nextLine += 1
      break
    }
    guard position - begin <= Self.longestLine else {
      throw DataError(
        .tooLong, file: file, line: line, "the line has \(position - begin) bytes",
        cure: "check for a missing line break or quote")
    }
  }

  private var isQuoteAhead: Bool {
    var ahead = position
    while ahead < bytes.count, bytes[ahead] == 0x20 { ahead += 1 }
    return ahead < bytes.count && bytes[ahead] == UInt8(ascii: "\"")
  }

  private mutating func scanPlain() -> Cell {
    let bytes = bytes
    var (start, end) = (position, position)
    while end < bytes.count {
      let byte = bytes[end]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      end += 1
    }
    position = end
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    return Cell(start: start, end: end)
  }

  private mutating func scanQuoted() throws(DataError) -> Cell {
    while bytes[position] == 0x20 { position += 1 }
    position += 1
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let isDoubled = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "\"")
        if !isDoubled { break }
        position += 1
      } else if byte == UInt8(ascii: "\n") {
        nextLine += 1
      }
      position += 1
    }
    guard position < bytes.count else {
      throw DataError(.openQuote, file: file, line: line, "a quote is never closed", cure: "close or remove it")
    }
    let cell = Cell(start: start, end: position, isQuoted: true)
    position += 1
    try skipToSeparator()
    return cell
  }

  private mutating func skipToSeparator() throws(DataError) {
    while position < bytes.count, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
    guard position < bytes.count else { return }
    switch bytes[position] {
    case UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return
    default:
      throw DataError(
        .openQuote, file: file, line: line, column: "\(cells.count + 1)", "text follows a closing quote",
        cure: "double the quotes inside a cell")
    }
  }

  /// The text of a cell, doubled quotes undone.
  func text(_ cell: Cell) -> String {
    let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    guard cell.isQuoted, text.utf8.contains(UInt8(ascii: "\"")) else { return text }
    var (plain, isSecond) = ("", false)
    for scalar in text.unicodeScalars {
      isSecond = scalar == "\"" && !isSecond
      if !isSecond { plain.unicodeScalars.append(scalar) }
    }
    return plain
  }
}
