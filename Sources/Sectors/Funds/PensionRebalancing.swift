import Accounting
import Markets
import Quantities
import Simulation

/// Balanced portfolios that return to their weights at the ends of months and quarters.
///
///     order = −s w (1 − w) W R/days                 on the last days of the period;  W = E + B, w = E/W
///     R     = φ R_month at a month's end;  φ R_month + (1 − φ) R_quarter at a quarter's end
///
/// E and B are the equity and bonds of pension funds, R the index's return since the end of the period before, and
/// w (1 − w) W R what returns to the weight then held. s is the part of W that is kept by the calendar. What equity is sold
/// for buys bonds from banks at par, and what is bought is paid with bonds. Dealers publish estimates days before, so the
/// orders are foretold.
///
/// Ignores: the return of bonds, liability hedging, private assets, bands that trade within the month.
///
/// Sees: the index, what pension funds hold. Does: orders both baskets, trades bonds with banks; says the flow.
/// Verified by: `PensionRebalancingTests`.
public struct PensionRebalancing: Mechanism, ParameterSet {
  public static let name = "pensionRebalancing"
  public static let systems = ["S1"]
  public static let sees: [Observable] = [.indexLevel]
  public static let says: [Observable] = [.rebalancingFlow]
  public static let orders = EquityBasket.rows

  @Parameter(
    "Part of pension assets that is rebalanced by the calendar.", range: .percent(0) ... .percent(100),
    source: .assumed(
      because: "dealers' estimates of 50 to 150 billion after a quarter with 8 % between equity and bonds"))
  public var share: Share = .percent(50)

  @Parameter(
    "Part of the money that rebalances every month, the rest every quarter: φ.", range: .percent(0) ... .percent(100),
    source: .assumed(because: "about a third of balanced money rebalances every month, the rest every quarter"))
  public var monthly: Share = .percent(33)

  @Parameter(
    "Trading days over which it is done.", range: TradingSpan(1)...TradingSpan(10),
    source: .paper(
      "Harvey, Mazzoleni and Melone (2025), NBER 33554", at: "pressure from the last days of the month"))
  public var days = TradingSpan(3)

  public static let all: [Field<Self>] = [
    Field("share", \.$share), Field("monthly", \.$monthly), Field("days", \.$days),
  ]

  public struct State: Codable, Sendable {
    /// The index at the ends of the last month and quarter.
    var month: Double
    var quarter: Double
    var bonds = BondSwap()
    /// What is to be traded on each of the days left, in dollars.
    var daily = 0.0
    var left = 0
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    State(month: view[.indexLevel], quarter: view[.indexLevel])
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    try state.bonds.settle(for: Holder(.pensionFunds), view, &turn)
    let end = view.calendar.lastOfMonth(view.day)
    if view.calendar.count(from: view.day, through: end) == Int(days.value) { plan(&state, view) }
    let order = state.left > 0 ? state.daily : 0
    if state.left > 0 {
      state.left -= 1
      state.bonds.note(equityOrdered: order)
      let parts = view.capitalisations.split(try Money(dollars: order))
      turn.order(parts.ai, of: .aiEquity, for: Holder(.pensionFunds), anticipated: parts.ai)
      turn.order(parts.rest, of: .restEquity, for: Holder(.pensionFunds), anticipated: parts.rest)
    }
    if view.day == end {
      state.month = view[.indexLevel]
      if view.day.month % 3 == 0 { state.quarter = view[.indexLevel] }
    }
    turn.say(.rebalancingFlow, order * view.scale)
  }

  /// Sets what is to be traded by the month's end.
  private func plan(_ state: inout State, _ view: borrowing View) {
    let (level, φ) = (view[.indexLevel], monthly.value)
    let isQuarter = view.day.month % 3 == 0
    let R = φ * (level / state.month - 1) + (isQuarter ? (1 - φ) * (level / state.quarter - 1) : 0)
    let held = PensionRebalancing.holdings(view)
    let flow = PensionRebalancing.flow(equity: held.equity, bonds: held.bonds, return: R)
    (state.daily, state.left) = (share.value * flow / days.value, Int(days.value))
  }

  /// What returns to the old weight after equity has returned R: −w (1 − w) W R, with w = E/W.
  public static func flow(equity: Double, bonds: Double, return R: Double) -> Double {
    let total = equity + bonds
    return total > 0 ? -equity * bonds / total * R : 0
  }

  /// Equity and Treasury bonds of pension funds, in dollars.
  private static func holdings(_ view: borrowing View) -> (equity: Double, bonds: Double) {
    let equity = Instrument.equities.reduce(0.0) { $0 + max(0, view.value($1, .pensionFunds).dollars) }
    let rows = Instrument.treasuryBonds + Instrument.corporateBonds + [.agencyBonds, .municipalBonds]
    return (equity, rows.reduce(0.0) { $0 + max(0, view.value($1, .pensionFunds).dollars) })
  }
}

extension Observable {
  /// What balanced portfolios order at month and quarter ends, national.
  public static let rebalancingFlow = Observable("rebalancingFlow", unit: Dollars.self, atRest: 0)
}
