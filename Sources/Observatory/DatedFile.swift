import Quantities
import Statistics
import Synchronization

/// The rows of a file as they lie, dated by one rule; read once, whatever days it is looked at from.
///
/// Cells are read when a column is first asked for. What is wrong with a row counts only for days on which the row was
/// known; a row whose date cannot be read, and text that is no CSV, is refused for all of them. May be shared by threads.
final class DatedFile: Sendable {
  /// A column's numbers, `nan` where missing or no number, and the rows that hold something else.
  struct Numbers {
    var values: [Double] = []
    var faults: [Int] = []
  }

  /// A column's dates, nil where missing or no date, and the rows that hold something else.
  struct Dates {
    var values: [Day?] = []
    var faults: [Int] = []
  }

  let file: String
  let names: [String]
  let rule: RowDate
  let days: [Day]
  /// The line each row began on.
  let lines: [Int]
  let isSorted: Bool
  /// Rows with too few or too many cells; they are no rows of the table.
  let ragged: [(day: Day, error: DataError)]
  private let scanner: CSVScanner
  private let cells: [CSVScanner.Cell]
  private let reader = CellReader()
  private let numberColumns = Mutex<[Int: Numbers]>([:])
  private let dateColumns = Mutex<[Int: Dates]>([:])
  private let textColumns = Mutex<[Int: [String]]>([:])

  /// - Throws: ``DataError`` when this is no table, has no such column of dates, or a row's date cannot be read.
  init(_ bytes: [UInt8], file: String, dated rule: RowDate) throws(DataError) {
    if let refusal = FileKind(of: bytes).refusal(of: file) { throw refusal }
    var scanner = CSVScanner(bytes, file: file)
    guard try scanner.advance() else {
      throw DataError(.empty, file: file, "the file is empty", cure: "download it again")
    }
    let names = scanner.cells.map(scanner.text)
    let dateColumn = try rule.column(among: names, file: file)
    var (days, lines, cells): ([Day], [Int], [CSVScanner.Cell]) = ([], [], [])
    var ragged: [(day: Day, error: DataError)] = []
    while try scanner.advance() {
      var date = Day(number: 0)
      if let dateColumn {
        guard dateColumn < scanner.cells.count else { throw DatedFile.ragged(scanner, names) }
        let cell = scanner.cells[dateColumn]
        if cell.start == cell.end { continue }
        guard let written = rule.day(in: cell, of: scanner, reader) else {
          throw DataError(
            .badDate, file: file, line: scanner.line, column: names[dateColumn],
            "\(DataError.shown(scanner.text(cell))) is not a date", cure: "write it as yyyy-mm-dd")
        }
        date = written
      }
      guard scanner.cells.count == names.count else {
        ragged.append((date, DatedFile.ragged(scanner, names)))
        continue
      }
      days.append(date)
      lines.append(scanner.line)
      cells += scanner.cells
    }
    (self.file, self.names, self.rule, self.days, self.lines) = (file, names, rule, days, lines)
    (self.ragged, self.scanner, self.cells) = (ragged, scanner, cells)
    isSorted = zip(days, days.dropFirst()).allSatisfy { $0 <= $1 }
  }

  private static func ragged(_ scanner: CSVScanner, _ names: [String]) -> DataError {
    DataError(
      .raggedRow, file: scanner.file, line: scanner.line,
      "the row has \(scanner.cells.count) cells and the header \(names.count)", cure: "fill it up or quote its commas")
  }

  private func cell(_ row: Int, _ column: Int) -> CSVScanner.Cell { cells[row * names.count + column] }

  func text(_ row: Int, _ column: Int) -> String { scanner.text(cell(row, column)) }

  func texts(_ column: Int) -> [String] {
    textColumns.withLock { held in
      if let texts = held[column] { return texts }
      let texts = days.indices.map { text($0, column) }
      held[column] = texts
      return texts
    }
  }

  func numbers(_ column: Int) -> Numbers {
    numberColumns.withLock { held in
      if let numbers = held[column] { return numbers }
      var numbers = Numbers()
      numbers.values.reserveCapacity(days.count)
      for row in days.indices {
        let cell = cell(row, column)
        switch reader.value(of: scanner.bytes, from: cell.start, to: cell.end) {
        case .number(let number): numbers.values.append(number)
        case .missing: numbers.values.append(.nan)
        case .text:
          numbers.values.append(.nan)
          numbers.faults.append(row)
        }
      }
      held[column] = numbers
      return numbers
    }
  }

  func dates(_ column: Int) -> Dates {
    dateColumns.withLock { held in
      if let dates = held[column] { return dates }
      var dates = Dates()
      dates.values.reserveCapacity(days.count)
      for row in days.indices {
        let cell = cell(row, column)
        let day = WrittenDate.day(in: cell, of: scanner, reader)
        if day == nil, case .text = reader.value(of: scanner.bytes, from: cell.start, to: cell.end) {
          dates.faults.append(row)
        } else if day == nil, case .number = reader.value(of: scanner.bytes, from: cell.start, to: cell.end) {
          dates.faults.append(row)
        }
        dates.values.append(day)
      }
      held[column] = dates
      return dates
    }
  }

  /// Whether a cell holds exactly these bytes.
  func holds(_ wanted: [UInt8], _ row: Int, _ column: Int) -> Bool {
    let cell = cell(row, column)
    return cell.end - cell.start == wanted.count && scanner.bytes[cell.start..<cell.end].elementsEqual(wanted)
  }
}
