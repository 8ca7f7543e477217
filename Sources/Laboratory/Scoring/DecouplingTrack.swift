import Observatory
import Quantities
import Statistics

extension Stream {
  static let surprises = Stream(187)
}

/// What the decoupling gauge said of a hidden market, beside the share that flows had in its additive record.
///
///     truth = 1 − cov(fundamental, r)/var(r)       weekly; fundamental: news and value, r: the index
///
/// The economy is seen as statistics show it: the week's fundamental part under noise, of which it explains a share drawn
/// for each market from 2 to 60 %. Positions are what the fund gauges said of the week before.
struct DecouplingTrack: Sendable {
  let truth: Double
  let said: Double
  let low: Double
  let high: Double

  private static let week = 5

  /// - Throws: ``Observatory/Absence`` when there are too few weeks.
  init(of market: HiddenMarket, _ funds: [FundTrack]) throws {
    let closes = try market.panel.column("close").values
    let starts = Array(stride(from: market.firstRow + Self.week, to: market.rows.upperBound - Self.week, by: Self.week))
    let index = starts.map { Elementary.log(closes[$0 + Self.week] / closes[$0]) }
    let fundamental = starts.map { start in market.fundamental[start + 1...start + Self.week].reduce(0, +) }
    guard let joint = Moments.covariance(fundamental, index), let whole = Moments.variance(index),
      let spread = Moments.standardDeviation(fundamental), whole > 0
    else { throw Absence(reason: "the index has no spread") }
    truth = 1 - joint / whole
    var numbers = DrawSequence(Draw(seed: market.seed, replicate: market.streamReplicate), .surprises)
    let quality = numbers.logUniform(in: 0.02...0.6)
    let noise = spread * (1 / quality - 1).squareRoot()
    let surprise = fundamental.map { $0 + noise * numbers.normal() }
    var columns = [
      PanelColumn("index", unit: "1", values: index), PanelColumn("surprise", unit: "1", values: surprise),
    ]
    for fund in funds {
      // A scored row is the market's first row and so many on.
      let values = starts.map { start in
        let row = start - market.firstRow
        return fund.estimates[row].position.mean - fund.estimates[row - Self.week].position.mean
      }
      columns.append(PanelColumn(fund.kind.rawValue, unit: "$", values: values))
    }
    let panel = try Panel(.week, days: starts.map { market.panel.days[$0 + Self.week] }, columns: columns)
    let gauge = DecouplingGauge(
      outcome: "index",
      blocks: [.init("macro", ["surprise"]), .init("positioning", funds.map(\.kind.rawValue))])
    let reading = gauge.readings(of: panel, asOf: panel.days[panel.days.count - 1])[0]
    guard let value = reading.value, let low = reading.low, let high = reading.high else {
      throw Absence(reason: reason(reading))
    }
    (said, self.low, self.high) = (value, low, high)
  }
}

private func reason(_ reading: Reading) -> String { reading.reason ?? "no interval" }

/// How the decoupling gauge did over hidden markets.
enum DecouplingScore {
  static func rows(_ markets: [ScoredMarket], draw: Draw) -> [MonitorScore.Row] {
    HiddenFundLaw.allCases.flatMap { law in
      let tracks = markets.filter { $0.law == law }.map(\.decoupling)
      func row(_ measure: String, _ value: @escaping ([DecouplingTrack]) -> Double?) -> MonitorScore.Row {
        let over = OverMarkets(count: tracks.count, draw: draw) { picked in value(picked.map { tracks[$0] }) }
        return MonitorScore.Row(DecouplingGauge.name, measure, law, over, nil)
      }
      return [
        row("true share of flows") { Moments.mean($0.map(\.truth)) },
        row("share it says") { Moments.mean($0.map(\.said)) },
        row("correlation over markets") { Moments.correlation($0.map(\.said), $0.map(\.truth)) },
        row("share of markets inside the 90 % interval") { tracks in
          Moments.mean(tracks.map { $0.truth >= $0.low && $0.truth <= $0.high ? 1 : 0 })
        },
      ]
    }
  }
}
