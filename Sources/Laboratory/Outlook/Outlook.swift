import Dispatch
import Quantities
import Simulation
import Statistics
import Synchronization

/// What may come within the next year and a half, from many runs of one economy under different luck.
///
/// Fans show luck at fixed parameters: not what is unknown about the model, and not a forecast of a date.
///
/// Verified by: `OutlookTests`.
public struct Outlook: Sendable {
  /// One variable's quantiles by month, the opening first.
  public struct Fan: Sendable {
    public let variable: OutlookVariable
    public let months: [Day]
    /// By ``Outlook/levels``, then by month; not finite where no run has a value.
    public let quantiles: [[Double]]
    /// Why there is no value at all.
    public let reason: String?
  }

  public static let levels = [0.05, 0.25, 0.5, 0.75, 0.95]
  /// Runs below which the outer levels are hardly more than extremes.
  public static let enough = 20

  public let request: RunRequest
  public let replicates: Int
  public let fans: [Fan]
  public let horizon: FlowHorizon

  /// What one run leaves for the outlook.
  struct Path: Sendable {
    let months: [Day]
    let values: [Result<[Double], Unreadable>]
    let parts: FlowHorizon.Parts
  }

  /// - Parameters:
  ///   - isInterrupted: asked after every simulated month.
  ///   - finished: called after every run, from any thread.
  /// - Throws: ``RunInterrupted``, or the error of the first run that failed.
  public init(
    _ request: RunRequest, replicates: Int, threads: Int, isInterrupted: @escaping @Sendable () -> Bool = { false },
    finished: @escaping @Sendable () -> Void = {}
  ) throws {
    let requests = (0..<replicates).map { replicate in
      var one = request
      (one.replicate, one.threads) = (UInt32(replicate), 1)
      return one
    }
    let results = Mutex<[Result<Path, any Error>?]>(requests.map { _ in nil })
    let next = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), requests.count)) { _ in
      while let index = next.withLock({ place in
        defer { place += 1 }
        return place < requests.count && !isInterrupted() ? place : nil
      }) {
        let result = Result { try Outlook.path(requests[index], isInterrupted) }
        results.withLock { $0[index] = result }
        if case .success = result { finished() }
      }
    }
    let paths = try results.withLock { $0 }.map { result in
      guard let result else { throw RunInterrupted() }
      return try result.get()
    }
    self.init(request, paths)
  }

  init(_ request: RunRequest, _ paths: [Path]) {
    (self.request, replicates) = (request, paths.count)
    fans = OutlookVariable.all.enumerated().map { place, variable in
      let months = paths.first?.months ?? []
      let read = paths.compactMap { try? $0.values[place].get() }
      let quantiles = Outlook.levels.map { level in
        months.indices.map { month -> Double in
          Moments.quantile(read.map { $0[month] }.filter(\.isFinite), level) ?? .nan
        }
      }
      var reason: String?
      if read.isEmpty, case .failure(let error)? = paths.first?.values[place] { reason = "\(error)" }
      return Fan(variable: variable, months: months, quantiles: quantiles, reason: reason)
    }
    horizon = FlowHorizon(paths.map(\.parts))
  }

  private static func path(_ request: RunRequest, _ isInterrupted: () -> Bool) throws -> Path {
    var run = try Run(request)
    var month = run.world.day.month
    try run.advance { day in
      guard day.month != month else { return }
      month = day.month
      if isInterrupted() { throw RunInterrupted() }
    }
    let record = try run.record()
    let evidence = Evidence(daily: record.daily, monthly: record.monthly)
    guard let parts = FlowHorizon.parts(of: record.daily) else {
      throw Unreadable("the run has no record of the market")
    }
    return Path(
      months: record.monthly.days, values: OutlookVariable.all.map { $0.values(in: evidence) }, parts: parts)
  }
}
