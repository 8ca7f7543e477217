import Observatory
import Quantities
import Statistics

/// The Swift file that holds a track record: scores, and what was set on simulated markets and is frozen.
public struct TrackRecordFile: Sendable {
  public let text: String

  /// - Parameter command: what was typed to compute it.
  public init(_ score: MonitorScore, _ value: PredictiveValue, command: String) {
    let widths = score.widths.map {
      "(\(quoted($0.kind.rawValue)), \($0.position), \($0.flow))"
    }
    let weights = score.causeWeights ?? LogisticRegression(coefficients: [], means: [], deviations: [])
    let scores = score.rows.map { row in
      "Score(\(quoted(row.gauge)), \(quoted(row.measure)), \(quoted(row.law.rawValue)), \(number(row.value)), "
        + "low: \(number(row.low)), high: \(number(row.high)), count: \(row.count))"
    }
    let forecasts = value.rows.map { row in
      "Forecast(\(quoted(row.gauge)), \(quoted(row.outcome)), \(row.days), slope: \(number(row.slope)), "
        + "t: \(number(row.t)), p: \(number(row.p)), holm: \(number(row.holm)), "
        + "romanoWolf: \(number(row.romanoWolf)), from: \(quoted(row.from)), count: \(row.count))"
    }
    text = """
      // swift-format-ignore-file
      import Statistics

      // Written by `\(command)`; do not edit.
      extension TrackRecord {
        public static let command = \(quoted(command))
        /// The last close of the real data.
        public static let asOf = \(quoted(value.asOf.iso))
        public static let seed: UInt64 = \(score.seed)
        /// Simulated markets of each law.
        public static let markets = \(score.replicates)
        /// Of all simulated markets.
        public static let hash = \(quoted(score.hash))
        public static let first = FirstMarket(
          hash: \(quoted(score.first.hash)), levels: \(score.first.levels), flows: \(score.first.flows))
        public static let widths: [(kind: String, position: Double, flow: Double)] = [
          \(widths.joined(separator: ",\n    ")),
        ]
        public static let causeWeights = LogisticRegression(
          coefficients: \(weights.coefficients), means: \(weights.means), deviations: \(weights.deviations))
        public static let scores: [Score] = [
          \(scores.joined(separator: ",\n    ")),
        ]
        public static let forecasts: [Forecast] = [
          \(forecasts.joined(separator: ",\n    ")),
        ]
      }

      """
  }
}

private func quoted(_ text: String) -> String { "\"\(text)\"" }

/// Four significant digits, which is more than the intervals allow.
private func number(_ value: Double) -> String {
  guard value.isFinite else { return ".nan" }
  guard value != 0 else { return "0" }
  var scale = 1.0
  while value.magnitude * scale < 1000 { scale *= 10 }
  let rounded = (value * scale).rounded() / scale
  return rounded == rounded.rounded() && rounded.magnitude < 1e15 ? "\(Int64(rounded))" : "\(rounded)"
}
