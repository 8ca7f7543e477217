import Accounting
import Markets
import Quantities
import Simulation

extension Observable {
  /// Dividends declared this month on each basket, dollars at the scale of the run.
  public static let declaredDividends = Observable(
    "declaredDividends", unit: Dollars.self, atRest: 0, width: .each(EquityBasket.labels))
  /// Income of private businesses paid out this month, dollars at the scale of the run.
  public static let proprietorsIncome = Observable("proprietorsIncome", unit: Dollars.self, atRest: 0)
}

/// Households receive interest, dividends and the income of their own businesses, each on what it holds.
///
///     dividend_h = declared · units_h / units outstanding;   interest_h = balance_h · rate / 12
///
/// Dividends pass through the dealers' custody on the day they are declared. Income of private businesses is paid by an
/// industry picked by row, in proportion to the cash that industries have: who has earned it pays it. Each tax is withheld here at one rate.
///
/// Ignores: interest on currency and corporate bonds held by households, brackets, capital gains.
///
/// Sees: policy rate, coupons, declared dividends, proprietors' income, what funds distribute; each household's holdings. Does: eight legs of income and
/// two of tax; moves `income` on. Verified by: `CapitalIncomeTests`.
public struct CapitalIncome: PopulationRule, ParameterSet {
  public static let name = "capitalIncome"
  public static let sees: [Observable] = [
    .policyRate, .couponRates, .declaredDividends, .proprietorsIncome, .fundDistribution,
  ]
  public static let notes: [Trait] = [.income]
  public static let legs: [Leg] = [
    .receives(from: .ownBank, as: .depositInterest),
    .receives(from: .one(Holder(.moneyFunds)), as: .fundIncome, orBorrow: .repo),
    .receives(from: .one(Holder(.treasury)), as: .bondInterest, orBorrow: .bills),
    .receives(from: .one(Holder(.stateLocal)), as: .bondInterest, orBorrow: .corporateLoans),
    .receives(from: .ownBank, as: .bondInterest),
    .receives(from: .one(Holder(.dealers)), as: .dividends, orBorrow: .repo),
    .receives(from: .each(.firms), as: .dividends, orBorrow: .corporateLoans),
    .receives(from: .one(Holder(.mutualFunds)), as: .fundIncome, orBorrow: .repo),
    .pays(.one(Holder(.treasury)), as: .incomeTax),
    .pays(.one(Holder(.stateLocal)), as: .incomeTax),
  ]

  @Parameter(
    "Deposit rate as a share of the policy rate.", range: .percent(0) ... .percent(100),
    source: .paper(
      "Drechsler, Savov and Schnabl (2017), QJE 132(4)",
      at: "the spread widens 54 basis points for 100 of the policy rate"))
  public var depositBeta: Share = .percent(40)

  @Parameter(
    "Money-fund yield below the policy rate.", range: .percent(0) ... .percent(2),
    source: .release("ICI", series: "asset-weighted expense ratio of money funds 0.22 %", asOf: "2024"))
  public var fundFee: Rate = .percent(0.22)

  @Parameter(
    "Federal tax withheld on interest and dividends.", range: .percent(0) ... .percent(40),
    source: .rule("26 USC 1(h): 15 percent on qualified dividends in the middle bracket"))
  public var federalTax: Share = .percent(15)

  @Parameter(
    "State tax withheld on interest and dividends.", range: .percent(0) ... .percent(15),
    source: .assumed(because: "the average of state income taxes weighted by income, Tax Foundation (2025)"))
  public var stateTax: Share = .percent(4)

