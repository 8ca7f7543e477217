import Quantities
import Statistics

/// What a fetch tells while it works.
public enum FetchProgress: Sendable {
  case begins(PublishedSeries)
  case page(PublishedSeries, Int)
  case waits(PublishedSeries, Duration, FetchError)
  case ends(FetchOutcome)
}

/// How the fetch of a series ended.
public struct FetchOutcome: Sendable {
  public enum Result: Equatable, Sendable {
    case kept(Sidecar)
    /// The publisher has nothing newer.
    case unchanged
    /// Fetched so recently that it was not asked for.
    case fresh
    /// Not asked for: a key or a contact is not set.
    case passedOver(FetchError)
    case failed(FetchError)
  }

  public let series: PublishedSeries
  public let result: Result
}

/// Fetches series into a cache: publishers side by side, the series of each one after the other.
///
/// Whatever is finished is kept, whenever it is stopped; the next fetch goes on from there.
public struct DataFetch: Sendable {
  public var transport: any Transport = WebTransport()
  public var clock = FetchClock.system
  public var retry = RetryRule()
  /// Keys and contact address.
  public var environment: [String: String] = [:]
  /// Series fetched less than this long ago are not asked for again.
  public var freshSeconds: Int64 = 6 * 3600
  public var progress: @Sendable (FetchProgress) -> Void = { _ in }

  private let cache: DataCache

  public init(into cache: DataCache) { self.cache = cache }

  /// - Parameter vintage: the moment of the fetch.
  /// - Returns: an outcome a series, in the order they were given; those not begun when it was stopped are left out.
  /// - Throws: ``CacheError`` when the cache cannot be written.
  public func run(_ series: [PublishedSeries], vintage: Vintage) async throws -> [FetchOutcome] {
    let pacing = HostPacing(clock)
    let addresses = series.map(\.publisher.address)
    let groups = addresses.indices.filter { addresses.firstIndex(of: addresses[$0]) == $0 }.map { first in
      series.filter { $0.publisher.address == addresses[first] }
    }
    let found = try await withThrowingTaskGroup(of: [FetchOutcome].self) { tasks in
      for group in groups { tasks.addTask { try await fetch(group, pacing, vintage) } }
      return try await tasks.reduce(into: []) { $0 += $1 }
    }
    return series.compactMap { wanted in found.first { $0.series.id == wanted.id } }
  }

  private func fetch(
    _ group: [PublishedSeries], _ pacing: HostPacing, _ vintage: Vintage
  ) async throws -> [FetchOutcome] {
    var outcomes: [FetchOutcome] = []
    for series in group where !Task.isCancelled {
      guard let result = try await result(of: series, pacing, vintage) else { break }
      let outcome = FetchOutcome(series: series, result: result)
      progress(.ends(outcome))
      outcomes.append(outcome)
    }
    return outcomes
  }

  /// nil when it was stopped.
  private func result(
    of series: PublishedSeries, _ pacing: HostPacing, _ vintage: Vintage
  ) async throws -> FetchOutcome.Result? {
    if let last = cache.lastChecked(series), (0..<freshSeconds).contains(vintage.seconds - last.seconds) {
      return .fresh
    }
    do {
      switch try await keep(series, pacing, vintage) {
      case .new(let sidecar): return .kept(sidecar)
      case .unchanged: return .unchanged
      }
    } catch is CancellationError { return nil } catch let error as FetchError {
      switch error.problem {
      case .interrupted: return nil
      case .needsKey, .needsContact: return .passedOver(error)
      default: return .failed(error)
      }
    }
  }

  private func keep(
    _ series: PublishedSeries, _ pacing: HostPacing, _ vintage: Vintage
  ) async throws -> DataCache.Kept {
    let visitor = try visitor(to: series.publisher, pacing, vintage)
    progress(.begins(series))
    let unfinished = try UnfinishedFetch(of: series, in: cache, vintage: vintage)
    var waiting = series.format.requests(through: vintage.day, withKey: visitor.key != nil)
    var digest = AnswerDigest(firstURL: waiting.first?.url(at: series.publisher.address) ?? "")
    var (rows, asked): ([[String]], [SeriesRequest]) = ([], [])
    while !waiting.isEmpty {
      let request = waiting.removeFirst()
      guard !asked.contains(request), asked.count < 2000 else {
        throw FetchError.malformed("the pages of the answer do not end")
      }
      asked.append(request)
      let (body, page) = try await answer(to: request, of: series, visitor, unfinished)
      digest.add(body)
      rows += page.rows
      if let next = page.next { waiting.insert(next, at: 0) }
      progress(.page(series, asked.count))
    }
    let table = try SnapshotTable(series.format.columns, keyCount: series.format.keyCount, rows: rows)
    guard !table.rows.isEmpty else { throw FetchError(.empty, "the answer has no row", cure: "fetch again later") }
    let kept = try cache.keep(table, of: series, vintage: vintage, answers: digest)
    unfinished.finish()
    return kept
  }

  private func visitor(
    to publisher: Publisher, _ pacing: HostPacing, _ vintage: Vintage
  ) throws(FetchError) -> Visitor {
    let key = publisher.key.flatMap { environment[$0.variable] }.flatMap { $0.isEmpty ? nil : $0 }
    if let wanted = publisher.key, wanted.isRequired, key == nil {
      throw FetchError(
        .needsKey, "\(publisher.name) answers only with a key", cure: "register for one and set \(wanted.variable)")
    }
    if let key, !key.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != 0x5C }) {
      throw FetchError(
        .needsKey, "the key in \(publisher.key?.variable ?? "") has a character no key has", cure: "set it again")
    }
    let contact = environment[Publisher.contactVariable].flatMap { text in
      text.isEmpty || !text.utf8.allSatisfy { (0x20...0x7E).contains($0) } ? nil : text
    }
    return Visitor(
      publisher: publisher, transport: transport, pacing: pacing, clock: clock, retry: retry, vintage: vintage,
      key: key, contact: contact, progress: progress)
  }

  /// An answer that an earlier fetch has left, or a new one, kept for the next.
  private func answer(
    to request: SeriesRequest, of series: PublishedSeries, _ visitor: Visitor, _ unfinished: UnfinishedFetch
  ) async throws -> (body: [UInt8], page: SeriesPage) {
    func read(_ body: [UInt8]) throws(FetchError) -> SeriesPage {
      if request.mayBeMissing, body == Visitor.nothing { return SeriesPage([]) }
      return try series.format.page(body, answering: request)
    }
    if let body = unfinished.answer(to: request), let page = try? read(body) { return (body, page) }
    let (body, page) = try await visitor.ask(request, of: series) { body in (body, try read(body)) }
    try unfinished.keep(body, answering: request)
    return (body, page)
  }
}
