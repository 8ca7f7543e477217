import Laboratory
import Observatory
import Quantities
import Statistics
import Testing

extension Stream {
  fileprivate static let planted = Stream(902)
}

@Suite("What gauges tell of the next days")
struct PredictiveValueTests {
  /// Returns of which a part is told the day before by one column, volatility by another, and nothing by the rest.
  private func history(_ count: Int = 2500) throws -> GaugeHistory {
    var numbers = DrawSequence(Draw(seed: 8, replicate: 0), .planted)
    let (signal, mood) = ((0..<count).map { _ in numbers.normal() }, (0..<count).map { _ in numbers.normal() })
    var closes = [100.0]
    for row in 1..<count {
      let size = 0.008 * Elementary.exp(0.4 * mood[row - 1])
      closes.append(closes[row - 1] * Elementary.exp(0.002 * signal[row - 1] + size * numbers.normal()))
    }
    var day = try #require(Day(2010, 1, 4))
    let days = closes.map { _ in
      defer { day = TradingCalendar.nyse.next(after: day) }
      return day
    }
    var columns = [
      GaugeHistory.Column(name: "signal", values: signal.map { 3e9 * $0 }),
      GaugeHistory.Column(name: "mood", values: mood.enumerated().map { $0 < 300 ? .nan : $1 }),
      GaugeHistory.Column(name: "short", values: signal.enumerated().map { $0 < 100 ? $1 : .nan }),
      GaugeHistory.Column(name: "flat", values: signal.map { _ in 1 }),
    ]
    for index in 0..<6 {
      columns.append(GaugeHistory.Column(name: "noise \(index)", values: signal.map { _ in numbers.normal() }))
    }
    return GaugeHistory(days: days, closes: closes, columns: columns)
  }

  @Test("is found where it was planted, at its size, and survives the correction; the rest does not")
  func planted() throws {
    let value = PredictiveValue(try history())
    func row(_ gauge: String, _ outcome: PredictiveValue.Outcome, _ days: Int) throws -> TrackRecord.Forecast {
      try #require(value.rows.first { $0.gauge == gauge && $0.outcome == outcome.rawValue && $0.days == days })
    }
    let signal = try row("signal", .return, 1)
    #expect(abs(signal.slope - 0.2) < 0.05 && signal.holm < 0.001 && signal.romanoWolf < 0.01, "\(signal)")
    #expect(signal.count == 2500 - 23 && signal.p <= signal.holm)
    let mood = try row("mood", .volatility, 1)
    #expect(mood.slope > 1 && mood.holm < 0.001 && mood.romanoWolf < 0.01 && mood.count == 2500 - 301, "\(mood)")
    #expect(try row("mood", .return, 1).romanoWolf > 0.05)
    #expect(value.rows.filter { $0.gauge.hasPrefix("noise") && ($0.holm < 0.05 || $0.romanoWolf < 0.05) }.isEmpty)
    #expect(value.asOf == (try history()).days.last)
    // A gauge of a hundred days or of one value has no record.
    #expect(!value.rows.contains { $0.gauge == "short" || $0.gauge == "flat" })
    #expect(value.rows.count == 8 * 3 * 2)
  }
}
