import Accounting
import Markets
import Quantities
import Simulation

/// The rest of the world places what it earns in the country by fixed shares, a little every day, and sells by the same
/// shares when it is short.
///
///     gap = deposits − deposits(0) · P A;   equity e gap/h,   Treasury bonds (1 − e) gap/h
///     e   = w ± λ (w − share), between 0 and 1;   share: equity over equity and Treasuries held, w at the opening
///
/// + holds for what it buys, − for what it sells: both lead back to w. So what it sells of equity in the venue it buys again. Bonds are traded with banks. Without this, deficits would pile up as idle deposits of foreigners. The flow follows from
/// published deficits, so all of it is anticipated.
///
/// Ignores: corporate and agency bonds, direct investment, hedging of the dollar, official reserves.
///
/// Sees: prices and output per worker, its own cash and holdings. Does: orders both baskets, trades bonds with banks.
/// Verified by: `ForeignPlacementTests`.
public struct ForeignPlacement: Mechanism, ParameterSet {
  public static let name = "foreignPlacement"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel]
  public static let orders: [Instrument] = [.aiEquity, .restEquity]

  @Parameter(
    "Lean of new money towards what is short of its share: λ.", range: Share(0)...Share(50),
    source: .paper(
      "Camanho, Hau and Rey (2022), RFS 35(11)", at: "foreign funds undo a large part of drift in a quarter"))
  public var lean = Share(5)

  @Parameter(
    "Trading days over which new money is placed: h.", range: TradingSpan(1)...TradingSpan(252),
    source: .release(
      "US Treasury", series: "TIC, net purchases follow the balance of payments by the quarter", asOf: "2024"))
  public var horizon = TradingSpan(63)

  public static let all: [Field<Self>] = [Field("lean", \.$lean), Field("horizon", \.$horizon)]

  public struct State: Codable, Sendable {
    /// Deposits at the opening, in cents.
    var target: Int64
    /// w.
    var weight: Double
    var bonds = BondSwap()
  }

  public init() {}

  private static func holdings(_ view: borrowing View) throws -> (equity: [Double], bonds: Double) {
    let rows = [Instrument.bills] + Instrument.treasuryBonds
    return (
      try Instrument.equities.map { max(0, try view.worth($0, of: Holder(.restOfWorld)).dollars) },
      rows.reduce(0) { $0 + max(0, view.value($1, .restOfWorld).dollars) }
    )
  }

  /// Equity over equity and Treasuries; one for who holds neither.
  private static func share(_ view: borrowing View) throws -> Double {
    let (equity, bonds) = try holdings(view)
    let total = equity.reduce(bonds, +)
    return total > 0 ? equity.reduce(0, +) / total : 1
  }

  public func opening(_ view: borrowing View) throws -> State {
    State(target: view.value(.deposits, .restOfWorld).cents, weight: try ForeignPlacement.share(view))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let investor = Holder(.restOfWorld)
    try state.bonds.settle(for: investor, view, &turn)
    let gap = view.value(.deposits, .restOfWorld).dollars - Double(state.target) / 100 * view.nominalScale
    let daily = gap / horizon.value
    let short = state.weight - (try ForeignPlacement.share(view))
    let e = min(max(state.weight + (gap > 0 ? lean.value : -lean.value) * short, 0), 1)
    state.bonds.note(equityOrdered: -(1 - e) * daily)
    let held = try ForeignPlacement.holdings(view).equity
    let total = held.reduce(0, +)
    guard total > 0 else { return }
    for (row, value) in zip(Instrument.equities, held) {
      let amount = try Money(dollars: e * daily * value / total)
      turn.order(amount, of: row, for: investor, anticipated: amount)
    }
  }
}
