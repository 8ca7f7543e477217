import Accounting
import Quantities

/// Index futures as the register counts them: one dollar a point, in millionths of a contract.
///
///     exposure = contracts · level,   margin_t = contracts_{t−1} · (level_t − level_{t−1})
public enum FuturesContract {
  /// The micro-contracts that an amount of exposure is at a level of the index.
  public static func count(for exposure: Money, at level: Double) throws -> Int64 {
    let contracts = (exposure.dollars / level * 1e6).rounded(.toNearestOrEven)
    guard contracts.magnitude < 4e18 else { throw Money.OutOfRange(value: exposure.dollars / level) }
    return Int64(contracts)
  }

  /// The exposure of micro-contracts at a level, or the margin for a change of level.
  public static func worth(_ contracts: Int64, at level: Double) throws -> Money {
    try Money(dollars: Double(contracts) / 1e6 * level)
  }

  /// The dealer on the other side of a fund's contracts.
  public static func dealer(for fund: Holder, of dealers: Int) -> Holder {
    Holder(.dealers, fund.row % max(1, dealers))
  }
}
