/// What one vintage of a series says differently from an earlier one.
public struct Revisions: Equatable, Sendable {
  public struct Change: Equatable, Sendable {
    /// The key of the row, joined by spaces.
    public let key: String
    public let column: String
    public let before: String
    public let after: String
  }

  /// Keys of rows that are new, and of rows that are gone.
  public private(set) var added: [String] = []
  public private(set) var withdrawn: [String] = []
  /// Cells whose text differs, in order of their rows.
  public private(set) var changes: [Change] = []

  /// Compares the columns both have. O(rows).
  public init(from old: SnapshotTable, to new: SnapshotTable) {
    let shared = new.columns.enumerated().dropFirst(new.keyCount).compactMap { index, column in
      old.names.firstIndex(of: column.name).map { (name: column.name, old: $0, new: index) }
    }
    func key(_ row: [String]) -> [String] { Array(row.prefix(new.keyCount)) }
    var (i, j) = (0, 0)
    while i < old.rows.count || j < new.rows.count {
      let before = i < old.rows.count ? key(old.rows[i]) : nil
      let after = j < new.rows.count ? key(new.rows[j]) : nil
      if let before, after.map({ before.lexicographicallyPrecedes($0) }) ?? true {
        withdrawn.append(before.joined(separator: " "))
        i += 1
      } else if let after, before.map({ after.lexicographicallyPrecedes($0) }) ?? true {
        added.append(after.joined(separator: " "))
        j += 1
      } else {
        for column in shared where old.rows[i][column.old] != new.rows[j][column.new] {
          changes.append(
            Change(
              key: key(new.rows[j]).joined(separator: " "), column: column.name, before: old.rows[i][column.old],
              after: new.rows[j][column.new]))
        }
        i += 1
        j += 1
      }
    }
  }

  /// How many rows have a cell that differs.
  public var revisedRows: Int {
    zip(changes, changes.dropFirst()).count { $0.key != $1.key } + (changes.isEmpty ? 0 : 1)
  }
}