  public static let all: [Field<Self>] = [
    Field("depositBeta", \.$depositBeta), Field("fundFee", \.$fundFee), Field("federalTax", \.$federalTax),
    Field("stateTax", \.$stateTax),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    let rate = view[.policyRate]
    let income = notes[0]
    for leg in Self.legs.indices { for i in 0..<rows.count { legs.cents(leg)[i] = 0 } }
    earn(legs.cents(0), .deposits, depositBeta.value * rate, rows, view)
    earn(legs.cents(1), .moneyFundShares, max(0, rate - fundFee.value), rows, view)
    earn(legs.cents(2), .bills, rate, rows, view)
    for bond in Instrument.treasuryBonds {
      earn(legs.cents(2), bond, CouponRates.coupon(of: bond, view), rows, view)
    }
    for (leg, bond) in [(3, Instrument.municipalBonds), (4, .agencyBonds)] {
      earn(legs.cents(leg), bond, CouponRates.coupon(of: bond, view), rows, view)
    }
    for (basket, row) in Instrument.equities.enumerated() {
      share(legs.cents(5), row, view[.declaredDividends, basket], rows, view)
    }
    share(legs.cents(6), .privateEquity, view[.proprietorsIncome], rows, view)
    share(legs.cents(7), .fundShares, view[.fundDistribution], rows, view)
    let tills = CapitalIncome.tills(view)
    for (i, row) in rows.enumerated() {
      legs.payees(6)[i] = CapitalIncome.firm(of: row, tills)
      let gross = (0...7).reduce(Int64(0)) { $0 + legs.cents($1)[i] }
      legs.cents(8)[i] = Int64(clampingCents: (federalTax.value * Double(gross)).rounded())
      legs.cents(9)[i] = Int64(clampingCents: (stateTax.value * Double(gross)).rounded())
      income[i] = (Int64(income[i]) + gross - legs.cents(8)[i] - legs.cents(9)[i]).asTrait
    }
  }

  /// Adds a month's interest on a row at its price.
  private func earn(
    _ cents: UnsafeMutablePointer<Int64>, _ row: Instrument, _ rate: Double, _ rows: Range<Int>, _ view: borrowing View
  ) {
    guard let column = view.column(row, .households) else { return }
    let perUnit = rate / 12 * (row.kind == .nominal ? 1 : CapitalIncome.parCentsPerMicroUnit)
    for (i, household) in rows.enumerated() where column[household] > 0 {
      cents[i] = min(Leg.ceiling, cents[i] + Int64(clampingCents: (Double(column[household]) * perUnit).rounded(.down)))
    }
  }

  /// The firms' cash, cumulated, over all of it.
  private static func tills(_ view: borrowing View) -> [Double] {
    var (sum, cumulated): (Double, [Double]) = (0, [])
    for index in 0..<view.members(.firms) {
      sum += max(0, view.balance(.deposits, of: Holder(.firms, index)).dollars)
      cumulated.append(sum)
    }
    return cumulated.map { sum > 0 ? $0 / sum : 1 }
  }

  /// The firm that a row's point on the line of all cash falls into; points of rows are spread evenly.
  private static func firm(of row: Int, _ tills: [Double]) -> UInt8 {
    let point = (Double(row) * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    return UInt8(clamping: tills.firstIndex { $0 > point } ?? max(0, tills.count - 1))
  }

  /// Cents of face in a micro-unit: bonds are counted in units of $100 of face.
  static let parCentsPerMicroUnit = 0.01

  /// Adds a household's share of a sum paid out over all units of a row.
  private func share(
    _ cents: UnsafeMutablePointer<Int64>, _ row: Instrument, _ dollars: Double, _ rows: Range<Int>,
    _ view: borrowing View
  ) {
    guard let column = view.column(row, .households), dollars > 0 else { return }
    let outstanding = Sector.allCases.reduce(0.0) { $0 + max(0, Double(view.quantity(row, $1))) }
    guard outstanding > 0 else { return }
    let perUnit = dollars * 100 / outstanding
    for (i, household) in rows.enumerated() where column[household] > 0 {
      cents[i] = min(Leg.ceiling, cents[i] + Int64(clampingCents: (Double(column[household]) * perUnit).rounded(.down)))
    }
  }
}
