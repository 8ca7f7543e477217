import Quantities

/// The average coupons of a debt by years left, as it falls due, comes nearer its date and is issued again.
///
///     c_k <- c_k + 1/(12 w_k) [a_k c_{k+1} + (1 − a_k) y_k − c_k] + g_k (y_k − c_k)
///     a_k = min(1, (B_{k+1}/w_{k+1})/(B_k/w_k)), none for the longest;   g_k = (B_k − B_k of last month)⁺/B_k
///
/// A rung k is a range of w_k years. Each month a twelfth of a year's worth of it falls due or into the rung below, and as
/// much takes its place: first what comes down from the rung above, at that rung's coupon, the rest new at the yield y_k.
/// All that a rung has grown by is new.
///
/// Ignores: coupons inside a rung, which leave it in the order in which they came; what is bought back.
public struct BondLadder: Sendable {
  /// Years from end to end of each rung, the shortest first.
  public let widths: [Tenor]

  public init(widths: [Tenor]) { self.widths = widths }

  /// A debt of which as many months' payments are outstanding.
  public init(months: MonthSpan) { widths = [Tenor(months.value / 12)] }

  /// The coupons a month later.
  ///
  /// - Precondition: as many debts, last month's debts and yields as rungs; debts in any unit.
  public func rolled(_ coupons: [Rate], debts: [Double], before: [Double], yields: [Rate]) -> [Rate] {
    widths.indices.map { k in
      guard debts[k] > 0 else { return coupons[k] }
      let (c, y) = (coupons[k].value, yields[k].value)
      let a = fromAbove(k, debts)
      let arriving = a > 0 ? a * coupons[k + 1].value + (1 - a) * y : y
      let replaced = min(1, 1 / (12 * widths[k].value))
      let grown = min(1 - replaced, max(0, debts[k] - before[k]) / debts[k])
      return Rate(c + replaced * (arriving - c) + grown * (y - c))
    }
  }

  /// a_k, what of a rung's replacement comes down from the rung above.
  private func fromAbove(_ k: Int, _ debts: [Double]) -> Double {
    guard k + 1 < widths.count else { return 0 }
    return min(1, max(0, debts[k + 1]) / widths[k + 1].value * widths[k].value / debts[k])
  }
}
