import Markets
import Observatory
import Quantities
import Statistics

/// The size of ``Markets/News`` and what prices make of it, fitted by simulated moments to the S&P 500 of the chosen
/// period.
///
///     θ̂  minimises Σ_k ((m̄_k(θ) − m_k)/s_k)²
///     V  = (1 + 1/R) (J′WJ)⁻¹ J′W S W J (J′WJ)⁻¹,     W = diag(1/s²),  J = ∂m̄/∂x
///
/// m are the nine moments of Franke and Westerhoff, the skewness and the leverage effect at 1 and 20 days; m̄ their means
/// over R runs as long as the period, s² and S their variance and covariance over block-bootstrap samples of the S&P 500.
/// Distances are those of ``MarketOnlyEconomy`` with everyone in it, so what participants add is in them; J is of news
/// alone, of which participants change little. All candidates share their draws. Steps are Levenberg's and Marquardt's,
/// in x = log((θ − low)/(high − θ)), so a candidate is always in its declared range.
///
/// Ignores: the macro half, news that sets baskets apart. No other period is read.
/// Sources: McFadden (1989), Econometrica 57(5); Franke and Westerhoff (2012), J. Economic Dynamics and Control 36(8).
/// Verified by: `NewsFitTests`.
public struct NewsFit: Sendable {
  /// A parameter of news, and its interval of 90 %.
  public struct Estimate: Sendable, Equatable {
    public let name: String
    public let value: Double
    public let low: Double
    public let high: Double
  }

  /// A moment, in the data and at the fit.
  public struct Target: Sendable, Equatable {
    public let name: String
    public let observed: Double
    /// The standard deviation of the bootstrap.
    public let error: Double
    public let fitted: Double
    public var distance: Double { (fitted - observed) / error }
  }

  /// Where searches begin, with much of the swings fast and with little; the best end is the fit.
  public static let starts: [[(name: String, value: Double)]] = [0.5, 0.05].map { fast in
    [
      ("volatility", 0.15), ("volatilityOfVolatility", 0.6), ("fastShare", fast), ("slowHalfLife", 120),
      ("feedback", 0.05), ("concession", 0.2),
    ]
  }
  public static let file = "spx_daily.csv"
  public static let period = MarketPeriod.chosen
  public static let seed: UInt64 = 2008
  /// R.
  public static let paths = 32
  public static let samples = 500
  /// Steps of the search at most.
  public static let steps = 12

  public let parameters: [Estimate]
  public let targets: [Target]
  /// The sum of squares at the fit.
  public let loss: Double

  /// Searches from every start.
  ///
  /// - Parameter progress: called after every step with the start's and the step's number and the sum of squares.
  /// - Throws: ``Observatory/DataError`` when the index is missing, ``Failure`` when a moment of it is undefined or a run
  ///   fails.
  public init(_ data: DataFolder, threads: Int = 1, progress: (Int, Int, Double) -> Void = { _, _, _ in }) throws {
    let goal = try NewsGoal(MarketHistory(data, in: NewsFit.period))
    let paths = NewsPaths(days: goal.days, threads: threads)
    var best: NewsSearch?
    for (number, start) in NewsFit.starts.enumerated() {
      var search = try NewsSearch(at: start.map { try NewsCoordinate($0.name, $0.value) }, goal, paths)
      for step in 1...NewsFit.steps where !search.hasArrived {
        try search.step()
        progress(number + 1, step, search.loss)
      }
      if search.loss < best?.loss ?? .infinity { best = search }
    }
    guard let best else { throw Failure.lost }
    let rounded = best.point.map { $0.rounded() }
    let errors = goal.standardErrors(try best.slopes(at: rounded), runs: NewsFit.paths)
    parameters = zip(rounded, errors).map { coordinate, error in
      Estimate(
        name: coordinate.name, value: coordinate.value, low: coordinate.moved(by: -1.645 * error).value,
        high: coordinate.moved(by: 1.645 * error).value)
    }
    targets = goal.targets(try paths.ofEconomy(rounded.map { ($0.name, $0.value) }))
    loss = targets.reduce(0) { $0 + $1.distance * $1.distance }
  }

  /// How far runs under given parameters are from the index.
  public static func targets(
    at values: [(name: String, value: Double)], of data: DataFolder, threads: Int = 1
  ) throws -> [Target] {
    let goal = try NewsGoal(MarketHistory(data, in: period))
    return goal.targets(try NewsPaths(days: goal.days, threads: threads).ofEconomy(values))
  }

  /// Why nothing could be fitted.
  public enum Failure: Error, Equatable, CustomStringConvertible {
    case undefined(String)
    case noParameter(String)
    case lost

    public var description: String {
      switch self {
      case .undefined(let moment): "the index has no '\(moment)'"
      case .noParameter(let name): "news has no parameter '\(name)' of a number and a range"
      case .lost: "no start of the search has a sum of squares"
      }
    }
  }
}

/// The moments that news is fitted to.
public enum NewsMoments {
  /// The nine of Franke and Westerhoff, then those of the asymmetry between falls and rises.
  public static let names =
    FrankeWesterhoffMoments.intervals.map(\.key) + ["skewness", "leverage effect, 1 day", "leverage effect, 20 days"]

  /// Of returns in natural units, in the order of the names; nil where one is undefined.
  public static func values(of returns: [Double]) -> [Double?] {
    FrankeWesterhoffMoments.values(of: returns.map { 100 * $0 })
      + [
        StylisedFacts.skewness(returns), StylisedFacts.leverage(returns, lag: 1),
        StylisedFacts.leverage(returns, lag: 20),
      ]
  }
}
