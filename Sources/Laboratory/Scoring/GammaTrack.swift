import Observatory
import Quantities
import Statistics

/// What the dealer-gamma gauge said of a hidden market's option chain once a week, beside the dealers' own book.
struct GammaTrack: Sendable {
  /// Dollars of delta that dealers gain for a rise of 1 %.
  let truth: [Double]
  /// The published convention: dealers long calls and short puts.
  let convention: [Double]
  /// The ends of the interval over sign hypotheses.
  let ends: [(low: Double, high: Double)]

  /// - Throws: ``Observatory/Absence`` when a chain has no option that counts.
  init(of market: HiddenMarket) throws {
    var listed = ListedOptions(sizes: market.optionSizes)
    let columns = market.panel.columns.map(\.values)
    var (truth, convention, ends): ([Double], [Double], [(low: Double, high: Double)]) = ([], [], [])
    for row in 1..<market.rows.upperBound {
      listed.trade(market.optionOrders[row], on: market.panel.days[row], at: columns[0][row - 1])
      guard row >= market.firstRow, (row - market.firstRow) % 5 == 0 else { continue }
      let chain = listed.chain(
        on: market.panel.days[row], spot: columns[0][row], vix: columns[1][row], vix3M: columns[2][row])
      let gamma = try DealerGamma(chain)
      let (all, none) = (gamma.exposure(putWeight: 1), gamma.exposure(putWeight: 0))
      truth.append(market.dealerGamma[row + 1])
      convention.append(all)
      ends.append((min(all, none), max(all, none)))
    }
    (self.truth, self.convention, self.ends) = (truth, convention, ends)
  }

  var correlation: Double? { Moments.correlation(convention, truth) }
  var coverage: Double? { share { truth[$0] >= ends[$0].low && truth[$0] <= ends[$0].high } }
  var signRight: Double? { share { (truth[$0] > 0) == (convention[$0] > 0) } }
  /// The interval's width over the spread of the truth: how little it says.
  var width: Double? {
    guard let spread = Moments.standardDeviation(truth), spread > 0 else { return nil }
    return Moments.mean(ends.map { $0.high - $0.low }).map { $0 / spread }
  }

  private func share(_ holds: (Int) -> Bool) -> Double? {
    truth.isEmpty ? nil : Double(truth.indices.count(where: holds)) / Double(truth.count)
  }
}

/// How the dealer-gamma gauge did over hidden markets.
enum GammaScore {
  static func rows(_ markets: [ScoredMarket], draw: Draw) -> [MonitorScore.Row] {
    HiddenFundLaw.allCases.flatMap { law in
      let tracks = markets.filter { $0.law == law }.map(\.gamma)
      func row(_ measure: String, _ values: [Double?]) -> MonitorScore.Row {
        MonitorScore.Row(DealerGammaGauge.name, measure, law, OverMarkets(meanOf: values, draw: draw), nil)
      }
      return [
        row(TrackRecord.levels, tracks.map(\.correlation)),
        row("share of weeks inside the interval over sides", tracks.map(\.coverage)),
        row("width of that interval over the truth's deviation", tracks.map(\.width)),
        row("sign right", tracks.map(\.signRight)),
      ]
    }
  }
}
