import Laboratory
import Quantities
import Simulation
import Statistics
import Synchronization
import Testing

@Suite("An ensemble")
struct EnsembleTests {
  static let requests = (0..<4).map { replicate in
    var request = RunRequest.small(months: 1)
    request.replicate = UInt32(replicate)
    return request
  }

  @Test("The number of threads changes no result")
  func ignoresThreads() throws {
    let alone = try Ensemble(EnsembleTests.requests, threads: 1).summaries().map { $0?.runHash }
    let together = try Ensemble(EnsembleTests.requests, threads: 3).summaries().map { $0?.runHash }
    #expect(alone == together)
    #expect(Set(alone).count == 4)
  }

  @Test("An interruption keeps the runs that are finished")
  func keepsFinished() throws {
    let done = Atomic<Int>(0)
    let summaries = try Ensemble(EnsembleTests.requests, threads: 1).summaries(
      isInterrupted: { done.load(ordering: .relaxed) >= 2 },
      finished: { _ in done.add(1, ordering: .relaxed) })
    #expect(summaries.map { $0 != nil } == [true, true, false, false])
  }

  @Test("The failure of a run is the ensemble's")
  func fails() throws {
    let failure = RunFailure(mechanism: "m", phase: "p", day: RunRequest.opens, cause: RunInterrupted())
    let ensemble = Ensemble(EnsembleTests.requests, threads: 2) { request in
      guard request.replicate != 1 else { throw failure }
      return try TwoTrackEconomy.world(request)
    }
    #expect(throws: RunFailure.self) { try ensemble.summaries() }
  }

  @Test("A comparison pairs runs that differ in their switch alone")
  func pairs() throws {
    let page = try TwoTrackEconomy.page(scale: RunRequest.coarsest)
    let comparison = try Comparison(switchesOf: page, against: .small(months: 1), replicates: 2)
    let requests = comparison.requests
    #expect(requests.count == 2 * (page.switches.count + 1))
    #expect(requests.prefix(page.switches.count + 1).map(\.without) == [[]] + page.switches.map { [$0] })
    #expect(
      requests.map(\.replicate) == Array(repeating: 0, count: requests.count / 2)
        + Array(repeating: 1, count: requests.count / 2))
    #expect(Set(requests.map(\.seed)) == [1])
  }

  @Test("A replicate counts as finished when every run of it is")
  func countsWholeReplicates() throws {
    let base = RunRequest.small(months: 1)
    let arm = Comparison.Arm("seed", without: .small(months: 1, seed: 2))
    let comparison = try Comparison(of: [arm], against: base, replicates: 2)
    let summaries = try Ensemble(comparison.requests, threads: 2).summaries()
    #expect(comparison.finished(of: summaries) == 2)
    #expect(comparison.finished(of: summaries.prefix(3) + [nil]) == 1)
    #expect(comparison.finished(of: [nil, summaries[1], nil, nil]) == 0)
  }

  @Test("A change that does nothing has no effect on anything")
  func findsNothing() throws {
    let runs = try Ensemble(Array(EnsembleTests.requests.prefix(2)), threads: 2).summaries()
    let effects = Effect.all(of: "nothing", with: runs, without: runs)
    #expect(!effects.isEmpty)
    for effect in effects {
      #expect(effect.effect == 0)
      #expect(effect.paired?.includesZero == true)
    }
  }

  @Test("Without two pairs there is no interval, and the reason is said")
  func needsPairs() throws {
    let runs = try Ensemble([EnsembleTests.requests[0]], threads: 1).summaries()
    let effect = try #require(Effect.all(of: "nothing", with: runs, without: runs).first)
    #expect(effect.paired == nil)
    #expect(effect.reason != nil)
  }
}
