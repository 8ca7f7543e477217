import Accounting
import Quantities
import Simulation

/// Households put part of what they hold beyond a buffer into funds, contribute to pensions while they work, and draw
/// on them when they are old.
///
///     contribution = min(κ · income, deposits / 2)                      of those who work and are under 67
///     pension      = entitlement / (12 · years) + surplus / (12 · years · old)    from 67 on
///     purchase     = a · (deposits − contribution − buffer · income)⁺   in money, active and index funds
///     sale         = min(r · (buffer · income − deposits)⁺, holding)    of money and index funds, by what is held
///     redemption   = holding/all shares · (active funds' cash − their usual part of assets)⁺ / 3
///
/// Income is the month's, after taxes and debts. Active funds return to their holders the cash that buybacks and index
/// funds have paid them for equity. What pension funds earn beyond what they owe goes to the old, as benefits of those who
/// died before them would. Who lives on wealth sells funds. A fund that is short of what it owes borrows in repo.
///
/// Ignores: choice among funds by return, direct purchases of equity and bonds, early withdrawals.
///
/// Sees: active funds' cash and shares, pension funds' net worth; each household's age, employer, income, deposits and entitlements. Does: nine
/// legs. Verified by: `SavingTests`.
public struct Saving: PopulationRule, ParameterSet {
  public static let name = "saving"
  public static let legs: [Leg] = [
    Leg(.sells(.pensionEntitlements), as: .redemption, with: .one(Holder(.pensionFunds)), credit: .repo),
    .buys(.pensionEntitlements, from: Holder(.pensionFunds), as: .fundSubscription),
    .buys(.fundShares, from: Holder(.mutualFunds), as: .fundSubscription),
    .buys(.moneyFundShares, from: Holder(.moneyFunds), as: .fundSubscription),
    Leg(.sells(.valueShares), as: .redemption, with: .one(Holder(.valueFunds)), credit: .repo),
    Leg(.sells(.fundShares), as: .redemption, with: .one(Holder(.mutualFunds)), credit: .repo),
    .receives(from: .one(Holder(.pensionFunds)), as: .pensionBenefits, orBorrow: .repo),
    .buys(.valueShares, from: Holder(.valueFunds), as: .fundSubscription),
    Leg(.sells(.moneyFundShares), as: .redemption, with: .one(Holder(.moneyFunds)), credit: .repo),
  ]

  @Parameter(
    "Pension contribution out of income of those who work.", range: .percent(0) ... .percent(30),
    source: .release(
      "Vanguard", series: "How America Saves, average total contribution rate 12 %; coverage 60 %", asOf: "2025"))
  public var contribution: Share = .percent(7)

  @Parameter(
    "Years over which the old draw their entitlements down.", range: Tenor(5)...Tenor(40),
    source: .assumed(because: "a year's benefits are about 7 % of all entitlements, and those of 67 and over hold half")
  )
  public var drawdown: Tenor = Tenor(7)

  @Parameter(
    "Months of income kept as deposits before anything is invested.", range: MonthSpan(0)...MonthSpan(36),
    source: .paper("Carroll (1997), QJE 112(1)", at: "target buffer"))
  public var buffer: MonthSpan = MonthSpan(4)

  @Parameter(
    "Share of excess deposits invested each month.", range: .percent(0) ... .percent(50),
    source: .assumed(because: "an excess of deposits is placed over several years: its half-life is 57 months"))
  public var speed: Share = .percent(1.2)

  @Parameter(
    "Share of new investment that goes to money funds.", range: .percent(0) ... .percent(100),
    source: .assumed(because: "money funds took in about half as much as long-term funds and ETFs together"))
  public var moneyFunds: Share = .percent(35)

  @Parameter(
    "Cash that active funds keep, over their assets.", range: .percent(0) ... .percent(20),
    source: .assumed(because: "equity funds keep a few per cent to meet redemptions"))
  public var activeCash: Share = .percent(2)

