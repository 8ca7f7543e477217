import Quantities
import Statistics

/// What the calibration of news is to meet, and how well the index's history tells it.
struct NewsGoal: Sendable {
  /// Trading days of the history.
  let days: Int
  let observed: [Double]
  /// s.
  let errors: [Double]
  /// S/(s s′).
  private let correlations: [[Double]]

  /// - Throws: ``NewsFit/Failure`` when a moment of the history is undefined.
  init(_ real: MarketHistory) throws {
    days = real.days.count
    observed = try zip(NewsMoments.names, NewsMoments.values(of: real.returns)).map { name, value in
      guard let value else { throw NewsFit.Failure.undefined(name) }
      return value
    }
    let draw = Draw(seed: NewsFit.seed, replicate: 0)
    let samples = (0..<NewsFit.samples).map { sample in
      let one = real.resampled(FactBands.blocks.indices(count: real.days.count, sample: sample, draw: draw))
      return NewsMoments.values(of: one.returns).map { $0 ?? .nan }
    }
    let columns = observed.indices.map { k in samples.map { $0[k] } }
    errors = columns.map { Moments.standardDeviation($0) ?? .nan }
    correlations = columns.map { a in columns.map { b in Moments.correlation(a, b) ?? .nan } }
  }

  /// (m̄ − m)/s.
  func distances(_ moments: [Double]) -> [Double] {
    observed.indices.map { (moments[$0] - observed[$0]) / errors[$0] }
  }

  func targets(_ moments: [Double]) -> [NewsFit.Target] {
    observed.indices.map { k in
      NewsFit.Target(name: NewsMoments.names[k], observed: observed[k], error: errors[k], fitted: moments[k])
    }
  }

  /// √diag V for slopes of the distances, one list a parameter; nan where the moments do not tell it.
  func standardErrors(_ slopes: [[Double]], runs: Int) -> [Double] {
    let normal = slopes.map { a in slopes.map { b in NewsSearch.dot(a, b) } }
    guard let matrix = DenseMatrix(rows: normal), let bread = Cholesky(matrix)?.inverse else {
      return slopes.map { _ in .nan }
    }
    return slopes.indices.map { p in
      let w = observed.indices.map { k in slopes.indices.reduce(0.0) { $0 + bread[p, $1] * slopes[$1][k] } }
      let variance = NewsSearch.dot(w, correlations.map { NewsSearch.dot($0, w) })
      return ((1 + 1 / Double(runs)) * variance).squareRoot()
    }
  }
}
