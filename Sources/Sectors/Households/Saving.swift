import Accounting
import Quantities
import Simulation

/// Households put part of what they hold beyond a buffer into funds, contribute to pensions while they work, and draw
/// on them when they are old.
///
///     contribution = min(κ · income, deposits / 2)                      of those who work and are under 67
///     pension      = entitlement / (12 · years)                         from 67 on
///     purchase     = a · (deposits − contribution − buffer · income)⁺   a part in money funds, the rest in index funds
///     redemption   = holding/all shares · (active funds' cash − their usual part of assets)⁺ / 3
///
/// Income is the month's, after taxes and debts. Active funds return to their holders the cash that buybacks and index
/// funds have paid them for equity. A fund that is short of what it owes borrows in repo.
///
/// Ignores: choice among funds by return, direct purchases of equity and bonds, early withdrawals.
///
/// Sees: active funds' cash and shares; each household's age, employer, income, deposits and entitlements. Does: five
/// legs. Verified by: `SavingTests`.
public struct Saving: PopulationRule, ParameterSet {
  public static let name = "saving"
  public static let legs: [Leg] = [
    Leg(.sells(.pensionEntitlements), as: .redemption, with: .one(Holder(.pensionFunds)), credit: .repo),
    .buys(.pensionEntitlements, from: Holder(.pensionFunds), as: .fundSubscription),
    .buys(.fundShares, from: Holder(.mutualFunds), as: .fundSubscription),
    .buys(.moneyFundShares, from: Holder(.moneyFunds), as: .fundSubscription),
    Leg(.sells(.valueShares), as: .redemption, with: .one(Holder(.valueFunds)), credit: .repo),
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

  public static let all: [Field<Self>] = [
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
    let returned = redemption(view)
    for (i, row) in rows.enumerated() {
      legs.cents(4)[i] = Int64(clampingCents: Double(max(0, active?[row] ?? 0)) * returned)
      let earned = Double(max(0, income[row]))
      let purse = max(0, deposits[row])
      let works = employer[row] < Int32(Employment.employers)
      if age[row] >= TaxesAndTransfers.pensionAge {
        legs.cents(0)[i] = Int64(clampingCents: Double(max(0, entitlements?[row] ?? 0)) / (12 * drawdown.value))
      } else if works {
        legs.cents(1)[i] = min(purse / 2, Int64(clampingCents: contribution.value * earned))
      }
      let free = Double(purse - legs.cents(1)[i]) - buffer.value * earned
      guard free > 0 else { continue }
      let invested = Int64(clampingCents: speed.value * free)
      legs.cents(3)[i] = Int64(clampingCents: Double(invested) * moneyFunds.value)
      legs.cents(2)[i] = invested - legs.cents(3)[i]
    }
  }

  /// Cents that active funds return for each micro-unit of their shares this month, at most a third of its worth.
  private func redemption(_ view: borrowing View) -> Double {
    let owed = -view.value(.valueShares, .valueFunds).dollars
    let excess = view.value(.deposits, .valueFunds).dollars - activeCash.value * owed
    let units = -Double(view.quantity(.valueShares, .valueFunds))
    return excess > 0 && units > 0 ? min(excess, owed) * 100 / 3 / units : 0
  }
}
