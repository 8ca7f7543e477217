import Accounting
import Markets
import Quantities
import Simulation

/// Holders who take the other side of trades put back to work what they were paid, and sell a little where they are
/// short of cash.
///
///     order = (cash − c W)/horizon,   c: cash over wealth W = cash + equity at the opening
///     order = (k cap − equity)/(3 horizon)            of those who hold a part k of the market and do not trade
///
/// so whoever stands ready to trade stays ready, sellers into buybacks buy again, and those who do not trade sell their
/// part into them. Orders are split as the holder's equity is. They follow from published holdings, so all of them are
/// anticipated.
///
/// Ignores: what else the cash could buy; performance.
///
/// Sees: cash and holdings of mutual funds, value funds and foreigners, of pension funds and of households where they
/// are one holder. Does: orders both baskets.
/// Verified by: `ReinvestmentTests`.
public struct Reinvestment: Mechanism, ParameterSet {
  public static let name = "reinvestment"
  public static let orders = EquityBasket.rows

  @Parameter(
    "Trading days over which a gap is closed.", range: TradingSpan(1)...TradingSpan(252),
    source: .assumed(because: "managers put proceeds back to work within about a month"))
  public var horizon = TradingSpan(21)

  public static let all: [Field<Self>] = [Field("horizon", \.$horizon)]

  /// Who takes the other side of trades in equity.
  public static let elastic: [Sector] = [.mutualFunds, .valueFunds, .restOfWorld]

  /// Who only holds.
  static let holders: [Sector] = [.households, .pensionFunds]

  public struct State: Codable, Sendable {
    /// c, by holder in the order of ``Reinvestment/elastic``.
    var ratios: [Double]
    /// k, by sector of ``Reinvestment/holders``; zero for a sector of many members.
    var parts: [Double]
  }

  public init() {}

  public func opening(_ view: borrowing View) throws -> State {
    var ratios: [Double] = []
    for sector in Reinvestment.elastic {
      for member in 0..<view.members(sector) { ratios.append(try ElasticWealth(Holder(sector, member), view).ratio) }
    }
    let cap = max(1, view.capitalisations.total)
    let parts = try Reinvestment.holders.map { sector in
      view.members(sector) == 1 ? try ElasticWealth(Holder(sector), view).equity / cap : 0
    }
    return State(ratios: ratios, parts: parts)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    var place = 0
    for sector in Reinvestment.elastic {
      for member in 0..<view.members(sector) {
        let wealth = try ElasticWealth(Holder(sector, member), view)
        try order(wealth, wealth.excess(over: state.ratios[place]) / horizon.value, for: Holder(sector, member), &turn)
        place += 1
      }
    }
    let cap = view.capitalisations.total
    for (sector, part) in zip(Reinvestment.holders, state.parts) where part > 0 {
      let wealth = try ElasticWealth(Holder(sector), view)
      try order(wealth, (part * cap - wealth.equity) / (3 * horizon.value), for: Holder(sector), &turn)
    }
  }

  private func order(_ wealth: ElasticWealth, _ dollars: Double, for holder: Holder, _ turn: inout Turn) throws {
    guard wealth.equity > 0 else { return }
    let ai = try Money(dollars: dollars * wealth.ai / wealth.equity)
    let rest = try Money(dollars: dollars * wealth.rest / wealth.equity)
    turn.order(ai, of: .aiEquity, for: holder, anticipated: ai)
    turn.order(rest, of: .restEquity, for: holder, anticipated: rest)
  }
}

/// What a holder who takes the other side of trades has, in dollars.
struct ElasticWealth {
  let cash, ai, rest: Double

  init(_ holder: Holder, _ view: borrowing View) throws {
    cash = max(view.balance(.deposits, of: holder).dollars, 0)
    ai = max(try view.worth(.aiEquity, of: holder).dollars, 0)
    rest = max(try view.worth(.restEquity, of: holder).dollars, 0)
  }

  var equity: Double { ai + rest }
  var total: Double { cash + equity }
  /// Cash over wealth.
  var ratio: Double { total > 0 ? cash / total : 0 }
  /// Cash above a share of wealth; negative when short.
  func excess(over ratio: Double) -> Double { cash - ratio * total }
}
