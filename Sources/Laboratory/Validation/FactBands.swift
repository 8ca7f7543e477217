import Quantities
import Statistics

/// The bands in which the facts of a real market lie, from resampling its days in blocks of about a year.
///
/// Returns and implied volatility of a day stay together. A year keeps the memory of |r| at a hundred days inside most
/// blocks; what is cut at their ends biases it towards zero by a few per cent, so bands are a little too low there. Few
/// blocks fit into a short period, so its bands are narrower than they should be: a miss is harder on the model than it
/// says. All draws are addressed: the same history and seed give the same bands.
public struct FactBands: Sendable {
  public static let level = 0.95
  static let blocks = BlockBootstrap.stationary(meanLength: 250)

  /// One for each fact; nil where it is undefined in more than one sample of ten.
  public let bands: [QuantileBand?]
  /// The bands of the nine moments of Franke and Westerhoff.
  public let moments: [QuantileBand?]

  public init(_ history: MarketHistory, of facts: [MarketFact] = MarketFacts.all, samples: Int, draw: Draw) {
    var (values, moments): ([[Double?]], [[Double?]]) = ([], [])
    for sample in 0..<max(samples, 0) {
      let one = history.resampled(FactBands.blocks.indices(count: history.days.count, sample: sample, draw: draw))
      values.append(facts.map { $0.value(of: one) })
      moments.append(FrankeWesterhoffMoments.values(of: one.returns.map { 100 * $0 }))
    }
    bands = FactBands.bands(values, count: facts.count)
    self.moments = FactBands.bands(moments, count: FrankeWesterhoffMoments.intervals.count)
  }

  private static func bands(_ samples: [[Double?]], count: Int) -> [QuantileBand?] {
    (0..<count).map { fact in
      let defined = samples.compactMap { $0[fact] }
      return 10 * defined.count >= 9 * samples.count ? QuantileBand(defined, level: level) : nil
    }
  }
}
