import Markets
import Quantities
import Statistics

/// Forced flow of vol-target and trend money together, over price, volatility and horizon.
///
/// Every cell is a path of daily returns that ends at a price, in a market a number of times as volatile as the last 21
/// days were: even steps, and swings of alternate sign for what is left of the variance.
///
/// A path is imagined, not forecast; the surface says what rules would do along it.
public struct TriggerSurface: Sendable {
  public struct Cell: Sendable, Equatable {
    /// The price's change over the horizon, as a share.
    public let move: Double
    /// Volatility as a multiple of today's.
    public let volatility: Double
    public let days: Int
    public let volTarget: Double
    public let trend: Double
    public var total: Double { volTarget + trend }
    /// The range of the total over mandates, speeds and what diversification allows.
    public let low: Double
    public let high: Double
  }

  public static let moves: [Double] = [-0.15, -0.1, -0.075, -0.05, -0.025, 0, 0.025, 0.05]
  public static let multiples: [Double] = [1, 1.5, 2, 3]
  public static let horizons = [1, 5, 21]

  public let cells: [Cell]

  /// - Parameter returns: a year of daily log returns.
  public init?(
    after returns: [Double], ensemble: TrendEnsemble, mandates: VolTargetMandates, assets: Amount, trend: TrendMoney
  ) {
    let recent = returns.suffix(21)
    let σ = (recent.reduce(0) { $0 + $1 * $1 } / Double(max(recent.count, 1))).squareRoot()
    var cells: [Cell] = []
    for days in Self.horizons {
      for multiple in Self.multiples {
        for move in Self.moves {
          let path = Self.path(to: move, volatility: multiple * σ, days: days)
          guard let fund = ForcedFlow(mandates, assets: assets, after: returns, path: path),
            let (follower, ends) = trend.flows(ensemble, path: path)
          else { return nil }
          cells.append(
            Cell(
              move: move, volatility: multiple, days: days, volTarget: fund.mean.value, trend: follower,
              low: fund.low.value + min(ends.min() ?? follower, follower),
              high: fund.high.value + max(ends.max() ?? follower, follower)))
        }
      }
    }
    self.cells = cells
  }

  static func path(to move: Double, volatility σ: Double, days h: Int) -> [Double] {
    let drift = Elementary.log(1 + move) / Double(h)
    let turns = h / 2 * 2
    let rest = max(σ * σ * Double(h) - drift * drift * Double(h), 0)
    let swing = turns > 0 ? (rest / Double(turns)).squareRoot() : 0
    return (0..<h).map { $0 < turns ? drift + ($0 % 2 == 0 ? swing : -swing) : drift }
  }

  /// The smallest fall at which at least so many dollars are sold, linear between moves; nil when none on the grid is.
  public func fall(selling dollars: Double, volatility: Double, days: Int) -> Double? {
    let line = cells.filter { $0.volatility == volatility && $0.days == days && $0.move <= 0 }
      .sorted { $0.move > $1.move }
    if let first = line.first, first.total <= -dollars { return first.move }
    for (near, far) in zip(line, line.dropFirst()) where far.total <= -dollars {
      return near.move + (far.move - near.move) * (-dollars - near.total) / (far.total - near.total)
    }
    return nil
  }
}
