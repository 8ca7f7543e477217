import Markets
import Quantities
import Testing

@Suite("The fiscal calendar")
struct FiscalCalendarTests {
  private let fiscal = FiscalCalendar(
    taxes: 4800, benefits: 3600, other: 2400, interest: 600, socialSecurity: 0.428, first: 0.23)
  private let nyse = TradingCalendar.nyse

  @Test("spreads a year's taxes over its months")
  func shares() {
    #expect(abs(FiscalCalendar.taxShare.reduce(0, +) - 1) < 1e-9)
    #expect(FiscalCalendar.taxShare.max() == FiscalCalendar.taxShare[3])
  }

  @Test("never takes a tax back, and has nearly all of them before the month's end", arguments: 1...12)
  func curves(month: Int) throws {
    let first = try #require(Day(2026, month, 1))
    let days = (first...first.endOfMonth).map(FiscalCalendar.taxesIn)
    #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(try #require(days.last) > 0.93)
  }

  @Test("owes banks nothing on the year's last day, and most after the tax dates")
  func float() {
    #expect(fiscal.float(on: Day(2026, 12, 31)!, nyse) == 0)
    #expect(fiscal.float(on: Day(2026, 3, 31)!, nyse) < -100)
    #expect(fiscal.float(on: Day(2026, 4, 30)!, nyse) > 100)
  }

  @Test("pays benefits on the first, the third and three Wednesdays")
  func benefits() {
    let only = FiscalCalendar(taxes: 0, benefits: 1200, other: 0, interest: 0, socialSecurity: 0.4, first: 0.3)
    func paid(_ day: Int) -> Double { -only.cash(by: Day(2026, 7, day)!, nyse) }
    // July 2026: the third is the observed holiday, so its payment is made on the second; Wednesdays are 8, 15 and 22.
    #expect(abs(paid(1) - (30 + 30.0 / 22)) < 1e-9)
    #expect(paid(2) - paid(1) > 10 && paid(7) - paid(6) < 2 && paid(8) - paid(7) > 11)
    #expect(abs(paid(31) - 100) < 1e-9)
  }

  @Test("foretells over a year what the year nets")
  func year() {
    let net = fiscal.expectedCash(after: Day(2025, 12, 31)!, through: Day(2026, 12, 31)!, nyse)
    #expect(abs(net - (4800 - 3600 - 2400 - 600)) < 1e-6)
  }

  @Test("adds up: two spans are their parts")
  func additive() {
    let (a, b, c) = (Day(2026, 3, 12)!, Day(2026, 4, 17)!, Day(2026, 6, 30)!)
    let whole = fiscal.expectedCash(after: a, through: c, nyse)
    let parts = fiscal.expectedCash(after: a, through: b, nyse) + fiscal.expectedCash(after: b, through: c, nyse)
    #expect(abs(whole - parts) < 1e-9)
  }

  @Test("differs from the float by what the books record on month ends")
  func books() {
    let (a, b) = (Day(2026, 5, 12)!, Day(2026, 5, 20)!)
    let change = fiscal.float(on: b, nyse) - fiscal.float(on: a, nyse)
    #expect(abs(change - fiscal.expectedCash(after: a, through: b, nyse)) < 1e-9)
  }
}
