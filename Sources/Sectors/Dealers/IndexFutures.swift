import Accounting
import Markets
import Quantities
import Simulation

/// The register of index futures between funds and dealers, and its daily settlement.
///
///     margin_t   = contracts_{t−1} (I_t − I_{t−1})            paid by dealers to funds that are long, or back
///     contracts_t = contracts_{t−1} + order_t/I_t
///
/// An order is executed whole at the close: the dealer takes the other side, and its hedge in the two baskets is what
/// the venue trades. Whoever is short of cash borrows in repo from its bank and repays when it has more than it needs.
/// Futures are not a row: what is owed is paid every day.
///
/// Ignores: initial margin, the clearing house, financing spreads, expiry and roll.
///
/// Sees: the index, the day's orders. Does: pays variation margin, borrows and repays in repo.
/// Verified by: `IndexFuturesTests`.
public struct IndexFutures: Mechanism, ParameterSet {
  public static let name = "indexFutures"
  public static let sees: [Observable] = [.indexLevel]

  @Parameter(
    "Cash that dealers keep before they repay repo, over the index exposure they hedge.", range: Share(0)...Share(0.5),
    source: .assumed(because: "a day's margin for a fall of 5 %"))
  public var dealerCash = Share(0.05)

  @Parameter(
    "Cash that a fund keeps before it repays repo, over its exposure.", range: Share(0)...Share(1),
    source: .rule("CME E-mini S&P 500 performance bond, about 6 to 10 % of notional"))
  public var fundCash = Share(0.1)

  public static let all: [Field<Self>] = [Field("dealerCash", \.$dealerCash), Field("fundCash", \.$fundCash)]

  public init() {}

  public struct State: Codable, Sendable {
    var register: [Entry]
    var level: Double

    /// One fund's contracts, in millionths.
    struct Entry: Codable, Sendable {
      let fund: Holder
      var contracts: Int64
    }
  }

  public func opening(_ view: borrowing View) throws -> State {
    let level = view[.indexLevel]
    var register: [State.Entry] = []
    for (sector, shares, exposure) in IndexFutures.users {
      let funds = (0..<view.members(sector)).map { Holder(sector, $0) }
      var assets: [Double] = []
      for fund in funds { assets.append(try view.netAssets(of: fund, besides: shares).dollars) }
      for (fund, dollars) in zip(funds, exposure(assets)) {
        let contracts = try FuturesContract.count(for: Money(dollars: dollars), at: level)
        register.append(State.Entry(fund: fund, contracts: contracts))
      }
    }
    return State(register: register, level: level)
  }

  /// Who uses futures from the opening on, the row of its shares, and its opening exposure for given assets.
  private static let users: [(Sector, Instrument, @Sendable ([Double]) -> [Double])] = [
    (.volTargetFunds, .volTargetShares, VolTargetFunds.openingExposure),
    (.trendFollowers, .trendShares, TrendFollowers.openingExposure),
  ]

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let level = view[.indexLevel]
    let dealers = max(1, view.members(.dealers))
    var hedged = [Double](repeating: 0, count: dealers)
    for entry in state.register {
      let dealer = FuturesContract.dealer(for: entry.fund, of: dealers)
      let margin = try FuturesContract.worth(entry.contracts, at: level - state.level)
      let (payer, payee) = margin < .zero ? (entry.fund, dealer) : (dealer, entry.fund)
      let exposure = Double(entry.contracts) / 1e6 * level
      turn.pay(
        margin.magnitude, from: payer, to: payee, as: .variationMargin,
        ifShort: .orBorrow(.repo, from: view.bank(of: payer)))
      repay(entry.fund, keeping: fundCash.value * abs(exposure), after: margin, view, &turn)
      hedged[dealer.row] += exposure
    }
    for dealer in 0..<dealers {
      repay(Holder(.dealers, dealer), keeping: dealerCash.value * abs(hedged[dealer]), after: .zero, view, &turn)
    }
    try enter(view.orders, at: level, &state)
  }

  /// Adds the day's orders to the register at the close.
  private func enter(_ orders: [Order], at level: Double, _ state: inout State) throws {
    state.level = level
    var (fund, amount, next) = (Holder?.none, Money.zero, 0)
    for order in orders where order.kind == .futures {
      if fund != order.holder {
        if let fund { next = try add(amount, of: fund, after: next, at: level, &state) }
        (fund, amount) = (order.holder, .zero)
      }
      amount += order.amount
    }
    if let fund { _ = try add(amount, of: fund, after: next, at: level, &state) }
  }

  /// Adds a fund's order to its contracts and returns the place after it, where the next fund is likely to be: funds
  /// order in the order of the register, but for new ones.
  private func add(_ amount: Money, of fund: Holder, after next: Int, at level: Double, _ state: inout State) throws
    -> Int
  {
    let contracts = try FuturesContract.count(for: amount, at: level)
    let isNext = next < state.register.count && state.register[next].fund == fund
    guard let known = isNext ? next : state.register.firstIndex(where: { $0.fund == fund }) else {
      state.register.append(State.Entry(fund: fund, contracts: contracts))
      return state.register.count
    }
    state.register[known].contracts += contracts
    return known + 1
  }

  /// Repays repo to the holder's bank out of cash above what it keeps.
  private func repay(
    _ holder: Holder, keeping kept: Double, after margin: Money, _ view: borrowing View, _ turn: inout Turn
  ) {
    let owed = -view.balance(.repo, of: holder)
    let free = (view.balance(.deposits, of: holder) + min(margin, .zero)).dollars - kept
    guard owed > .zero, free > 0, let spare = try? Money(dollars: free) else { return }
    turn.repay(min(owed, spare), .repo, from: holder, to: view.bank(of: holder))
  }
}

extension IndexFutures {
  /// The basket of equity that dealers open with as the other side of the funds' futures, in the unit of the assets.
  public static func openingHedge(volTargetAssets: [Double], trendAssets: [Double]) -> Double {
    VolTargetFunds.openingExposure(of: volTargetAssets).reduce(0, +)
      + TrendFollowers.openingExposure(of: trendAssets).reduce(0, +)
  }
}
