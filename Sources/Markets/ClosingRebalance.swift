import Accounting
import Quantities
import Simulation
import Statistics

/// What those who must trade in answer to the day's own return trade at the close: option dealers who stay hedged,
/// leveraged funds who hold their leverage.
///
///     G     = Σ_i G_i,   G_i: dollars per unit return over capitalisation; positive sells what rises
///     G_eff = max(G, −.6 ζ)                        the negative G_i cut in proportion; see ``DealerHedge``
///     r_0   : the return without them;   r_n = r_0 − M G_eff r_{n−1}
///     h_i   = −G_i r_1                             two passes
///
/// The second pass is what is traded, so that ledger and record carry the same cents; what it leaves out of the fixed
/// point is of third order in G/ζ.
struct ClosingRebalance {
  /// The orders of the day that answer the return.
  private(set) var orders: [Order] = []
  /// Whether the floor binds.
  private(set) var isFloored = false

  /// The least total gamma, as a share of ζ, that is hedged.
  static let floor = Share(0.6)

  init(_ placed: [Order]) { for order in placed where order.kind == .gamma { orders.append(order) } }

  var isEmpty: Bool { orders.isEmpty }

  /// The amounts to trade in the index, one an order, in cents.
  ///
  /// - Parameters:
  ///   - return: r_0, simple.
  ///   - multiplier: M = 1/ζ; zero when flows move no prices.
  mutating func amounts(return r0: Double, multiplier: Double, capitalisation: Double) throws -> [Money] {
    var (gain, loss) = (0.0, 0.0)
    for order in orders {
      let g = order.amount.dollars / capitalisation
      if g > 0 { gain += g } else { loss += g }
    }
    let hedge = DealerHedge(
      gamma: gain + loss, elasticity: multiplier > 0 ? 1 / multiplier : 0, floor: ClosingRebalance.floor)
    isFloored = hedge.isFloored
    let cut = isFloored && loss < 0 ? max(0, (hedge.gamma - gain) / loss) : 1
    let r1 = r0 + multiplier * hedge.flow(for: r0)
    return try orders.map { order in
      try Money(dollars: -order.amount.dollars * (order.amount < .zero ? cut : 1) * r1)
    }
  }
}
