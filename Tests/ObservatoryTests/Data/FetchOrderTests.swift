import Foundation
import Observatory
import Synchronization
import Testing

@Suite("A fetch of many series")
struct FetchOrderTests {
  private static func graph(_ request: LoopbackServer.Request, _ value: String = "4.1") -> LoopbackServer.Response {
    .ok("observation_date,\(request.item("id") ?? "")\n2026-08-20,\(value)\n")
  }

  @Test("Questions to one host keep the publisher's pace")
  func pace() async throws {
    let server = try LoopbackServer { request, _ in Self.graph(request) }
    let bench = try FetchBench()
    let wanted = try ["fred/DGS1", "fred/DGS2", "fred/DGS5", "fred/DGS7"].map { try series($0, at: server) }
    #expect(try await bench.fetch(wanted).count == 4)
    // The clock stands still but for pauses, so each question but the first waits a whole pause.
    #expect(bench.slept == Array(repeating: Publisher.fred.pause, count: 3))
  }

  @Test("What is finished is not asked for again, and a failed series alone is")
  func goesOn() async throws {
    let isMended = Atomic(false)
    let server = try LoopbackServer { request, _ in
      request.item("id") == "DGS5" && !isMended.load(ordering: .relaxed) ? .status(404) : Self.graph(request)
    }
    let bench = try FetchBench()
    let wanted = try ["fred/DGS2", "fred/DGS5", "fred/DGS7"].map { try series($0, at: server) }
    let first = try await bench.fetch(wanted)
    #expect(first.map { $0.failure?.problem } == [nil, .refused, nil])
    isMended.store(true, ordering: .relaxed)
    let second = try await bench.fetch(wanted, at: "2026-08-22T11:00:00Z")
    #expect(second.map(\.result)[0] == .fresh && second[1].sidecar != nil && second.map(\.result)[2] == .fresh)
    #expect(server.requests.compactMap { $0.item("id") } == ["DGS2", "DGS5", "DGS7", "DGS5"])
  }

  @Test("A series of many pages goes on at the page where it was cut short")
  func resumesPages() async throws {
    let isMended = Atomic(false)
    let server = try LoopbackServer { request, _ in
      let token = request.item("next_page_token")
      if token == "3", !isMended.load(ordering: .relaxed) { return .status(404) }
      let number = Int(token ?? "1") ?? 1
      let next = number < 4 ? ",\"next_page_token\":\"\(number + 1)\"" : ""
      return .ok(
        "{\"data\":[{\"asset\":\"dai\",\"time\":\"2026-08-0\(number)T00:00:00Z\",\"SplyCur\":\"\(number)\"}]\(next)}")
    }
    let bench = try FetchBench()
    let dai = try series("coinmetrics/dai", at: server)
    #expect(try await bench.fetch([dai]).first?.failure?.problem == .refused)
    isMended.store(true, ordering: .relaxed)
    let sidecar = try #require(try await bench.fetch([dai], at: "2026-08-22T10:20:00Z").first?.sidecar)
    #expect(sidecar.rows == 4 && sidecar.answers == 4)
    #expect(server.requests.map { $0.item("next_page_token") ?? "1" } == ["1", "2", "3", "3", "4"])
    // Nothing of the pages is left.
    #expect(try bench.files().keys.allSatisfy { !$0.contains("unfinished/coinmetrics/dai/") })
  }

