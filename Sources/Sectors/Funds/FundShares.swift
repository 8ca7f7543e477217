import Accounting
import Markets
import Quantities
import Simulation

/// The price of fund shares follows what the funds own.
///
///     price = (assets − debts)/shares                net of the shares themselves
///
/// so a fund's own worth returns to zero within a cent's rounding and its gains are its holders'. All funds see the
/// state before, so a fund that holds another's shares follows a day later. A fund whose debts exceed its assets has
/// shares of no price.
///
/// Sees: balances of the fund sectors. Does: revalues their shares.
/// Verified by: `FundSharesTests`.
public struct FundShares: Mechanism {
  public static let name = "fundShares"

  /// The rows and the sectors that issue them.
  public static let issuers: [(row: Instrument, sector: Sector)] = [
    (.fundShares, .mutualFunds), (.volTargetShares, .volTargetFunds), (.trendShares, .trendFollowers),
    (.riskParityShares, .riskParityFunds), (.valueShares, .valueFunds),
  ]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    for (row, sector) in FundShares.issuers {
      let issued = -view.quantity(row, sector)
      guard issued > 0 else { continue }
      let assets = view.netWorth(sector) - view.value(row, sector)
      turn.revalue(row, to: try FundShares.price(of: assets, over: issued))
    }
  }

  /// Assets over micro-units, rounded to the price's own unit; zero for a fund that owes more than it owns.
  public static func price(of assets: Money, over units: Int64) throws -> Price {
    let wide = Int128(max(assets.cents, 0)) * 1_000_000_000_000
    let price = (wide + Int128(units / 2)) / Int128(units)
    guard price <= Int128(9e18) else { throw Money.OutOfRange(value: Double(price)) }
    return Price(microcents: Int64(price))
  }
}
