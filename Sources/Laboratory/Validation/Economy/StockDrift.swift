import Statistics

/// Whether stocks keep their size in the economy when nothing hits it: each ratio of stock to product in year 50 over that
/// in year 40, shocks off.
public struct StockDrift: Sendable {
  public struct Row: Sendable {
    public let name: String
    /// The mean change over ten years, relative, and its t statistic over replicates.
    public let change: Double
    public let t: Double
    public var isSteady: Bool { change.magnitude < 0.01 && t.magnitude < 2.5 }
  }

  public static let burnIn = 480
  public static let months = 600

  public let rows: [Row]
  public let replicates: Int

  /// - Parameter histories: of the years from 40 to 50.
  public init(of histories: [EconomyHistory]) {
    replicates = histories.count
    rows = StockFlowRatio.all.indices.map { index in
      let changes = histories.compactMap { history -> Double? in
        let ratio = history.ratio(index)
        guard let first = ratio.first, let last = ratio.last, first > 0 else { return nil }
        return last / first - 1
      }
      let mean = Moments.mean(changes) ?? .nan
      let error = (Moments.standardDeviation(changes) ?? .nan) / Double(max(1, changes.count)).squareRoot()
      return Row(name: StockFlowRatio.all[index].name, change: mean, t: error > 0 ? mean / error : .nan)
    }
  }
}
