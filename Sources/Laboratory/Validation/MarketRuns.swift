import Dispatch
import Observatory
import Quantities
import Simulation
import Synchronization

extension MarketValidation {
  /// Runs an economy for as long as a period, several times over, and holds it against the S&P 500.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked after every simulated day.
  ///   - finished: called after every run, from any thread.
  /// - Throws: ``Observatory/DataError``, the error of the first run that failed, or ``RunInterrupted``.
  public init(
    _ data: DataFolder, in period: MarketPeriod = .chosen, base: RunRequest, replicates: Int,
    economy: @escaping Run.Economy = MarketOnlyEconomy.everyone,
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    finished: @escaping @Sendable () -> Void = {}
  ) throws {
    let real = try MarketHistory(data, in: period)
    let requests = (0..<replicates).map { replicate in
      var request = base
      (request.replicate, request.threads) = (UInt32(replicate), 1)
      request.months = max(1, real.days.count / 21)
      return request
    }
    let runs = Mutex((next: 0, results: [Result<MarketHistory, any Error>?](repeating: nil, count: replicates)))
    DispatchQueue.concurrentPerform(iterations: min(max(1, base.threads), max(1, replicates))) { _ in
      while let index = runs.withLock({ state in
        state.next < replicates
          ? {
            state.next += 1
            return state.next - 1
          }() : nil
      }) {
        let result = Result { try MarketValidation.history(requests[index], economy, isInterrupted) }
        runs.withLock { $0.results[index] = result }
        finished()
      }
    }
    let histories = try runs.withLock { $0.results }.compactMap { try $0?.get() }
    self.init(of: histories, against: real, in: period)
  }

  private static func history(
    _ request: RunRequest, _ economy: @escaping Run.Economy, _ isInterrupted: () -> Bool
  ) throws -> MarketHistory {
    var run = try Run(request, in: economy)
    try run.advance { _ in if isInterrupted() { throw RunInterrupted() } }
    return try MarketHistory(simulated: run.world.recorder.daily())
  }
}
