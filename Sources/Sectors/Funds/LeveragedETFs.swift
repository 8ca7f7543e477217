import Accounting
import Markets
import Quantities
import Simulation

/// Listed funds that promise a multiple of the day's return and must trade at the close to keep it.
///
///     flow = L (L − 1) A r                              the same sign as the return, for long and inverse funds alike
///     gamma = −Σ_L L (L − 1) A_L
///
/// A_L keeps its part of the market: assets over capitalisation are those of the opening. The swaps they use are counted
/// as the basket itself, bought and sold by the fund sector.
///
/// Ignores: creations and redemptions, which lean against the move; that most track technology; costs.
///
/// Sees: the capitalisation. Does: trades the index at the close in answer to its return.
/// Verified by: `LeveragedETFsTests`.
public struct LeveragedETFs: Mechanism, ParameterSet {
  public static let name = "leveragedETFs"
  public static let systems = ["S1"]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Dollars bought for a unit return, at the opening: Σ L (L − 1) A.", range: Amount(0)...Amount(2e12),
    source: .assumed(
      because: "in billions, late 2025, from fund pages: SSO 7, QLD 11, TQQQ 29, UPRO 5, SPXL 6, and 6 inverse"))
  public var convexity = LeveragedETFs.convexity([(2, Amount(18e9)), (3, Amount(40e9)), (-2, Amount(6e9))])

  public static let all: [Field<Self>] = [Field("convexity", \.$convexity)]

  public struct State: Codable, Sendable {
    /// Σ L (L − 1) A over capitalisation.
    let share: Double
  }

  public init() {}

  /// Σ L (L − 1) A: dollars bought per unit return.
  public static func convexity(_ funds: [(multiple: Double, assets: Amount)]) -> Amount {
    Amount(funds.reduce(0) { $0 + $1.multiple * ($1.multiple - 1) * $1.assets.value })
  }

  public func opening(_ view: borrowing View) -> State {
    let cap = view.capitalisations.total * view.scale
    return State(share: cap > 0 ? convexity.value / cap : 0)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let gamma = try Money(dollars: -state.share * view.capitalisations.total)
    turn.rebalanceIndex(gamma: gamma, for: Holder(.mutualFunds))
  }
}