  @Test("Pages left over from another day are not used")
  func forgetsOldPages() async throws {
    let server = try LoopbackServer { request, number in
      request.item("next_page_token") == nil || number > 2
        ? .ok(
          "{\"data\":[{\"asset\":\"dai\",\"time\":\"2026-08-01T00:00:00Z\",\"SplyCur\":\"1\"}]\(number < 2 ? ",\"next_page_token\":\"2\"" : "")}"
        )
        : .status(404)
    }
    let bench = try FetchBench()
    let dai = try series("coinmetrics/dai", at: server)
    _ = try await bench.fetch([dai])
    _ = try await bench.fetch([dai], at: "2026-08-23T10:20:00Z")
    #expect(server.requests.map { $0.item("next_page_token") ?? "1" } == ["1", "2", "1"])
  }

  @Test("Stopped in the middle, it keeps what is finished and answers for nothing else")
  func stopped() async throws {
    let server = try LoopbackServer { request, _ in
      var response = Self.graph(request)
      if request.item("id") == "DGS5" { response.silence = 20 }
      return response
    }
    let bench = try FetchBench()
    let wanted = try ["fred/DGS2", "fred/DGS5", "fred/DGS7"].map { try series($0, at: server) }
    let fetching = Task { try await bench.fetch(wanted) }
    while server.requests.count < 2 { try await Task.sleep(for: .milliseconds(5)) }
    let began = ContinuousClock.now
    fetching.cancel()
    let outcomes = try await fetching.value
    #expect(began.duration(to: .now) < .seconds(5))
    #expect(outcomes.map(\.series.name) == ["DGS2"])
    #expect(bench.cache.newest(of: wanted[0]) != nil && bench.cache.newest(of: wanted[1]) == nil)
  }

  @Test("Revised rows make a new vintage that says what changed, and the old one remains")
  func revisions() async throws {
    let vintage = Atomic(0)
    let texts = [
      "2026-04-01,100\n2026-05-01,101\n2026-06-01,102\n", "2026-04-01,100\n2026-05-01,101.5\n2026-07-01,103\n",
      "2026-04-01,100\n2026-05-01,101.5\n2026-07-01,103\n",
    ]
    let server = try LoopbackServer { _, _ in
      .ok("observation_date,PAYEMS\n" + texts[vintage.load(ordering: .relaxed)])
    }
    let bench = try FetchBench()
    let payrolls = try series("fred/PAYEMS", at: server)
    _ = try await bench.fetch([payrolls], at: "2026-07-05T12:00:00Z")
    vintage.store(1, ordering: .relaxed)
    let second = try #require(try await bench.fetch([payrolls], at: "2026-08-05T12:00:00Z").first?.sidecar)
    #expect(second.revises == Vintage("2026-07-05T12:00:00Z"))
    #expect(second.rowsRevised == 1 && second.rowsAdded == 1 && second.rowsWithdrawn == 1)
    let vintages = bench.cache.vintages(of: payrolls)
    #expect(vintages.count == 2)
    let (old, new) = (
      try #require(bench.cache.snapshot(of: payrolls, vintages[0])),
      try #require(bench.cache.snapshot(of: payrolls, vintages[1]))
    )
    #expect(String(decoding: old.table.csv, as: UTF8.self).contains("2026-05-01,101\n"))
    let found = Revisions(from: old.table, to: new.table)
    let change = try #require(found.changes.first)
    #expect(found.changes.count == 1 && change.key == "2026-05-01" && change.column == "PAYEMS")
    #expect(change.before == "101" && change.after == "101.5")
    #expect(found.added == ["2026-07-01"] && found.withdrawn == ["2026-06-01"])
    // The same again is no new vintage, and is fresh for a while.
    vintage.store(2, ordering: .relaxed)
    #expect(try await bench.fetch([payrolls], at: "2026-08-06T12:00:00Z").map(\.result) == [.unchanged])
    #expect(bench.cache.vintages(of: payrolls).count == 2)
    #expect(try await bench.fetch([payrolls], at: "2026-08-06T13:00:00Z").map(\.result) == [.fresh])
  }

  @Test("Words ask for a publisher, a series, or every series of a table")
  func words() throws {
    #expect(try PublishedSeries.matching(["cboe"]).allSatisfy { $0.publisher.id == "cboe" })
    #expect(try PublishedSeries.matching(["vix"]).map(\.id) == ["cboe/VIX"])
    #expect(try PublishedSeries.matching(["DGS10"]).map(\.id) == ["fred/DGS10"])
    let table = try PublishedSeries.matching(["debt_and_tga_daily"]).map(\.id)
    #expect(table == ["fiscaldata/operating-cash", "fiscaldata/debt-to-penny"])
    let error = #expect(throws: DataError.self) { try PublishedSeries.matching(["fredd"]) }
    #expect(error?.cure == "did you mean 'fred'?")
  }

  @Test("Every table is made of series there are, and no series has the name of another")
  func tables() {
    let known = PublishedSeries.all.map(\.id)
    #expect(Set(known).count == known.count)
    for table in MonitorTable.all {
      #expect(
        PublishedSeries.all.contains { (try? PublishedSeries.matching([table.name]).map(\.id).contains($0.id)) == true }
      )
      for series in table.series { #expect(known.contains(series), "\(table.file) wants \(series)") }
    }
  }
}
