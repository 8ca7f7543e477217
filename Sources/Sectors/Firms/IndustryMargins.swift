import Accounting
import Quantities
import Simulation

/// Reads what the industries of the firms sold, kept and paid in interest in a month, at yearly rates.
///
///     surplus_j  = x_j (1 − A_jj) − k c_j x_j − W_j
///     interest_j = interest that firms paid · debt_j / Σ debt
///
/// c_j are the inputs from others, imports and taxes of the input-output table per dollar of output x, k what firms paid for them this
/// month over what the table asks, W the pay of the people at work there. So costs and interest sum to what the books say.
struct IndustryMargins: Codable, Sendable {
  /// One industry's month.
  struct Month {
    /// Output, dollars a year at the scale of the run; surplus less interest, and interest, over it.
    var sales, margin, interest, jobs: Double
  }

  /// Cents paid up to the last reading.
  private var costs: Int64 = 0
  private var interest: Int64 = 0

  private static let costFlows: [Flow] = [.intermediateInputs, .imports, .productionTax]
  private static let interestFlows: [Flow] = [.loanInterest, .bondInterest]

  /// The month by industry; zero for those that are no member of the firms.
  mutating func month(
    _ view: borrowing View, _ technology: InputOutput, _ information: InformationSales
  ) throws -> [Month] {
    let paid = IndustryMargins.yearly(IndustryMargins.costFlows, since: &costs, view)
    let charged = IndustryMargins.yearly(IndustryMargins.interestFlows, since: &interest, view)
    let work = IndustryMargins.work(view)
    let debts = try Industry.allCases.map { industry in
      industry.seller.sector == .firms ? max(0, try BusinessBorrowing.debt(of: industry.seller, view).dollars) : 0
    }
    let debt = max(1, debts.reduce(0, +))
    let sales = Industry.allCases.map { industry -> Double in
      guard industry.seller.sector == .firms else { return 0 }
      return view[.output, industry.rawValue] * (industry == .informationAndAI ? 1 - information.aiShare : 1)
    }
    let asked = Industry.allCases.map { technology.purchases($0) }
    let k = paid / max(1, zip(sales, asked).reduce(0) { $0 + $1.0 * $1.1 })
    return sales.indices.map { j in
      guard sales[j] > 0 else { return Month(sales: 0, margin: 0, interest: 0, jobs: work[j].jobs) }
      let interest = charged * debts[j] / debt / sales[j]
      let surplus = 1 - technology.domestic[j][j] - k * asked[j] - work[j].pay / sales[j]
      return Month(sales: sales[j], margin: surplus - interest, interest: interest, jobs: work[j].jobs)
    }
  }

  /// Dollars a year that the firms paid since the last reading.
  private static func yearly(_ flows: [Flow], since before: inout Int64, _ view: borrowing View) -> Double {
    var now: Int64 = 0
    for flow in flows { now += view.outlay(flow, .firms).cents }
    defer { before = now }
    return 12 * Double(now - before) / 100
  }

  /// People at work in each industry, and their pay in dollars a year.
  private static func work(_ view: borrowing View) -> [(jobs: Double, pay: Double)] {
    let (employer, wage) = (view.traits[.employer], view.traits[.wage])
    let dollars = 0.12 * view[.wageLevel]
    var work = Array(repeating: (jobs: 0.0, pay: 0.0), count: Industry.count)
    for row in 0..<view.traits.count where (0..<Int32(Industry.count)).contains(employer[row]) {
      work[Int(employer[row])].jobs += 1
      work[Int(employer[row])].pay += Double(wage[row]) * dollars
    }
    return work
  }
}

extension InputOutput {
  /// Inputs from other industries, imports and taxes per dollar of an industry's output.
  fileprivate func purchases(_ industry: Industry) -> Double {
    let j = industry.rawValue
    let others = domestic.indices.reduce(0) { $0 + ($1 == j ? 0 : domestic[$1][j]) }
    return others + imported[j] + max(0, taxes[j])
  }
}
