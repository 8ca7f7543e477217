import Quantities

/// The rows of a series as published: keys first (the date, and what else tells rows of one date apart), then values.
///
/// Cells are text, so that a value is kept as its publisher wrote it; an empty cell is a missing one.
public struct SnapshotTable: Equatable, Sendable {
  public struct Column: Equatable, Sendable {
    public enum Kind: Sendable { case date, number, label }
    public let name: String
    public let kind: Kind

    public static func date(_ name: String = "date") -> Column { Column(name: name, kind: .date) }
    public static func number(_ name: String) -> Column { Column(name: name, kind: .number) }
    public static func label(_ name: String) -> Column { Column(name: name, kind: .label) }
  }

  public let columns: [Column]
  /// How many of the first columns make up the key of a row.
  public let keyCount: Int
  /// In increasing order of their keys.
  public private(set) var rows: [[String]]

  /// Checks, sorts, and drops rows that repeat another word by word.
  ///
  /// - Throws: ``FetchError`` naming the row that is ragged, is not dated, holds no number where one belongs, or
  ///   contradicts another. O(n log n).
  public init(_ columns: [Column], keyCount: Int = 1, rows: [[String]] = []) throws(FetchError) {
    (self.columns, self.keyCount) = (columns, keyCount)
    let reader = CellReader()
    for row in rows { try SnapshotTable.check(row, columns, reader) }
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { SnapshotTable.precedes($0, $1, keyCount) }
    self.rows = isSorted ? rows : try SnapshotTable.distinct(rows, keyCount)
  }

  private static func check(_ row: [String], _ columns: [Column], _ reader: CellReader) throws(FetchError) {
    let place = DataError.shown(row.first ?? "")
    guard row.count == columns.count else {
      throw .malformed("the row of \(place) has \(row.count) cells and \(columns.count) are expected")
    }
    for (cell, column) in zip(row, columns) {
      switch column.kind {
      case .label: continue
      case .date:
        guard Day(iso: cell) != nil else { throw .malformed("\(DataError.shown(cell)) is not a date") }
      case .number:
        let bytes = Array(cell.utf8)
        guard cell.isEmpty || reader.isNumber(bytes) else {
          throw .malformed("\(DataError.shown(cell)) in '\(column.name)' on \(place) is not a number")
        }
      }
    }
  }

  private static func precedes(_ a: [String], _ b: [String], _ keyCount: Int) -> Bool {
    a.prefix(keyCount).lexicographicallyPrecedes(b.prefix(keyCount))
  }

  private static func distinct(_ rows: [[String]], _ keyCount: Int) throws(FetchError) -> [[String]] {
    var kept: [[String]] = []
    for row in rows.sorted(by: { precedes($0, $1, keyCount) }) {
      guard let last = kept.last, last.prefix(keyCount) == row.prefix(keyCount) else {
        kept.append(row)
        continue
      }
      guard last == row else {
        let key = row.prefix(keyCount).joined(separator: ", ")
        throw .malformed("two rows of \(key) contradict each other")
      }
    }
    return kept
  }

  public var names: [String] { columns.map(\.name) }
  public var firstDay: Day? { rows.first.flatMap { Day(iso: $0[0]) } }
  public var lastDay: Day? { rows.last.flatMap { Day(iso: $0[0]) } }

  /// The last day on which there is a value.
  public var lastValueDay: Day? {
    rows.last { row in zip(row, columns).contains { !$0.isEmpty && $1.kind == .number } }.flatMap { Day(iso: $0[0]) }
  }
}

extension CellReader {
  /// Whether a text is one finite number.
  func isNumber(_ bytes: [UInt8]) -> Bool {
    guard !bytes.isEmpty else { return false }
    if case .number = value(of: bytes, from: 0, to: bytes.count) { return true }
    return false
  }
}
