import Quantities
import Statistics

/// What a file of a data folder holds, without judging it: columns, dates, digest.
public struct FileSurvey: Codable, Equatable, Sendable {
  public var file: String
  public var bytes: Int
  public var sha256: String
  public var columns: [String]
  public var rows: Int
  /// The column the dates are in; nil when there is none.
  public var dateColumn: String?
  public var first: String?
  public var last: String?
  /// The usual distance between two dates, in days.
  public var usualGap: Int?
  /// Why the file could not be read to its end, and where.
  public var problem: String?

  /// Reads a file from its bytes. O(bytes).
  public init(_ file: String, bytes: [UInt8]) {
    (self.file, self.bytes, sha256) = (file, bytes.count, SHA256.hex(of: bytes))
    (columns, rows) = ([], 0)
    if let refusal = FileKind(of: bytes).refusal(of: file) {
      problem = refusal.description
      return
    }
    do { try scan(bytes) } catch { problem = "\(error)" }
  }

  private mutating func scan(_ bytes: [UInt8]) throws(DataError) {
    var scanner = CSVScanner(bytes, file: file)
    guard try scanner.advance() else { return }
    columns = scanner.cells.map(scanner.text)
    let dated = ["date", "observation_date"]
    let column = columns.firstIndex { dated.contains($0.lowercased()) }
    dateColumn = column.map { columns[$0] }
    let reader = CellReader()
    var days: [Day] = []
    while try scanner.advance() {
      rows += 1
      guard scanner.cells.count == columns.count else {
        problem = problem ?? "line \(scanner.line) has \(scanner.cells.count) cells and the header \(columns.count)"
        continue
      }
      guard let cell = column.map({ scanner.cells[$0] }), cell.start < cell.end else { continue }
      if let day = reader.day(of: scanner.bytes, from: cell.start, to: cell.end) {
        days.append(day)
      } else {
        problem = problem ?? "line \(scanner.line): \(DataError.shown(scanner.text(cell))) is not a date"
      }
    }
    (first, last) = (days.min()?.iso, days.max()?.iso)
    usualGap = Freshness.usualGap(of: days)
  }
}

/// How old data may be before they count as stale: two usual gaps between dates, at least five days, and the time the
/// publisher takes.
public struct Freshness: Equatable, Sendable {
  public let ageDays: Int
  public let allowedDays: Int

  public var isStale: Bool { ageDays > allowedDays }

  public init(last: Day, usualGap: Int, lag: Int, seenFrom day: Day) {
    ageDays = last.distance(to: day)
    allowedDays = max(5, 2 * usualGap) + lag
  }

  /// Of a file of a data folder; nil when it is not dated.
  public init?(of survey: FileSurvey, seenFrom day: Day) {
    guard let last = survey.last.flatMap({ Day(iso: $0) }), let gap = survey.usualGap else { return nil }
    self.init(last: last, usualGap: gap, lag: PublicationLag.days(of: survey.file), seenFrom: day)
  }

  /// The median distance between neighbouring dates, repeated ones counted once; nil for fewer than two.
  static func usualGap(of days: [Day]) -> Int? {
    let sorted = days.sorted()
    let gaps = zip(sorted, sorted.dropFirst()).map { $0.distance(to: $1) }.filter { $0 > 0 }.sorted()
    return gaps.isEmpty ? nil : gaps[gaps.count / 2]
  }
}
