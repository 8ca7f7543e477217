import Quantities
import Statistics

/// A table as a file holds it: dated rows that may repeat a date, columns of numbers and of text.
///
/// A long table (one row a date and market, say) becomes a ``Statistics/Panel`` after ``rows(where:is:)``.
public struct TidyTable: Sendable {
  /// A column of labels; an empty string where a cell was missing.
  public struct TextColumn: Sendable, Equatable {
    public let name: String
    public let values: [String]
  }

  public let file: String
  public let days: [Day]
  public let numbers: [PanelColumn]
  public let texts: [TextColumn]
  /// The line of the file each row began on.
  public let lines: [Int]

  init(file: String, days: [Day], lines: [Int], columns: [GrowingColumn], lowersNames: Bool) throws(DataError) {
    (self.file, self.days, self.lines) = (file, days, lines)
    for column in columns { try column.checkKind() }
    func name(_ column: GrowingColumn) -> String { lowersNames ? column.name.lowercased() : column.name }
    numbers = columns.filter { !$0.isText }.map {
      PanelColumn(name($0), unit: ColumnUnit.symbol(of: name($0)), values: $0.numbers)
    }
    texts = columns.filter(\.isText).map { TextColumn(name: name($0), values: $0.texts) }
  }

  private init(_ table: TidyTable, keeping rows: [Int]) {
    file = table.file
    days = rows.map { table.days[$0] }
    lines = rows.map { table.lines[$0] }
    numbers = table.numbers.map { column in
      PanelColumn(column.name, unit: column.unit, values: rows.map { column.values[$0] })
    }
    texts = table.texts.map { column in TextColumn(name: column.name, values: rows.map { column.values[$0] }) }
  }

  /// The rows in which a text column has a value.
  ///
  /// - Throws: ``DataError`` naming the nearest column or value there is.
  public func rows(where name: String, is value: String) throws(DataError) -> TidyTable {
    guard let column = texts.first(where: { $0.name == name }) else {
      throw missing(.noSuchColumn, "there is no text column '\(name)'", name, among: texts.map(\.name))
    }
    let kept = days.indices.filter { column.values[$0] == value }
    guard !kept.isEmpty else {
      throw missing(.noSuchValue, "no row has '\(value)' in '\(name)'", value, among: distinct(column.values))
    }
    return TidyTable(self, keeping: kept)
  }

  private func missing(
    _ problem: DataError.Problem, _ message: String, _ word: String, among candidates: [String]
  ) -> DataError {
    let listed = candidates.prefix(8).joined(separator: ", ") + (candidates.count > 8 ? ", …" : "")
    let cure = word.nearest(among: candidates).map { "did you mean '\($0)'?" } ?? "there are: \(listed)"
    return DataError(problem, file: file, message, cure: candidates.isEmpty ? "the table has none" : cure)
  }

  private func distinct(_ values: [String]) -> [String] {
    values.sorted().reduce(into: []) { kept, value in if kept.last != value, !value.isEmpty { kept.append(value) } }
  }
}

extension TidyTable {
  /// The numbers as a panel whose frequency is inferred from the typical distance of its dates.
  ///
  /// Rows in strictly falling order of date are turned round.
  ///
  /// - Throws: ``DataError`` at the first line whose date repeats or is out of order.
  public func panel() throws(DataError) -> Panel {
    if let first = days.first, let last = days.last, last < first {
      return try TidyTable(self, keeping: days.indices.reversed()).increasingPanel()
    }
    return try increasingPanel()
  }

  private func increasingPanel() throws(DataError) -> Panel {
    for row in days.indices.dropFirst() where days[row - 1] >= days[row] { throw disorder(at: row) }
    do {
      return try Panel(Panel.Frequency(of: days), days: days, columns: numbers)
    } catch {
      throw DataError(.badHeader, file: file, "\(error)", cure: "rename or remove the column")
    }
  }

  private func disorder(at row: Int) -> DataError {
    let (before, here) = (days[row - 1], days[row])
    guard before == here else {
      return DataError(
        .unsorted, file: file, line: max(lines[row - 1], lines[row]), "\(here) and \(before) are out of order",
        cure: "sort the rows by date")
    }
    let long = texts.first.map { "keep one value of '\($0.name)'" } ?? "remove one"
    return DataError(
      .repeatedDate, file: file, line: max(lines[row - 1], lines[row]), "the date \(here) appears twice", cure: long)
  }
}

extension Panel.Frequency {
  /// The frequency whose usual distance between rows is nearest to the median distance of these days.
  public init(of days: [Day]) {
    let gaps = zip(days, days.dropFirst()).map { $0.distance(to: $1) }.sorted()
    switch gaps.isEmpty ? 1 : gaps[gaps.count / 2] {
    case ...4: self = .day
    case ...15: self = .week
    case ...60: self = .month
    case ...200: self = .quarter
    default: self = .year
    }
  }

  /// How many rows make a year; 252 trading days.
  public var perYear: Double {
    switch self {
    case .day: 252
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: 1
    }
  }
}
