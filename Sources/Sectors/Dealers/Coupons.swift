import Accounting
import Quantities
import Simulation

/// Interest on every traded debt, from who owes it to every institution that holds it.
///
///     paid by issuer k to holder m = rate_i / 12 · debt_ik · (position_im / Σ positions_i)
///
/// Households' share is paid by the population rule `capitalIncome`, so issuers here pay institutions only. Rates on
/// bonds are the coupons of ``CouponRates``; bills, repo and loans follow the policy rate, repo and loans with their
/// spreads. A member's position in a row is net of what it owes in it.
///
/// Ignores: accrual, maturities; interest on deposits; interest on the mortgages of firms.
///
/// Sees: the policy rate, the coupons, the spreads of repo and of loans, everyone's positions. Does: pays interest.
/// Verified by: `CouponsTests`.
public struct Coupons: Mechanism, ParameterSet {
  public static let name = "coupons"
  public static let sees: [Observable] = [.policyRate, .couponRates, .repoSpread, .creditSpreadShift]

  @Parameter(
    "Spread of business loans over the policy rate.", range: .percent(0) ... .percent(10),
    source: .release("Federal Reserve Board", series: "E.2 commercial loan spreads, weighted", asOf: "2024"))
  public var loanSpread: Rate = .percent(2.3)

  public static let all: [Field<Self>] = [Field("loanSpread", \.$loanSpread)]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let policy = view[.policyRate]
    try pay(.bills, policy, as: .billInterest, view, &turn)
    try pay(.repo, max(0, policy + view[.repoSpread]), as: .repoInterest, view, &turn)
    try pay(.standingRepo, policy + StandingRepo.spread, as: .repoInterest, view, &turn)
    try pay(
      .corporateLoans, max(0, policy + loanSpread.value + view[.creditSpreadShift]), as: .loanInterest, view, &turn)
    for bond in CouponRates.rows {
      try pay(bond, CouponRates.coupon(of: bond, view), as: .bondInterest, view, &turn)
    }
  }

  /// One row: every issuer pays every institution its share.
  private func pay(_ row: Instrument, _ rate: Double, as flow: Flow, _ view: borrowing View, _ turn: inout Turn) throws
  {
    var issuers: [(Holder, Double)] = []
    var holders: [(Holder, Double)] = []
    let dollars = row.kind == .nominal ? 0.01 : CapitalIncome.parCentsPerMicroUnit / 100
    for sector in Sector.allCases where sector != .households {
      for index in 0..<view.members(sector) {
        let position = Double(view.units(row, of: Holder(sector, index))) * dollars
        if position < 0 { issuers.append((Holder(sector, index), -position)) }
        if position > 0 { holders.append((Holder(sector, index), position)) }
      }
    }
    let households = max(0, Double(view.quantity(row, .households)) * dollars)
    let held = holders.reduce(households) { $0 + $1.1 }
    guard held > 0 else { return }
    for (issuer, debt) in issuers {
      let credit = shortfall(issuer, view)
      for (holder, position) in holders {
        let interest = try Money(dollars: debt * rate / 12 * position / held)
        turn.pay(interest, from: issuer, to: holder, as: flow, ifShort: credit)
      }
    }
  }

  private func shortfall(_ issuer: Holder, _ view: borrowing View) -> Shortfall {
    switch issuer.sector {
    case .treasury: .orBorrow(.bills, from: Holder(.banks))
    case .dealers, .valueFunds, .restOfWorld: .orBorrow(.repo, from: view.bank(of: issuer))
    case .banks, .centralBank: .orPart
    default: .orBorrow(.corporateLoans, from: view.bank(of: issuer))
    }
  }
}
