import Quantities
import Testing

@Suite("The trading calendar")
struct TradingCalendarTests {
  let nyse = TradingCalendar.nyse

  // Skipped where the S&P 500 file is absent: set PENSTOCK_DATA.
  @Test("opens on every date of the S&P 500 since 1990 and on no weekday between", .enabled(if: SharedFiles.areHere))
  func matchesTheIndex() throws {
    let dates = try SharedFiles.rows("market/spx_daily.csv").compactMap { Day(iso: $0[0]) }.filter { $0.year >= 1990 }
    let (first, last) = (try #require(dates.first), try #require(dates.last))
    #expect(dates.count > 9_200)
    #expect(nyse.days(from: first, through: last) == dates)
    #expect(nyse.count(from: first, through: last) == dates.count)
  }

  // Skipped where the meeting file is absent: set PENSTOCK_DATA.
  @Test("holds the decisions of the meeting file from 2025 to 2027", .enabled(if: SharedFiles.areHere))
  func matchesTheMeetings() throws {
    let rows = try SharedFiles.rows("market/fomc_meetings.csv").filter { $0[6] == "0" }
    let scheduled = rows.compactMap { Day(iso: $0[0]) }.filter { (2025...2027).contains($0.year) }
    #expect(TradingCalendar.publishedDecisions == scheduled)
    let days = try #require(Day(2025, 1, 1))...(try #require(Day(2027, 12, 31)))
    #expect(days.filter(nyse.isFOMCDecision) == scheduled)
  }

  // Skipped where the futures file is absent: set PENSTOCK_DATA.
  @Test("settles VIX futures on the last trade dates of the contract file", .enabled(if: SharedFiles.areHere))
  func matchesVolatilityExpiries() throws {
    let rows = try SharedFiles.rows("market/vix_futures_contracts_daily.csv").dropFirst()
    let end = try #require(rows.last?[0])  // later expiries are the compiler's own guess
    let expiries = Set(rows.map { $0[2] }.filter { $0 <= end }).compactMap { Day(iso: $0) }
    #expect(expiries.count > 140)
    for expiry in expiries { #expect(nyse.volatilityExpiry(inMonthOf: expiry) == expiry) }
  }

  @Test(
    "knows early closes",
    arguments: [
      ("1997-12-26", true), ("1999-12-31", true), ("2002-07-05", true), ("2012-07-03", true), ("2013-07-03", true),
      ("2012-07-05", false), ("2002-07-03", false), ("2013-11-29", true), ("2018-07-03", true), ("2019-07-03", true),
      ("2020-12-24", true), ("2021-12-24", false), ("2024-07-03", true), ("2024-12-24", true), ("2025-11-28", true),
      ("2026-07-02", false), ("2026-07-03", false), ("2026-11-27", true), ("2026-12-24", true), ("2026-12-31", false),
    ])
  func earlyCloses(date: String, short: Bool) throws {
    #expect(nyse.isEarlyClose(try #require(Day(iso: date))) == short)
  }

  @Test(
    "observes holidays by rule",
    arguments: [
      ("1997-01-20", nil), ("1998-01-19", .martinLutherKing), ("2010-12-31", nil), ("2012-01-02", .newYear),
      ("2021-06-18", nil), ("2022-06-20", .juneteenth), ("2026-04-03", .goodFriday), ("2026-07-03", .independence),
      ("2027-06-18", .juneteenth), ("2027-12-24", .christmas), ("2027-12-31", nil), ("2028-04-14", .goodFriday),
      ("2038-04-23", .goodFriday), ("2285-03-20", .goodFriday),
    ] as [(String, TradingCalendar.Holiday?)])
  func holidays(date: String, holiday: TradingCalendar.Holiday?) throws {
    #expect(nyse.holiday(on: try #require(Day(iso: date))) == holiday)
  }

  @Test("gives the default run 36 months of 753 trading days")
  func defaultRun() throws {
    let (first, last) = (try #require(Day(2026, 1, 1)), try #require(Day(2028, 12, 31)))
    #expect(nyse.count(from: first, through: last) == 251 + 251 + 251)
    #expect((first...last).count(where: nyse.isLastOfMonth) == 36)
    #expect((first...last).count(where: nyse.isFirstOfMonth) == 36)
    #expect((first...last).count(where: nyse.isLastOfQuarter) == 12)
    #expect((first...last).count(where: nyse.isLastOfYear) == 3)
  }

  @Test("steps from one trading day to the next and back")
  func steps() throws {
    let newYearsEve = try #require(Day(2025, 12, 31))
    #expect(nyse.next(after: newYearsEve) == Day(2026, 1, 2))
    #expect(nyse.previous(before: try #require(Day(2001, 9, 17))) == Day(2001, 9, 10))
    #expect(nyse.day(2, after: newYearsEve) == Day(2026, 1, 5))
    for n in 1...300 { #expect(nyse.day(-n, after: nyse.day(n, after: newYearsEve)) == newYearsEve) }
    #expect(nyse.days(from: newYearsEve, through: newYearsEve.advanced(by: -1)).isEmpty)
  }

  @Test("ends weeks, months and quarters on trading days")
  func periods() throws {
    let goodThursday = try #require(Day(2026, 4, 2))
    #expect(nyse.isLastOfWeek(goodThursday))
    #expect(!nyse.isLastOfWeek(goodThursday.advanced(by: 1)))
    #expect(nyse.isLastOfQuarter(try #require(Day(2024, 3, 28))))
    #expect(nyse.firstOfMonth(goodThursday) == Day(2026, 4, 1))
    #expect(nyse.lastOfMonth(try #require(Day(2026, 5, 3))) == Day(2026, 5, 29))
    #expect(nyse.daysInMonth(goodThursday) == 21)
  }

  @Test("moves an expiry to Thursday when Friday is a holiday")
  func expiries() throws {
    let april = try #require(Day(2022, 4, 1))
    #expect(nyse.monthlyExpiry(inMonthOf: april) == Day(2022, 4, 14))
    #expect(nyse.isMonthlyExpiry(try #require(Day(2026, 6, 18))))
    #expect(nyse.isQuarterlyExpiry(try #require(Day(2026, 3, 20))))
    #expect(nyse.monthlyExpiry(onOrAfter: try #require(Day(2026, 1, 17))) == Day(2026, 2, 20))
    #expect(nyse.isWeeklyExpiry(try #require(Day(2026, 4, 2))))
    #expect(!nyse.isWeeklyExpiry(try #require(Day(2026, 4, 3))))
    #expect(nyse.isCollarExpiry(try #require(Day(2025, 12, 31))))
  }

  @Test("continues the meetings by a pattern that fits 22 of the 24 published dates")
  func meetingPattern() throws {
    #expect(TradingCalendar.publishedDecisions.count == 24)
    #expect(TradingCalendar.publishedDecisions.count(where: nyse.followsMeetingPattern) == 22)
    for year in 2025...2060 {
      let days = try #require(Day(year, 1, 1))...(try #require(Day(year, 12, 31)))
      #expect(days.count(where: nyse.isFOMCDecision) == 8)
    }
    #expect(nyse.decision(onOrAfter: try #require(Day(2027, 12, 9))) == Day(2028, 1, 26))
    #expect(nyse.decision(onOrAfter: try #require(Day(1999, 1, 1))) == Day(2025, 1, 29))
  }

  // The Board's calendar for January 2026: silence from Saturday 17 through Thursday 29 January.
  @Test("keeps officials silent from the second Saturday before to the day after a meeting")
  func blackout() throws {
    let january = try #require(Day(2026, 1, 1))...(try #require(Day(2026, 1, 31)))
    #expect(january.filter(nyse.isCommunicationsBlackout).map(\.dayOfMonth) == Array(17...29))
    #expect(!nyse.isCommunicationsBlackout(try #require(Day(2010, 1, 20))))
  }

  // Quarterly refunding statements of the Treasury on these dates.
  @Test(
    "announces refundings on the Treasury's dates",
    arguments: [
      "2023-02-01", "2023-05-03", "2023-08-02", "2023-11-01", "2024-01-31", "2024-05-01", "2024-07-31", "2024-10-30",
      "2025-02-05", "2025-04-30", "2025-07-30", "2025-11-05", "2026-02-04",
    ])
  func refundings(date: String) throws {
    let day = try #require(Day(iso: date))
    #expect(nyse.refundingAnnouncement(inQuarterOf: day) == day)
    #expect(nyse.isRefundingAnnouncement(day))
    #expect(!nyse.isRefundingAnnouncement(day.advanced(by: 7)))
  }

  // Refunding auctions of August 2024 and February 2026 as announced in the statements.
  @Test("auctions the refunding the week before it settles")
  func auctions() throws {
    for date in ["2024-08-06", "2024-08-07", "2024-08-08", "2026-02-10", "2026-02-11", "2026-02-12"] {
      #expect(nyse.isCouponAuction(try #require(Day(iso: date))))
    }
    #expect(nyse.isCouponSettlement(try #require(Day(2026, 2, 17))))
    #expect(nyse.isCouponSettlement(try #require(Day(2026, 6, 1))), "31 May 2026 is a Sunday")
    #expect(!nyse.isCouponSettlement(try #require(Day(2026, 2, 18))))
    #expect(nyse.isBillSettlement(try #require(Day(2026, 11, 27))), "Thanksgiving's bills settle on Friday")
  }

  // Filing deadlines published by the Internal Revenue Service; Emancipation Day moved those of April.
  @Test(
    "carries tax dates to the next business day",
    arguments: [
      "2012-04-17", "2016-04-18", "2017-04-18", "2018-04-17", "2022-04-18", "2023-04-18", "2024-01-16", "2025-04-15",
      "2025-06-16", "2026-01-15", "2026-04-15", "2026-06-15", "2026-09-15",
    ])
  func taxDates(date: String) throws {
    let day = try #require(Day(iso: date))
    #expect(nyse.isTaxDate(day))
    #expect((day.startOfMonth...day.endOfMonth).count(where: nyse.isTaxDate) == 1)
    #expect(nyse.isCorporateTaxDate(day) == (day.month != 1))
  }

  @Test("votes on the Tuesday after the first Monday of November in even years")
  func elections() throws {
    #expect(nyse.election(onOrAfter: try #require(Day(2025, 12, 31))) == Day(2026, 11, 3))
    #expect(nyse.isPresidentialElection(try #require(Day(2028, 11, 7))))
    #expect(!nyse.isElection(try #require(Day(2027, 11, 2))))
    #expect(!nyse.isElection(try #require(Day(2022, 11, 1))))
  }
}
