import Quantities

/// A table of dated columns, lived or simulated.
///
/// All columns share one strictly increasing index of days at one frequency. A missing value is `nan` and is never
/// zero; ``subscript(_:)`` gives it back as nil. Gauges read panels and cannot tell which world made them.
public struct Panel: Sendable {
  /// How often a panel has a row.
  public enum Frequency: String, Sendable, Codable, CaseIterable { case day, week, month, quarter, year }

  public let frequency: Frequency
  public let days: [Day]
  public private(set) var columns: [PanelColumn]

  /// - Throws: ``PanelError`` when days do not increase, a length differs, or a name repeats.
  public init(_ frequency: Frequency, days: [Day], columns: [PanelColumn] = []) throws(PanelError) {
    for (earlier, later) in zip(days, days.dropFirst()) where earlier >= later {
      throw .daysNotIncreasing(earlier, later)
    }
    (self.frequency, self.days, self.columns) = (frequency, days, [])
    for column in columns { try append(column) }
  }

  public mutating func append(_ column: PanelColumn) throws(PanelError) {
    guard column.values.count == days.count else {
      throw .lengthDiffers(column: column.name, rows: column.values.count, expected: days.count)
    }
    guard self[column.name] == nil else { throw .repeatedColumn(column.name) }
    columns.append(column)
  }

  public subscript(name: String) -> PanelColumn? { columns.first { $0.name == name } }

  /// The column of a name.
  ///
  /// - Throws: ``PanelError/noSuchColumn(_:nearest:)`` naming the nearest column there is.
  public func column(_ name: String) throws(PanelError) -> PanelColumn {
    guard let column = self[name] else {
      throw .noSuchColumn(name, nearest: name.nearest(among: columns.map(\.name)))
    }
    return column
  }

  /// The columns of names, and the rows up to a day in which none of them is missing.
  ///
  /// - Throws: ``PanelError/noSuchColumn(_:nearest:)`` for the first name that is not there.
  public func complete(_ names: [String], through last: Day) throws(PanelError) -> (columns: [[Double]], rows: [Int]) {
    var values: [[Double]] = []
    for name in names { values.append(try column(name).values) }
    let rows = days.indices.filter { row in days[row] <= last && values.allSatisfy { $0[row].isFinite } }
    return (values, rows)
  }

  /// The rows from `first` to `last`, both included.
  public func rows(from first: Day? = nil, through last: Day? = nil) -> Panel {
    let kept = days.indices.filter { row in
      (first.map { days[row] >= $0 } ?? true) && (last.map { days[row] <= $0 } ?? true)
    }
    var part = self
    part.replace(days: kept.map { days[$0] }, columns: columns.map { c in c.with(values: kept.map { c.values[$0] }) })
    return part
  }

  private init(unchecked frequency: Frequency, days: [Day], columns: [PanelColumn]) {
    (self.frequency, self.days, self.columns) = (frequency, days, columns)
  }

  private mutating func replace(days: [Day], columns: [PanelColumn]) {
    self = Panel(unchecked: frequency, days: days, columns: columns)
  }
}

/// One named series of a panel with its unit.
public struct PanelColumn: Sendable {
  public let name: String
  /// The unit's symbol as in ``Quantities/MeasurementUnit/symbol``, such as `$`, `1/√year` or `index`.
  public let unit: String
  /// One value a row; `nan` where missing.
  public let values: [Double]

  public init(_ name: String, unit: String, values: [Double]) {
    (self.name, self.unit, self.values) = (name, unit, values)
  }

  /// The value of a row, or nil where it is missing.
  public subscript(row: Int) -> Double? { values[row].isNaN ? nil : values[row] }

  func with(values: [Double]) -> PanelColumn { PanelColumn(name, unit: unit, values: values) }
}

/// Why a panel cannot be made or read.
public enum PanelError: Error, Equatable, CustomStringConvertible {
  case daysNotIncreasing(Day, Day)
  case lengthDiffers(column: String, rows: Int, expected: Int)
  case repeatedColumn(String)
  case noSuchColumn(String, nearest: String?)

  public var description: String {
    switch self {
    case .daysNotIncreasing(let a, let b): "dates must increase: \(b) follows \(a)"
    case .lengthDiffers(let column, let rows, let expected):
      "column '\(column)' has \(rows) rows where the panel has \(expected)"
    case .repeatedColumn(let name): "column '\(name)' appears twice"
    case .noSuchColumn(let name, let nearest):
      "there is no column '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
  }
}
