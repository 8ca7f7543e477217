import Accounting
import Quantities
import Simulation

extension Trait {
  /// What a household means to hold at risk beyond the average, over its financial wealth, in millionths; zero for who
  /// takes no part.
  public static let riskTilt = Trait("riskTilt")
}

extension Observable {
  /// What those who take part in the market hold at risk together, over their financial wealth.
  public static let riskShare = Observable("riskShare", unit: Dimensionless.self, atRest: 0)
  /// What they mean to hold beyond the average, by wealth.
  public static let riskTilt = Observable("riskTilt", unit: Dimensionless.self, atRest: 0)
}

/// The part of their financial wealth that those who take part in the market hold at risk, and mean to beyond each other.
///
///     S = Σ R/Σ W,   D = Σ d W/Σ W           over households with a tilt d; R: equity and fund shares, W: financial wealth
///
/// As wealth passes to the bold or the cautious D moves, though nobody's mind has changed; `rebalancing` takes it off.
///
/// Ignores: who takes no part.
///
/// Sees: every household's holdings and tilt. Does: says both.
/// Verified by: `RiskSharesTests`.
public struct RiskShares: Mechanism {
  public static let name = "riskShares"
  public static let says: [Observable] = [.riskShare, .riskTilt]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let (wealth, tilts) = (FinancialWealth(view), view.traits[.riskTilt])
    var (risky, tilted, whole) = (0.0, 0.0, 0.0)
    for row in 0..<view.traits.count where tilts[row] != 0 {
      let own = wealth.whole(row)
      risky += wealth.risky(row)
      tilted += own * Double(tilts[row]) / 1e6
      whole += own
    }
    guard whole > 0 else { return }
    turn.say(.riskShare, risky / whole)
    turn.say(.riskTilt, tilted / whole)
  }
}
