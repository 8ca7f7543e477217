import Dispatch
import Observatory
import Quantities
import Statistics
import Synchronization

/// The monitor's gauges of hidden quantities, scored on simulated markets whose truth was recorded.
///
/// Gauges read closes and volatility indices; positions, trades and causes come from the record. Half of the markets of the
/// inside law set the widths of intervals and the weights of the cause, the other half and all markets of the outside law test.
public struct MonitorScore: Sendable {
  /// What a measure has to reach, fixed beforehand.
  public enum Bar: Sendable, Equatable {
    case above(Double)
    case below(Double)
    case within(Double, Double)

    public func isMet(by value: Double) -> Bool {
      switch self {
      case .above(let bar): value > bar
      case .below(let bar): value < bar
      case .within(let low, let high): value >= low && value <= high
      }
    }
  }

  /// One measure of one gauge under one law.
  public struct Row: Sendable {
    public let gauge: String
    public let measure: String
    public let law: HiddenFundLaw
    public let value: Double
    public let low: Double
    public let high: Double
    /// How many markets it is over.
    public let count: Int
    public let bar: Bar?
    /// Whether the value meets the bar; nil without one.
    public var isMet: Bool? { bar?.isMet(by: value) }

    init(_ gauge: String, _ measure: String, _ law: HiddenFundLaw, _ over: OverMarkets, _ bar: Bar?) {
      (self.gauge, self.measure, self.law, self.bar) = (gauge, measure, law, bar)
      (value, low, high, count) = (over.value, over.low, over.high, over.count)
    }
  }

  public let seed: UInt64
  /// Markets of each law.
  public let replicates: Int
  public let rows: [Row]
  public let widths: [(kind: FundMoneyGauge.Kind, position: Double, flow: Double)]
  public let causeWeights: LogisticRegression?
  /// Of the hashes of all markets.
  public let hash: String
  public let first: ScoredMarket

  public init(_ markets: [ScoredMarket], seed: UInt64) throws {
    guard let first = markets.first(where: { $0.law == .inside && $0.replicate == 0 }) else {
      throw RequestError.replicates(0)
    }
    let draw = Draw(seed: seed, replicate: 0)
    let funds = FundMoneyGauge.Kind.allCases.map { FundScore($0, markets, draw: draw) }
    let cause = CauseScore(markets, draw: draw)
    (self.seed, replicates, self.first) = (seed, markets.count { $0.law == .inside }, first)
    rows =
      funds.flatMap(\.rows) + cause.rows + GammaScore.rows(markets, draw: draw)
      + DecouplingScore.rows(markets, draw: draw)
    widths = funds.map { ($0.kind, $0.factors.position, $0.factors.flow) }
    causeWeights = cause.weights
    var digest = SHA256()
    for market in markets { digest.update(market.hash) }
    hash = digest.hex
  }

  /// The rows whose bar is not met.
  public var misses: [Row] { rows.filter { $0.isMet == false } }

  /// Simulates and scores so many markets of each law.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked after every simulated month.
  ///   - finished: called after every market, from any thread.
  /// - Throws: the error of the first market that failed, or ``RunInterrupted``.
  public init(
    seed: UInt64, replicates: Int, threads: Int, isInterrupted: @escaping @Sendable () -> Bool = { false },
    finished: @escaping @Sendable () -> Void = {}
  ) throws {
    let jobs = HiddenFundLaw.allCases.flatMap { law in (0..<replicates).map { (law, $0) } }
    let work = Mutex((next: 0, results: [Result<ScoredMarket, any Error>?](repeating: nil, count: jobs.count)))
    DispatchQueue.concurrentPerform(iterations: min(max(1, threads), jobs.count)) { _ in
      while let index = work.withLock({ state -> Int? in
        guard state.next < jobs.count, !isInterrupted() else { return nil }
        defer { state.next += 1 }
        return state.next
      }) {
        let (law, replicate) = jobs[index]
        let result = Result {
          try ScoredMarket(HiddenMarket(law, seed: seed, replicate: replicate, isInterrupted: isInterrupted))
        }
        work.withLock { $0.results[index] = result }
        finished()
      }
    }
    if isInterrupted() { throw RunInterrupted() }
    try self.init(work.withLock { $0.results }.compactMap { try $0?.get() }, seed: seed)
  }
}
