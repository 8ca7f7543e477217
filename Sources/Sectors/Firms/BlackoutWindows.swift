import Accounting
import Quantities
import Simulation
import Statistics

extension Stream {
  static let blackoutStart = Stream(103)
  static let earningsDay = Stream(104)
  static let earningsShift = Stream(105)
}

/// When companies may not buy their own shares: from some days before a quarter's end until they have told earnings.
///
///     start = quarter end + N(5, 13²) days                        the company's own policy, the same every quarter
///     end   = quarter end + N(28.5, 7.7²) + N(0, 2²) + 2 days     its usual earnings day, shifted, and two days more
///
/// A member of a sector stands for many companies, each with its own days, so the window of an industry opens and shuts
/// by degrees. Days are calendar days. The start is fitted to two quarters that contradict each other (45 % shut two days
/// before the first's end, 35 % five days after the second's); the usual earnings day is that of large companies.
///
/// Sources: shares of S&P 500 capitalisation in blackout in the first half of 2025, from a dealer's published chart.
/// Verified by: `BlackoutWindowsTests`, against the points of both quarters.
public struct BlackoutWindows: Codable, Sendable {
  private let members: [Holder]
  /// Per company: days from quarter end to its start, which may be negative, and to its usual earnings day.
  private var starts: [Double]
  private var usual: [Double]
  /// Ends for the quarter end before and the next one, in days after them.
  private var endsBefore: [Double]
  private var endsNext: [Double]
  private var before: Day
  private var next: Day

  /// How many companies a member stands for.
  public static let companies = 24
  /// The part of a year that a company is in blackout.
  public static let meanShare = 0.296

  public init(companies members: [Holder], on day: Day, _ draw: Draw) {
    self.members = members
    (before, next) = BlackoutWindows.quarterEnds(around: day)
    (starts, usual, endsBefore, endsNext) = ([], [], [], [])
    let always = Day(number: 0)
    for member in members {
      for company in 0..<UInt16(Self.companies) {
        let z = draw.normal(.blackoutStart, of: member.address, on: always, index: company)
        starts.append(min(max(5 + 13 * z, -30), 35))
        usual.append(28.5 + 7.7 * draw.normal(.earningsDay, of: member.address, on: always, index: company))
      }
    }
    endsBefore = ends(after: before, draw)
    endsNext = ends(after: next, draw)
  }

  /// Draws the next earnings days when a quarter has ended.
  public mutating func advance(to day: Day, _ draw: Draw) {
    let (last, coming) = BlackoutWindows.quarterEnds(around: day)
    guard coming != next else { return }
    (before, next, endsBefore) = (last, coming, endsNext)
    endsNext = ends(after: coming, draw)
  }

  /// The share of a member's companies that are in blackout on a day of the present quarter.
  public func closedShare(of member: Int, on day: Day) -> Double {
    let (since, until) = (Double(before.distance(to: day)), Double(day.distance(to: next)))
    var closed = 0
    for company in member * Self.companies..<(member + 1) * Self.companies {
      let (start, end) = (starts[company], endsBefore[company])
      // Counted without branches, which would be hard to foresee.
      closed += (since >= start ? 1 : 0) & (since <= end ? 1 : 0) | (-until >= start ? 1 : 0)
    }
    return Double(closed) / Double(Self.companies)
  }

  private func ends(after quarterEnd: Day, _ draw: Draw) -> [Double] {
    usual.indices.map { index in
      let member = members[index / Self.companies]
      let shift = draw.normal(
        .earningsShift, of: member.address, on: quarterEnd, index: UInt16(index % Self.companies))
      return min(max(usual[index] + 2 * shift, 10), 58) + 2
    }
  }

  /// The last quarter end before a day, and the first on or after it.
  public static func quarterEnds(around day: Day) -> (before: Day, next: Day) {
    let (year, month, _) = day.civil
    let first = Day(year, 1 + (month - 1) / 3 * 3, 1) ?? day
    let next = first.advanced(by: 92).startOfMonth.advanced(by: -1)
    return (first.advanced(by: -1), next)
  }
}
