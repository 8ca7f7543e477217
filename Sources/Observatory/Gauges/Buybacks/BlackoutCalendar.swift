import Quantities
import Statistics

/// The share of capitalisation whose companies may not buy their own shares on a day.
///
///     closed_i = [start_i, report_i + 2 trading days]
///     start_i:  with probability φ a fixed time from the quarter's end, N(μ, s²) days after it;
///               else a fixed time before the company's own report, N(report_i − b, s²)
///
/// Two habits of policies that both exist; no list says which company has which, so closed_i is a probability.
///
/// How good it is: fitted to the first quarter's four points it meets the second's five within 10 pp, inside the 12 pp
/// asked for. That figure flatters: the form was chosen with both quarters in view, and four points cannot pin four numbers
/// down. A habit tied to the quarter's end alone misses the second quarter by 24 pp; one tied to reports alone does as well
/// as both while b stays within 21 days, and misses by 17 pp where it may go to 40, although it then fits the first quarter
/// better. Within the first quarter a point left out is missed by 17 pp; that is what intervals here use.
///
/// Sources: shares of S&P 500 capitalisation in blackout through 2025, from a dealer's published chart.
/// Verified by: the points of both quarters (ANCHORS T16).
public struct BlackoutCalendar: Sendable {
  /// φ, μ, b and s.
  public struct Starts: Sendable, Equatable {
    public var shareByQuarterEnd: Double
    public var daysAfterQuarterEnd: Double
    public var daysBeforeReport: Double
    public var spread: Double

    public init(
      shareByQuarterEnd: Double, daysAfterQuarterEnd: Double, daysBeforeReport: Double, spread: Double
    ) {
      (self.shareByQuarterEnd, self.daysAfterQuarterEnd) = (shareByQuarterEnd, daysAfterQuarterEnd)
      (self.daysBeforeReport, self.spread) = (daysBeforeReport, spread)
    }

    /// Fitted to the first quarter of 2025 by ``BlackoutCalendar/fit(_:on:)``.
    public static let firstQuarter2025 = Starts(
      shareByQuarterEnd: 0.4, daysAfterQuarterEnd: -12, daysBeforeReport: 16, spread: 2)
  }

  /// Root mean squared error of the share at a point left out of the fit, within the quarter it is fitted to.
  public static let pointLeftOutError = 0.17

  public let earnings: EarningsCalendar
  public let starts: Starts
  private let calendar = TradingCalendar.nyse

  public init(_ earnings: EarningsCalendar, starts: Starts = .firstQuarter2025) {
    (self.earnings, self.starts) = (earnings, starts)
  }

  /// closed_i, the probability that a company is shut.
  public func closed(_ company: EarningsCalendar.Company, on day: Day) -> Double {
    var open = 1.0
    for report in company.reports where (-20...75).contains(day.distance(to: report)) {
      guard calendar.day(2, after: report) >= day else { continue }
      let (φ, μ) = (starts.shareByQuarterEnd, starts.daysAfterQuarterEnd)
      let sinceQuarterEnd = Double(BlackoutCalendar.quarterEnd(before: report).distance(to: day))
      let early = Elementary.normalCDF((sinceQuarterEnd - μ) / starts.spread)
      let late = Elementary.normalCDF((starts.daysBeforeReport - Double(day.distance(to: report))) / starts.spread)
      open *= 1 - φ * early - (1 - φ) * late
    }
    return 1 - open
  }

  /// The share of capitalisation shut.
  public func closedShare(on day: Day) -> Double {
    var (shut, all) = (0.0, 0.0)
    for company in earnings.companies {
      shut += company.weight * closed(company, on: day)
      all += company.weight
    }
    return all > 0 ? shut / all : .nan
  }

  /// The last day of the quarter that a report on a day is about.
  static func quarterEnd(before report: Day) -> Day {
    let (year, month, _) = report.civil
    return (Day(year, 1 + (month - 1) / 3 * 3, 1) ?? report).advanced(by: -1)
  }

  /// The starts that meet published shares best, over a grid.
  ///
  /// - Parameter tenths: the tenths of companies that may start by the quarter's end: 10 alone for one habit, 0 for the
  ///   other.
  public static func fit(
    _ points: [(day: Day, share: Double)], on earnings: EarningsCalendar, tenths shares: ClosedRange<Int> = 2...8
  ) -> Starts {
    var best = (error: Double.infinity, starts: Starts.firstQuarter2025)
    for tenths in shares {
      for μ in [-14.0, -12, -10, -8, -6, -4, -2, 0] {
        for b in [10.0, 12, 14, 16, 18, 21] {
          for s in [2.0, 3, 5, 7] {
            let starts = Starts(
              shareByQuarterEnd: Double(tenths) / 10, daysAfterQuarterEnd: μ, daysBeforeReport: b, spread: s)
            let error = BlackoutCalendar(earnings, starts: starts).error(points)
            if error < best.error { best = (error, starts) }
          }
        }
      }
    }
    return best.starts
  }

  /// The root mean squared error against published shares.
  public func error(_ points: [(day: Day, share: Double)]) -> Double {
    let squares = points.map { point in
      let gap = closedShare(on: point.day) - point.share
      return gap * gap
    }
    return (squares.reduce(0, +) / Double(max(points.count, 1))).squareRoot()
  }
}
