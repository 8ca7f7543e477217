import Quantities
import Simulation
import Statistics

/// Whether the economy is the same country at two scales: stocks over a year's product, and how much growth varies.
///
///     d_i = coarse_i / fine_i − 1,   z = mean(d) / s        s: standard error of d over replicates
///
///     same when |mean(d)| + 3 s < 1 %
///
/// A replicate has the same luck at both scales, so the difference is known far better than either mean. All replicates of a scale
/// share its sample of households: z finds what the samples differ by, however little, and the test is of equivalence. Of the default run, at
/// the ends of its second and third years.
public struct ScaleTest: Sendable {
  /// A ratio at the coarse and at the fine scale, and the relative difference: means over replicates with standard errors.
  public struct Row: Sendable {
    public let name: String
    public let coarse, fine, difference: Mean

    public var z: Double { difference.value / difference.error }
    public var isSame: Bool { difference.value.magnitude + 3 * difference.error < 0.01 }
  }

  public struct Mean: Sendable {
    public let value, error: Double

    init(_ values: [Double]) {
      value = Moments.mean(values) ?? .nan
      error = (Moments.standardDeviation(values) ?? .nan) / Double(max(1, values.count)).squareRoot()
    }
  }

  public static let scales = (coarse: 10_000.0, fine: 1_000.0)
  public static let burnIn = 12
  public static let months = 36

  public let rows: [Row]
  /// Standard deviation of quarterly growth, % a year, mean over replicates.
  public let growth: (coarse: Mean, fine: Mean)
  public let replicates: Int

  public init(coarse: [EconomyHistory], fine: [EconomyHistory]) {
    replicates = coarse.count
    rows = StockFlowRatio.all.indices.map { index in
      func means(_ histories: [EconomyHistory]) -> [Double] {
        histories.map { Moments.mean($0.ratio(index)) ?? .nan }
      }
      let (first, second) = (means(coarse), means(fine))
      return Row(
        name: StockFlowRatio.all[index].name, coarse: Mean(first), fine: Mean(second),
        difference: Mean(zip(first, second).map { $0 / $1 - 1 }))
    }
    func spread(_ histories: [EconomyHistory]) -> Mean {
      Mean(histories.compactMap { Moments.standardDeviation(Growth.rates($0.quarterly(.realGDP))) })
    }
    growth = (spread(coarse), spread(fine))
  }
}
