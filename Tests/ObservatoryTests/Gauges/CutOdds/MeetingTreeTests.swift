import Observatory
import Quantities
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

/// ANCHORS T5.
@Suite("The tree of meetings")
struct MeetingTreeTests {
  @Test(
    "gives pyfedwatch's probabilities of 2023-03-10 at nine meetings",
    .enabled(if: SharedFiles.haveReference, "skipped: no shared reference folder"))
  func pyfedwatch() throws {
    let folder = try SharedFiles.folder()
    let watch = day("2023-03-10")
    let curve = try RateFutures(
      try folder.bytes(of: "fed_funds_futures_curve_daily"), file: "futures", asOf: watch)
    let meetings = try PolicyMeetings(try folder.bytes(of: "fomc_meetings"), file: "meetings", asOf: watch)
    let tree = try MeetingTree(curve, meetings: meetings, asOf: watch)
    #expect(tree.target == TargetRange(low: 4.5, high: 4.75))
    let rows = try SharedFiles.rows("pyfedwatch_2023-03-10_probabilities.csv")
    #expect(tree.meetings.count >= 9 && rows.count == 10)
    for (row, meeting) in zip(rows.dropFirst(), tree.meetings) {
      #expect(meeting.day == day(row[1]))
      for (name, cell) in zip(rows[0], row).dropFirst(2) {
        let low = try #require(Double(name.prefix(4)))
        let expected = try #require(Double(cell))
        let found = meeting.outcomes.first { abs($0.target.low - low) < 1e-9 }?.probability ?? 0
        #expect(abs(found - expected) < 1e-9, "\(meeting.day) \(name)")
      }
      #expect(abs(meeting.outcomes.reduce(0) { $0 + $1.probability } - 1) < 1e-12)
    }
    // The CME's own screen for 2023-05-03, as seen that day.
    let screen = [5.0: 0.574, 5.25: 0.410, 5.5: 0.016]
    for outcome in tree.meetings[1].outcomes {
      #expect(abs(outcome.probability - (screen[outcome.target.low] ?? 0)) < 1e-3)
    }
  }

  private func futures(_ prices: [(String, Double)], on date: String) -> RateFutures {
    RateFutures(
      lastDay: day(date),
      contracts: prices.compactMap { name, price in
        ContractMonth(name, near: day(date)).map { .init(month: $0, price: price) }
      })
  }

  @Test("gives the CME's worked example of September 2015")
  func september2015() throws {
    let tree = try MeetingTree(
      futures([("FFQ5", 99.8675), ("FFU5", 99.805)], on: "2015-09-10"),
      meetings: PolicyMeetings(days: [day("2015-09-17")], target: 0.125), asOf: day("2015-09-10"))
    let meeting = try #require(tree.meetings.first)
    #expect(abs(meeting.start - 0.1325) < 1e-9 && abs(meeting.end - 0.26643) < 1e-5)
    #expect(abs(meeting.probability(above: tree.target) - 0.536) < 5e-4)
    #expect(abs(meeting.outcomes[0].probability - 0.464) < 5e-4)
    // Half a tick, .25 bp, over the 14 of 30 days after the decision.
    #expect(abs(meeting.error - 0.25 * 30 / 14) < 1e-9)
  }

  @Test("gives the CME's aggregated view of two meetings")
  func aggregated() throws {
    let tree = try MeetingTree(
      futures(
        [("2023-05", 94.875), ("2023-06", 94.750), ("2023-07", 94.625), ("2023-08", 94.625)], on: "2023-05-10"),
      meetings: PolicyMeetings(days: [day("2023-06-01"), day("2023-07-01")], target: 5.125), asOf: day("2023-05-10"))
    let cumulative = try #require(tree.meetings.last).outcomes.map(\.probability)
    #expect(abs(tree.meetings[0].probability(above: tree.target) - 0.5) < 1e-9)
    #expect(zip(cumulative, [0.25, 0.5, 0.25]).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test("reads a long file as it does a wide one, and no row after the day")
  func formats() throws {
    let wide = "date,ff_m00_price,ff_m01_price\n2023-03-10,95.3375,95.1\n2023-03-11,nonsense,1\n"
    let long =
      "date,contract,price\n2023-03-10,ZQH23,95.3375\n2023-03-10,2023-04,95.1\n2023-03-11,2023-04,99\n"
    for text in [wide, long] {
      let curve = try RateFutures(Array(text.utf8), file: "f.csv", asOf: day("2023-03-10"))
      #expect(curve.contracts.map(\.price) == [95.3375, 95.1] && curve.contracts[0].month.description == "2023-03")
    }
  }

  @Test("refuses what it cannot read, and says what")
  func refused() {
    let asOf = day("2023-03-10")
    for (text, reason) in [
      ("date,close\n2023-03-10,1\n", "neither columns like ff_m00_price"),
      ("date,contract,price\n2023-03-10,soon,95\n", "'soon' is not a contract"),
      ("date,contract,price\n2023-03-10,ZQH23,95\n2023-03-10,2023-03,95\n", "priced twice"),
      ("date,contract,price\n2023-03-10,ZQH23,1e300\n", "the price of 2023-03 on 2023-03-10 is"),
      ("", "the file is empty"),
    ] {
      #expect(throws: Absence.self) { try RateFutures(Array(text.utf8), file: "f.csv", asOf: asOf) }
      do {
        _ = try RateFutures(Array(text.utf8), file: "f.csv", asOf: asOf)
      } catch {
        #expect(error.reason.contains(reason), "\(error.reason)")
      }
    }
  }

  @Test("fits steps to contracts they were made from, meetings in consecutive months included")
  func steps() throws {
    let (opening, meetings) = (4.58, [day("2023-06-14"), day("2023-07-26"), day("2023-09-20")])
    let steps = [0.25, -0.1, -0.4]
    let prices = (5...12).map { month -> (String, Double) in
      let first = day("2023-\(month < 10 ? "0" : "")\(month)-01")
      let length = first.endOfMonth.dayOfMonth
      let average =
        (0..<length).map { offset in
          let today = first.advanced(by: offset)
          return zip(meetings, steps).filter { $0.0 <= today }.reduce(opening) { $0 + $1.1 }
        }.reduce(0, +) / Double(length)
      return (String(first.iso.prefix(7)), 100 - average)
    }
    let curve = futures(prices, on: "2023-05-10")
    let fit = try #require(
      RateStepFit(curve, meetings: PolicyMeetings(days: meetings, target: nil), asOf: day("2023-05-10")))
    #expect(abs(fit.opening - opening) < 1e-9 && zip(fit.steps, steps).allSatisfy { abs($0 - $1) < 1e-9 })
  }

  @Test(
    "lays the largest move of a month beside the day's remarks and decisions",
    .enabled(if: SharedFiles.haveData, "skipped: no shared data folder"))
  func news() throws {
    // Silicon Valley Bank failed on Friday 2023-03-10; odds of a rise fell most over the weekend.
    let readings = try CutOddsGauge().readings(of: KnownData(try SharedFiles.folder(), asOf: day("2023-03-17")))
    let move = try #require(readings.first { $0.gauge.contains("largest move") })
    let change = try #require(move.value)
    #expect(change > 0.3 && change <= 1)
    #expect(move.asOf.map { (day("2023-03-10")...day("2023-03-15")).contains($0) } == true)
    #expect(move.method.contains("cause not tested") && move.columns.contains { $0.hasSuffix("speaker") })
    let hike = try #require(readings.first { $0.gauge == "hike odds" })
    #expect(hike.value.map { (0...1).contains($0) } == true)
  }
}
