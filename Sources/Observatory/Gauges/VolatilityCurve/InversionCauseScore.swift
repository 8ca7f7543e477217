import Quantities
import Statistics

/// The probability that an inversion of the VIX curve is led by demand for hedges and not by fear of variance.
///
///     P(hedging-led) = 1/(1 + e^{−(b_0 + Σ b_j z_j)})         z: ``InversionFeatures``, standardised
///
/// The weights were fitted on simulated markets, where the cause of every spell is recorded, and frozen
/// (``TrackRecord/causeWeights``). What it says of real days is therefore what the model would say of days that look like
/// them: no real spell has a known cause.
///
/// Verified by: `penstock score`, against the base rate and rules of one feature.
public struct InversionCauseScore: Sendable {
  public static let name = "inversion led by hedging"
  public static let systems = ["S5"]

  public var weights: LogisticRegression

  public init(weights: LogisticRegression = TrackRecord.causeWeights) { self.weights = weights }

  /// - Parameter panel: daily columns `close`, `vix` and `vix3m`, the indices in points.
  public func reading(of panel: Panel, asOf day: Day) -> Reading {
    let method =
      "probability by seven features of the curve and the index; weights from simulated spells of known cause"
    do throws(Absence) {
      // Asked first: the features take a forecast of every day.
      if let vix = panel["vix"], let vix3M = panel["vix3m"],
        let row = panel.days.indices.last(where: { panel.days[$0] <= day && vix.values[$0] > 0 && vix3M.values[$0] > 0 }
        ),
        vix.values[row] <= vix3M.values[row]
      {
        throw Absence(reason: "VIX is not above VIX3M on \(panel.days[row])", last: panel.days[row])
      }
      let features = try InversionFeatures(of: panel, asOf: day)
      guard features.isInverted else {
        throw Absence(reason: "VIX is not above VIX3M on \(features.day)", last: features.day)
      }
      return Reading(
        gauge: Self.name, value: weights.probability(features.values), low: nil, high: nil, unit: Dimensionless.symbol,
        last: features.day, seenFrom: day, method: method, staleAfter: 4)
    } catch {
      return Reading(
        gauge: Self.name, unit: Dimensionless.symbol, method: method, absentBecause: error.reason, last: error.last,
        seenFrom: day)
    }
  }
}
