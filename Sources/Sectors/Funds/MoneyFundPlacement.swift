import Accounting
import Markets
import Quantities
import Simulation

extension Observable {
  /// What money funds bid for bills, national.
  public static let moneyFundBillBid = Observable("moneyFundBillBid", unit: Dollars.self, atRest: 0)
}

/// Money funds divide their cash among bills, repo and the Fed's reverse repo by what each pays.
///
///     share at the facility = 1/(1 + e^(a + b (s + f)))        s: repo over interest on reserves, f: that over the facility
///     reverse repo*         = share · (repo lent + reverse repo + spare cash);   spare: above the usual part of assets
///     bid for bills         = spare cash + reverse repo · (1 − share at the facility against bills)
///     repo                  takes a part p of what spare cash is left each day
///
/// Reverse repo grows out of spare cash, then by repo that banks take over; it shrinks into cash that is bid for bills or
/// lent in repo to banks. So a bill issue is paid out of reverse repo first, then out of deposits and so out of reserves.
/// A bill pays the policy rate.
///
/// Ignores: weighted average maturity, prime and government funds apart, window dressing at quarter ends.
///
/// Sees: the spread of repo, money funds' holdings. Does: moves cash between the facility, repo and deposits; says the bid
/// for bills. Verified by: `MoneyFundPlacementTests`.
public struct MoneyFundPlacement: Mechanism, ParameterSet {
  public static let name = "moneyFundPlacement"
  public static let sees: [Observable] = [.moneyMarketSpread]
  public static let says: [Observable] = [.moneyFundBillBid]

  @Parameter(
    "Log-odds of repo over the facility at no spread: a.", range: Share(-4)...Share(4), source: .calibrated("liquidity")
  )
  public var intercept = Share(0.016)

  @Parameter(
    "Rise of the log-odds for a rise of the spread by one: b.", range: Tenor(100)...Tenor(20_000),
    source: .calibrated("liquidity"))
  public var slope = Tenor(2856)

  @Parameter(
    "Interest on reserves over the facility's rate: f.", range: .percent(0) ... .percent(0.5),
    source: .release("Federal Reserve Board", series: "IORB 3.65 % less ON RRP 3.50 %", asOf: "2025-12-11"))
  public var facilityGap: Rate = .percent(0.15)

  @Parameter(
    "Policy rate, which a bill pays, over the facility's rate.", range: .percent(0) ... .percent(0.5),
    source: .release("Federal Reserve Board", series: "middle of 3.50-3.75 % less ON RRP 3.50 %", asOf: "2025-12-11"))
  public var billGap: Rate = .percent(0.125)

  @Parameter(
    "Part of spare cash lent in repo a day: p.", range: .percent(1) ... .percent(100),
    source: .assumed(because: "bills settle twice a week; cash that waits longer is lent overnight"))
  public var pace: Share = .percent(10)

  public static let all: [Field<Self>] = [
    Field("intercept", \.$intercept), Field("slope", \.$slope), Field("facilityGap", \.$facilityGap),
    Field("billGap", \.$billGap), Field("pace", \.$pace),
  ]

  /// The usual part of assets in deposits, that of the opening.
  public struct State: Codable, Sendable { var usual: Double }

  public init() {}

  private static let funds = Holder(.moneyFunds)

  public func opening(_ view: borrowing View) -> State {
    let owed = -view.value(.moneyFundShares, .moneyFunds).dollars
    return State(usual: owed > 0 ? max(0, view.value(.deposits, .moneyFunds).dollars) / owed : 0)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let owed = max(0, -view.value(.moneyFundShares, .moneyFunds).dollars)
    let cash = max(0, view.value(.deposits, .moneyFunds).dollars)
    let facility = max(0, view.value(.reverseRepo, .moneyFunds).dollars)
    let repo = max(0, view.value(.repo, .moneyFunds).dollars)
    let spare = max(0, cash - state.usual * owed)
    let wanted = share(at: view[.moneyMarketSpread] + facilityGap.value) * (repo + facility + spare)
    let change = try Money(dollars: wanted - facility)
    var left = spare
    if change > .zero {
      try fill(change, spare: spare, view, &turn)
      left = max(0, spare - change.dollars)
    } else {
      turn.repay(
        -change, .reverseRepo, from: Holder(.centralBank), to: MoneyFundPlacement.funds, as: .moneyMarkets)
      left += -change.dollars
    }
    let lent = try Money(dollars: pace.value * left)
    for (part, bank) in zip(try equal(lent, view), view.banks) {
      turn.lend(part, .repo, from: MoneyFundPlacement.funds, to: bank, as: .moneyMarkets)
    }
    let bid = left - lent.dollars + (1 - share(at: billGap.value)) * min(wanted, facility + spare)
    turn.say(.moneyFundBillBid, view.scale * max(0, bid))
  }

  /// The part that stays at the facility when the other use pays a spread over it.
  private func share(at spread: Double) -> Double {
    MoneyMarketSpread.facilityShare(spread: Rate(spread), intercept: intercept.value, slope: slope)
  }

  /// Puts an amount into the facility: out of spare cash, then out of repo, which banks take over at par.
  private func fill(_ amount: Money, spare: Double, _ view: borrowing View, _ turn: inout Turn) throws {
    let lent = max(.zero, view.balance(.repo, of: MoneyFundPlacement.funds))
    let fromRepo = min(max(.zero, amount - (try Money(dollars: spare))), lent)
    for (part, bank) in zip(try equal(fromRepo, view), view.banks) {
      turn.trade(part.cents, .repo, from: MoneyFundPlacement.funds, to: bank, as: .moneyMarkets)
    }
    turn.lend(amount, .reverseRepo, from: MoneyFundPlacement.funds, to: Holder(.centralBank), as: .moneyMarkets)
  }

  private func equal(_ amount: Money, _ view: borrowing View) throws -> [Money] {
    amount.split(by: view.banks.map { _ in 1 })
  }
}
