import Statistics

/// The nine moments by which Franke and Westerhoff judge a model of daily returns in percent.
///
/// Intervals are 95 % bootstrap intervals of the S&P 500 from January 1980 to March 2007, their Table A1. A model's
/// joint coverage is the share of its histories, each as long as the data, with all nine moments inside.
public enum FrankeWesterhoffMoments {
  /// A moment's name and the interval of its value in the data.
  public static let intervals: KeyValuePairs<String, ClosedRange<Double>> = [
    "autocorrelation of r": -0.042...0.027,
    "inverse of Hill's tail index": 0.269...0.334,
    "mean of |r|": 0.672...0.754,
    "autocorrelation of |r|, 1 day": 0.106...0.280,
    "autocorrelation of |r|, 5 days": 0.142...0.231,
    "autocorrelation of |r|, 10 days": 0.118...0.200,
    "autocorrelation of |r|, 25 days": 0.095...0.162,
    "autocorrelation of |r|, 50 days": 0.074...0.148,
    "autocorrelation of |r|, 100 days": 0.041...0.105,
  ]

  /// The length of a history in the papers.
  public static let days = 6750

  /// The moments of percent returns, in the order of the intervals; nil where one is undefined.
  public static func values(of returns: [Double]) -> [Double?] {
    let sizes = Autocorrelation(returns.map(\.magnitude))
    return [
      StylisedFacts.autocorrelation(returns, lag: 1), StylisedFacts.tailIndex(returns, .both).map { 1 / $0 },
      StylisedFacts.meanAbsolute(returns),
    ] + [1, 5, 10, 25, 50, 100].map { sizes?.smoothed($0) }
  }

  /// Scores any model's histories of percent returns; nil without histories.
  public static func coverage(of histories: [[Double]]) -> MomentCoverage? {
    MomentCoverage(histories.map(values), within: intervals.map(\.value))
  }
}

extension FrankeWesterhoff {
  /// Joint moment coverage over `runs` histories as long as the data. 5,000 runs take a few seconds.
  public func coverage(runs: Int, draw: Draw) -> MomentCoverage? {
    var moments: [[Double?]] = []
    for start in stride(from: 0, to: runs, by: FrankeWesterhoffLanes.count) {
      let histories = returns(
        markets: UInt32(truncatingIfNeeded: start), count: min(FrankeWesterhoffLanes.count, runs - start),
        days: FrankeWesterhoffMoments.days, draw: draw)
      moments += histories.map(FrankeWesterhoffMoments.values)
    }
    return MomentCoverage(moments, within: FrankeWesterhoffMoments.intervals.map(\.value))
  }
}
