import Foundation
import Observatory
import Statistics
import Synchronization
import Testing

/// What a killed process leaves: nothing after it is done.
private struct Killed: Error {}

@Suite("A cache that is killed")
struct CacheCrashTests {
  private static let old = "observation_date,DGS10\n2026-08-19,4.71\n"
  private static let new = "observation_date,DGS10\n2026-08-19,4.70\n2026-08-20,4.69\n"

  /// A cache that dies before its so-maniest step, one byte written a step.
  private func dying(_ bench: FetchBench, before last: Int, _ steps: FetchSteps) -> DataCache {
    var cache = bench.cache
    cache.file.chunk = 1
    cache.file.before = { _ in
      guard steps.take() < last else { throw Killed() }
    }
    return cache
  }

  @Test("at every byte and step of a second fetch still holds the first, or the second whole")
  func everyStep() async throws {
    let (old, new) = (FixedTransport(text: Self.old), FixedTransport(text: Self.new))
    let series = try #require(PublishedSeries.all.first { $0.id == "fred/DGS10" })
    var (last, kills, olds, news) = (0, 0, 0, 0)
    while true {
      let bench = try FetchBench()
      _ = try await bench.fetch([series], transport: old)
      let steps = FetchSteps()
      let cache = dying(bench, before: last, steps)
      let isDone: Bool
      do {
        _ = try await bench.fetch([series], at: "2026-08-23T10:00:00Z", cache: cache, transport: new)
        isDone = true
      } catch is Killed { isDone = false }
      let held = try #require(bench.cache.newest(of: series), "nothing is left after a kill at step \(last)")
      let rows = held.table.rows
      #expect(rows == [["2026-08-19", "4.71"]] || rows == [["2026-08-19", "4.70"], ["2026-08-20", "4.69"]])
      if rows.count == 1 { olds += 1 } else { news += 1 }
      if isDone { break }
      kills += 1
      // The next fetch sweeps up and finishes.
      let lock = try bench.cache.lock()
      #expect(try bench.files().keys.allSatisfy { !$0.hasSuffix(DurableFile.temporaryEnding) })
      _ = try await bench.fetch([series], at: "2026-08-23T10:00:05Z", transport: new)
      #expect(bench.cache.newest(of: series)?.table.rows.count == 2, "after a kill at step \(last)")
      withExtendedLifetime(lock) {}
      last += 1
    }
    // Two files, of more than a thousand bytes together, and the answer and its beginning.
    #expect(kills > 900 && olds > 900 && news >= 1)
  }

  @Test("at every byte of putting tables together still has each table old or new, whole, for the brief to read")
  func everyTableStep() async throws {
    let series = try #require(PublishedSeries.all.first { $0.id == "fred/DGS10" })
    let whole = [
      "date,treasury_10y_pct\n2026-08-19,4.71\n", "date,treasury_10y_pct\n2026-08-19,4.70\n2026-08-20,4.69\n",
    ]
    var (last, olds, news) = (0, 0, 0)
    while true {
      let bench = try FetchBench()
      _ = try await bench.fetch([series], transport: FixedTransport(text: Self.old))
      _ = try TableAssembly(of: bench.cache).run()
      _ = try await bench.fetch([series], at: "2026-08-23T10:00:00Z", transport: FixedTransport(text: Self.new))
      let isDone: Bool
      do {
        _ = try TableAssembly(of: dying(bench, before: last, FetchSteps())).run()
        isDone = true
      } catch is Killed { isDone = false }
      let folder = try DataFolder(bench.cache.tables)
      let held = try String(decoding: folder.bytes(of: "rates_daily"), as: UTF8.self)
      #expect(whole.contains(held), "after a kill at step \(last)")
      if held == whole[0] { olds += 1 } else { news += 1 }
      #expect(try folder.panel("rates_daily").days.count == (held == whole[0] ? 1 : 2))
      if isDone { break }
      last += 1
    }
    #expect(olds > 50 && news > 50)
  }

  @Test("passes over a vintage that was altered or cut short, and says so")
  func damaged() async throws {
    let isNew = Atomic(false)
    let server = try LoopbackServer { _, _ in .ok(isNew.load(ordering: .relaxed) ? Self.new : Self.old) }
    let damages: [([UInt8]) -> [UInt8]?] = [
      { Array($0.dropLast(5)) }, { $0.map { $0 == UInt8(ascii: "9") ? UInt8(ascii: "8") : $0 } }, { _ in nil },
      { _ in [] },
    ]
    for ending in [".csv", ".json"] {
      for damage in damages {
        let bench = try FetchBench()
        let series = try series("fred/DGS10", at: server)
        isNew.store(false, ordering: .relaxed)
        _ = try await bench.fetch([series])
        isNew.store(true, ordering: .relaxed)
        let sidecar = try #require(try await bench.fetch([series], at: "2026-08-23T10:00:00Z").first?.sidecar)
        let path = "\(bench.folder)/cache/series/fred/DGS10/\(sidecar.vintage.stamp)\(ending)"
        let bytes = try #require(FileManager.default.contents(atPath: path).map(Array.init))
        try FileManager.default.removeItem(atPath: path)
        if let altered = damage(bytes) { try Data(altered).write(to: URL(fileURLWithPath: path)) }
        #expect(bench.cache.newest(of: series)?.table.rows == [["2026-08-19", "4.71"]])
        let day = sidecar.vintage.day
        let status = SeriesStatus(of: series, in: bench.cache, seenFrom: day)
        let isGone = ending == ".json" && damage(bytes) == nil
        #expect((status.state == .damaged) == !isGone)
        // Fetching again mends it, without writing over anything.
        _ = try await bench.fetch([series], at: "2026-08-23T10:00:00Z") { $0.freshSeconds = 0 }
        #expect(bench.cache.newest(of: series)?.table.rows.count == 2)
      }
    }
  }

  @Test("is written by one process at a time")
  func locked() throws {
    let bench = try FetchBench()
    let first = try bench.cache.lock()
    #expect(throws: CacheError.self) { _ = try bench.cache.lock() }
    withExtendedLifetime(first) {}
  }

  @Test("that cannot be written says so before any question is asked")
  func unwritable() throws {
    let bench = try FetchBench()
    try Data().write(to: URL(fileURLWithPath: bench.folder + "/file"))
    let error = #expect(throws: CacheError.self) { _ = try DataCache(bench.folder + "/file/cache").lock() }
    #expect(error?.path.hasSuffix("/file/cache") == true)
  }

  @Test("lies where XDG says, and a relative path there is passed over")
  func standardPath() throws {
    #expect(try DataCache.standardPath(["XDG_CACHE_HOME": "/x", "HOME": "/h"]) == "/x/penstock")
    #expect(try DataCache.standardPath(["XDG_CACHE_HOME": "x", "HOME": "/h"]) == "/h/.cache/penstock")
    #expect(throws: CacheError.self) { try DataCache.standardPath([:]) }
  }
}

/// Counts the steps that were taken.
private final class FetchSteps: Sendable {
  private let count = Atomic(0)
  /// The number of this step, from nought.
  func take() -> Int { count.add(1, ordering: .relaxed).oldValue }
}
