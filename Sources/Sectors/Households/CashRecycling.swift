import Accounting
import Markets
import Quantities
import Simulation

/// What production, pay and spending do with money in an economy that has no macro half: it goes round.
///
///     money     D <- D E_t/E_{t−1}                             banks lend it to the issuers; E: expected earnings
///     holders   pay X W_h/ΣW,  X = Σ (cash_h − c_h W_h)         to households, or are paid by them
///     issuers   pay or are paid up to  s_i D                    wages one way, sales the other
///     funds     shares issued or redeemed by  v (k cap − assets)
///
/// c_h, s_i and k are the opening's: elastic holders' cash over wealth, issuers' part of deposits, futures funds' assets
/// over capitalisation. So buybacks have money to spend, those who sell to them do not drown in cash, nobody's size
/// drifts out of the market, and money grows with prices. Households, one holder here, are the hub.
///
/// Ignores: interest, taxes, dividends as such, what is produced. It is a closure, not a theory of spending.
///
/// Sees: expected earnings, deposits, equity and fund assets. Does: lends, pays, issues and redeems fund shares, once a month.
/// Verified by: `CashRecyclingTests`.
public struct CashRecycling: Mechanism, ParameterSet {
  public static let name = "cashRecycling"
  public static let sees: [Observable] = [.expectedEarnings]

  @Parameter(
    "Part of a futures fund's gap to its usual size that is subscribed or redeemed in a month.",
    range: Share(0)...Share(1), source: .assumed(because: "investors restore their allocation over about a year"))
  public var pace = Share(0.08)

  public static let all: [Field<Self>] = [Field("pace", \.$pace)]

  /// Sectors that issue equity and their part in the flow of pay and sales.
  static let issuers: [Sector] = [.firms, .aiFirms, .energy]
  /// Funds that trade futures and the shares they issue.
  static let futuresFunds: [(sector: Sector, shares: Instrument)] = [
    (.volTargetFunds, .volTargetShares), (.trendFollowers, .trendShares),
  ]

  public struct State: Codable, Sendable {
    /// c, by elastic holder.
    var ratios: [Double]
    /// s, by issuer.
    var shares: [Double]
    /// k of one member, by sector of futures funds.
    var sizes: [Double]
    /// E at the end of the last month; nil before the first.
    var earnings: Double?
  }

  public init() {}

  public func opening(_ view: borrowing View) throws -> State {
    let deposits = max(1, CashRecycling.deposits(view))
    let cap = max(1, view.capitalisations.total)
    return State(
      ratios: try CashRecycling.elastic(view).map { try ElasticWealth($0, view).ratio },
      shares: CashRecycling.holders(CashRecycling.issuers, view).map {
        view.balance(.deposits, of: $0).dollars / deposits
      },
      sizes: try CashRecycling.futuresFunds.map { sector, shares in
        let assets = try (0..<view.members(sector)).reduce(0.0) {
          $0 + (try view.netAssets(of: Holder(sector, $1), besides: shares).dollars)
        }
        return assets / Double(max(1, view.members(sector))) / cap
      })
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let money = CashRecycling.deposits(view)
    let earnings = view[.expectedEarnings, 0] + view[.expectedEarnings, 1]
    let growth = state.earnings.map { $0 > 0 ? earnings / $0 - 1 : 0 } ?? 0
    state.earnings = earnings
    let created = money * growth
    try recycle(view, state.ratios, &turn)
    try settle(money, created, view, state.shares, &turn)
    try resize(view, state.sizes, &turn)
  }

  /// All deposits, in dollars.
  private static func deposits(_ view: borrowing View) -> Double { -view.value(.deposits, .banks).dollars }

  private static func elastic(_ view: borrowing View) -> [Holder] { holders(Reinvestment.elastic, view) }

  private static func holders(_ sectors: [Sector], _ view: borrowing View) -> [Holder] {
    var holders: [Holder] = []
    for sector in sectors { for member in 0..<view.members(sector) { holders.append(Holder(sector, member)) } }
    return holders
  }

  /// What elastic holders have too much of, together, goes to households in proportion to wealth, or comes from them.
  private func recycle(_ view: borrowing View, _ ratios: [Double], _ turn: inout Turn) throws {
    let holders = CashRecycling.elastic(view)
    var (excess, total) = (0.0, 0.0)
    var wealth: [Double] = []
    for (holder, ratio) in zip(holders, ratios) {
      let own = try ElasticWealth(holder, view)
      wealth.append(own.total)
      (excess, total) = (excess + own.excess(over: ratio), total + own.total)
    }
    guard total > 0 else { return }
    for (holder, own) in zip(holders, wealth) {
      let amount = try Money(dollars: excess * own / total)
      let flow: Flow = holder.sector == .restOfWorld ? (amount > .zero ? .exports : .imports) : .fundIncome
      pay(amount, from: holder, to: Holder(.households), as: flow, &turn)
    }
  }

  /// Issuers borrow the month's new money, and pay wages or make sales until each has its part of all money.
  private func settle(
    _ money: Double, _ created: Double, _ view: borrowing View, _ shares: [Double], _ turn: inout Turn
  ) throws {
    let issuers = CashRecycling.holders(CashRecycling.issuers, view)
    let all = max(1e-9, shares.reduce(0, +))
    for (issuer, share) in zip(issuers, shares) {
      let lent = try Money(dollars: max(0, created) * share / all)
      turn.lend(lent, .corporateLoans, from: view.bank(of: issuer), to: issuer)
      let gap = view.balance(.deposits, of: issuer).dollars + lent.dollars - share * (money + created)
      let amount = try Money(dollars: gap)
      pay(amount, from: issuer, to: Holder(.households), as: amount > .zero ? .wages : .consumption, &turn)
    }
  }

  private func pay(_ amount: Money, from holder: Holder, to hub: Holder, as flow: Flow, _ turn: inout Turn) {
    if amount > .zero { turn.pay(amount, from: holder, to: hub, as: flow, ifShort: .orPart) }
    if amount < .zero { turn.pay(amount.magnitude, from: hub, to: holder, as: flow, ifShort: .orPart) }
  }

  /// Households subscribe to futures funds, or redeem, toward their usual size.
  private func resize(_ view: borrowing View, _ sizes: [Double], _ turn: inout Turn) throws {
    let cap = view.capitalisations.total
    for ((sector, shares), size) in zip(CashRecycling.futuresFunds, sizes) {
      let price = view.price(shares)
      guard price.microcents > 0 else { continue }
      for member in 0..<view.members(sector) {
        let fund = Holder(sector, member)
        let assets = try view.netAssets(of: fund, besides: shares).dollars
        let flow = try Money(dollars: pace.value * (size * cap - assets))
        let units = try price.units(for: flow.magnitude.cents)
        if flow > .zero {
          turn.trade(units, shares, from: fund, to: Holder(.households), as: .fundSubscription)
        } else {
          turn.redeem(min(units, -view.units(shares, of: fund)), shares, of: Holder(.households), by: fund)
        }
      }
    }
  }
}
