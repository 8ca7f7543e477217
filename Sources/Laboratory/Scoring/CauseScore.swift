import Observatory
import Statistics

/// How well the cause of an inversion is told, in log score against what knows less.
///
/// Weights are fitted on the spells of half of the markets of the inside law, a spell counting as one whatever its length,
/// and tested on the others. The base rate and the rules of one feature are fitted on the same half.
struct CauseScore: Sendable {
  let weights: LogisticRegression?
  let rows: [MonitorScore.Row]

  /// Spells' weight of a penalty on the weights: one spell's worth.
  private static let penalty = 1.0

  init(_ markets: [ScoredMarket], draw: Draw) {
    let setting = markets.filter(\.isForSetting).flatMap(\.inversions.spells)
    let (days, labels, counts) = CauseScore.days(of: setting)
    weights = LogisticRegression(labels, on: days, weights: counts, penalty: CauseScore.penalty)
    let base = Moments.mean(setting.map { $0.isHedgingLed ? 1 : 0 }) ?? .nan
    let single = InversionFeatures.names.indices.map { feature in
      LogisticRegression(labels, on: days.map { [$0[feature]] }, weights: counts, penalty: CauseScore.penalty)
    }
    var rows: [MonitorScore.Row] = []
    guard let weights else {
      self.rows = []
      return
    }
    for law in HiddenFundLaw.allCases {
      let tested = markets.filter { $0.law == law && !$0.isForSetting }
      func losses(_ probability: @escaping ([Double]) -> Double) -> [[Double]] {
        tested.map { $0.inversions.spells.map { CauseScore.loss(of: probability, on: $0) } }
      }
      let ours = losses { weights.probability($0) }
      let chance = losses { _ in base }
      func row(_ gauge: String, _ measure: String, _ bar: MonitorScore.Bar?, _ value: @escaping ([Int]) -> Double?)
        -> MonitorScore.Row
      {
        MonitorScore.Row(gauge, measure, law, OverMarkets(count: tested.count, draw: draw, of: value), bar)
      }
      func pooled(_ losses: [[Double]], _ picked: [Int]) -> Double? { Moments.mean(picked.flatMap { losses[$0] }) }
      func saved(_ mine: [[Double]], against theirs: [[Double]]) -> ([Int]) -> Double? {
        { picked in pooled(mine, picked).flatMap { a in pooled(theirs, picked).map { 1 - a / $0 } } }
      }
      let name = InversionCauseScore.name
      rows += [
        row(name, "spells", nil) { picked in Double(picked.reduce(0) { $0 + tested[$1].inversions.spells.count }) },
        row(name, "share led by hedging", nil) { picked in
          Moments.mean(picked.flatMap { tested[$0].inversions.spells.map { $0.isHedgingLed ? 1 : 0 } })
        },
        row(name, "log score", nil) { pooled(ours, $0) },
        row(name, TrackRecord.saved, .above(0), saved(ours, against: chance)),
        row(name, "right at even odds", nil) { picked in
          Moments.mean(picked.flatMap { tested[$0].inversions.spells.map { CauseScore.hit(weights, $0) } })
        },
      ]
      for (feature, rule) in zip(InversionFeatures.names, single) {
        guard let rule, let place = InversionFeatures.names.firstIndex(of: feature) else { continue }
        let theirs = losses { rule.probability([$0[place]]) }
        let isBar = CauseScore.rivals.contains(feature)
        rows.append(
          row(name, "log score saved against \(feature) alone", isBar ? .above(0) : nil, saved(ours, against: theirs)))
        if feature == "share" {
          rows.append(row(InversionCauseGauge.name, TrackRecord.saved, nil, saved(theirs, against: chance)))
        }
      }
    }
    self.rows = rows
  }

  /// The two rules of one feature that a reader of the curve uses: how high VIX stands, and how far above VIX3M.
  static let rivals = ["level", "slope"]

  private static func days(of spells: [InversionTrack.Spell]) -> ([[Double]], [Bool], [Double]) {
    (
      spells.flatMap(\.days), spells.flatMap { spell in spell.days.map { _ in spell.isHedgingLed } },
      spells.flatMap { spell in spell.days.map { _ in 1 / Double(spell.days.count) } }
    )
  }

  /// The mean loss over a spell's days.
  private static func loss(of probability: ([Double]) -> Double, on spell: InversionTrack.Spell) -> Double {
    spell.days.reduce(0) { $0 + LogScore.loss(probability($1), spell.isHedgingLed) } / Double(max(spell.days.count, 1))
  }

  private static func hit(_ weights: LogisticRegression, _ spell: InversionTrack.Spell) -> Double {
    let right = spell.days.count { (weights.probability($0) > 0.5) == spell.isHedgingLed }
    return Double(right) / Double(max(spell.days.count, 1))
  }
}
