import Accounting
import Markets
import Quantities
import Simulation

/// Banks that end the day short of reserves borrow them from banks that have more than their share, and the repo rate says
/// how scarce reserves are.
///
///     target_b = total reserves · share_b;   b below φ · target_b borrows up to target_b from those above theirs
///     L = (Σ_b min(r_b, target_b/φ) + reverse repo)/deposits;   x = x(0) · L/L(0);   s = s(x), at most the standing facility's
///
/// share_b is the bank's share of reserves at the opening. What a bank has beyond 1/φ times its target counts for nobody.
/// Loans are repo between banks and roll over until flows reverse. When the curve asks for more than the standing facility
/// charges, banks borrow there what brings x back to its rate. Deposits stand for bank credit, over which the curve was
/// fitted.
///
/// Ignores: the rate of a single loan, limits to one borrower, the discount window, quarter ends.
///
/// Sees: banks' reserves, deposits and reverse repo. Does: lends between banks, draws on the standing facility; says
/// spreads and the parts of net liquidity. Verified by: `ReserveMarketTests`.
public struct ReserveMarket: Mechanism, ParameterSet {
  public static let name = "reserveMarket"
  public static let says: [Observable] = [
    .moneyMarketSpread, .repoSpread, .netLiquidity, .bankReserves, .cashAccount, .reverseRepo,
  ]

  @Parameter(
    "Share of its target below which a bank borrows reserves: φ.", range: .percent(0) ... .percent(100),
    source: .assumed(
      because: "banks let payments shocks pass through their balance and trade what is left late in the day"))
  public var floor: Share = .percent(50)

  @Parameter(
    "Reserves and reverse repo over bank credit at the opening: x(0).", range: .percent(5) ... .percent(40),
    source: .release(
      "Federal Reserve Board", series: "H.4.1 WRESBAL and RRPONTSYD over H.8 bank credit: 2,963 of 18,964 billion",
      asOf: "2025-12-17 to 2026-01-14"))
  public var openingLiquidity: Share = .percent(15.6)

  @Parameter(
    "Spread of repo over interest on reserves when reserves are abundant: s₀.",
    range: .percent(-0.3) ... .percent(0.1), source: .calibrated("liquidity"))
  public var abundantSpread: Rate = .percent(-0.102)

  @Parameter(
    "Rise of the spread over that at x̄: A.", range: .percent(0) ... .percent(0.6), source: .calibrated("liquidity"))
  public var scarcity: Rate = .percent(0.163)

  @Parameter("Where the rise is A: x̄.", range: .percent(5) ... .percent(30), source: .calibrated("liquidity"))
  public var anchor: Share = .percent(15.5)

  @Parameter(
    "Fall of x that makes the rise e times as large: w.", range: .percent(0.2) ... .percent(10),
    source: .calibrated("liquidity"))
  public var width: Share = .percent(2.6)

  @Parameter(
    "Interest on reserves above the middle of the target range.", range: .percent(-0.5) ... .percent(0.5),
    source: .release("Federal Reserve Board", series: "IORB 3.65 % in a range of 3.50-3.75 %", asOf: "2025-12-11"))
  public var reserveSpread: Rate = .percent(0.025)

  public static let all: [Field<Self>] = [
    Field("floor", \.$floor), Field("openingLiquidity", \.$openingLiquidity),
    Field("abundantSpread", \.$abundantSpread), Field("scarcity", \.$scarcity), Field("anchor", \.$anchor),
    Field("width", \.$width), Field("reserveSpread", \.$reserveSpread),
  ]

  /// The banks' shares of reserves, and L, at the opening.
  public struct State: Codable, Sendable {
    var shares: [Double]
    var liquidity: Double
  }

  public init() {}

  private static func reserves(_ view: borrowing View) -> [Double] {
    view.banks.map { view.balance(.reserves, of: $0).dollars }
  }

