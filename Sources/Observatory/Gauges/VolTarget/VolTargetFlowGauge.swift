import Markets
import Quantities
import Statistics

/// What vol-target funds must trade if the market moves by ±1, 2 or 3 standard deviations over a day, a week or a month,
/// and what they will trade anyway as old days leave their windows.
///
/// The standard deviation is that of the last 21 days. The interval holds every mix of mandates and the range of assets.
///
/// Ignores: funds' discretion, and mandates on other indices.
public struct VolTargetFlowGauge: Sendable {
  public static let name = "vol-target flow"
  public static let systems = ["S2"]

  public struct Horizon: Sendable, Equatable {
    public let name: String
    public let days: Int
    public static let all = [
      Horizon(name: "1 day", days: 1), .init(name: "1 week", days: 5), .init(name: "1 month", days: 21),
    ]
  }

  public static let moves: [Double] = [-3, -2, -1, 1, 2, 3]

  public var column: String
  public var mandates: VolTargetMandates
  /// The funds' assets: best estimate and range.
  public var assets: (low: Amount, middle: Amount, high: Amount)

  public init(
    column: String = "close", mandates: VolTargetMandates = VolTargetMandates(),
    assets: (low: Amount, middle: Amount, high: Amount) = (Amount(300e9), Amount(350e9), Amount(400e9))
  ) {
    (self.column, self.mandates, self.assets) = (column, mandates, assets)
  }

  /// One reading for each move and horizon, and one for what is scheduled at each horizon.
  public func readings(of panel: Panel, asOf day: Day) -> [Reading] {
    do throws(Absence) {
      let history = try PriceHistory(column, of: panel, through: day)
      let returns = try history.returns(last: VolTargetMandates.memory)
      let recent = returns.suffix(21)
      let σ = (recent.reduce(0) { $0 + $1 * $1 } / Double(recent.count)).squareRoot()
      func reading(_ name: String, _ flow: ForcedFlow?, _ method: String) -> Reading {
        guard let flow else {
          return Reading(
            gauge: name, unit: Dollars.symbol, method: method,
            absentBecause: "the history is shorter than a mandate's window", last: history.last, seenFrom: day)
        }
        let ends = [assets.low, assets.high].flatMap {
          [flow.low * ($0 / assets.middle), flow.high * ($0 / assets.middle)]
        }
        return Reading(
          gauge: name, value: flow.mean.value, low: ends.map(\.value).min(), high: ends.map(\.value).max(),
          unit: Dollars.symbol, last: history.last, seenFrom: day, method: "\(method); \(setting)",
          staleAfter: history.staleAfter)
      }
      let forced = Horizon.all.flatMap { horizon in
        Self.moves.map { k in
          let path = ScenarioPath.move(k, dailyVolatility: σ, days: horizon.days)
          return reading(
            "\(Self.name), \(k > 0 ? "+" : "−")\(Int(abs(k)))σ over \(horizon.name)",
            ForcedFlow(mandates, assets: assets.middle, after: returns, path: path),
            "σ of 21 days of \(column), the market |k| times as volatile")
        }
      }
      let scheduled = Horizon.all.map { horizon in
        reading(
          "\(Self.name), scheduled over \(horizon.name)",
          ScheduledFlow.next(horizon.days, mandates, assets: assets.middle, after: returns),
          "drop-off of old days of \(column) alone")
      }
      return forced + scheduled
    } catch {
      return [
        Reading(
          gauge: Self.name, unit: Dollars.symbol, method: setting, absentBecause: error.reason, last: error.last,
          seenFrom: day)
      ]
    }
  }

  private var setting: String {
    let count = mandates.targets.count * mandates.estimators.count
    let range = "range of mandates and of \(assets.low.billions) to \(assets.high.billions)"
    return "\(count) mandates evenly, assets \(assets.middle.billions); \(range)"
  }
}

extension Amount {
  fileprivate static func * (a: Amount, factor: Double) -> Amount { Amount(a.value * factor) }
}
