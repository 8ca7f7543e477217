import Accounting
import Markets
import Quantities
import Simulation

/// Active funds buy, outside the venue, the shares that they have sold in it to index funds and companies: new ones of firms
/// that owe too much or pay in shares, and old ones that households hold directly.
///
///     issued = min((debt − debt(0) P A)⁺/m, spare cash)           by each firm, in proportion when cash is short
///     bought = min(k cap − equity, spare cash left)⁺              new shares up to n of a month's buybacks, the rest from
///                                                                 households, up to a sixtieth of what they hold, and
///                                                                 new ones again for what these no longer have
///
/// k is the funds' part of the market at the opening, spare what is above their usual cash. Index funds and buybacks buy year
/// after year, so whoever sells to them must be supplied, or no one would be left to trade with. In the country offerings,
/// stock compensation and households' own shares supply them. What cash is still left goes back to the funds' holders:
/// to households in `saving`, to institutions here.
///
/// Ignores: the discount of an offering, the tax that keeps old shares where they are.
///
/// Sees: prices and output per worker, the buyback bid, the funds' cash and equity, debts. Does: trades new and old shares, redeems funds'.
/// Verified by: `BlockTradesTests`.
public struct BlockTrades: Mechanism, ParameterSet {
  public static let name = "blockTrades"
  public static let sees: [Observable] = [.priceLevel, .productivityLevel, .buybackBid]

  @Parameter(
    "Months in which a firm replaces debt above its target by equity: m.", range: MonthSpan(1)...MonthSpan(120),
    source: .paper(
      "Leary and Roberts (2005), Journal of Finance 60(6)", at: "leverage is rebalanced in two to four years"))
  public var horizon = MonthSpan(36)

  @Parameter(
    "Cash that active funds keep, over their assets.", range: .percent(0) ... .percent(20),
    source: .release("ICI", series: "liquidity ratio of equity funds", asOf: "2024"))
  public var cash: Share = .percent(2)

  @Parameter(
    "New shares, as stock compensation and in offerings, over buybacks: n.",
    range: .percent(0) ... .percent(100),
    source: .release(
      "Federal Reserve Board", series: "Z.1 F.223, gross issues over gross retirements of corporate equity",
      asOf: "2024"))
  public var newShares: Share = .percent(50)

  public static let all: [Field<Self>] = [
    Field("horizon", \.$horizon), Field("cash", \.$cash), Field("newShares", \.$newShares),
  ]

  public struct State: Codable, Sendable {
    /// k, by basket.
    var parts: [Double]
    /// Debts at the opening, in cents, by payer of dividends.
    var debts: [Int64]
  }

  static let fund = Holder(.valueFunds)
  /// Months over which households part with their shares at the fastest.
  private static let patience: Int64 = 60

  public init() {}

  private static func equity(_ view: borrowing View) throws -> [Double] {
    try Instrument.equities.map { max(0, try view.worth($0, of: fund).dollars) }
  }

  private static func caps(_ view: borrowing View) -> [Double] {
    Instrument.equities.map { max(0, view.owed($0).dollars) }
  }

  public func opening(_ view: borrowing View) throws -> State {
    State(
      parts: zip(try BlockTrades.equity(view), BlockTrades.caps(view)).map { $1 > 0 ? $0 / $1 : 0 },
      debts: try Payout.payers(view).map { try BusinessBorrowing.debt(of: $0, view).cents })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let owed = max(0, 0 - view.value(.valueShares, .valueFunds).dollars)
    var spare = max(0, view.balance(.deposits, of: BlockTrades.fund).dollars - cash.value * owed)
    spare -= try issue(upTo: spare, view, state, &turn)
    let gaps = zip(zip(try BlockTrades.equity(view), BlockTrades.caps(view)), state.parts).map { held, part in
      max(0, part * held.1 - held.0)
    }
    let gap = gaps.reduce(0, +)
    for (row, part) in zip(Instrument.equities, gaps) where gap > 0 && spare > 0 {
      let amount = try Money(dollars: min(gap, spare) * part / gap)
      let offered = try Money(dollars: newShares.value * 21 * view[.buybackBid] / view.scale * part / gap)
      let wanted = try view.price(row).units(for: amount.cents)
      let new = try view.price(row).units(for: min(amount, offered).cents)
      let old = min(wanted - new, max(0, view.quantity(row, .households)) / BlockTrades.patience)
      turn.tradeWithHouseholds(old, row, for: BlockTrades.fund)
      sellNew(wanted - old, row, view, &turn)
    }
    let rate = BlockTrades.returned(view, keeping: cash)
    for sector in [Sector.pensionFunds, .restOfWorld] {
      let units = Int64(Double(max(0, view.units(.valueShares, of: Holder(sector)))) * rate)
      turn.redeem(units, .valueShares, of: Holder(sector), by: BlockTrades.fund)
    }
  }

  /// Sells new shares of all companies of a basket, in proportion to what each has out.
  private func sellNew(_ units: Int64, _ row: Instrument, _ view: borrowing View, _ turn: inout Turn) {
    let issuers = Payout.payers(view).filter { view.units(row, of: $0) < 0 }
    let parts = Money(cents: units).split(by: issuers.map { -Double(view.units(row, of: $0)) })
    for (issuer, part) in zip(issuers, parts) {
      turn.trade(part.cents, row, from: issuer, to: BlockTrades.fund, as: .issuance)
    }
  }

  /// Sells new shares of firms that owe too much, and returns what the fund paid, in dollars.
  private func issue(
    upTo spare: Double, _ view: borrowing View, _ state: State, _ turn: inout Turn
  ) throws -> Double {
    let issuers = Payout.payers(view)
    let needs = try zip(issuers, state.debts).map { issuer, opening in
      let excess = try BusinessBorrowing.debt(of: issuer, view).dollars - Double(opening) / 100 * view.nominalScale
      return view.units(BlockTrades.row(of: issuer), of: issuer) < 0 ? max(0, excess) / horizon.value : 0
    }
    let need = needs.reduce(0, +)
    let paid = min(need, spare)
    for (issuer, part) in zip(issuers, needs) where part > 0 && paid > 0 {
      let row = BlockTrades.row(of: issuer)
      let units = try view.price(row).units(for: try Money(dollars: paid * part / need).cents)
      turn.trade(units, row, from: issuer, to: BlockTrades.fund, as: .issuance)
    }
    return paid
  }

  private static func row(of issuer: Holder) -> Instrument { issuer.sector == .aiFirms ? .aiEquity : .restEquity }

  /// The part of their shares that active funds take back this month for cash above what they keep, at most a third.
  static func returned(_ view: borrowing View, keeping cash: Share) -> Double {
    let owed = max(0, 0 - view.value(.valueShares, .valueFunds).dollars)
    let excess = view.value(.deposits, .valueFunds).dollars - cash.value * owed
    return owed > 0 && excess > 0 ? min(excess / owed, 1) / 3 : 0
  }
}
