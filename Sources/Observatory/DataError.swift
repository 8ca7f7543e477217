/// Why a file of data was refused: which file, where in it, what is wrong, and what to do.
public struct DataError: Error, Equatable, CustomStringConvertible {
  public enum Problem: String, Sendable, CaseIterable {
    case notFound, unreadable, empty, notCSV, badHeader, raggedRow, badNumber, badDate, repeatedDate, unsorted, tooLong
    case openQuote, noSuchColumn, noSuchValue
  }

  public let problem: Problem
  public let file: String
  /// Counted from one; nil when the whole file is meant.
  public let line: Int?
  /// The column's name, or its number from one when it has none.
  public let column: String?
  public let message: String
  public let cure: String

  public init(
    _ problem: Problem, file: String, line: Int? = nil, column: String? = nil, _ message: String, cure: String
  ) {
    (self.problem, self.file, self.line, self.column) = (problem, file, line, column)
    (self.message, self.cure) = (message, cure)
  }

  public var description: String {
    let place = [line.map { "line \($0)" }, column.map { "column '\($0)'" }].compactMap(\.self)
    return ([file] + place).joined(separator: ", ") + ": \(message); \(cure)"
  }

  /// A cell as a message shows it: at most 40 characters, without control characters.
  static func shown(_ cell: String) -> String {
    let plain = cell.unicodeScalars.prefix(40).map { $0.properties.generalCategory == .control ? " " : String($0) }
    return "'" + plain.joined() + (cell.unicodeScalars.count > 40 ? "…'" : "'")
  }

  /// The first names of a list, as a message shows them.
  static func listed(_ names: [String]) -> String {
    names.prefix(8).map { String(shown($0).dropFirst().dropLast()) }.joined(separator: ", ")
      + (names.count > 8 ? ", …" : "")
  }
}
