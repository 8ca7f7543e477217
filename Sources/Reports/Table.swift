/// A table of a report, drawn by ``TerminalTable`` and by ``HTMLPage`` alike.
public struct Table: Sendable {
  public enum Alignment: Sendable { case leading, trailing }

  public struct Heading: Sendable {
    public let title: String
    public let alignment: Alignment

    public init(_ title: String, _ alignment: Alignment = .leading) {
      (self.title, self.alignment) = (title, alignment)
    }
    /// A heading over numbers, aligned right.
    public static func number(_ title: String) -> Heading { Heading(title, .trailing) }
  }

  public enum Cell: Sendable, ExpressibleByStringLiteral {
    case text(String)
    case number(Double, NumberStyle = .plain, significant: Int = 3)
    /// A number with its sign.
    case effect(Double, NumberStyle = .plain, significant: Int = 3)
    case interval(low: Double, high: Double, NumberStyle = .plain)
    /// A small line; missing values are gaps.
    case spark([Double])
    case empty

    public init(stringLiteral value: String) { self = .text(value) }

    /// What a reader sees, without marks or drawing.
    public var text: String {
      switch self {
      case .text(let text): text
      case .number(let value, let style, let digits): style.text(value, significant: digits)
      case .effect(let value, let style, let digits): style.signedText(value, significant: digits)
      case .interval(let low, let high, let style): style.interval(low, high)
      case .spark(let values): Sparkline(values).blocks(width: 12)
      case .empty: ""
      }
    }

    /// The number a sort compares; nil for a text.
    var sortKey: Double? {
      switch self {
      case .number(let value, _, _), .effect(let value, _, _): value
      case .interval(let low, let high, _): low / 2 + high / 2
      case .spark(let values): values.last { !$0.isNaN }
      case .text, .empty: nil
      }
    }
  }

  public let headings: [Heading]
  public private(set) var rows: [[Cell]]

  /// Short rows are filled with empty cells; cells beyond the headings are dropped.
  public init(_ headings: [Heading], rows: [[Cell]] = []) {
    (self.headings, self.rows) = (headings, [])
    for row in rows { append(row) }
  }

  public mutating func append(_ row: [Cell]) {
    rows.append(headings.indices.map { $0 < row.count ? row[$0] : .empty })
  }
}
