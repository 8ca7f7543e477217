import Observatory
import Quantities
import Statistics
import Testing

extension Stream {
  fileprivate static let closes = Stream(903)
}

@Suite("The track record")
struct TrackRecordTests {
  private var skilled: [String] {
    FundMoneyGauge.Kind.allCases.flatMap { [$0.positionName, $0.flowName] } + [
      VolTargetExposureGauge.name, TrendFlowGauge.name, "vol-target flow, scheduled over 1 week",
      InversionCauseScore.name, InversionCauseGauge.name,
    ]
  }

  @Test("has a skill for every gauge of a hidden quantity that was scored, and for no other")
  func skills() {
    for name in skilled {
      let skill = TrackRecord.skill(of: name)
      #expect(skill.map { (-1...1).contains($0) } == true, "\(name): \(skill ?? .nan)")
    }
    #expect(TrackRecord.skill(of: "vol-target exposure, dollars") == TrackRecord.skill(of: VolTargetExposureGauge.name))
    #expect(TrackRecord.skill(of: RealizedVolatilityGauge.name) == nil)
  }

  @Test("holds what the gauges need, both laws, and how to compute it again")
  func complete() {
    #expect(TrackRecord.widths.map(\.kind) == FundMoneyGauge.Kind.allCases.map(\.rawValue))
    #expect(TrackRecord.widths.allSatisfy { (0.5...20).contains($0.position) && (0.5...20).contains($0.flow) })
    #expect(TrackRecord.causeWeights.means.count == InversionFeatures.names.count)
    #expect(TrackRecord.scores.contains { $0.law == "outside" } && TrackRecord.markets >= 64)
    #expect(TrackRecord.scores.filter { !$0.value.isNaN }.allSatisfy { $0.low <= $0.value && $0.value <= $0.high })
    #expect(TrackRecord.forecasts.allSatisfy { $0.p <= $0.holm && $0.romanoWolf > 0 && $0.count >= 250 })
    #expect(TrackRecord.command.hasPrefix("penstock score --seed"))
  }

  /// Thirty months of closes; VIX above VIX3M on the last day or not.
  private func panel(inverted: Bool) throws -> Panel {
    var (days, closes) = ([Day](), [Double]())
    var (day, price) = (try #require(Day(2022, 1, 3)), 100.0)
    var numbers = DrawSequence(Draw(seed: 7, replicate: 0), .closes)
    for row in 0..<630 {
      price *= Elementary.exp((row / 50 % 2 == 0 ? 0.012 : 0.007) * numbers.normal())
      days.append(day)
      closes.append(price)
      day = TradingCalendar.nyse.next(after: day)
    }
    let near = closes.indices.map { $0 == 629 && inverted ? 24.0 : 16.0 + Double($0 % 3) }
    return try Panel(
      .day, days: days,
      columns: [
        PanelColumn("close", unit: "index", values: closes), PanelColumn("vix", unit: "index", values: near),
        PanelColumn("vix3m", unit: "index", values: closes.map { _ in 20 }),
      ])
  }

  @Test("is asked for a cause on an inverted day alone, and weighs the features as it was told")
  func cause() throws {
    let panel = try panel(inverted: true)
    let last = panel.days[629]
    let features = try InversionFeatures(of: panel, asOf: last)
    #expect(features.isInverted && features.values.count == InversionFeatures.names.count)
    #expect(abs(features.values[2] - Elementary.log(24.0 / 20)) < 1e-12)
    var coefficients = [Double](repeating: 0, count: 8)
    coefficients[3] = 10
    let weights = LogisticRegression(
      coefficients: coefficients, means: [Double](repeating: 0, count: 7), deviations: [Double](repeating: 1, count: 7))
    let reading = InversionCauseScore(weights: weights).reading(of: panel, asOf: last)
    let p = 1 / (1 + Elementary.exp(-10 * Elementary.log(24.0 / 20)))
    #expect(abs(try #require(reading.value) - p) < 1e-12)
    let calm = InversionCauseScore().reading(of: try self.panel(inverted: false), asOf: last)
    #expect(calm.value == nil && calm.reason?.contains("VIX is not above VIX3M") == true)
    let short = InversionCauseScore().reading(of: panel.rows(from: panel.days[500]), asOf: last)
    #expect(short.reason?.contains("500 returns") == true)
  }
}
