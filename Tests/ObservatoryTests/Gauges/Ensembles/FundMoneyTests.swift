import Observatory
import Quantities
import Statistics
import Testing

extension Stream {
  fileprivate static let moves = Stream(901)
}

@Suite("The money of funds whose rules are not published")
struct FundMoneyTests {
  /// A price that moves by a daily deviation, with another from a row on.
  private func panel(_ count: Int = 700, later: Double = 0.01, from change: Int = .max) throws -> Panel {
    var numbers = DrawSequence(Draw(seed: 3, replicate: 0), .moves)
    var (price, closes, days) = (100.0, [Double](), [Day]())
    var day = try #require(Day(2020, 1, 2))
    for row in 0..<count {
      price *= Elementary.exp((row >= change ? later : 0.01) * numbers.normal() + 0.0004)
      closes.append(price)
      days.append(day)
      day = TradingCalendar.nyse.next(after: day)
    }
    return try Panel(.day, days: days, columns: [PanelColumn("close", unit: "index", values: closes)])
  }

  private func gauge(_ kind: FundMoneyGauge.Kind) -> FundMoneyGauge { FundMoneyGauge(kind, factors: (2, 3)) }

  @Test("is read from closes up to the day and nothing later", arguments: FundMoneyGauge.Kind.allCases)
  func noLaterCloses(kind: FundMoneyGauge.Kind) throws {
    let whole = try panel()
    let day = whole.days[500]
    let then = gauge(kind).readings(of: whole, asOf: day)
    #expect(then == gauge(kind).readings(of: whole.rows(through: day), asOf: day))
    #expect(then.allSatisfy { $0.value != nil && $0.unit == "$" && $0.asOf == day })
    // One pass over the history says the same as a reading of the day.
    let history = try FundMoneyHistory(kind, of: whole, through: whole.days[699])
    let estimate = try #require(history.estimates[500])
    let (position, flow) = (try #require(then[0].value), try #require(then[1].value))
    #expect(abs(estimate.position.mean / position - 1) < 1e-9)
    #expect(abs(estimate.nextFlow.mean - flow) < 1e-6 * abs(position))
  }

  @Test("has intervals as wide as the factors set on simulated funds say")
  func widths() throws {
    let readings = gauge(.volTarget).readings(of: try panel(), asOf: try panel().days[600])
    let estimate = try #require(
      try FundMoneyHistory(.volTarget, of: panel(), through: panel().days[600]).estimates.last ?? nil)
    let (low, high) = (try #require(readings[0].low), try #require(readings[0].high))
    #expect(abs((high - low) / (4 * estimate.position.deviation) - 1) < 1e-9)
    #expect(try #require(readings[1].high) > (try #require(readings[1].low)))
  }

  @Test("of vol-target funds falls when volatility doubles, and they sell on the way")
  func volatility() throws {
    let (calm, wild) = (try panel(), try panel(later: 0.02, from: 500))
    func estimates(_ panel: Panel) throws -> [FundEstimate] {
      try FundMoneyHistory(.volTarget, of: panel, through: panel.days[699]).estimates.compactMap(\.self)
    }
    let (before, after) = (try estimates(calm), try estimates(wild))
    let rows = before.count
    #expect(before[rows - 250] == after[rows - 250], "the past is the same")
    let ratio = after[rows - 1].position.mean / before[rows - 1].position.mean
    #expect((0.4...0.7).contains(ratio), "\(ratio)")
    let sold = after[(rows - 200)...(rows - 140)].reduce(0) { $0 + $1.nextFlow.mean }
    #expect(sold < -20e9, "\(sold)")
  }

  @Test("of trend followers is long after a rise and short after a fall")
  func trend() throws {
    func position(_ drift: Double) throws -> Double {
      let panel = try panel()
      let closes = panel.columns[0].values.enumerated().map { $1 * Elementary.exp(drift * Double($0)) }
      let bent = try Panel(.day, days: panel.days, columns: [PanelColumn("close", unit: "index", values: closes)])
      return try #require(gauge(.trend).readings(of: bent, asOf: panel.days[699])[0].value)
    }
    #expect(try position(0.003) > 20e9)
    #expect(try position(-0.003) < -20e9)
  }

  @Test("grows with what funds earn from the day on which their assets were published")
  func anchors() throws {
    let panel = try panel(later: 0.0001, from: 400)
    let last = panel.days[699]
    let tracked = try FundMoneyHistory(.volTarget, of: panel, through: last, anchor: panel.days[399]).estimates
    let held = try FundMoneyHistory(.volTarget, of: panel, through: last).estimates
    let (grown, even) = (try #require(tracked[699]), try #require(held[699]))
    // Drift is .04 % a day at exposures around one and a half.
    let growth = grown.position.mean / even.position.mean
    #expect((1.1...1.25).contains(growth), "\(growth)")
    let twice = try FundMoneyHistory(.volTarget, of: panel, through: last, assets: Amount(700e9)).estimates
    #expect(abs(try #require(twice[699]).position.mean / even.position.mean - 2) < 1e-9)
  }

  @Test("is absent without enough daily closes, and says so", arguments: FundMoneyGauge.Kind.allCases)
  func absent(kind: FundMoneyGauge.Kind) throws {
    let panel = try panel(100)
    let readings = gauge(kind).readings(of: panel, asOf: panel.days[99])
    #expect(readings.map(\.value) == [nil, nil])
    #expect(readings.allSatisfy { $0.reason?.contains("\(kind.needed) daily prices are needed") == true })
    let none = panel.rows(through: panel.days[0].advanced(by: -1))
    #expect(gauge(kind).readings(of: none, asOf: panel.days[0]).count == 2)
  }
}
