import Quantities
import Statistics

/// The path of the policy rate that fits all futures at once: a step at each meeting.
///
///     avg_m = r₀ + Σ_j s_j w_mj + e_m,   w_mj: the share of month m from meeting j's decision day on
///
/// Least squares over contracts, so that meetings in consecutive months, which the month-by-month tree must chain, share
/// what all contracts say. Rate in percent, steps in percentage points.
public struct RateStepFit: Sendable {
  public let meetings: [Day]
  /// r₀, the rate before the first of them.
  public let opening: Double
  public let steps: [Double]
  /// What the contracts do not agree on, or half a tick where they are as many as unknowns.
  public let standardErrors: [Double]

  /// nil when contracts are fewer than meetings plus one, or do not tell the meetings apart.
  public init?(_ futures: RateFutures, meetings: PolicyMeetings, asOf day: Day) {
    let first = ContractMonth(of: day)
    let contracts = futures.contracts.filter { $0.month >= first }
    guard let last = contracts.last?.month else { return nil }
    // A decision on a month's last days is seen almost only through the next contract.
    let coming = meetings.days.filter { $0 > day && ContractMonth(of: $0) < last }
    guard !coming.isEmpty, contracts.count > coming.count else { return nil }
    let rates = contracts.map { 100 - $0.price }
    let columns =
      [contracts.map { _ in 1.0 }]
      + coming.map { meeting in
        contracts.map { RateStepFit.share(of: $0.month, from: meeting) }
      }
    guard let (solution, errors) = RateStepFit.solved(rates, columns) else { return nil }
    self.meetings = coming
    (opening, steps) = (solution[0], Array(solution.dropFirst()))
    standardErrors = Array(errors.dropFirst())
  }

  private static func solved(_ rates: [Double], _ columns: [[Double]]) -> ([Double], [Double])? {
    if let fit = LeastSquares(rates, on: columns, intercept: false) {
      return (fit.coefficients, fit.standardErrors)
    }
    guard rates.count == columns.count, let design = DenseMatrix(columns: columns),
      let solution = LUFactors(design)?.solve(rates)
    else { return nil }
    return (solution, columns.map { _ in RateFutures.halfTick })
  }

  private static func share(of month: ContractMonth, from meeting: Day) -> Double {
    let decided = ContractMonth(of: meeting)
    guard month >= decided else { return 0 }
    return month > decided ? 1 : Double(month.length - meeting.dayOfMonth + 1) / Double(month.length)
  }
}
