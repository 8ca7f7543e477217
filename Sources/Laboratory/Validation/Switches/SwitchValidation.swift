import Quantities
import Statistics

/// Predictions of switches held against paired runs.
///
/// A predicted effect holds when its interval lies on the predicted side of zero. An outcome that should stay untouched does when its p,
/// corrected over all placebos by Holm's method, is above one less the level: one placebo in ten would move by luck alone where each were tested by itself.
///
/// Verified by: `SwitchValidationTests`.
public struct SwitchValidation: Sendable {
  public struct Row: Sendable {
    public let prediction: SwitchPrediction
    public let effect: Effect
    /// p of a placebo, corrected for all of them; nil for a predicted effect.
    public let corrected: Double?

    public var holds: Bool {
      guard let paired = effect.paired else { return false }
      return switch prediction.direction {
      case .rises: paired.low > 0
      case .falls: paired.high < 0
      case .untouched: (corrected ?? 0) > 1 - effect.level
      }
    }
  }

  public let rows: [Row]
  public let replicates: Int

  public var held: Int { rows.count(where: \.holds) }

  /// The switches that have predictions, in their order.
  public static let switches: [String] = SwitchPrediction.all.reduce(into: []) {
    if !$0.contains($1.change) { $0.append($1.change) }
  }

  /// - Parameter effects: of each of ``switches`` off, on every outcome.
  public init(_ effects: [Effect], replicates: Int, predictions: [SwitchPrediction] = SwitchPrediction.all) {
    self.replicates = replicates
    let found = predictions.compactMap { prediction in
      effects.first { $0.change == prediction.change && $0.outcome.name == prediction.outcome }.map { (prediction, $0) }
    }
    let placebos = found.filter { $0.0.direction == .untouched }.map { $0.1.paired?.p ?? .nan }
    var corrected = MultipleTests.holm(placebos)[...]
    rows = found.map { prediction, effect in
      Row(
        prediction: prediction, effect: effect,
        corrected: prediction.direction == .untouched ? corrected.popFirst() : nil)
    }
  }
}
