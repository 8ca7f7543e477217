import Accounting
import Quantities
import Sectors
import Statistics
import Testing

@Suite("Blackout windows")
struct BlackoutWindowsTests {
  /// Shares of S&P 500 capitalisation in blackout, from a dealer's published chart (see the mechanism's page).
  private static let firstQuarter = [
    ("2025-03-15", 0.05), ("2025-03-29", 0.45), ("2025-04-19", 0.79), ("2025-05-03", 0.20),
  ]
  private static let secondQuarter = [
    ("2025-06-14", 0.01), ("2025-07-05", 0.35), ("2025-07-15", 0.81), ("2025-08-02", 0.56), ("2025-08-09", 0.17),
  ]

  private func error(_ points: [(String, Double)]) throws -> Double {
    let members = (0..<400).map { Holder(.firms, $0) }
    let draw = Draw(seed: 1, replicate: 0)
    var windows = BlackoutWindows(companies: members, on: Day(2024, 12, 31)!, draw)
    var square = 0.0
    for (iso, share) in points {
      let day = try #require(Day(iso: iso))
      windows.advance(to: Day(2025, 2, 1)!, draw)
      windows.advance(to: day, draw)
      let closed = members.indices.map { windows.closedShare(of: $0, on: day) }.reduce(0, +) / Double(members.count)
      square += (closed - share) * (closed - share) / Double(points.count)
    }
    return square.squareRoot()
  }

  @Test("meet the chart of the first quarter of 2025 within 12 points")
  func first() throws {
    let error = try error(Self.firstQuarter)
    #expect(error < 0.12, "\(error)")
  }

  @Test("meet the chart of the second quarter of 2025 within 12 points")
  func second() throws {
    let error = try error(Self.secondQuarter)
    #expect(error < 0.12, "\(error)")
  }

  @Test("have the average share that evens out the year's budget")
  func mean() {
    let members = (0..<20).map { Holder(.firms, $0) }
    let draw = Draw(seed: 3, replicate: 0)
    var windows = BlackoutWindows(companies: members, on: Day(2025, 12, 31)!, draw)
    var (sum, days) = (0.0, 0.0)
    for day in Day(2026, 1, 1)!...Day(2027, 12, 31)! {
      windows.advance(to: day, draw)
      for member in members.indices { sum += windows.closedShare(of: member, on: day) }
      days += Double(members.count)
    }
    #expect(abs(sum / days - BlackoutWindows.meanShare) < 0.02, "\(sum / days)")
  }

  @Test("find the quarter ends around any day")
  func quarterEnds() {
    for day in Day(2025, 1, 1)!...Day(2029, 1, 1)! {
      let (before, next) = BlackoutWindows.quarterEnds(around: day)
      #expect(before < day && day <= next)
      for end in [before, next] { #expect(end.month % 3 == 0 && end == end.endOfMonth) }
      #expect((90...92).contains(before.distance(to: next)))
    }
  }
}
