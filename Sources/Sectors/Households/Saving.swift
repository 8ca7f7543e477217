import Accounting
import Quantities
import Simulation

/// Households put part of what they hold beyond a buffer into funds, contribute to pensions while they work, and draw
/// on them when they are old.
///
///     contribution = κ · wage income;  purchase = a · (deposits − buffer months · income)⁺ · participation
///     pension = entitlement / remaining years
public struct Saving: PopulationRule, ParameterSet {
  public static let name = "saving"
  public static let legs: [Leg] = [
    .sells(.pensionEntitlements, to: Holder(.pensionFunds), as: .redemption),
    .buys(.pensionEntitlements, from: Holder(.pensionFunds), as: .fundSubscription),
    .buys(.fundShares, from: Holder(.mutualFunds), as: .fundSubscription),
    .buys(.moneyFundShares, from: Holder(.moneyFunds), as: .fundSubscription),
  ]

  @Parameter("Pension contribution out of income of those who work.", range: .percent(0) ... .percent(30),
    source: .release("Vanguard", series: "How America Saves, average total contribution rate 12 %; coverage 60 %", asOf: "2025"))
  public var contribution: Share = .percent(7)

  @Parameter("Years over which the old draw their entitlements down.", range: Tenor(5) ... Tenor(40),
    source: .release("BEA", series: "NIPA 7.20-7.25, pension benefits over entitlements, about 7 % of all, 11 % of the old's", asOf: "2023"))
  public var drawdown: Tenor = Tenor(9)

  @Parameter("Months of income kept as deposits before anything is invested.", range: MonthSpan(0) ... MonthSpan(36),
    source: .paper("Carroll (1997), QJE 112(1)", at: "target buffer"))
  public var buffer: MonthSpan = MonthSpan(4)

  @Parameter("Share of excess deposits invested each month.", range: .percent(0) ... .percent(50),
    source: .assumed(because: "portfolio inertia: Calvet, Campbell and Sodini (2009) find half rebalanced in a year"))
  public var speed: Share = .percent(4)

  @Parameter("Share of new investment that goes to money funds.", range: .percent(0) ... .percent(100),
    source: .release("ICI", series: "net new cash flow of money funds and long-term funds", asOf: "2025"))
  public var moneyFunds: Share = .percent(35)

  public static let all: [Field<Self>] = [
    Field("contribution", \.$contribution), Field("drawdown", \.$drawdown), Field("buffer", \.$buffer),
    Field("speed", \.$speed), Field("moneyFunds", \.$moneyFunds),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    guard let deposits = view.column(.deposits, .households) else { return }
    let (age, employer, income) = (view.traits[.age], view.traits[.employer], view.traits[.income])
    let entitlements = view.column(.pensionEntitlements, .households)
    for (i, row) in rows.enumerated() {
      let earned = Double(max(0, income[row]))
      let purse = max(0, deposits[row])
      let works = employer[row] < Int32(Employment.employers)
      if age[row] >= TaxesAndTransfers.pensionAge {
        legs.cents(0)[i] = Int64(Double(max(0, entitlements?[row] ?? 0)) / (12 * drawdown.value))
      } else if works {
        legs.cents(1)[i] = min(purse / 2, Int64(contribution.value * earned))
      }
      let free = Double(purse - legs.cents(1)[i]) - buffer.value * earned
      guard free > 0 else { continue }
      let invested = Int64(speed.value * free)
      legs.cents(3)[i] = Int64(Double(invested) * moneyFunds.value)
      legs.cents(2)[i] = invested - legs.cents(3)[i]
    }
  }
}
