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
  /// The parts of what they would buy and would sell to hold what they mean to that the others would sell and buy.
  public static let riskMatch = Observable(
    "riskMatch", unit: Dimensionless.self, atRest: 1, width: .each(["bought", "sold"]))
}

/// The part of their financial wealth that those who take part in the market hold at risk, what they mean to beyond each
/// other, and how far those who would buy meet those who would sell.
///
///     S = Σ R/Σ W,   D = Σ d W/Σ W           over households with a tilt d; R: equity and fund shares, W: financial wealth
///     B, A                                   what they would buy and sell to hold S + d − D, as far as they have it
///     match = min(1, A/B) of purchases, min(1, B/A) of sales
///
/// As wealth passes to the bold or the cautious D moves, though nobody's mind has changed; `rebalancing` takes it off.
///
/// Ignores: who takes no part.
///
/// Sees: every household's holdings, income and tilt. Does: says all of it.
/// Verified by: `RiskSharesTests`.
public struct RiskShares: Mechanism {
  public static let name = "riskShares"
  public static let says: [Observable] = [.riskShare, .riskTilt, .riskMatch]

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
    let (bought, sold) = wanted(around: (risky - tilted) / whole, wealth, view)
    turn.say(.riskMatch, each: [bought > sold ? sold / bought : 1, sold > bought ? bought / sold : 1])
  }

  /// B and A, in cents.
  private func wanted(around centre: Double, _ wealth: FinancialWealth, _ view: borrowing View) -> (Double, Double) {
    let (tilts, income) = (view.traits[.riskTilt], view.traits[.income])
    var (bought, sold) = (0.0, 0.0)
    for row in 0..<view.traits.count where tilts[row] != 0 {
      let purchase = wealth.purchase(for: centre + Double(tilts[row]) / 1e6, row, income: income[row])
      bought += max(0, purchase)
      sold += max(0, -purchase)
    }
    return (bought, sold)
  }
}
