import Accounting
import Quantities
import Simulation

/// The central bank pays interest on reserves and reverse repo and remits what it earns beyond it; a loss builds a
/// deferred asset, and nothing is remitted until it is gone.
///
///     income = interest received − reserves · IORB/12 − reverse repo · ON RRP/12
///     income < 0: deferred asset += −income;   income > 0: deferred asset −= min(income, deferred), the rest is remitted
///
/// Interest received is that of the month's coupons. Rates are a spread from the policy rate and never below zero.
///
/// Ignores: operating expenses and dividends on the Reserve Banks' capital, interest by the day.
///
/// Sees: the policy rate; banks' reserves, reverse repo. Does: pays interest, remits or defers.
/// Verified by: `FedAccountsTests`.
public struct FedAccounts: Mechanism, ParameterSet {
  public static let name = "fedAccounts"
  public static let sees: [Observable] = [.policyRate]

  @Parameter(
    "Interest on reserves above the middle of the target range.", range: .percent(-0.5) ... .percent(0.5),
    source: .release("Federal Reserve Board", series: "IORB 3.65 % in a range of 3.50-3.75 %", asOf: "2025-12-11"))
  public var reserveSpread: Rate = .percent(0.025)

  @Parameter(
    "Reverse-repo rate below the middle of the target range.", range: .percent(-0.5) ... .percent(0.5),
    source: .release(
      "Federal Reserve Bank of New York", series: "ON RRP 3.50 % in a range of 3.50-3.75 %", asOf: "2025-12-11"))
  public var facilitySpread: Rate = .percent(0.125)

  public static let all: [Field<Self>] = [
    Field("reserveSpread", \.$reserveSpread), Field("facilitySpread", \.$facilitySpread),
  ]

  /// Income flows cumulated at the end of last month, in cents.
  public struct State: Codable, Sendable { var income: Int64 }

  public init() {}

  static func income(_ view: borrowing View) -> Int64 {
    [Flow.bondInterest, .billInterest, .repoInterest, .reserveInterest].reduce(0) {
      $0 + view.flow($1, .centralBank).cents
    }
  }

  public func opening(_ view: borrowing View) -> State { State(income: FedAccounts.income(view)) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let fed = Holder(.centralBank)
    let rate = view[.policyRate]
    var paid = Money.zero
    for index in 0..<view.members(.banks) {
      let bank = Holder(.banks, index)
      let reserves = max(view.balance(.reserves, of: bank), .zero).dollars
      let interest = try Money(dollars: reserves * max(0, rate + reserveSpread.value) / 12)
      turn.pay(interest, from: fed, to: bank, as: .reserveInterest, ifShort: .orPart)
      paid = paid + interest
    }
    for sector in [Sector.moneyFunds, .dealers, .restOfWorld] {
      let lent = max(view.value(.reverseRepo, sector), .zero).dollars
      let interest = try Money(dollars: lent * max(0, rate - facilitySpread.value) / 12)
      turn.pay(interest, from: fed, to: Holder(sector), as: .repoInterest, ifShort: .orPart)
      paid = paid + interest
    }
    let now = FedAccounts.income(view)
    let earned = Money(cents: now - state.income) - paid
    state.income = now - paid.cents
    settle(earned, view, &turn)
  }

  /// Remits a profit or defers a loss.
  private func settle(_ earned: Money, _ view: borrowing View, _ turn: inout Turn) {
    let (fed, treasury) = (Holder(.centralBank), Holder(.treasury))
    let deferred = view.balance(.deferredAsset, of: fed)
    if earned < .zero {
      turn.transfer(-earned.cents, .deferredAsset, from: treasury, to: fed, as: .remittance)
    } else {
      let recovered = min(earned, max(deferred, .zero))
      turn.transfer(recovered.cents, .deferredAsset, from: fed, to: treasury, as: .remittance)
      turn.pay(earned - recovered, from: fed, to: treasury, as: .remittance, ifShort: .orPart)
    }
  }
}
