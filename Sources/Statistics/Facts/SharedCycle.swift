/// How much of several series' movement is one movement.
///
///     share = λ₁/k,   λ₁: the largest eigenvalue of the correlation matrix of k series
///
/// 1/k when none moves with another, one when all are the same up to size and sign. The eigenvalue by power iteration.
///
/// Verified by: `SharedCycleTests`.
public enum SharedCycle {
  /// nil for fewer than two series, fewer than three rows or a series without spread.
  public static func share(_ series: [[Double]]) -> Double? {
    guard series.count > 1, let rows = series.first?.count, rows > 2 else { return nil }
    var matrix: [[Double]] = []
    for x in series {
      var line: [Double] = []
      for y in series {
        guard let r = Moments.correlation(x, y), r.isFinite else { return nil }
        line.append(r)
      }
      matrix.append(line)
    }
    // A start that no eigenvector is orthogonal to by accident of symmetry.
    var vector = series.indices.map { 1 + 0.1 * Double($0) }
    var value = 0.0
    for _ in 0..<500 {
      let next = matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
      let length = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard length > 0 else { return nil }
      let before = value
      (vector, value) = (next.map { $0 / length }, length)
      if abs(value - before) < 1e-14 { break }
    }
    return value / Double(series.count)
  }

  /// Growth over twelve rows, in logs; `nan` before and where a value is not above zero.
  public static func growth(_ levels: [Double], over rows: Int = 12) -> [Double] {
    levels.indices.map { row in
      guard row >= rows, levels[row] > 0, levels[row - rows] > 0 else { return .nan }
      return Elementary.log(levels[row] / levels[row - rows])
    }
  }
}
