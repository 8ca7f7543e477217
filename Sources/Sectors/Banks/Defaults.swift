import Accounting
import Quantities
import Simulation

extension Observable {
  /// What banks wrote off this month of what households owed, over what was owed, a year.
  public static let householdChargeOffs = Observable(
    "householdChargeOffs", unit: PerAnnum.self, atRest: 0, width: .each(["mortgages", "consumerCredit"]))
  /// Households in arrears over those with debts.
  public static let delinquency = Observable("delinquency", unit: Dimensionless.self, atRest: 0)
}

/// Banks foreclose on who has not paid for months, and write off what nothing covers.
///
///     home      sold to landlords after more than four months in arrears; the loan is repaid out of the price
///     lost      (loan − price − deposits)⁺ of the mortgage;   consumer credit after six months
///
/// Arrears are counted by `debtService`. Who has been written off starts anew.
///
/// Ignores: modification of loans, recoveries, judgments, costs of foreclosure, what a record of default costs later.
///
/// Sees: months in arrears, homes and debts of households. Does: sells homes, repays, writes off; says charge-offs and
/// arrears. Verified by: `DefaultsTests`.
public struct Defaults: Mechanism, ParameterSet {
  public static let name = "defaults"
  public static let says: [Observable] = [.householdChargeOffs, .delinquency]

  @Parameter(
    "Months in arrears after which a home is foreclosed.", range: MonthSpan(1)...MonthSpan(60),
    source: .rule("12 CFR 1024.41(f)(1): no foreclosure before more than 120 days of delinquency"))
  public var foreclosure = MonthSpan(5)

  @Parameter(
    "Months in arrears after which consumer credit is written off.", range: MonthSpan(1)...MonthSpan(60),
    source: .rule("FFIEC Uniform Retail Credit Classification, 65 FR 36903: 180 days for open-end credit"))
  public var chargeOff = MonthSpan(6)

  public static let all: [Field<Self>] = [
    Field("foreclosure", \.$foreclosure), Field("chargeOff", \.$chargeOff),
  ]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let traits = view.traits
    var arrears = traits.values(.arrears)
    var (rates, inherited) = (traits.values(.ownMortgageRate), traits.values(.inheritedHome))
    let mortgages = view.column(.mortgages, .households)
    var lost = (mortgages: Money.zero, credit: Money.zero)
    let late = arrears.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
    for row in arrears.indices where arrears[row] > 0 {
      let months = Double(arrears[row])
      if months >= foreclosure.value, (mortgages?[row] ?? 0) < 0 {
        lost.mortgages = lost.mortgages + (try foreclose(row, view, &turn))
        (rates[row], inherited[row]) = (0, 0)
      }
      guard months >= chargeOff.value else { continue }
      let debtor = Holder(.households, row)
      let owed = max(.zero, .zero - view.balance(.consumerCredit, of: debtor))
      turn.writeOff(owed, .consumerCredit, owedBy: debtor, to: view.bank(of: debtor))
      lost.credit = lost.credit + owed
      arrears[row] = 0
    }
    turn.set(.arrears, arrears)
    turn.set(.ownMortgageRate, rates)
    turn.set(.inheritedHome, inherited)
    turn.say(
      .householdChargeOffs,
      each: [rate(lost.mortgages, of: .mortgages, view), rate(lost.credit, of: .consumerCredit, view)])
    turn.say(.delinquency, Double(late) / Double(max(1, debtors(view))))
  }

  /// Sells the home and writes off what the price leaves of the loan; returns that.
  private func foreclose(_ row: Int, _ view: borrowing View, _ turn: inout Turn) throws -> Money {
    let debtor = Holder(.households, row)
    let home = max(0, view.units(.dwellings, of: debtor))
    let worth = try HousingMarket.sellHome(home, 1, of: row, view, &turn)
    let loan = .zero - view.balance(.mortgages, of: debtor)
    let lost = max(.zero, loan - worth - max(.zero, view.balance(.deposits, of: debtor)))
    turn.writeOff(lost, .mortgages, owedBy: debtor, to: view.bank(of: debtor))
    return lost
  }

  private func rate(_ lost: Money, of row: Instrument, _ view: borrowing View) -> Double {
    let owed = -view.value(row, .households).dollars
    return owed > 0 ? 12 * lost.dollars / owed : 0
  }

  private func debtors(_ view: borrowing View) -> Int {
    let debts = [Instrument.mortgages, .consumerCredit].compactMap { view.column($0, .households) }
    return (0..<view.traits.count).reduce(0) { sum, row in sum + (debts.contains { $0[row] < 0 } ? 1 : 0) }
  }
}
