import Observatory
import Statistics

/// How a gauge of a kind of fund did over hidden markets.
///
/// The width of its intervals is set on half of the markets of the inside law: c is the 90 % quantile of |truth − mean| over
/// the deviation of worlds, over all their days. Coverage is counted on the other half, and on markets of the outside law.
struct FundScore: Sendable {
  let kind: FundMoneyGauge.Kind
  let factors: (position: Double, flow: Double)
  let rows: [MonitorScore.Row]

  init(_ kind: FundMoneyGauge.Kind, _ markets: [ScoredMarket], draw: Draw) {
    self.kind = kind
    let inside = markets.filter { $0.law == .inside }
    let setting = inside.filter(\.isForSetting).map { $0.track(kind) }
    let factors = (
      Moments.quantile(setting.flatMap(\.positionMisses), 0.9) ?? .nan,
      Moments.quantile(setting.flatMap(\.flowMisses), 0.9) ?? .nan
    )
    self.factors = factors
    var rows: [MonitorScore.Row] = []
    for law in HiddenFundLaw.allCases {
      let all = markets.filter { $0.law == law }
      let tested = all.filter { law == .outside || !$0.isForSetting }.map { $0.track(kind) }
      rows += FundScore.quality(kind, law, all.map { $0.track(kind) }, draw)
      rows += FundScore.coverage(kind, law, tested, factors, draw)
    }
    self.rows = rows
  }

  private static func quality(_ kind: FundMoneyGauge.Kind, _ law: HiddenFundLaw, _ tracks: [FundTrack], _ draw: Draw)
    -> [MonitorScore.Row]
  {
    func row(_ gauge: String, _ measure: String, _ values: [Double?], _ bar: MonitorScore.Bar?) -> MonitorScore.Row {
      MonitorScore.Row(gauge, measure, law, OverMarkets(meanOf: values, draw: draw), bar)
    }
    var rows = [
      row(kind.positionName, TrackRecord.levels, tracks.map(\.levelCorrelation), .above(0.8)),
      row(kind.flowName, TrackRecord.flows, tracks.map(\.flowCorrelation), .above(0.5)),
      row(kind.flowName, "sign right on the largest fifth of days", tracks.map(\.hitRate), .above(0.5)),
    ]
    let errors = tracks.map { $0.squaredError($0.estimates.map(\.position.mean)) }
    rows.append(
      MonitorScore.Row(
        kind.positionName, "error, billion dollars", law,
        OverMarkets(count: tracks.count, draw: draw) { picked in root(errors, picked) / 1e9 }, nil))
    for rival in tracks.first?.rivals.indices ?? [].indices {
      let theirs = tracks.map { $0.squaredError($0.rivals[rival].position) }
      rows.append(
        MonitorScore.Row(
          kind.positionName, "error over that of \(tracks[0].rivals[rival].name)", law,
          OverMarkets(count: tracks.count, draw: draw) { root(errors, $0) / root(theirs, $0) }, .below(1)))
    }
    let older = tracks.first?.older.name ?? ""
    rows.append(row(older, TrackRecord.levels, tracks.map(\.olderCorrelation), nil))
    let olderErrors = tracks.map { $0.squaredError($0.older.position) }
    rows.append(
      MonitorScore.Row(
        older, "error, billion dollars", law,
        OverMarkets(count: tracks.count, draw: draw) { root(olderErrors, $0) / 1e9 }, nil))
    if kind == .volTarget {
      rows.append(
        row("vol-target flow, scheduled over 1 week", TrackRecord.flows, tracks.map(\.scheduledCorrelation), nil))
    }
    return rows
  }

  private static func root(_ squares: [Double], _ picked: [Int]) -> Double {
    (picked.reduce(0) { $0 + squares[$1] } / Double(max(picked.count, 1))).squareRoot()
  }

  private static func coverage(
    _ kind: FundMoneyGauge.Kind, _ law: HiddenFundLaw, _ tracks: [FundTrack],
    _ factors: (position: Double, flow: Double),
    _ draw: Draw
  ) -> [MonitorScore.Row] {
    func share(_ misses: [Double], _ factor: Double) -> Double {
      Double(misses.count { $0 <= factor }) / Double(max(misses.count, 1))
    }
    let measure = "share of days inside the 90 % interval"
    return [
      MonitorScore.Row(
        kind.positionName, measure, law,
        OverMarkets(meanOf: tracks.map { share($0.positionMisses, factors.position) }, draw: draw), .within(0.85, 0.95)),
      MonitorScore.Row(
        kind.flowName, measure, law, OverMarkets(meanOf: tracks.map { share($0.flowMisses, factors.flow) }, draw: draw),
        .within(0.85, 0.95)),
    ]
  }
}

extension ScoredMarket {
  /// Whether widths and weights are set on this market; the others test them.
  var isForSetting: Bool { law == .inside && replicate % 2 == 0 }
}
