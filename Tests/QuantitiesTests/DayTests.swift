import Quantities
import Testing

@Suite("A day")
struct DayTests {
  @Test("survives the round trip to year, month and day from 1900 to 2200")
  func roundTrip() throws {
    let first = try #require(Day(1900, 1, 1))
    let last = try #require(Day(2200, 12, 31))
    #expect(first.distance(to: last) + 1 == 301 * 365 + 73, "73 leap years from 1904 to 2196")
    var weekday = first.weekday
    #expect(weekday == 1, "1 January 1900 was a Monday")
    for day in first...last {
      let (year, month, dayOfMonth) = day.civil
      try #require(Day(year, month, dayOfMonth) == day)
      try #require(Day(iso: day.iso) == day)
      try #require(day.weekday == weekday)
      weekday = weekday % 7 + 1
    }
  }

  @Test(
    "agrees with known day numbers", arguments: [("1970-01-01", 0), ("2000-03-01", 11_017), ("1600-01-01", -135_140)])
  func numbers(date: String, number: Int32) { #expect(Day(iso: date)?.number == number) }

  @Test(
    "is not read from anything but a real date as yyyy-mm-dd",
    arguments: [
      "", "-", "--", "2025-1-01", "2025-01-1", "25-01-01", "2025-13-01", "2025-00-10", "2025-02-29", "2025-04-31",
      "2025-01-00", "2025-01-01 ", " 2025-01-01", "2025-01-01T00:00", "2025/01/01", "2025-01-01-01", "20250101",
      "１９９９-01-01", "2025-0१-01", "1599-12-31", "+025-01-01", "2025--1-01", "9999-99-99",
    ])
  func junk(text: String) { #expect(Day(iso: text) == nil) }

  @Test("knows the quarter and the ends of its month")
  func periods() throws {
    let leap = try #require(Day(2028, 2, 14))
    #expect(leap.quarter == 1)
    #expect(leap.startOfMonth == Day(2028, 2, 1))
    #expect(leap.endOfMonth == Day(2028, 2, 29))
  }
}
