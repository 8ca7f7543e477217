import Dispatch
import Quantities
import Simulation
import Statistics
import Synchronization

/// Many runs at once, on as many threads as are asked for.
///
/// Each run is decided by its request alone, so results do not depend on the threads. A failure stops the runs not yet
/// begun; an interruption also stops those in the middle, and keeps those that are finished.
public struct Ensemble: Sendable {
  public let requests: [RunRequest]
  public let threads: Int
  let economy: Run.Economy

  public init(_ requests: [RunRequest], threads: Int, in economy: @escaping Run.Economy = TwoTrackEconomy.world) {
    (self.requests, self.threads, self.economy) = (requests, max(1, threads), economy)
  }

  private struct Work {
    var next = 0
    var records: [RunSummary?]
    var failure: (index: Int, error: any Error)?
    var isInterrupted = false
  }

  /// Runs every request.
  ///
  /// - Parameters:
  ///   - isInterrupted: asked after every simulated month.
  ///   - finished: called after every run, from any thread.
  /// - Returns: one summary a request, nil for those that an interruption left unfinished.
  /// - Throws: the error of the first request that failed.
  public func summaries(
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    finished: @escaping @Sendable (RunSummary) -> Void = { _ in }
  ) throws -> [RunSummary?] {
    let work = Mutex(Work(records: Array(repeating: nil, count: requests.count)))
    DispatchQueue.concurrentPerform(iterations: min(threads, max(1, requests.count))) { _ in
      while let index = work.withLock({ claim(&$0, isInterrupted()) }) {
        let result = Result { try summary(of: requests[index], isInterrupted) }
        work.withLock { settle(index, result, &$0) }
        if case .success(let summary) = result { finished(summary) }
      }
    }
    let done = work.withLock { $0 }
    if let failure = done.failure { throw failure.error }
    return done.records
  }

  private func claim(_ work: inout Work, _ isInterrupted: Bool) -> Int? {
    guard work.next < requests.count, work.failure == nil, !isInterrupted else { return nil }
    defer { work.next += 1 }
    return work.next
  }

  private func settle(_ index: Int, _ result: Result<RunSummary, any Error>, _ work: inout Work) {
    switch result {
    case .success(let summary): work.records[index] = summary
    case .failure(is RunInterrupted): work.isInterrupted = true
    case .failure(let error):
      if work.failure.map({ index < $0.index }) ?? true { work.failure = (index, error) }
    }
  }

  private func summary(of request: RunRequest, _ isInterrupted: () -> Bool) throws -> RunSummary {
    var run = try Run(request, in: economy)
    var month = run.world.day.month
    try run.advance { day in
      guard day.month != month else { return }
      month = day.month
      if isInterrupted() { throw RunInterrupted() }
    }
    return RunSummary(try run.record())
  }
}

/// What an ensemble keeps of each run: what it is compared by, and its index for pictures.
public struct RunSummary: Sendable {
  public let request: RunRequest
  public let runHash: String
  public let auditResidual: Money
  public let days: [Day]
  public let index: [Double]
  public let outcomes: Outcomes

  public init(_ record: RunRecord) {
    (request, runHash, auditResidual) = (record.request, record.runHash, record.auditResidual)
    (days, index, outcomes) = (record.daily.days, record.daily["indexLevel"]?.values ?? [], record.outcomes)
  }
}