  public func opening(_ view: borrowing View) -> State {
    let reserves = ReserveMarket.reserves(view)
    let total = max(1, reserves.reduce(0, +))
    let shares = reserves.map { $0 / total }
    return State(shares: shares, liquidity: liquidity(reserves, shares, view))
  }

  /// L, with the reserves that banks can use.
  private func liquidity(_ reserves: [Double], _ shares: [Double], _ view: borrowing View) -> Double {
    let total = reserves.reduce(0, +)
    let φ = max(floor.value, 0.01)
    var usable = 0.0
    for (reserve, share) in zip(reserves, shares) { usable += min(reserve, max(0, total * share) / φ) }
    let deposits = max(1, -view.value(.deposits, .banks).dollars)
    return (usable - view.value(.reverseRepo, .centralBank).dollars) / deposits
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let reserves = ReserveMarket.reserves(view)
    try redistribute(reserves, state.shares, &turn)
    let L = liquidity(reserves, state.shares, view)
    let x = state.liquidity > 0 ? openingLiquidity.value * L / state.liquidity : openingLiquidity.value
    let s = try price(x, L, view, &turn)
    turn.say(.moneyMarketSpread, s)
    turn.say(.repoSpread, s + reserveSpread.value)
    sayParts(reserves, view, &turn)
  }

  /// s, after the standing facility has lent what the curve asks for beyond its rate.
  private func price(_ x: Double, _ L: Double, _ view: borrowing View, _ turn: inout Turn) throws -> Double {
    let curve = MoneyMarketSpread(floor: abundantSpread, rise: scarcity, anchor: anchor, width: width)
    let cap = Rate(StandingRepo.spread - reserveSpread.value)
    let drawn = -view.value(.standingRepo, .banks).dollars
    let perPoint = x != 0 ? L / x * max(1, -view.value(.deposits, .banks).dollars) : 0
    // What is drawn today is in reserves already, so the need is seen without it.
    let bare = perPoint != 0 ? x - drawn / perPoint : x
    guard curve.spread(at: Share(bare)) > cap, let enough = curve.liquidity(at: cap) else {
      if drawn > 0 { StandingRepo.settle(.zero, view, &turn) }
      return curve.spread(at: Share(bare)).value
    }
    StandingRepo.settle(try Money(dollars: max(0, (enough.value - bare) * perPoint)), view, &turn)
    return cap.value
  }

  private func redistribute(_ reserves: [Double], _ shares: [Double], _ turn: inout Turn) throws {
    var gaps = reserves
    let total = gaps.reduce(0, +)
    for index in gaps.indices { gaps[index] -= total * shares[index] }
    for borrower in gaps.indices where gaps[borrower] < -(1 - floor.value) * max(0, total * shares[borrower]) {
      for lender in gaps.indices where gaps[lender] > 0 && gaps[borrower] < 0 {
        let amount = try Money(dollars: min(gaps[lender], -gaps[borrower]))
        turn.lend(amount, .repo, from: Holder(.banks, lender), to: Holder(.banks, borrower), as: .moneyMarkets)
        gaps[lender] -= amount.dollars
        gaps[borrower] += amount.dollars
      }
    }
  }

  /// National dollars: what of the central bank's balance sheet is where.
  private func sayParts(_ reserves: [Double], _ view: borrowing View, _ turn: inout Turn) {
    let claims = Instrument.allCases.filter { $0.isFinancial && $0 != .deferredAsset }
    let assets = claims.reduce(0.0) { $0 + max(0, view.value($1, .centralBank).dollars) }
    let cash = view.value(.cashAccount, .treasury).dollars
    let facility = -view.value(.reverseRepo, .centralBank).dollars
    turn.say(.bankReserves, view.scale * reserves.reduce(0, +))
    turn.say(.cashAccount, view.scale * cash)
    turn.say(.reverseRepo, view.scale * facility)
    turn.say(.netLiquidity, view.scale * (assets - cash - facility))
  }
}
