import Accounting
import Quantities
import Sectors
import Simulation

/// Everything the United States opens with at a scale: flows, levels, households and books.
package struct OpeningState {
  package let scale: Double
  package let flows: OpeningFlows
  package let sample: HouseholdSample
  package let traits: OpeningTraits
  package let books: OpeningBooks
  package private(set) var levels: OpeningLevels

  /// - Throws: ``RequestError/scale(_:)`` for a scale at which there is no country.
  package init(scale: Double) throws {
    guard scale >= 1, scale <= RunRequest.coarsest else { throw RequestError.scale(scale) }
    self.scale = scale
    flows = OpeningFlows()
    sample = HouseholdSample(scale: scale)
    traits = OpeningTraits(sample, flows: flows, payroll: flows.payroll.map { $0 / scale })
    books = try OpeningBooks(OpeningMatrix.unitedStates(), sample: sample, traits: traits, flows: flows, scale: scale)
    levels = OpeningLevels(flows, traits, scale: scale)
    try settleSpending()
  }

  /// Finds the level of spending at which the first month's consumption is the opening quarter's, by secant steps on
  /// that month. Spending is concave and nearly linear in its level, so a few steps are enough.
  private mutating func settleSpending() throws {
    let target = (flows.shopping + flows.cashRent) / 12 / scale
    var (low, high) = (0.9, 1.1)
    var (atLow, atHigh) = (try firstMonthSpending(at: low), try firstMonthSpending(at: high))
    for _ in 0..<5 where abs(atHigh - target) > 1e-4 * target && atHigh != atLow {
      let next = min(3, max(0.2, high + (target - atHigh) * (high - low) / (atHigh - atLow)))
      (low, atLow) = (high, atHigh)
      (high, atHigh) = (next, try firstMonthSpending(at: next))
    }
    levels.spending = high
  }

  private func firstMonthSpending(at level: Double) throws -> Double {
    var levels = levels
    levels.spending = level
    let world = try world(TwoTrackEconomy.householdMonth(flows, levels), RunRequest())
    let monthEnd = TradingCalendar.nyse.lastOfMonth(TwoTrackEconomy.opens.advanced(by: 1))
    while world.day < monthEnd { try world.advance() }
    let paid: [Flow] = [.consumption, .rent, .productionTax]
    return paid.reduce(0) { $0 - world.ledger.flow($1, .households).dollars }
  }

  /// A world with these books and a day page.
  func world(_ page: DayPage, _ request: RunRequest, keeping kept: [String]? = nil) throws -> World {
    let ledger = try Ledger(books.chart, opening: books.opening)
    let columns = Traits(count: sample.members.count)
    columns.set(.age, traits.age)
    columns.set(.skill, traits.skill)
    columns.set(.patience, traits.patience)
    columns.set(.employer, traits.employer)
    columns.set(.wage, traits.wage)
    columns.set(.adults, traits.adults)
    columns.set(.children, traits.children)
    columns.set(.income, [Int32](repeating: 0, count: sample.members.count))
    columns.set(.riskTilt, Rebalancing().opening(ledger, age: traits.age))
    return try World(
      World.Setup(
        page: page, ledger: ledger, traits: columns, clock: .tradingDays(.nyse), opens: TwoTrackEconomy.opens,
        seed: request.seed, replicate: request.replicate,
        scale: scale, threads: request.threads, keeping: kept))
  }
}
