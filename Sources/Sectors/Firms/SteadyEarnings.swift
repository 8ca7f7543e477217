import Markets
import Quantities
import Simulation
import Statistics

/// Earnings that are expected to grow at trend, for an economy whose firms do not produce.
///
///     E_b(t) = E_b(0) (1 + g)^(t/252)
///
/// The level only has to be above zero: value and budgets look at growth.
///
/// Ignores: the cycle, differences between the baskets, revisions, which news stands for.
///
/// Sees: nothing. Does: says expected earnings.
/// Verified by: `SteadyEarningsTests`.
public struct SteadyEarnings: Mechanism, ParameterSet {
  public static let name = "steadyEarnings"
  public static let says: [Observable] = [.expectedEarnings]

  @Parameter(
    "Growth of earnings, a year.", range: .percent(-5)...(.percent(15)),
    source: .release("BEA", series: "corporate profits after tax (CP), mean growth from 1990Q1", asOf: "2019Q4"))
  public var growth: Rate = .percent(6.9)

  public static let all: [Field<Self>] = [Field("growth", \.$growth)]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let trend = Elementary.pow(1 + growth.value, Double(view.step) / 252)
    for basket in EquityBasket.allCases {
      turn.say(.expectedEarnings, at: basket.rawValue, SteadyEarnings.start[basket.rawValue] * trend)
    }
  }

  /// Dollars a year at national scale, a twenty-fifth of each basket's value at the opening.
  private static let start = [0.9e12, 1.9e12]
}
