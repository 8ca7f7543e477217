import Quantities
import Statistics

/// The rows of a file that were known on a day.
///
/// A row is known when its date and the publication lag have passed. What later rows say, and what is wrong with them, is
/// not looked at; rows without a date are never known.
struct KnownTable {
  /// A text column and the value it must have.
  struct Filter {
    var column: String
    var value: String
    init(_ column: String, _ value: String) { (self.column, self.value) = (column, value) }
  }

  /// The date of each known row.
  let days: [Day]
  /// The line each known row began on.
  let lines: [Int]
  private let source: DatedFile
  /// The rows of the source; nil when they are its first.
  private let chosen: [Int]?

  var file: String { source.file }
  var names: [String] { source.names }

  /// - Throws: ``DataError`` at the first known row that has too few or too many cells.
  init(_ source: DatedFile, through day: Day, lag: Int) throws(DataError) {
    self.source = source
    let cut = day.advanced(by: -lag)
    let isUndated = source.rule == .undated
    if let bad = source.ragged.first(where: { isUndated || $0.day <= cut }) { throw bad.error }
    if isUndated {
      (days, lines, chosen) = (source.days.map { _ in cut }, source.lines, nil)
    } else if source.isSorted {
      let count = source.days.partitioningIndex { $0 > cut }
      (days, lines, chosen) = (Array(source.days[..<count]), Array(source.lines[..<count]), nil)
    } else {
      let rows = source.days.indices.filter { source.days[$0] <= cut }
      (days, lines, chosen) = (rows.map { source.days[$0] }, rows.map { source.lines[$0] }, rows)
    }
  }

  /// The rows of a file's bytes, a refusal as the reason of an absence.
  static func read(
    _ bytes: [UInt8], file: String, dated rule: RowDate = .column("date"), through day: Day, lag: Int = 0
  ) throws(Absence) -> KnownTable {
    do {
      return try KnownTable(try DatedFile(bytes, file: file, dated: rule), through: day, lag: lag)
    } catch {
      throw Absence(error)
    }
  }

  static func missing(_ name: String, among names: [String], file: String) -> DataError {
    let cure = name.nearest(among: names).map { "did you mean '\($0)'?" }
    return DataError(
      .noSuchColumn, file: file, "there is no column '\(name)'",
      cure: cure ?? "its columns begin with \(DataError.listed(names))")
  }
}

extension KnownTable {
  func has(_ name: String) -> Bool { names.contains(name) }

  private func row(_ index: Int) -> Int { chosen?[index] ?? index }

  /// The values of known rows out of those of all.
  private func known<Value>(_ values: [Value]) -> [Value] {
    chosen.map { rows in rows.map { values[$0] } } ?? Array(values[..<days.count])
  }

  /// Where the first of some rows is among those known; nil when none is.
  private func firstKnown(of rows: [Int]) -> Int? {
    guard let chosen else { return rows.first.flatMap { $0 < days.count ? $0 : nil } }
    let faults = Set(rows)
    return rows.isEmpty ? nil : chosen.firstIndex(where: faults.contains)
  }

  private func fault(_ index: Int, _ column: Int, _ what: String, cure: String) -> Absence {
    let shown = DataError.shown(source.text(row(index), column))
    return Absence(
      DataError(
        .badNumber, file: file, line: lines[index], column: names[column], "\(shown) is not a \(what)", cure: cure))
  }

  /// A column's numbers, one a known row; `nan` where missing.
  func numbers(_ name: String) throws(Absence) -> [Double] {
    let column = try index(of: name)
    let numbers = source.numbers(column)
    if let index = firstKnown(of: numbers.faults) {
      throw fault(index, column, "number", cure: "write it with digits and a point, or leave it empty if it is missing")
    }
    return known(numbers.values)
  }

  /// Whether a column holds more numbers than texts on known rows.
  func holdsNumbers(_ column: Int) -> Bool {
    let numbers = source.numbers(column)
    let faults = numbers.faults.count { chosen?.contains($0) ?? ($0 < days.count) }
    return known(numbers.values).count { !$0.isNaN } > faults
  }

  /// One number of a column; `nan` where missing.
  func number(_ name: String, at index: Int) throws(Absence) -> Double {
    let column = try self.index(of: name)
    let numbers = source.numbers(column)
    guard numbers.faults.isEmpty || !numbers.faults.contains(row(index)) else {
      throw fault(index, column, "number", cure: "write it with digits and a point, or leave it empty if it is missing")
    }
    return numbers.values[row(index)]
  }

  /// A column's texts, one a known row; empty where missing.
  func texts(_ name: String) throws(Absence) -> [String] { known(source.texts(try index(of: name))) }

  /// A column's dates, one a known row; nil where missing.
  func dates(_ name: String) throws(Absence) -> [Day?] {
    let column = try index(of: name)
    let dates = source.dates(column)
    if let index = firstKnown(of: dates.faults) { throw fault(index, column, "date", cure: "write it as yyyy-mm-dd") }
    return known(dates.values)
  }

  /// The rows in which a text column has a value.
  func rows(where filter: Filter) throws(Absence) -> [Int] {
    let column = try index(of: filter.column)
    let wanted = Array(filter.value.utf8)
    let rows = days.indices.filter { source.holds(wanted, row($0), column) }
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

  /// The same, nil when there is no such column or nothing in it was known; what is broken is still thrown.
  func seriesIfAny(_ name: String, where filter: Filter? = nil) throws(Absence) -> KnownSeries? {
    do { return try series(name, where: filter) } catch {
      if error.isFault { throw error }
      return nil
    }
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
      throw Absence(reason: "\(file): \(error)", isFault: true)
    }
  }

  /// Where a column is.
  private func index(of name: String) throws(Absence) -> Int {
    guard let index = names.firstIndex(of: name) else {
      throw Absence(KnownTable.missing(name, among: names, file: file))
    }
    return index
  }
}

extension Array where Element: Comparable {
  /// The first index of a sorted array at which a property that stays true once it is true holds.
  fileprivate func partitioningIndex(where holds: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
