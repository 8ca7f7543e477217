import Observatory
import Quantities
import Statistics

/// What the rates of the next twelve months did on the days of a sample of moves.
struct PathSample: Sendable {
  private let days: [Day]
  /// The average change of the contracts one to twelve months ahead, in percentage points.
  private let changes: [Double]

  /// Days on which fewer than five contracts are quoted, or the month changes, are left out.
  init(_ data: DataFolder, _ sample: TalkSample) throws {
    let panel = try data.panel("fed_funds_futures_curve_daily")
    let contracts = try (1...12).map { try panel.column("ff_m\($0 < 10 ? "0" : "")\($0)_price") }
    let wanted = sample.moves.map(\.day)
    let rows = panel.days.indices.dropFirst().filter { row in
      wanted.contains(panel.days[row]) && panel.days[row].month == panel.days[row - 1].month
    }
    let averages = rows.map { row in
      let moves = contracts.compactMap { contract -> Double? in
        guard let before = contract[row - 1], let now = contract[row] else { return nil }
        return before - now
      }
      return moves.count >= 5 ? Moments.mean(moves) : nil
    }
    let kept = zip(rows, averages).compactMap { row, average in average.map { (panel.days[row], $0) } }
    (days, changes) = (kept.map(\.0), kept.map(\.1))
  }

  var count: Int { days.count }

  /// φ: the slope of the year's average rate on what the change of odds takes from the next decision.
  func slope(on moves: [TalkSample.Move]) -> Double? {
    let pairs = moves.compactMap { move in change(on: move.day).map { (-0.25 * move.change, $0) } }
    return OverreactionFit.slope(of: pairs.map(\.1), on: pairs.map(\.0))
  }

  private func change(on day: Day) -> Double? {
    var (low, high) = (0, days.count)
    while low < high {
      let middle = (low + high) / 2
      if days[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low < days.count && days[low] == day ? changes[low] : nil
  }
}
