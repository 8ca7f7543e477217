import Accounting
import Quantities
import Sectors
import Simulation
import Statistics

/// The national accounts of a run by quarter: product by expenditure, production and income in whole cents, and net lending.
///
/// Months are read off the books at their last day and summed. The price of a component in a quarter is the mean of its months'.
///
/// Verified by: `QuarterlyAccountsTests`.
public struct QuarterlyAccounts: Sendable {
  /// One quarter, or one month of it while it is being read.
  public struct Period: Sendable {
    /// The last day.
    public let end: Day
    /// Cents of the scaled world, in the order of ``AccountLine`` and of ``Accounting/Sector``.
    let lines, lent: [Int64]
    /// Product by expenditure, production and income as the model measured it.
    let measured: [Int64]
    /// In the order of ``DemandComponent``.
    let prices: [Double]
    /// Made abroad, in the order of ``DemandComponent/final``; sums to imports.
    let content: [Double]

    public func cents(_ line: AccountLine) -> Int64 {
      zip(AccountLine.allCases, lines).first { $0.0 == line }?.1 ?? 0
    }
    public func cents(_ lines: [AccountLine]) -> Int64 { lines.reduce(0) { $0 &+ cents($1) } }
    public func cents(_ component: DemandComponent) -> Int64 { cents(component.lines) }
    public func lent(_ sector: Sector) -> Int64 { lent[sector.index] }

    /// Lines of the books by what they add up to, with their names; those of expenditure are without imports.
    public enum Side: Sendable { case expenditure, imports, production, income }
    public func lines(_ side: Side) -> [(name: String, cents: Int64)] {
      let lines =
        switch side {
        case .expenditure: AccountLine.expenditure
        case .imports: AccountLine.imports
        case .production: AccountLine.production
        case .income: AccountLine.income
        }
      return lines.map { ($0.rawValue, cents($0)) }
    }

    public var imports: Int64 { cents(AccountLine.imports) }
    public var expenditure: Int64 { cents(AccountLine.expenditure) &- cents(AccountLine.imports) }
    public var production: Int64 { cents(AccountLine.production) }
    public var income: Int64 { cents(AccountLine.income) }
    /// The largest gap between the measures of product, the lines' sums and the model's own; zero.
    public var gap: Int64 {
      ([production, income] + measured).reduce(0) { max($0, abs(expenditure &- $1)) }
    }
    /// Net lending over all sectors; zero.
    public var lendingResidual: Int64 { lent.reduce(0, &+) }
    public var labourShare: Double { Double(cents(.compensation)) / Double(expenditure) }
    public func price(_ component: DemandComponent) -> Double {
      zip(DemandComponent.allCases, prices).first { $0.0 == component }?.1 ?? .nan
    }
    /// Net lending of a sector over product.
    public func balance(_ sector: Sector) -> Double { Double(lent(sector)) / Double(expenditure) }
  }

  public let quarters: [Period]
  /// How many households one stands for.
  public let scale: Double

  /// Of months in order; a last quarter that is not whole is left out.
  init(months: [Period], scale: Double) {
    self.scale = scale
    quarters = stride(from: 0, to: months.count / 3 * 3, by: 3).map { first in
      let part = months[first..<(first + 3)]
      func sum(_ read: (Period) -> [Int64]) -> [Int64] {
        part.dropFirst().reduce(read(part[first])) { zip($0, read($1)).map { $0 &+ $1 } }
      }
      func mean(_ read: (Period) -> [Double], over count: Double) -> [Double] {
        part.dropFirst().reduce(read(part[first])) { zip($0, read($1)).map { $0 + $1 } }.map { $0 / count }
      }
      return Period(
        end: part[first + 2].end, lines: sum(\.lines), lent: sum(\.lent), measured: sum(\.measured),
        prices: mean(\.prices, over: 3), content: mean(\.content, over: 1))
    }
  }

  /// Runs a request to its end and keeps the accounts of its whole quarters.
  ///
  /// - Parameter afterEach: called after every day; throwing stops the run there.
  public static func of(
    _ request: RunRequest, in economy: Run.Economy = TwoTrackEconomy.world, afterEach: (Day) throws -> Void = { _ in }
  ) throws -> QuarterlyAccounts {
    var run = try Run(request, in: economy)
    let content = ImportContent(try OpeningShelf.opening(scale: request.scale).flows)
    var months: [Period] = []
    let world = run.world
    try run.advance { day in
      if world.clock.calendar.isLastOfMonth(day) { months.append(Period(world, content)) }
      try afterEach(day)
    }
    return QuarterlyAccounts(months: months, scale: world.scale)
  }

  /// Dollars a year at national scale of a quarter's cents.
  public func annual(_ cents: Int64) -> Double { Double(cents) * 4 * scale / 100 }
}

extension QuarterlyAccounts.Period {
  /// The month that a world has just ended.
  init(_ world: World, _ content: ImportContent) {
    func last(_ name: String) -> Double { world.recorder.last(name) ?? 0 }
    // Whole cents below 2⁵³, so a Double holds them exactly.
    func cents(_ name: String) -> Int64 { Int64(exactly: last(name)) ?? 0 }
    let lines = AccountLine.allCases.map { cents("accountCents.\($0.rawValue)") }
    let read = { (line: AccountLine) -> Double in
      Double(zip(AccountLine.allCases, lines).first { $0.0 == line }?.1 ?? 0)
    }
    let (ledger, ai) = (world.ledger, Sector.aiFirms)
    // Since the opening: trend investment of AI firms keeps its part of everybody's.
    let trend = ledger.outlay(.investment, ai).dollars
    let business = [Sector.firms, .energy].reduce(trend) { $0 + ledger.outlay(.investment, $1).dollars }
    self.init(
      end: world.day, lines: lines, lent: Sector.allCases.map { cents("lentCents.\($0.name)") },
      measured: ["expenditure", "production", "income"].map { cents("productCents.\($0)") },
      prices: DemandComponent.allCases.map { last($0.deflator) },
      content: content.contents(
        spent: DemandComponent.final.map { $0.lines.reduce(0) { $0 + read($1) } }, imports: read,
        trendShare: business > 0 ? trend / business : 0))
  }
}
