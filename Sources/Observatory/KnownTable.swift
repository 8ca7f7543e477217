import Quantities
import Statistics

/// How the date of a row is written.
enum RowDate: Sendable {
  /// A column of dates, `yyyy-mm-dd` or `mm/dd/yyyy`.
  case column(String)
  /// A column of years, of which the row describes the beginning or the end.
  case startOfYear(String)
  case endOfYear(String)
  /// Nowhere: every row is of the day the file is looked at from.
  case undated

  var name: String? {
    switch self {
    case .column(let name), .startOfYear(let name), .endOfYear(let name): name
    case .undated: nil
    }
  }
}

/// The rows of a file that were known on a day, their cells unread until a column is asked for.
///
/// A row is known when its date and the publication lag have passed. Rows later than that are passed over before any
/// other of their cells is looked at; rows without a date are never known.
struct KnownTable {
  /// A text column and the value it must have.
  struct Filter {
    var column: String
    var value: String
    init(_ column: String, _ value: String) { (self.column, self.value) = (column, value) }
  }

  let file: String
  /// The date of each known row.
  private(set) var days: [Day] = []
  let names: [String]
  private let scanner: CSVScanner
  private var cells: [CSVScanner.Cell] = []
  /// The line each known row began on.
  private(set) var lines: [Int] = []
  private let reader = CellReader()

  init(_ bytes: [UInt8], file: String, dated rule: RowDate, through day: Day, lag: Int) throws(DataError) {
    if let refusal = FileKind(of: bytes).refusal(of: file) { throw refusal }
    var scanner = CSVScanner(bytes, file: file)
    guard try scanner.advance() else {
      throw DataError(.empty, file: file, "the file is empty", cure: "download it again")
    }
    let names = scanner.cells.map(scanner.text)
    (self.names, self.file) = (names, file)
    let dateColumn = rule.name.flatMap { names.firstIndex(of: $0) }
    if dateColumn == nil, let name = rule.name { throw KnownTable.missing(name, among: names, file: file) }
    let cut = day.advanced(by: -lag)
    while try scanner.advance() {
      var date = cut
      if let dateColumn {
        guard dateColumn < scanner.cells.count else { throw KnownTable.ragged(scanner, names) }
        let cell = scanner.cells[dateColumn]
        if cell.start == cell.end { continue }
        guard let written = KnownTable.date(in: cell, of: scanner, reader, rule) else {
          throw DataError(
            .badDate, file: file, line: scanner.line, column: names[dateColumn],
            "\(DataError.shown(scanner.text(cell))) is not a date", cure: "write it as yyyy-mm-dd")
        }
        guard written <= cut else { continue }
        date = written
      }
      guard scanner.cells.count == names.count else { throw KnownTable.ragged(scanner, names) }
      days.append(date)
      lines.append(scanner.line)
      cells += scanner.cells
    }
    self.scanner = scanner
  }

  /// The same, its refusal as the reason of an absence.
  static func read(
    _ bytes: [UInt8], file: String, dated rule: RowDate = .column("date"), through day: Day, lag: Int = 0
  ) throws(Absence) -> KnownTable {
    do {
      return try KnownTable(bytes, file: file, dated: rule, through: day, lag: lag)
    } catch {
      throw Absence(reason: "\(error)")
    }
  }

  private static func date(
    in cell: CSVScanner.Cell, of scanner: CSVScanner, _ reader: CellReader, _ rule: RowDate
  ) -> Day? {
    if case .column = rule { return reader.day(of: scanner.bytes, from: cell.start, to: cell.end) }
    guard case .number(let year) = reader.value(of: scanner.bytes, from: cell.start, to: cell.end),
      year == year.rounded(), (1600...9999).contains(year)
    else { return nil }
    if case .endOfYear = rule { return Day(Int(year), 12, 31) }
    return Day(Int(year), 1, 1)
  }

  private static func ragged(_ scanner: CSVScanner, _ names: [String]) -> DataError {
    DataError(
      .raggedRow, file: scanner.file, line: scanner.line,
      "the row has \(scanner.cells.count) cells and the header \(names.count)", cure: "fill it up or quote its commas")
  }

