import Observatory
import Quantities
import Statistics

/// What each gauge of a hidden quantity told, in the real record, of the S&P 500's next day, week and month.
///
///     y_{t,h} = a + b x_t/s_x (+ c' v_t) + e          t: a close; y: after it
///     return:      log close_{t+h} − log close_t, in percent, no controls
///     volatility:  root of the mean square of the next h returns, annual, in points;
///                  v: the same of 1, 5 and 22 days past, and what was lost in them (Corsi and Renò 2012)
///
/// All regressors are predetermined: known at the close t, y begins at the next. Errors are Newey and West's with at least
/// 2 (h − 1) lags, because windows overlap. Within an outcome p-values are corrected for all gauges and horizons at once, by
/// Holm and by Romano and Wolf with blocks of a quarter on average.
///
/// Ignores: that gauges were drawn up after much of the record had been seen.
public struct PredictiveValue: Sendable {
  public static let horizons = [1, 5, 21]
  /// The first day of the record that is asked: when VIX begins and after which index futures and options mattered.
  public static let begins = Day(1990, 1, 2) ?? Day(number: 0)
  static let samples = 1000
  static let blocks = BlockBootstrap.stationary(meanLength: 63)
  /// Fewer rows than this are no record.
  static let least = 250

  public let rows: [TrackRecord.Forecast]
  /// The last close.
  public let asOf: Day
  public let absent: [(name: String, reason: String)]

  /// - Parameter finished: called after every gauge and outcome.
  public init(_ history: GaugeHistory, draw: Draw = Draw(seed: 1, replicate: 0), finished: () -> Void = {}) {
    let outcomes = Outcome.allCases
    var rows: [TrackRecord.Forecast] = []
    for outcome in outcomes {
      var tests: [Test] = []
      for column in history.columns {
        tests += PredictiveValue.horizons.compactMap { Test(column, outcome, $0, history) }
        finished()
      }
      rows += PredictiveValue.corrected(tests, days: history.days.count, outcome, draw)
    }
    self.rows = rows
    asOf = history.days[history.days.count - 1]
    absent = history.absent
  }

  public enum Outcome: String, Sendable, CaseIterable { case `return`, volatility }

  /// One regression, and what is left of both sides when the controls are taken out.
  private struct Test {
    let gauge: String
    let days: Int
    let slope: Double
    let t: Double
    let p: Double
    let first: Day
    let count: Int
    /// By row of the history; `nan` where either side is missing.
    var x: [Double]
    var y: [Double]

    init?(_ column: GaugeHistory.Column, _ outcome: Outcome, _ h: Int, _ history: GaugeHistory) {
      let logs = history.closes.map(Elementary.log)
      let returns = [Double.nan] + zip(logs, logs.dropFirst()).map { $1 - $0 }
      func rootMeanSquare(_ rows: Range<Int>) -> Double {
        (rows.reduce(0) { $0 + returns[$1] * returns[$1] } / Double(rows.count) * 252).squareRoot() * 100
      }
      let rows = (22..<max(22, logs.count - h)).filter { column.values[$0].isFinite }
      guard rows.count >= PredictiveValue.least, let s = Moments.standardDeviation(rows.map { column.values[$0] }),
        s > 0
      else { return nil }
      let regressor = rows.map { column.values[$0] / s }
      let (target, controls): ([Double], [[Double]])
      switch outcome {
      case .return: (target, controls) = (rows.map { 100 * (logs[$0 + h] - logs[$0]) }, [])
      case .volatility:
        target = rows.map { rootMeanSquare($0 + 1..<$0 + h + 1) }
        controls = [1, 5, 22].flatMap { n in
          [rows.map { rootMeanSquare($0 - n + 1..<$0 + 1) }, rows.map { min(logs[$0] - logs[$0 - n], 0) }]
        }
      }
      let usual = Int((4 * Elementary.pow(Double(rows.count) / 100, 2.0 / 9)).rounded(.down))
      guard
        let fit = LeastSquares(
          target, on: [regressor] + controls, errors: .neweyWest(lags: max(usual, 2 * (h - 1)))),
        let left = LeastSquares(regressor, on: controls), let leftover = LeastSquares(target, on: controls)
      else { return nil }
      (gauge, days, slope, t) = (column.name, h, fit.coefficients[1], fit.tStatistics[1])
      p = StudentT.twoSided(t, degrees: Double(rows.count - fit.coefficients.count))
      (first, count) = (history.days[rows[0]], rows.count)
      var (x, y) = (logs.map { _ in Double.nan }, logs.map { _ in Double.nan })
      for (place, row) in rows.enumerated() { (x[row], y[row]) = (left.residuals[place], leftover.residuals[place]) }
      (self.x, self.y) = (x, y)
    }

    /// The slope over some rows, which may repeat.
    func slope(over rows: [Int]) -> Double {
      var (n, sx, sy, sxx, sxy) = (0.0, 0.0, 0.0, 0.0, 0.0)
      for row in rows {
        let (a, b) = (x[row], y[row])
        guard !a.isNaN else { continue }
        n += 1
        sx += a
        sy += b
        sxx += a * a
        sxy += a * b
      }
      let spread = sxx - sx * sx / n
      return spread > 0 ? (sxy - sx * sy / n) / spread : .nan
    }
  }

  private static func corrected(_ tests: [Test], days: Int, _ outcome: Outcome, _ draw: Draw) -> [TrackRecord.Forecast]
  {
    let samples = (0..<samples).map { sample -> [Double] in
      let rows = blocks.indices(count: days, sample: sample, draw: draw)
      return tests.map { $0.slope(over: rows) - $0.slope }
    }.filter { $0.allSatisfy(\.isFinite) }
    // Both the estimate and the samples are measured in the bootstrap's own deviation.
    let deviations = tests.indices.map { test in Moments.standardDeviation(samples.map { $0[test] }) ?? .nan }
    let romanoWolf = MultipleTests.romanoWolf(
      zip(tests, deviations).map { $0.slope / $1 }, samples: samples.map { zip($0, deviations).map { $0 / $1 } })
    let holm = MultipleTests.holm(tests.map(\.p))
    return tests.indices.map { index in
      let test = tests[index]
      return TrackRecord.Forecast(
        test.gauge, outcome.rawValue, test.days, slope: test.slope, t: test.t, p: test.p, holm: holm[index],
        romanoWolf: romanoWolf[index], from: test.first.iso, count: test.count)
    }
  }
}
