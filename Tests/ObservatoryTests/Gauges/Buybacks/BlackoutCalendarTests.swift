import Observatory
import Quantities
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("The blackout calendar")
struct BlackoutCalendarTests {
  /// A company that reports four weeks after each quarter, known up to a day.
  private func calendar(asOf date: String) -> BlackoutCalendar {
    let reports = ["2024-01-29", "2024-04-29", "2024-07-29", "2024-10-28"].map(day)
    return BlackoutCalendar(EarningsCalendar(reports: [("A", 1, reports)], asOf: day(date)))
  }

  @Test("shuts around quarter end and opens two trading days after the report")
  func window() {
    let calendar = calendar(asOf: "2024-10-30")
    // The report of 2025-01-27 is projected; the second trading day after it is the 29th.
    #expect(calendar.earnings.companies[0].reports.contains(day("2025-01-27")))
    #expect(calendar.closedShare(on: day("2024-12-01")) < 0.01)
    #expect(calendar.closedShare(on: day("2025-01-27")) > 0.99 && calendar.closedShare(on: day("2025-01-29")) > 0.99)
    #expect(calendar.closedShare(on: day("2025-01-30")) == 0)
    let share = calendar.closedShare(on: day("2025-01-02"))
    #expect((0.3...0.6).contains(share))
  }

  @Test("knows nothing of reports after the day it is made on")
  func known() {
    let reports = ["2024-01-29", "2024-04-29", "2024-07-29", "2024-10-28", "2025-02-20"].map(day)
    let before = EarningsCalendar(reports: [("A", 1, reports)], asOf: day("2025-02-01"))
    #expect(!before.companies[0].reports.contains(day("2025-02-20")))
  }

  /// ANCHORS T16.
  @Test(
    "meets the chart's second quarter within 12 points when fitted to its first, and is worse than that looks",
    .enabled(if: SharedFiles.haveReference, "skipped: no shared reference folder"))
  func published() throws {
    let rows = try SharedFiles.rows("buybacks_blackout.csv").dropFirst().prefix(9)
    let points = try rows.map { (day: day($0[1]), share: try #require(Double($0[2])) / 100) }
    let earnings = try EarningsCalendar.sp500(KnownData(try SharedFiles.folder(), asOf: day("2025-02-28")))
    let starts = BlackoutCalendar.fit(Array(points.prefix(4)), on: earnings)
    #expect(starts == .firstQuarter2025, "\(starts)")
    let calendar = BlackoutCalendar(earnings, starts: starts)
    let (first, second) = (calendar.error(Array(points.prefix(4))), calendar.error(Array(points.suffix(5))))
    #expect(first < 0.12 && second < 0.12)
    // The form was chosen with both quarters in view. What a habit tied to the quarter's end alone does:
    let single = BlackoutCalendar.fit(Array(points.prefix(4)), on: earnings, tenths: 10...10)
    let one = BlackoutCalendar(earnings, starts: single).error(Array(points.suffix(5)))
    #expect(one > 0.2)
    // And each point of the first quarter from the other three.
    let squares = (0..<4).map { left in
      let others = points.prefix(4).enumerated().filter { $0.offset != left }.map(\.element)
      let error = BlackoutCalendar(earnings, starts: BlackoutCalendar.fit(others, on: earnings)).error([points[left]])
      return error * error
    }
    let leftOut = (squares.reduce(0, +) / 4).squareRoot()
    #expect(abs(leftOut - BlackoutCalendar.pointLeftOutError) < 0.01)
    print("T16: RMSE \(first) fitted, \(second) second quarter, one habit \(one), point left out \(leftOut)")
  }
}
