import Accounting
import Quantities
import Statistics

/// The record of a run: every observable every day, and the balance-sheet matrix every month end.
public struct Recorder: Sendable {
  private let labels: [(name: String, unit: String)]
  /// The slots that are kept; nil for all of them, with the matrices.
  private let kept: [Int]?
  public private(set) var days: [Day] = []
  /// Row-major: one row of observables a day.
  private(set) var values: [Double] = []
  public private(set) var months: [Day] = []
  /// One matrix a month end.
  private(set) var balances: [[Int64]] = []

  /// A recorder of every observable and of the matrices, or of chosen columns alone.
  init(_ board: Board, keeping names: [String]? = nil) {
    let kept = names.map { names in board.labels.indices.filter { names.contains(board.labels[$0].name) } }
    labels = kept.map { $0.map { board.labels[$0] } } ?? board.labels
    self.kept = kept
  }

  /// How many columns are kept.
  var width: Int { labels.count }

  mutating func record(_ day: Day, _ board: Board, _ ledger: Ledger, isMonthEnd: Bool) {
    days.append(day)
    if let kept {
      for slot in kept { values.append(board.values[slot]) }
    } else {
      values.append(contentsOf: board.values)
    }
    guard isMonthEnd, kept == nil else { return }
    months.append(day)
    balances.append(ledger.values)
  }

  /// The observables as a daily panel.
  public func daily() throws -> Panel {
    try Panel(
      .day, days: days,
      columns: labels.enumerated().map { index, label in
        PanelColumn(label.name, unit: label.unit, values: days.indices.map { values[$0 * labels.count + index] })
      })
  }

  /// Every cell of the balance-sheet matrix that was ever used, as a monthly panel named `sector.instrument`, in dollars.
  public func monthly() throws -> Panel {
    var panel = try Panel(.month, days: months)
    for row in Instrument.allCases {
      for sector in Sector.allCases {
        let cell = row.index * Sector.count + sector.index
        guard balances.contains(where: { $0[cell] != 0 }) else { continue }
        let dollars = balances.map { Double($0[cell]) / 100 }
        try panel.append(PanelColumn("\(sector.name).\(row.name)", unit: Dollars.symbol, values: dollars))
      }
    }
    return panel
  }

  /// The last value recorded of an observable's column.
  public func last(_ name: String) -> Double? {
    guard let index = labels.firstIndex(where: { $0.name == name }), !days.isEmpty else { return nil }
    return values[(days.count - 1) * labels.count + index]
  }

  /// All values of an observable's column.
  public func series(_ name: String) -> [Double]? {
    guard let index = labels.firstIndex(where: { $0.name == name }) else { return nil }
    return days.indices.map { values[$0 * labels.count + index] }
  }

  /// Folds everything recorded into a hash.
  func hash(into hash: inout SHA256) {
    for label in labels { hash.update(label.name) }
    for day in days { hash.update(Int64(day.number)) }
    values.withUnsafeBufferPointer { hash.update(numbers: $0) }
    for matrix in balances { matrix.withUnsafeBufferPointer { hash.update(words: $0) } }
  }

  mutating func restore(days: [Int32], values: [Double], months: [Int32], balances: [[Int64]]) {
    (self.days, self.values) = (days.map(Day.init(number:)), values)
    (self.months, self.balances) = (months.map(Day.init(number:)), balances)
  }
}
