import Foundation
import Observatory
import Quantities
import Testing

@Suite("A publisher that misbehaves")
struct FetchFaultTests {
  static let good = "observation_date,DGS10\n2026-08-19,4.71\n2026-08-20,4.69\n"

  /// Fetches one series from a server of this rule.
  private func outcome(
    patience: Duration = .seconds(20),
    _ rule: @escaping @Sendable (LoopbackServer.Request, Int) -> LoopbackServer.Response
  ) async throws -> (outcome: FetchOutcome, bench: FetchBench, requests: Int) {
    let server = try LoopbackServer(rule)
    let bench = try FetchBench()
    let outcomes = try await bench.fetch([series("fred/DGS10", at: server)], patience: patience)
    return (try #require(outcomes.first), bench, server.requests.count)
  }

  @Test("429 with Retry-After is waited for as long as it says, in seconds or until a date")
  func retryAfter() async throws {
    for (header, seconds) in [("7", 7), ("Sat, 22 Aug 2026 10:15:50 GMT", 20)] {
      let (outcome, bench, requests) = try await outcome { _, number in
        number == 0 ? .status(429, ["Retry-After": header]) : .ok(Self.good)
      }
      #expect(outcome.sidecar?.rows == 2 && requests == 2)
      #expect(bench.slept.first == .seconds(seconds))
    }
  }

  @Test("429 that asks for an hour is not waited for")
  func tooLong() async throws {
    let (outcome, bench, requests) = try await outcome { _, _ in .status(429, ["Retry-After": "3600"]) }
    #expect(outcome.failure?.problem == .busy && requests == 1)
    #expect(bench.slept.isEmpty)
  }

  @Test("Faults are met by pauses that double, jittered between half and whole, the same in every run")
  func backoff() async throws {
    var all: [[Duration]] = []
    for _ in 0..<2 {
      let (outcome, bench, requests) = try await outcome { _, _ in .status(503) }
      #expect(outcome.failure?.problem == .serverFault && requests == 5)
      // What the host's own pace adds to a retry is nothing: every pause is longer.
      let slept = bench.slept
      #expect(slept.count == 4)
      for (k, pause) in slept.enumerated() {
        #expect(pause >= .seconds(1) * (1 << k) * 0.5 && pause <= .seconds(1) * (1 << k))
      }
      all.append(slept)
    }
    #expect(all[0] == all[1])
  }

  @Test("Different questions pause differently, and no pause exceeds the longest")
  func jitter() {
    let rule = RetryRule()
    let day = Day(number: 20_000)
    #expect(rule.pause(after: 1, question: 1, on: day) != rule.pause(after: 1, question: 2, on: day))
    #expect(rule.pause(after: 40, question: 1, on: day) <= rule.longest)
  }

  @Test("A fault that passes leaves no trace in the snapshot")
  func passing() async throws {
    let (outcome, bench, requests) = try await outcome { _, number in
      number < 3 ? .status(500, [:], "oops") : .ok(Self.good)
    }
    #expect(outcome.sidecar?.answers == 1 && requests == 4)
    #expect(try bench.files().keys.allSatisfy { !$0.contains("unfinished") || $0.hasSuffix("unfinished") })
  }

  @Test("A publisher that stays silent is given up after its patience, each time anew")
  func silence() async throws {
    let (outcome, _, requests) = try await outcome(patience: .seconds(1)) { _, number in
      var response = LoopbackServer.Response.ok(Self.good)
      if number < 2 { response.silence = 3 }
      return response
    }
    #expect(outcome.sidecar?.rows == 2 && requests == 3)
  }

  @Test("A body shorter than announced is asked for again, and never kept")
  func shorterThanAnnounced() async throws {
    let (outcome, bench, requests) = try await outcome { _, number in
      var response = LoopbackServer.Response.ok(Self.good)
      // The cut falls between two rows: the text alone would pass for whole.
      if number < 2 { response.sent = 39 }
      return response
    }
    #expect(outcome.sidecar?.rows == 2 && requests == 3)
    #expect(bench.told.contains { $0.contains("was cut off") })
    let never = try await self.outcome { _, _ in
      var response = LoopbackServer.Response.ok(Self.good)
      response.sent = 39
      return response
    }
    #expect(never.outcome.failure?.problem == .truncated)
    #expect(try never.bench.files().keys.allSatisfy { !$0.hasSuffix(".csv") })
  }

  @Test("A table of unknown length that ends inside a line was cut", arguments: [30, 45, 54, 55])
  func unmeasured(length: Int) async throws {
    let (outcome, _, _) = try await outcome { _, _ in
      var response = LoopbackServer.Response.ok(Self.good)
      (response.isMeasured, response.sent) = (false, length)
      return response
    }
    #expect(length == Self.good.utf8.count ? outcome.sidecar?.rows == 2 : outcome.failure?.problem == .truncated)
  }

  @Test("JSON cut at any byte is known to be cut")
  func truncatedJSON() async throws {
    let whole = #"{"refRates":[{"effectiveDate":"2026-08-20","type":"SOFR","percentRate":3.6,"note":null}]}"#
    let sofr = try #require(PublishedSeries.all.first { $0.id == "nyfed/SOFR" })
    let request = sofr.format.requests(through: Day(number: 20_000), withKey: false)[0]
    for length in 0..<whole.utf8.count {
      let error = #expect(throws: FetchError.self) {
        try sofr.format.page(Array(whole.utf8.prefix(length)), answering: request)
      }
      #expect(error?.problem == .truncated, "cut at \(length)")
    }
    #expect(try sofr.format.page(Array(whole.utf8), answering: request).rows.count == 1)
  }

