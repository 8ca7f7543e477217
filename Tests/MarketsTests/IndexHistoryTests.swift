import Foundation
import Markets
import Quantities
import Testing

@Suite("The index's history")
struct IndexHistoryTests {
  @Test("has a close for every trading day and ends at the opening's")
  func length() {
    let history = IndexHistory.sp500
    let closes = history.closes(on: .nyse)
    #expect(closes.count == TradingCalendar.nyse.count(from: Day(2023, 12, 29)!, through: Day(2025, 12, 31)!))
    #expect(closes.last == 6845.5 && history.last == 6845.5)
    #expect(history.dailyReturns.count >= 63)
    #expect(history.monthEnds.last?.close == history.dailyCloses.first)
  }

  @Test("equals the daily file", .enabled(if: SharedFiles.haveData, "the shared data folder is not here"))
  func file() throws {
    let rows = try SharedFiles.rows("market/spx_daily.csv", in: SharedFiles.data).dropFirst()
    let closes = rows.filter { $0[0] >= "2025-09-30" && $0[0] <= "2025-12-31" }.compactMap { Double($0[4]) }
    #expect(closes.count == IndexHistory.sp500.dailyCloses.count)
    for (table, file) in zip(IndexHistory.sp500.dailyCloses, closes) { #expect(abs(table - file) < 0.0051) }
    for (day, close) in IndexHistory.sp500.monthEnds {
      let cell = try #require(rows.first { $0[0] == day.iso })[4]
      #expect(abs(try #require(Double(cell)) - close) < 0.0051, "\(day)")
      #expect(TradingCalendar.nyse.isLastOfMonth(day))
    }
  }
}
