import Dispatch
import Quantities
import Simulation
import Statistics

/// An experiment: one surprise of a known size, and the published range of what it does to real GDP.
///
/// The answer to the policy rate was in view when the channels of rates were set (investment, building, consumer credit,
/// spending, the dollar), and that to energy when its part of import prices was: both are targeted. The others were not.
public struct Experiment: Sendable {
  public let name: String
  public let title: String
  /// `mechanism.parameter` and its value.
  let override: (path: String, text: String)
  /// The published range of the answer of real GDP in per cent, and the quarters it is for.
  public let low, high: Double
  public let quarters: ClosedRange<Int>
  /// Whether the published figure is the deepest (or highest) quarter or the mean of the quarters.
  public let isPeak: Bool
  /// Whether the answer was in view when a channel was set.
  public let isTargeted: Bool
  public let source: String

  public static let all: [Experiment] = [
    Experiment(
      name: "policyRate", title: "policy rate +100 bp", override: ("surprise.policyRate", "1 %"), low: -1, high: -0.43,
      quarters: 6...10, isPeak: true, isTargeted: true,
      source:
        "FRB/US, FEDS Notes 2014-11-21, figure 1: output gap -.44 at its trough, quarter 9; the deep end is not checked"
    ),
    Experiment(
      name: "equity", title: "equity −10 %", override: ("surprise.equity", "-0.105"), low: -0.6, high: -0.1,
      quarters: 4...8, isPeak: true, isTargeted: false,
      source:
        "Chodorow-Reich, Nenov and Simsek (2021), AER 111(5): hours -.375 and labour bill -.85 after two years for 10 %, "
        + "policy passive; range about it not checked"),
    Experiment(
      name: "energyPrice", title: "energy price +10 %", override: ("surprise.energyPrice", "0.0953"),
      low: -0.5, high: -0.05, quarters: 4...8, isPeak: true, isTargeted: true,
      source: "Kilian (2008), J. Economic Literature 46(4); Känzig (2021), AER 111(4)"),
    Experiment(
      name: "productivity", title: "output per worker +1 %", override: ("surprise.productivity", "0.00995"), low: 0.3,
      high: 1.3, quarters: 8...16, isPeak: true, isTargeted: false,
      source: "Smets and Wouters (2007), AER 97(3); Basu, Fernald and Kimball (2006)"),
  ]
}

/// How the economy answers to one surprise: paired runs with and without it, under the same luck.
public struct PolicyResponses: Sendable {
  public struct Answer: Sendable {
    public let experiment: Experiment
    /// Per cent of real GDP, points of unemployment and of inflation, by quarter after the surprise.
    public let product, unemployment, inflation: [Effect]
    /// Of the strongest quarter in the published window.
    public var headline: (quarter: Int, effect: Effect)? {
      let window = experiment.quarters.filter { product.indices.contains($0 - 1) }
      return window.max { product[$0 - 1].mean.magnitude < product[$1 - 1].mean.magnitude }.map {
        ($0, product[$0 - 1])
      }
    }
    public var isInside: Bool {
      headline.map { $0.effect.mean >= experiment.low && $0.effect.mean <= experiment.high } ?? false
    }
  }

  /// A mean over paired replicates and its interval.
  public struct Effect: Sendable {
    public let mean, low, high: Double
  }

  public static let level = 0.9
  /// Months before the surprise, and after it.
  public static let before = 24
  public static let after = 60

  public let answers: [Answer]
  public let replicates: Int

  /// - Throws: the error of the first run that failed, or ``RunInterrupted``.
  public init(
    _ base: RunRequest, replicates: Int, threads: Int, isInterrupted: @escaping @Sendable () -> Bool = { false },
    finished: @escaping @Sendable () -> Void = {}
  ) throws {
    let months = PolicyResponses.before + PolicyResponses.after
    let plain = EconomyRuns.requests(base, replicates: replicates, months: months)
    var requests = plain
    for experiment in Experiment.all {
      requests += plain.map { request in
        var request = request
        request.overrides.append(.init("surprise.month", "\(PolicyResponses.before)"))
        request.overrides.append(.init(experiment.override.path, experiment.override.text))
        return request
      }
    }
    let histories = try EconomyRuns.histories(
      requests, after: PolicyResponses.before, threads: threads, isInterrupted: isInterrupted, finished: finished)
    self.replicates = replicates
    answers = Experiment.all.enumerated().map { place, experiment in
      let hit = Array(histories[((place + 1) * replicates)..<((place + 2) * replicates)])
      return Answer(
        experiment: experiment,
        product: PolicyResponses.effects(hit, histories) {
          $0.quarterly(.realGDP).map { $0 > 0 ? 100 * Elementary.log($0) : .nan }
        },
        unemployment: PolicyResponses.effects(hit, histories) { $0.quarterly(.unemployment).map { 100 * $0 } },
        inflation: PolicyResponses.effects(hit, histories) { [Double.nan] + Growth.rates($0.quarterly(.price)) })
    }
  }

  /// Paired differences by quarter.
  private static func effects(
    _ hit: [EconomyHistory], _ plain: [EconomyHistory], _ read: (EconomyHistory) -> [Double]
  ) -> [Effect] {
    let pairs = zip(hit, plain).map { with, without in zip(read(with), read(without)).map { $0 - $1 } }
    let count = pairs.map(\.count).min() ?? 0
    return (0..<count).map { quarter in
      let values = pairs.map { $0[quarter] }.filter(\.isFinite)
      let mean = Moments.mean(values) ?? .nan
      let error = (Moments.standardDeviation(values) ?? .nan) / Double(max(1, values.count)).squareRoot()
      let t = values.count > 1 ? StudentT.quantile((1 + level) / 2, degrees: Double(values.count - 1)) : .nan
      return Effect(mean: mean, low: mean - t * error, high: mean + t * error)
    }
  }
}
