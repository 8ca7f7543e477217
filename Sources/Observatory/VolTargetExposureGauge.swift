import Quantities
import Statistics

/// The equity exposure of vol-target funds, as a share of their assets or in dollars.
///
///     value = mean of K over the mandates;  interval = [min K, max K], times A when assets are given
///
/// The interval is not a sampling error: it holds the exposure of every mix of the mandates in ``mandates``.
///
/// Ignores: flows in and out of the funds, and mandates on other indices.
///
/// Verified by: an independent computation on the S&P 500.
public struct VolTargetExposureGauge: Gauge {
  public static let name = "vol-target exposure"
  public static let systems = ["S2"]

  public var column: String
  public var mandates: VolTargetMandates
  /// A, the funds' assets, to read dollars; nil to read a share of assets.
  public var assets: Amount?

  public init(column: String = "close", mandates: VolTargetMandates = VolTargetMandates(), assets: Amount? = nil) {
    (self.column, self.mandates, self.assets) = (column, mandates, assets)
  }

  private var unit: String { assets == nil ? Dimensionless.symbol : Dollars.symbol }

  private var method: String {
    let lowest = (mandates.targets.min() ?? .zero).value * 100
    let highest = (mandates.targets.max() ?? .zero).value * 100
    let range = "targets \(lowest) to \(highest) %, \(mandates.estimators.count) pairs of estimators"
    let scale = assets.map { ", assets $\($0.value / 1e9) billion" } ?? ""
    return "mean over mandates of target over realised volatility of \(column); range over \(range)\(scale)"
  }

  public func reading(of panel: Panel, asOf day: Day) -> Reading {
    do throws(Absence) {
      let history = try PriceHistory(column, of: panel, through: day)
      guard history.frequency == .day else {
        throw Absence(
          reason: "daily prices are needed, these are by \(history.frequency)", last: history.last)
      }
      let logReturns = try history.returns(last: VolTargetMandates.memory)
      let exposures = mandates.exposures(after: logReturns).map(\.value)
      guard let low = exposures.min(), let high = exposures.max() else {
        throw Absence(reason: "no mandate is given", last: history.last)
      }
      let scale = assets?.value ?? 1
      let mean = exposures.reduce(0, +) / Double(exposures.count)
      return Reading(
        gauge: Self.name, value: mean * scale, low: low * scale, high: high * scale, unit: unit, last: history.last,
        seenFrom: day, method: method, staleAfter: history.staleAfter)
    } catch {
      return Reading(
        gauge: Self.name, unit: unit, method: method, absentBecause: error.reason, last: error.last, seenFrom: day)
    }
  }
}
