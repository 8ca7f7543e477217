import Quantities
import Simulation
import Statistics

/// Whether the economy is the same country at two scales: stocks over a year's product, and how much growth varies.
///
///     z = (m₁ − m₂) / √(s₁² + s₂²)         m: mean over replicates, s: its standard error
///
/// Of the default run, at the ends of its second and third years.
public struct ScaleTest: Sendable {
  /// A ratio at the coarse and at the fine scale: mean over replicates and its relative standard error.
  public struct Row: Sendable {
    public let name: String
    public let coarse, fine: Mean

    /// Relative, coarse over fine.
    public var difference: Double { coarse.value / fine.value - 1 }
    public var z: Double {
      let error = (coarse.error * coarse.error + fine.error * fine.error).squareRoot()
      return (coarse.value - fine.value) / error
    }
    public var isSame: Bool {
      difference.magnitude < 0.01 && z.magnitude < 3 && coarse.relative < 0.005 && fine.relative < 0.005
    }
  }

  public struct Mean: Sendable {
    public let value, error: Double
    public var relative: Double { error / value.magnitude }

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
      func mean(_ histories: [EconomyHistory]) -> Mean { Mean(histories.compactMap { Moments.mean($0.ratio(index)) }) }
      return Row(name: StockFlowRatio.all[index].name, coarse: mean(coarse), fine: mean(fine))
    }
    func spread(_ histories: [EconomyHistory]) -> Mean {
      Mean(histories.compactMap { Moments.standardDeviation(Growth.rates($0.quarterly(.realGDP))) })
    }
    growth = (spread(coarse), spread(fine))
  }
}
