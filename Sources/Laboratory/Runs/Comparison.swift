import Simulation

/// Paired runs with and without a change: equal in seed, replicate and everything else.
public struct Comparison: Sendable {
  /// A change and the arm that lacks it.
  public struct Arm: Sendable {
    public let name: String
    public let without: RunRequest

    public init(_ name: String, without: RunRequest) { (self.name, self.without) = (name, without) }
  }

  public let base: RunRequest
  public let arms: [Arm]
  public let replicates: Int

  public init(of arms: [Arm], against base: RunRequest, replicates: Int) throws(RequestError) {
    guard (1...10_000).contains(replicates) else { throw .replicates(replicates) }
    (self.base, self.arms, self.replicates) = (base, arms, replicates)
  }

  /// Every switch of a day page off in turn, beside those the base already lacks.
  public init(switchesOf page: DayPage, against base: RunRequest, replicates: Int) throws(RequestError) {
    let arms = page.switches.filter { !base.without.contains($0) }.map { name in
      var without = base
      without.without.append(name)
      return Arm(name, without: without)
    }
    try self.init(of: arms, against: base, replicates: replicates)
  }

  /// Every run, replicate by replicate, so that an interruption leaves whole pairs.
  public var requests: [RunRequest] {
    (0..<replicates).flatMap { replicate in
      ([base] + arms.map(\.without)).map { request in
        var request = request
        request.replicate += UInt32(replicate)
        request.threads = 1
        return request
      }
    }
  }

  /// What the runs of ``requests`` show.
  public func effects(of summaries: [RunSummary?]) -> [Effect] {
    arms.enumerated().flatMap { index, arm in
      Effect.all(of: arm.name, with: runs(0, of: summaries), without: runs(index + 1, of: summaries))
    }
  }

  /// How many replicates are whole: an interruption leaves fewer than were asked for.
  public func finished(of summaries: [RunSummary?]) -> Int {
    let width = arms.count + 1
    return (0..<replicates).count { replicate in
      summaries[replicate * width..<(replicate + 1) * width].allSatisfy { $0 != nil }
    }
  }

  /// The base's runs, one a replicate.
  public func baseRuns(of summaries: [RunSummary?]) -> [RunSummary?] { runs(0, of: summaries) }

  private func runs(_ place: Int, of summaries: [RunSummary?]) -> [RunSummary?] {
    (0..<replicates).map { summaries[$0 * (arms.count + 1) + place] }
  }
}
