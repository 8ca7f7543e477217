import Accounting
import Markets
import Quantities
import Simulation
import Statistics

/// Funds that know a price from a value: they stand ready to buy more of what is cheap and to sell more of what is dear.
///
///     buy  = share of cash · (1 − g),   sell = share of holding · (1 + g),   g = clip(gap/width, ±3/4)
///
/// gap is log price less log value of the basket. With the fading of impacts in the venue this is the long-run anchor.
///
/// Ignores: leverage, shorting, the funds' own withdrawals.
///
/// Sees: price and value of each basket, its own cash and holdings. Does: offers.
/// Verified by: `ValueFundsTests`.
public struct ValueFunds: Mechanism, ParameterSet {
  public static let name = "valueFunds"
  public static let sees: [Observable] = [.logPrice, .fundamentalValue]
  @Parameter(
    "Share of cash that is ready to buy in a day at a fair price.", range: Share(0.01)...Share(0.5),
    source: .assumed(because: "hedge funds can commit a quarter of free cash at once"))
  public var cashShare = Share(0.25)

  @Parameter(
    "Share of each holding that is ready to be sold in a day at a fair price.", range: Share(0.001)...Share(0.2),
    source: .assumed(because: "equity hedge funds turn their book over several times a year"))
  public var holdingShare = Share(0.02)

  @Parameter(
    "Gap between price and value at which the response is whole.", range: Share(0.05)...Share(1),
    source: .assumed(because: "mispricing of 30 % is what value investors call wide"))
  public var width = Share(0.3)

  public static let all: [Field<Self>] = [
    Field("cashShare", \.$cashShare), Field("holdingShare", \.$holdingShare), Field("width", \.$width),
  ]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let parts = view.capitalisations
    for member in 0..<view.members(.valueFunds) {
      let fund = Holder(.valueFunds, member)
      let cash = max(view.balance(.deposits, of: fund), .zero).dollars * cashShare.value
      for basket in EquityBasket.allCases {
        let g = ValueFunds.lean(
          logPrice: view[.logPrice, basket.rawValue], value: view[.fundamentalValue, basket.rawValue], width: width)
        let weight = basket == .ai ? parts.weight : 1 - parts.weight
        let held = max(try view.worth(basket.row, of: fund), .zero).dollars * holdingShare.value
        turn.offer(
          buyUpTo: try Money(dollars: cash * weight * (1 - g)), sellUpTo: try Money(dollars: held * (1 + g)),
          of: basket.row, for: fund)
      }
    }
  }

  /// g, from −3/4 for a cheap basket to 3/4 for a dear one.
  public static func lean(logPrice: Double, value: Double, width: Share) -> Double {
    guard value > 0 else { return 0.75 }
    return min(max((logPrice - Elementary.log(value)) / width.value, -0.75), 0.75)
  }
}
