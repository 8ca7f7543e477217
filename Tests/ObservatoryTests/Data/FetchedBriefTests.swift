import Foundation
import Observatory
import Quantities
import Synchronization
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

/// What is fetched is read by the brief, each day with the vintage it knew.
@Suite("The brief on fetched data")
struct FetchedBriefTests {
  /// Weekly Fed assets, daily reverse repo and cash, of which the publisher later revises one value.
  private static func answer(_ request: LoopbackServer.Request, isRevised: Bool) -> LoopbackServer.Response {
    let wednesdays = (0..<80).map { day("2025-01-08").advanced(by: 7 * $0) }
    func rows(_ name: String, _ value: (Int) -> String) -> LoopbackServer.Response {
      .ok(
        "observation_date,\(name)\n"
          + wednesdays.enumerated().map { "\($1.iso),\(value($0))\n" }.joined())
    }
    switch request.item("id") {
    case "WALCL": return rows("WALCL") { $0 == 70 && isRevised ? "9000000" : "\(6_600_000 + 1000 * $0)" }
    case "RRPONTSYD": return rows("RRPONTSYD") { "\(100 - $0)" }
    case "WRESBAL": return rows("WRESBAL") { _ in "3300000" }
    default:
      let cash = wednesdays.map {
        "{\"record_date\":\"\($0.iso)\",\"account_type\":\"Treasury General Account (TGA) Closing Balance\","
          + "\"close_today_bal\":\"null\",\"open_today_bal\":\"800000\"}"
      }
      return .ok("{\"data\":[\(cash.joined(separator: ","))],\"meta\":{\"total-pages\":1}}")
    }
  }

  private func assets(_ folder: DataFolder, _ date: String) throws -> Double {
    let readings = Brief().readings(of: KnownData(folder, asOf: day(date)))
    let net = try #require(readings.first { $0.gauge == "net liquidity" })
    return try #require(net.value, "\(net.reason ?? "")")
  }

  @Test("sees a revision from the day it was fetched on, and the first print before")
  func revisions() async throws {
    let isRevised = Atomic(false)
    let server = try LoopbackServer { request, _ in Self.answer(request, isRevised: isRevised.load(ordering: .relaxed))
    }
    let bench = try FetchBench()
    let names = ["fred/WALCL", "fred/RRPONTSYD", "fred/WRESBAL", "fiscaldata/operating-cash"]
    let wanted = try names.map { try series($0, at: server) }
    _ = try await bench.fetch(wanted, at: "2026-05-14T10:00:00Z")
    isRevised.store(true, ordering: .relaxed)
    _ = try await bench.fetch(wanted, at: "2026-06-10T10:00:00Z") { $0.freshSeconds = 0 }
    _ = try TableAssembly(of: bench.cache).run()
    let folder = try DataFolder(bench.cache.tables)
    // The value of 2026-05-13, the 70th week, printed as 6,670,000 and revised to 9,000,000 on 10 June.
    let print = 6_670_000e6 - 800e9 - 30e9
    #expect(try assets(folder, "2026-05-15") == print)
    #expect(try assets(folder, "2026-05-18") == print)
    #expect(try assets(folder, "2026-06-09") == (6_673_000e6 - 800e9 - 27e9))
    let change = { (date: String) throws -> Double? in
      let data = KnownData(folder, asOf: day(date))
      return Brief().readings(of: data).first { $0.gauge == "net liquidity, 13-week change" }?.value
    }
    #expect(try change("2026-06-09") != nil)
    // From the tenth on, a look back at that week sees what was known then, and what is known now says otherwise.
    let known = KnownData(folder, asOf: day("2026-05-18"))
    #expect(Brief().readings(of: known.seen(from: day("2026-05-18"))) == Brief().readings(of: known))
    // Before anything was fetched, the first vintage is all there is.
    #expect(try assets(folder, "2025-12-04") == (6_600_000e6 + 47_000e6 - 800e9 - 53e9))
    // A table copied elsewhere is a plain file: the newest vintage, whatever the day.
    let copy = bench.folder + "/copy"
    try FileManager.default.copyItem(atPath: bench.cache.tables, toPath: copy)
    #expect(try assets(try DataFolder(copy), "2026-05-15") == 9_000_000e6 - 800e9 - 30e9)
  }

  @Test("names file and line of a table that was damaged")
  func damaged() async throws {
    let server = try LoopbackServer { request, _ in Self.answer(request, isRevised: false) }
    let bench = try FetchBench()
    _ = try await bench.fetch([try series("fred/WALCL", at: server)], at: "2026-05-14T10:00:00Z")
    _ = try TableAssembly(of: bench.cache).run()
    let copy = bench.folder + "/copy"
    try FileManager.default.copyItem(atPath: bench.cache.tables, toPath: copy)
    let file = copy + "/macro/fed_liquidity_weekly.csv"
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("6601000", with: "66o1000").write(toFile: file, atomically: true, encoding: .utf8)
    let readings = Brief().readings(of: KnownData(try DataFolder(copy), asOf: day("2026-05-14")))
    let said = readings.first { $0.gauge == "net liquidity" }?.reason
    #expect(said?.contains("macro/fed_liquidity_weekly.csv, line 3") == true, "\(said ?? "")")
  }
}
