import Quantities

/// One number the United States opens with, with its unit and where it comes from.
public struct Figure: Sendable {
  public let name: String
  /// The value in its unit: dollars, not millions.
  public let value: Double
  /// A symbol as in ``Quantities/MeasurementUnit/symbol``: `$`, `$/year`, `1/year`, `1`, `persons`.
  public let unit: String
  public let source: Source
  /// How a test finds the same value in the shared data; nil when no shared file has it.
  public let check: Check?

  public init(_ name: String, _ value: Double, _ unit: String, _ source: Source, check: Check? = nil) {
    (self.name, self.value, self.unit, self.source, self.check) = (name, value, unit, source, check)
  }
}

/// A recipe that recomputes a figure from a table of the shared data.
public struct Check: Sendable {
  /// A column and the text its cell must have.
  public struct Match: Sendable {
    public let column: String
    public let text: String
    public init(_ column: String, _ text: String) { (self.column, self.text) = (column, text) }
  }

  /// What is done with the cells that are left.
  public enum Aggregate: Sendable {
    /// There must be exactly one.
    case only
    case sum, mean, median
  }

  /// The table's path inside the shared folder.
  public let file: String
  public let column: String
  public let matches: [Match]
  /// First and last date that count, as ISO text; nil for no bound.
  public let from: String?
  public let through: String?
  public let aggregate: Aggregate
  /// What the table's unit is in the figure's unit.
  public let scale: Double

  public init(
    _ file: String, _ column: String, where matches: [Match] = [], from: String? = nil, through: String? = nil,
    taking aggregate: Aggregate = .only, times scale: Double = 1
  ) {
    (self.file, self.column, self.matches, self.from, self.through) = (file, column, matches, from, through)
    (self.aggregate, self.scale) = (aggregate, scale)
  }
}

/// The figures of the United States at the opening, 2025-12-31, by subject.
public enum Figures {
  /// Every figure, in the order of subjects.
  public static let all: [Figure] =
    Wealth.all + FedBalanceSheet.all + Government.all + NationalAccounts.all + Labour.all + Markets.all + AI.all
    + Balances.all + Holdings.all + Opening.all + Crypto.all + Energy.all + Consumption.all + Firms.all

  /// Figures nobody has measured in the sources at hand; the count may only fall.
  public static var assumed: [Figure] { all.filter(\.source.isAssumed) }
}
