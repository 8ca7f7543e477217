import Dispatch
import Quantities
import Simulation
import Synchronization

/// Long runs of ordinary times, one after another on as many threads as are asked for.
public enum EconomyRuns {
  /// Ordinary times, of which only what a history reads is recorded.
  public static let ordinary: Run.Economy = { try OrdinaryTimes.world($0, keeping: EconomyHistory.labels) }
  /// Months of the default run before its near facts are measured, and all its months.
  public static let near = (burnIn: 12, months: 36)

  /// Runs each request to its end and keeps the months after the burn-in.
  ///
  /// - Parameters:
  ///   - economy: how a world is made of a request: ordinary times unless told.
  ///   - isInterrupted: asked after every simulated month.
  ///   - finished: called after every run, from any thread.
  /// - Throws: the error of the first run that failed, or ``RunInterrupted``.
  public static func histories(
    _ requests: [RunRequest], after burnIn: Int, threads: Int, in economy: @escaping Run.Economy = ordinary,
    isInterrupted: @escaping @Sendable () -> Bool = { false }, finished: @escaping @Sendable () -> Void = {}
  ) throws -> [EconomyHistory] {
    let work = Mutex((next: 0, results: [Result<EconomyHistory, any Error>?](repeating: nil, count: requests.count)))
    DispatchQueue.concurrentPerform(iterations: min(max(1, threads), max(1, requests.count))) { _ in
      while let index = work.withLock({ state -> Int? in
        guard state.next < requests.count else { return nil }
        state.next += 1
        return state.next - 1
      }) {
        let result = Result { try history(requests[index], after: burnIn, in: economy, isInterrupted) }
        work.withLock { $0.results[index] = result }
        if case .success = result { finished() }
      }
    }
    return try work.withLock { $0.results }.compactMap { try $0?.get() }
  }

  /// One run: the months after the burn-in.
  static func history(
    _ request: RunRequest, after burnIn: Int, in economy: @escaping Run.Economy, _ isInterrupted: () -> Bool
  ) throws -> EconomyHistory {
    var run = try Run(request, in: economy)
    var history = EconomyHistory()
    var stage = request
    for month in 1...max(1, request.months) {
      stage.months = month
      try run.advance(through: stage.lastDay(in: run.world.clock.calendar))
      if isInterrupted() { throw RunInterrupted() }
      if month > burnIn { history.note(run.world) }
    }
    history.auditResidual = run.auditResidual
    return history
  }

  /// Requests of replicates in ordinary times.
  public static func requests(_ base: RunRequest, replicates: Int, months: Int) -> [RunRequest] {
    (0..<replicates).map { replicate in
      var request = base
      (request.replicate, request.threads, request.months) = (UInt32(replicate), 1, months)
      return request
    }
  }
}