  private static func missing(_ name: String, among names: [String], file: String) -> DataError {
    let cure = name.nearest(among: names).map { "did you mean '\($0)'?" }
    let listed = names.prefix(8).joined(separator: ", ")
    return DataError(
      .noSuchColumn, file: file, "there is no column '\(name)'", cure: cure ?? "its columns begin with \(listed)")
  }
}

extension KnownTable {
  func has(_ name: String) -> Bool { names.contains(name) }

  /// A column's numbers, one a known row; `nan` where missing.
  func numbers(_ name: String) throws(Absence) -> [Double] {
    let column = try index(of: name)
    var numbers: [Double] = []
    numbers.reserveCapacity(days.count)
    for row in days.indices {
      let cell = cells[row * names.count + column]
      switch reader.value(of: scanner.bytes, from: cell.start, to: cell.end) {
      case .number(let number): numbers.append(number)
      case .missing: numbers.append(.nan)
      case .text:
        let shown = DataError.shown(scanner.text(cell))
        throw Absence(reason: "\(file), line \(lines[row]), column '\(name)': \(shown) is not a number")
      }
    }
    return numbers
  }

  /// A column's texts, one a known row; empty where missing.
  func texts(_ name: String) throws(Absence) -> [String] {
    let column = try index(of: name)
    return days.indices.map { scanner.text(cells[$0 * names.count + column]) }
  }

  /// A column's dates, one a known row; nil where missing.
  func dates(_ name: String) throws(Absence) -> [Day?] {
    let column = try index(of: name)
    return days.indices.map { row in
      let cell = cells[row * names.count + column]
      return reader.day(of: scanner.bytes, from: cell.start, to: cell.end)
    }
  }

  /// The rows in which a text column has a value.
  func rows(where filter: Filter) throws(Absence) -> [Int] {
    let column = try index(of: filter.column)
    let wanted = Array(filter.value.utf8)
    let rows = days.indices.filter { row in
      let cell = cells[row * names.count + column]
      return cell.end - cell.start == wanted.count && scanner.bytes[cell.start..<cell.end].elementsEqual(wanted)
    }
    guard !rows.isEmpty else {
      throw Absence(reason: "\(file): no row known on the day has '\(filter.value)' in '\(filter.column)'")
    }
    return rows
  }

  /// A column's values by date, missing ones left out; rows need not be sorted.
  func series(_ name: String, where filter: Filter? = nil) throws(Absence) -> KnownSeries {
    let values = try numbers(name)
    let rows: [Int]
    if let filter { rows = try self.rows(where: filter) } else { rows = Array(days.indices) }
    var pairs = rows.filter { !values[$0].isNaN }.map { (days[$0], values[$0]) }
    if zip(pairs, pairs.dropFirst()).contains(where: { $0.0 >= $1.0 }) { pairs.sort { $0.0 < $1.0 } }
    let label = "\(file): \(name)" + (filter.map { " where \($0.column) is \($0.value)" } ?? "")
    guard !pairs.isEmpty else { throw Absence(reason: "\(label) has no value known on the day") }
    return KnownSeries(source: label, days: pairs.map(\.0), values: pairs.map(\.1))
  }

  /// The distinct values of a text column, sorted.
  func distinct(_ name: String) throws(Absence) -> [String] {
    try texts(name).sorted().reduce(into: []) { if $0.last != $1, !$1.isEmpty { $0.append($1) } }
  }

  /// Columns of numbers as a panel; the rows must be sorted by date.
  func panel(_ columns: [String]) throws(Absence) -> Panel {
    var listed: [PanelColumn] = []
    for name in columns {
      listed.append(PanelColumn(name, unit: ColumnUnit.symbol(of: name), values: try numbers(name)))
    }
    do {
      return try Panel(Panel.Frequency(of: days), days: days, columns: listed)
    } catch {
      throw Absence(reason: "\(file): \(error)")
    }
  }

  private func index(of name: String) throws(Absence) -> Int {
    guard let index = names.firstIndex(of: name) else {
      throw Absence(reason: "\(KnownTable.missing(name, among: names, file: file))")
    }
    return index
  }
}
