import Quantities
import Statistics

/// What overnight money costs over interest on reserves, and what money funds leave at the Fed, by how ample liquidity is.
///
///     s(x) = s₀ + A e^(−(x − x̄)/w)                 x: (reserves + reverse repo) over bank credit; s ≤ the standing facility
///     R(s) = pool/(1 + e^(a + b (s − f)))            f: the facility's rate over interest on reserves
///
/// The curve is flat when reserves are abundant and steep when they are scarce (Afonso, Giannone, La Spada and Williams
/// 2022). Fitted to weeks from August 2021 to November 2025: `Documentation/Calibrations/liquidity.md`.
public struct MoneyMarketSpread: Sendable, Equatable {
  /// s₀, A: what the spread falls to, and its rise over that at x̄.
  public var floor: Rate
  public var rise: Rate
  /// x̄ and w.
  public var anchor: Share
  public var width: Share

  public init(floor: Rate, rise: Rate, anchor: Share, width: Share) {
    (self.floor, self.rise, self.anchor, self.width) = (floor, rise, anchor, width)
  }

  /// s(x), without a cap.
  public func spread(at liquidity: Share) -> Rate {
    let distance = (liquidity.value - anchor.value) / max(width.value, 1e-6)
    return Rate(floor.value + rise.value * Elementary.exp(min(max(-distance, -60), 60)))
  }

  /// x at which the spread is s; nil for a spread the curve does not reach.
  public func liquidity(at spread: Rate) -> Share? {
    let over = spread.value - floor.value
    guard over > 0, rise.value > 0 else { return nil }
    return Share(anchor.value - width.value * Elementary.log(over / rise.value))
  }

  /// The part of overnight money that stays at the facility when other uses pay `spread` over it.
  public static func facilityShare(spread: Rate, intercept a: Double, slope b: Tenor) -> Double {
    1 / (1 + Elementary.exp(min(max(a + b.value * spread.value, -60), 60)))
  }
}
