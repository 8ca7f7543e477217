import Laboratory
import Reports

/// The runs of a comparison with a progress bar; an interruption keeps those that are finished.
struct PairedWork {
  let comparison: Comparison
  let threads: Int

  init(_ comparison: Comparison, threads: Int) { (self.comparison, self.threads) = (comparison, threads) }

  var isInterrupted: Bool { Interruption.isRequested }

  /// One summary for each run of the comparison, nil for those that an interruption left unfinished.
  func run() throws -> [RunSummary?] {
    let requests = comparison.requests
    let bar = ProgressBar("\(requests.count) runs", total: requests.count)
    defer { bar.finish() }
    return try Ensemble(requests, threads: threads).summaries(isInterrupted: { Interruption.isRequested }) { _ in
      bar.advance()
    }
  }
}