  @Parameter(
    "Share of a shortfall of deposits that is made up by selling funds each month: r.",
    range: .percent(0) ... .percent(100),
    source: .paper("Deaton (1991), Econometrica 59(5)", at: "liquid buffers are restored within about a year"))
  public var selling: Share = .percent(8)

  @Parameter(
    "Share of new long-term investment that goes to active funds.", range: .percent(0) ... .percent(100),
    source: .release(
      "ICI", series: "actively managed domestic equity funds and hedge funds over all equity funds", asOf: "2025"))
  public var activeFunds: Share = .percent(25)

  public static let all: [Field<Self>] = [
    Field("selling", \.$selling), Field("activeFunds", \.$activeFunds),
    Field("activeCash", \.$activeCash), Field("contribution", \.$contribution), Field("drawdown", \.$drawdown),
    Field("buffer", \.$buffer),
    Field("speed", \.$speed), Field("moneyFunds", \.$moneyFunds),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households) else { return }
    let (age, employer, income) = (view.traits[.age], view.traits[.employer], view.traits[.income])
    let entitlements = view.column(.pensionEntitlements, .households)
    let active = view.column(.valueShares, .households)
    let (returned, benefit) = (redemption(view), surplus(view))
    let (index, money) = (view.column(.fundShares, .households), view.column(.moneyFundShares, .households))
    let sharePrice = view.price(.fundShares).dollars / 1e4
    for (i, row) in rows.enumerated() {
      legs.cents(4)[i] = Int64(clampingCents: Double(max(0, active?[row] ?? 0)) * returned)
      let earned = Double(max(0, income[row]))
      let purse = max(0, deposits[row])
      let works = employer[row] < Int32(Employment.employers)
      if age[row] >= TaxesAndTransfers.pensionAge {
        legs.cents(0)[i] = Int64(clampingCents: Double(max(0, entitlements?[row] ?? 0)) / (12 * drawdown.value))
        legs.cents(6)[i] = benefit
      } else if works {
        legs.cents(1)[i] = min(purse / 2, Int64(clampingCents: contribution.value * earned))
      }
      let free = Double(purse - legs.cents(1)[i]) - buffer.value * earned
      guard free > 0 else {
        let long = Double(max(0, index?[row] ?? 0)) * sharePrice
        let short = Double(max(0, money?[row] ?? 0))
        let sold = min(1, selling.value * -free / max(1, long + short))
        legs.cents(5)[i] = Int64(clampingCents: (long * sold).rounded(.down))
        legs.cents(8)[i] = Int64(clampingCents: (short * sold).rounded(.down))
        continue
      }
      let invested = Int64(clampingCents: speed.value * free)
      legs.cents(3)[i] = Int64(clampingCents: Double(invested) * moneyFunds.value)
      legs.cents(7)[i] = Int64(clampingCents: Double(invested - legs.cents(3)[i]) * activeFunds.value)
      legs.cents(2)[i] = invested - legs.cents(3)[i] - legs.cents(7)[i]
    }
  }

  /// Cents that active funds return for each micro-unit of their shares this month, at most a third of its worth.
  private func redemption(_ view: borrowing View) -> Double {
    let units = -Double(view.quantity(.valueShares, .valueFunds))
    let owed = -view.value(.valueShares, .valueFunds).dollars
    return units > 0 ? BlockTrades.returned(view, keeping: activeCash) * owed * 100 / units : 0
  }

  /// Cents of pension funds' surplus that each old household receives this month.
  private func surplus(_ view: borrowing View) -> Int64 {
    let surplus = view.netWorth(.pensionFunds).dollars
    guard surplus > 0 else { return 0 }
    let age = view.traits[.age]
    let old = (0..<view.traits.count).reduce(0) { $0 + (age[$1] >= TaxesAndTransfers.pensionAge ? 1 : 0) }
    return old > 0 ? Int64(clampingCents: surplus * 100 / (12 * drawdown.value) / Double(old)) : 0
  }
}
