import Markets
import Quantities
import Statistics

/// What vol-target money buys or sells along a path of returns, whatever its managers think.
///
///     flow_t = K_t A_{t−1} (1 + K_{t−1} r_t) − K_{t−1} A_{t−1} (1 + r_t),   A_t = A_{t−1} (1 + K_{t−1} r_t)
///
/// The assets are spread evenly over the mandates; the range is that of all assets following one of them.
public struct ForcedFlow: Sendable, Equatable {
  /// The sum over the path, in dollars; negative is sold.
  public let mean: Amount
  public let low: Amount
  public let high: Amount

  /// The flow after a history of daily returns, if a path follows. nil when the history is shorter than a window.
  public init?(_ mandates: VolTargetMandates, assets: Amount, after returns: [Double], path: [Double]) {
    let paths = mandates.exposurePaths(over: returns + path, last: path.count + 1)
    let flows = paths.filter { !$0.isEmpty }.map { ForcedFlow.flow(along: $0, path, assets).value }
    self.init(flows)
  }

  /// Mean and range of what each mandate would trade with all assets.
  init?(_ flows: [Double]) {
    guard let low = flows.min(), let high = flows.max() else { return nil }
    mean = Amount(flows.reduce(0, +) / Double(flows.count))
    (self.low, self.high) = (Amount(low), Amount(high))
  }

  static func flow(along exposures: [Share], _ path: [Double], _ assets: Amount) -> Amount {
    var (assets, total) = (assets, Amount.zero)
    for (day, r) in path.enumerated() {
      let (before, after) = (exposures[day], exposures[day + 1])
      total += VolTargetRule.flow(from: before, to: after, assets: assets, marketReturn: r)
      assets = Amount(assets.value * (1 + before.value * r))
    }
    return total
  }
}
