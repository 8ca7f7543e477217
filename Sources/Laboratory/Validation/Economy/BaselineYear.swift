import Observatory
import Quantities
import Simulation
import Statistics

/// The first year of the baseline beside what is known of 2026. Nothing is tuned to it.
///
/// Each figure of the model is read at the month or quarter of the last one that is published.
public struct BaselineYear: Sendable {
  public struct Row: Sendable {
    public let name, unit: String
    public let known: KnownYear
    /// Median over replicates, and the range of nine tenths of them.
    public let median, low, high: Double
    public var isInside: Bool { known.value >= low && known.value <= high }
  }

  /// What a run was like at the end of each of its months.
  struct History: Sendable {
    var values: [[Double]] = FirstYearFigure.Column.allCases.map { _ in [] }
    subscript(_ column: FirstYearFigure.Column, _ month: Int) -> Double {
      let series = values[FirstYearFigure.Column.allCases.firstIndex(of: column) ?? 0]
      return series.indices.contains(month) ? series[month] : .nan
    }
    /// The mean of the three months that end with one.
    func quarter(_ column: FirstYearFigure.Column, _ month: Int) -> Double {
      (self[column, month - 2] + self[column, month - 1] + self[column, month]) / 3
    }
  }

  public let rows: [Row]
  public let replicates: Int

  /// - Throws: ``Observatory/DataError``, the error of a run, or ``RunInterrupted``.
  public init(
    _ data: DataFolder, _ base: RunRequest, replicates: Int, isInterrupted: () -> Bool = { false },
    finished: () -> Void = {}
  ) throws {
    let figures = try FirstYearFigure.all(data)
    var histories: [History] = []
    for var request in EconomyRuns.requests(base, replicates: replicates, months: 12) {
      request.threads = base.threads
      histories.append(try BaselineYear.history(request, isInterrupted))
      finished()
    }
    self.replicates = replicates
    rows = figures.map { figure in
      let values = histories.map(figure.model).filter(\.isFinite)
      func quantile(_ p: Double) -> Double { Moments.quantile(values, p) ?? .nan }
      return Row(
        name: figure.name, unit: figure.unit, known: figure.known, median: quantile(0.5), low: quantile(0.05),
        high: quantile(0.95))
    }
  }

  /// Index zero is the opening, one the end of January.
  private static func history(_ request: RunRequest, _ isInterrupted: () -> Bool) throws -> History {
    var run = try Run(request)
    var history = History()
    let world = run.world
    func note(isOpening: Bool) {
      for (index, column) in FirstYearFigure.Column.allCases.enumerated() {
        history.values[index].append(column.value(world, isOpening: isOpening))
      }
    }
    note(isOpening: true)
    try run.advance { day in
      if world.clock.calendar.isLastOfMonth(day) { note(isOpening: false) }
      if isInterrupted() { throw RunInterrupted() }
    }
    return history
  }
}
