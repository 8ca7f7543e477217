import ArgumentParser
import Foundation
import Laboratory
import Observatory
import Quantities
import Reports

/// Asks publishers for what is new.
struct DataFetchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch", abstract: "Fetch series into the cache, and go on where the last fetch was stopped.")

  @OptionGroup var data: DataOptions
  @Argument(help: "Publishers, series or tables, such as cboe, DGS10 or rates_daily; everything without one.")
  var words: [String] = []
  @Flag(help: "Ask also for what was fetched in the last six hours.") var again = false
  @Option(
    help: ArgumentHelp("Ask another address in a publisher's place; repeatable.", valueName: "publisher=http://…"))
  var mirror: [Mirror] = []
  @Option(help: ArgumentHelp("The longest silence of a publisher.", valueName: "seconds")) var patience = 60

  func run() async throws {
    guard (1...3600).contains(patience) else { throw Refusal("\(patience) seconds of patience; give 1 to 3600") }
    let series = try PublishedSeries.matching(words).map { series in
      mirror.last { $0.publisher == series.publisher.id }.map { series.at($0.address) } ?? series
    }
    let cache = try data.dataCache()
    let lock = try cache.lock()
    let outcomes = try await fetched(series, into: cache)
    _ = try TableAssembly(of: cache).run()
    withExtendedLifetime(lock) {}
    try data.json
      ? Messages.put(JSON(outcomes: outcomes, cache: cache))
      : Messages.put(TerminalTable(FetchTable(outcomes).table, width: 120).text + "\ntables in \(cache.tables)\n")
    if Interruption.isRequested { throw RunInterrupted() }
    try judge(outcomes)
  }

  /// Fetches until it is done or somebody interrupts.
  private func fetched(_ series: [PublishedSeries], into cache: DataCache) async throws -> [FetchOutcome] {
    var fetch = DataFetch(into: cache)
    fetch.transport = WebTransport(patience: .seconds(patience))
    fetch.environment = ProcessInfo.processInfo.environment
    if again { fetch.freshSeconds = 0 }
    fetch.progress = { if let words = $0.words { Messages.say(words) } }
    let (work, vintage) = (fetch, data.now)
    let working = Task { try await work.run(series, vintage: vintage) }
    let watching = Task {
      while !Interruption.isRequested { try await Task.sleep(for: .milliseconds(50)) }
      working.cancel()
    }
    defer { watching.cancel() }
    return try await working.value
  }

  private func judge(_ outcomes: [FetchOutcome]) throws {
    let failed = outcomes.filter { if case .failed = $0.result { true } else { false } }
    guard failed.isEmpty else { throw FetchFailures(failed: failed.count, of: outcomes.count) }
    let passedOver = outcomes.compactMap { outcome -> String? in
      if case .passedOver(let error) = outcome.result { "\(outcome.series.id): \(error)" } else { nil }
    }
    if !words.isEmpty, passedOver.count == outcomes.count, let first = passedOver.first { throw Refusal(first) }
  }
}

/// Some series could not be fetched; the others are kept.
struct FetchFailures: Error, CustomStringConvertible {
  let failed: Int
  let of: Int

  init(failed: Int, of: Int) { (self.failed, self.of) = (failed, of) }

  var description: String {
    "\(failed) of \(of) series could not be fetched; the others are kept: fetch again for the rest"
  }
}

/// An address to ask in a publisher's place.
struct Mirror: ExpressibleByArgument {
  let publisher: String
  let address: String

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, Publisher.all.contains(where: { $0.id == parts[0] }),
      let url = URL(string: parts[1]), ["http", "https"].contains(url.scheme ?? ""), url.host != nil
    else { return nil }
    publisher = parts[0]
    address = parts[1].hasSuffix("/") ? String(parts[1].dropLast()) : parts[1]
  }
}

extension FetchProgress {
  /// What a person is told; nil for what is of no interest.
  fileprivate var words: String? {
    switch self {
    case .begins: nil
    case .page(let series, let count): count > 1 ? "\(series.id): \(count) answers" : nil
    case .waits(let series, let time, let error):
      "\(series.id): \(error.message); asks again in \(NumberStyle.plain.text(time / .seconds(1), significant: 2)) s"
    case .ends(let outcome): "\(outcome.series.id): \(outcome.words)"
    }
  }
}

extension FetchOutcome {
  var words: String {
    switch result {
    case .kept(let sidecar):
      "\(sidecar.rows) rows to \(sidecar.last ?? "")"
        + (sidecar.revises == nil
          ? "" : ", \(sidecar.rowsAdded) new, \(sidecar.rowsRevised) revised, \(sidecar.rowsWithdrawn) withdrawn")
    case .unchanged: "nothing new"
    case .fresh: "fetched less than six hours ago"
    case .passedOver(let error): "passed over: \(error)"
    case .failed(let error): "failed: \(error)"
    }
  }

  var state: String {
    switch result {
    case .kept: "kept"
    case .unchanged: "unchanged"
    case .fresh: "fresh"
    case .passedOver: "passedOver"
    case .failed: "failed"
    }
  }
}

/// How each series ended, for a terminal.
private struct FetchTable {
  let table: Table

  init(_ outcomes: [FetchOutcome]) {
    table = Table(
      [.init("series"), .init("what"), .init("outcome")],
      rows: outcomes.map { [.text($0.series.id), .text($0.series.title), .text($0.words)] })
  }
}
