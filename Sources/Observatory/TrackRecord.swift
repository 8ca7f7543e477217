import Quantities
import Statistics

/// How gauges of hidden quantities did where the truth is known, and what of them was set there.
///
/// Everything here is computed: `penstock score --record FILE` runs the simulated markets and writes
/// `TrackRecord+Figures.swift`, and a test recomputes the first market of it. Nobody types a score.
public enum TrackRecord {
  /// One measure of a gauge on simulated markets, with an interval over markets.
  public struct Score: Sendable, Equatable {
    public let gauge: String
    public let measure: String
    /// The law the hidden funds were drawn from.
    public let law: String
    public let value: Double
    public let low: Double
    public let high: Double
    /// How many markets, or spells, it is over.
    public let count: Int

    public init(
      _ gauge: String, _ measure: String, _ law: String, _ value: Double, low: Double, high: Double, count: Int
    ) {
      (self.gauge, self.measure, self.law, self.value) = (gauge, measure, law, value)
      (self.low, self.high, self.count) = (low, high, count)
    }
  }

  /// One gauge as a regressor of what the S&P 500 did next.
  public struct Forecast: Sendable, Equatable {
    public let gauge: String
    /// `return` or `volatility`.
    public let outcome: String
    public let days: Int
    /// Change of the outcome for a usual deviation of the gauge, in percent of return or points of annual volatility.
    public let slope: Double
    public let t: Double
    public let p: Double
    public let holm: Double
    public let romanoWolf: Double
    public let from: String
    public let count: Int

    public init(
      _ gauge: String, _ outcome: String, _ days: Int, slope: Double, t: Double, p: Double, holm: Double,
      romanoWolf: Double, from: String, count: Int
    ) {
      (self.gauge, self.outcome, self.days, self.slope) = (gauge, outcome, days, slope)
      (self.t, self.p, self.holm, self.romanoWolf) = (t, p, holm, romanoWolf)
      (self.from, self.count) = (from, count)
    }
  }

  /// The first market of the record, by which a test knows whether the record is of this model.
  public struct FirstMarket: Sendable, Equatable {
    public let hash: String
    /// Correlations of levels, and of flows, of vol-target money and of trend money.
    public let levels: [Double]
    public let flows: [Double]

    public init(hash: String, levels: [Double], flows: [Double]) {
      (self.hash, self.levels, self.flows) = (hash, levels, flows)
    }
  }

  /// What is printed beside a reading: its correlation with the truth on simulated markets, or for a probability the part of
  /// the base rate's log score that it saves. nil for a gauge that was not scored.
  public static func skill(of gauge: String) -> Double? {
    if let one = exact.first(where: { $0.reading == gauge }) {
      return scores.first { $0.gauge == gauge && $0.measure == one.measure && $0.law == "inside" }?.value
    }
    guard let measure = measures.first(where: { gauge.hasPrefix($0.reading) }) else { return nil }
    return scores.first { $0.gauge == measure.gauge && $0.measure == measure.measure && $0.law == "inside" }?.value
  }

  /// Which measure is the skill of which reading; the first whose name begins a reading's.
  private static let measures: [(reading: String, gauge: String, measure: String)] = [
    (FundMoneyGauge.Kind.volTarget.positionName, FundMoneyGauge.Kind.volTarget.positionName, levels),
    (FundMoneyGauge.Kind.volTarget.flowName, FundMoneyGauge.Kind.volTarget.flowName, flows),
    (FundMoneyGauge.Kind.trend.positionName, FundMoneyGauge.Kind.trend.positionName, levels),
    (FundMoneyGauge.Kind.trend.flowName, FundMoneyGauge.Kind.trend.flowName, flows),
    (VolTargetExposureGauge.name, VolTargetExposureGauge.name, levels),
    (TrendFlowGauge.name, TrendFlowGauge.name, levels),
    ("vol-target flow, scheduled over 1 week", "vol-target flow, scheduled over 1 week", flows),
    (InversionCauseScore.name, InversionCauseScore.name, saved),
    (InversionCauseGauge.name, InversionCauseGauge.name, saved),
  ]

  /// The one reading whose name others of its gauge begin with.
  private static let exact: [(reading: String, measure: String)] = [(DealerGammaGauge.name, levels)]

  public static let levels = "correlation of levels"
  public static let flows = "correlation of flows"
  public static let saved = "log score saved"

  /// How many deviations over worlds make an interval of nine in ten.
  static func factors(of kind: FundMoneyGauge.Kind) -> (position: Double, flow: Double) {
    widths.first { $0.kind == kind.rawValue }.map { ($0.position, $0.flow) } ?? (.nan, .nan)
  }
}
