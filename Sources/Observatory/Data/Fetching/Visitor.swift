import Statistics

/// Asks a publisher a question until it is answered well: in turn, again after a passing fault, with a key if it wants
/// one.
struct Visitor: Sendable {
  let publisher: Publisher
  let transport: any Transport
  let pacing: HostPacing
  let clock: FetchClock
  let retry: RetryRule
  let vintage: Vintage
  let key: String?
  let contact: String?
  let progress: @Sendable (FetchProgress) -> Void

  /// The body of an answer that there is nothing, and may be nothing.
  static let nothing = Array("nothing\n".utf8)

  /// The body of a good answer, a key in it blotted out.
  ///
  /// - Parameter accept: what is done with the body; what it finds truncated is asked for again.
  func ask<Page>(
    _ request: SeriesRequest, of series: PublishedSeries, accept: (_ body: [UInt8]) throws -> Page
  ) async throws -> Page {
    let question = Self.number(of: request)
    var attempt = 0
    while true {
      do {
        return try accept(try await body(of: request))
      } catch let error as FetchError where error.isPassing && attempt + 1 < retry.attempts {
        let wait = max(retry.pause(after: attempt, question: question, on: vintage.day), error.retryAfter ?? .zero)
        guard wait <= retry.mostPatient else { throw error }
        progress(.waits(series, wait, error))
        if error.retryAfter != nil { await pacing.rest(at: publisher.address, for: wait) }
        try await clock.sleep(wait)
        attempt += 1
      }
    }
  }

  private func body(of request: SeriesRequest) async throws -> [UInt8] {
    try await pacing.turn(at: publisher.address, pause: publisher.pause)
    try Task.checkCancellation()
    let answer = try await transport.answer(to: try wire(request))
    if answer.status == 404, request.mayBeMissing { return Self.nothing }
    try check(answer)
    return key.map { Self.blotted(answer.body, $0) } ?? answer.body
  }

  private func wire(_ request: SeriesRequest) throws(FetchError) -> WireRequest {
    var (extra, body): ([SeriesRequest.Item], String?) = ([], request.body)
    if let key, let place = publisher.key?.place {
      switch place {
      case .query(let name): extra.append(.init(name: name, value: key))
      case .body(let name):
        body = body.map { $0.dropLast() + ",\"\(name)\":\"\(key)\"}" }
      }
    }
    if publisher.wantsContact, contact == nil {
      throw FetchError(
        .needsContact, "\(publisher.name) wants to know whom to write to",
        cure: "set \(Publisher.contactVariable) to your e-mail address")
    }
    var headers = [(name: "User-Agent", value: "Penstock" + (contact.map { " (\($0))" } ?? ""))]
    if body != nil { headers.append((name: "Content-Type", value: "application/json")) }
    return WireRequest(url: request.url(at: publisher.address, adding: extra), headers: headers, body: body)
  }

  /// - Throws: ``FetchError`` when the status is bad, the body shorter than announced, or a web page.
  private func check(_ answer: Answer) throws(FetchError) {
    switch answer.status {
    case 200: break
    case 408, 425, 429:
      let wait = answer.headers["retry-after"].flatMap { RetryRule.wait($0, from: vintage) }
      throw FetchError(
        .busy, "the publisher asks for patience (status \(answer.status))", cure: "fetch again later", retryAfter: wait)
    case 500...599:
      let wait = answer.headers["retry-after"].flatMap { RetryRule.wait($0, from: vintage) }
      throw FetchError(
        .serverFault, "the publisher has a fault (status \(answer.status))", cure: "fetch again later", retryAfter: wait
      )
    case 401, 403:
      let cure = publisher.key.map { "check \($0.variable)" } ?? "the publisher may bar this machine: fetch later"
      throw FetchError(.refused, "the publisher refuses (status \(answer.status))", cure: cure)
    default:
      throw FetchError(.refused, "the publisher refuses (status \(answer.status))", cure: "the series may have moved")
    }
    // Of a compressed body the length announced is another.
    let encoding = answer.headers["content-encoding"] ?? "identity"
    if encoding == "identity", let length = answer.headers["content-length"].flatMap({ Int($0) }),
      length != answer.body.count
    {
      throw .truncated("\(answer.body.count) of \(length) bytes came")
    }
    // Without a length, and not in chunks, an answer ends where the connection does: only a table's last line end shows
    // that it is whole. (JSON shows it by itself.)
    let kind = FileKind(of: answer.body)
    let isMeasured = answer.headers["content-length"] != nil || answer.headers["transfer-encoding"] != nil
    if kind == .table, !isMeasured, answer.body.last != UInt8(ascii: "\n") {
      throw .truncated("the answer ends inside a line")
    }
    switch kind {
    case .html: throw FetchError(.webPage, "a web page came instead of data", cure: "fetch again later")
    case .empty: throw .truncated("the answer is empty")
    case .table, .json: break
    case .compressed, .parquet, .utf16, .binary: throw .malformed("the answer is not text")
    }
  }

  /// A number for a question's draws.
  private static func number(of request: SeriesRequest) -> UInt32 {
    var hash = SHA256()
    hash.update(request.url(at: ""))
    return hash.finalize().prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Some publishers repeat the key in their answers.
  static func blotted(_ body: [UInt8], _ key: String) -> [UInt8] {
    guard !key.isEmpty else { return body }
    return Array(String(decoding: body, as: UTF8.self).replacing(key, with: "KEY").utf8)
  }
}