  @Test("Anything but JSON is no cut", arguments: ["{]", "[1,,2]", "{\"a\" 1}", "[tru]", "[1]x", "\"\\q\"", "[1 2]"])
  func malformedJSON(text: String) throws {
    let sofr = try #require(PublishedSeries.all.first { $0.id == "nyfed/SOFR" })
    let request = sofr.format.requests(through: Day(number: 20_000), withKey: false)[0]
    let error = #expect(throws: FetchError.self) { try sofr.format.page(Array(text.utf8), answering: request) }
    #expect(error?.problem == .malformed)
  }

  @Test("A web page with status 200 is not taken for data")
  func webPage() async throws {
    let (outcome, bench, requests) = try await outcome { _, _ in
      .ok("\n<!DOCTYPE html><html><body>Down for maintenance</body></html>\n")
    }
    #expect(outcome.failure?.problem == .webPage && requests == 1)
    #expect(try bench.files().keys.allSatisfy { !$0.hasSuffix(".csv") })
  }

  @Test(
    "A table of something else is refused, with the place",
    arguments: [
      ("observation_date,DGS2\n2026-08-20,4.1\n", "header"), ("observation_date,DGS10\n2026-08-20,x\n", "'x'"),
      ("observation_date,DGS10\n2026-02-30,4\n", "line 2"), ("observation_date,DGS10\n2026-08-20,4,5\n", "line 2"),
      ("observation_date,DGS10\n2026-08-20,4\n2026-08-20,5\n", "contradict"), ("observation_date,DGS10\n", "no row"),
    ])
  func otherTable(text: String, says: String) async throws {
    let (outcome, _, requests) = try await outcome { _, _ in .ok(text) }
    #expect(outcome.failure?.message.contains(says) == true && requests == 1)
  }

  @Test("What is not there, or forbidden, is asked for once", arguments: [400, 401, 403, 404, 410])
  func refused(status: Int) async throws {
    let (outcome, _, requests) = try await outcome { _, _ in .status(status) }
    #expect(outcome.failure?.problem == .refused && requests == 1)
    #expect(outcome.failure?.message.contains("\(status)") == true)
  }

  @Test("A host where nobody listens is unreachable, in words without the address of the request")
  func unreachable() async throws {
    let bench = try FetchBench()
    let gone = try #require(PublishedSeries.all.first { $0.id == "eia/henry-hub" }).at("http://127.0.0.1:1")
    let outcome = try #require(try await bench.fetch([gone], environment: ["EIA_API_KEY": "topsecret99"]).first)
    #expect(outcome.failure?.problem == .unreachable)
    #expect(bench.told.allSatisfy { !$0.contains("topsecret99") })
  }

  @Test("Pages that lead back to a page already read end in an error")
  func endless() async throws {
    let server = try LoopbackServer { _, _ in
      .ok(#"{"data":[{"asset":"btc","time":"2026-08-19T00:00:00Z","PriceUSD":"1"}],"next_page_token":"again"}"#)
    }
    let outcome = try #require(try await FetchBench().fetch([series("coinmetrics/btc", at: server)]).first)
    #expect(outcome.failure?.message.contains("do not end") == true)
    #expect(server.requests.count == 2)
  }
}
