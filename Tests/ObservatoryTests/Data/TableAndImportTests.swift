import Foundation
import Observatory
import Quantities
import Testing

@Suite("Tables of the monitor")
struct TableAssemblyTests {
  @Test("are joined from the newest vintages, in the columns and units the gauges read")
  func joined() async throws {
    let server = try LoopbackServer { request, _ in
      switch request.item("id") {
      case "DGS2": .ok("observation_date,DGS2\n2026-08-19,4.10\n2026-08-20,.\n")
      case "DGS10": .ok("observation_date,DGS10\n2026-08-20,4.69\n2026-08-21,4.70\n")
      default:
        .ok(
          """
          {"data":[{"record_date":"2026-08-20","account_type":"Treasury General Account (TGA) Closing Balance",\
          "close_today_bal":"null","open_today_bal":"870411"}],"meta":{"total-pages":1}}
          """)
      }
    }
    let bench = try FetchBench()
    _ = try await bench.fetch(
      ["fred/DGS2", "fred/DGS10", "fiscaldata/operating-cash"].map { try series($0, at: server) })
    #expect(try TableAssembly(of: bench.cache).run() == ["macro/rates_daily.csv", "macro/debt_and_tga_daily.csv"])
    let folder = try DataFolder(bench.cache.tables)
    #expect(
      try String(decoding: folder.bytes(of: "rates_daily"), as: UTF8.self)
        == "date,treasury_2y_pct,treasury_10y_pct\n2026-08-19,4.10,\n2026-08-20,,4.69\n2026-08-21,,4.70\n")
    #expect(
      try String(decoding: folder.bytes(of: "debt_and_tga_daily"), as: UTF8.self)
        == "date,tga_closing_balance_usd\n2026-08-20,870411000000\n")
    let before = try bench.files()
    _ = try TableAssembly(of: bench.cache).run()
    #expect(try bench.files() == before, "the same vintages give the same bytes")
  }

  @Test(
    "move the decimal point digit by digit",
    arguments: [
      ("870411", 6, "870411000000"), ("24500000000", -6, "24500"), ("1", -6, "0.000001"), ("-12.345", 1, "-123.45"),
      ("-0.5", -3, "-0.0005"), ("0", 6, "0"), ("4.690", 0, "4.690"), ("12.50", -1, "1.25"), ("1e3", 2, "100000.0"),
    ])
  func point(text: String, shift: Int, moved: String) { #expect(text.movingPoint(shift) == moved) }
}

@Suite("An imported folder")
struct ImportTests {
  @Test("is surveyed: columns, dates, digest, age; and is not written")
  func surveyed() throws {
    let bench = try FetchBench()
    let folder = bench.folder + "/data"
    try FileManager.default.createDirectory(atPath: folder + "/macro", withIntermediateDirectories: true)
    let files = [
      "macro/labour_monthly.csv": "date,unemployment_rate_pct\n2026-05-01,4.3\n2026-06-01,4.4\n2026-07-01,\n",
      "names.csv": "ticker,name\nMSFT,\"Microsoft, Inc\"\n", "broken.csv": "date,x\n2026-01-01,1\n2026-01-02\n",
      "page.csv": "<html></html>", "notes.md": "# not a table\n",
    ]
    for (name, text) in files { try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8) }
    let before = try bench.files()
    let vintage = try #require(Vintage("2026-08-22T10:00:00Z"))
    let index = try ImportIndex(of: DataFolder(folder), vintage: vintage)
    try bench.cache.keep(index)
    #expect(index.files.map(\.file) == ["broken.csv", "macro/labour_monthly.csv", "names.csv", "page.csv"])
    let labour = index.files[1]
    #expect(labour.columns == ["date", "unemployment_rate_pct"] && labour.rows == 3)
    #expect(labour.first == "2026-05-01" && labour.last == "2026-07-01" && labour.usualGap == 31)
    let freshness = try #require(Freshness(of: labour, seenFrom: vintage.day))
    #expect(freshness.ageDays == 52 && !freshness.isStale)
    #expect(Freshness(of: labour, seenFrom: vintage.day.advanced(by: 60))?.isStale == true)
    #expect(index.files[0].problem?.contains("line 3") == true && index.files[2].dateColumn == nil)
    #expect(index.files[3].problem?.contains("web page") == true)
    #expect(try bench.files().filter { $0.key.hasPrefix("data/") } == before)
    #expect(bench.cache.importIndices() == [index])
    #expect(index.changedFiles.isEmpty)
    try "ticker\n".write(toFile: folder + "/names.csv", atomically: true, encoding: .utf8)
    try FileManager.default.removeItem(atPath: folder + "/page.csv")
    #expect(index.changedFiles == ["names.csv", "page.csv"])
  }

  @Test("cannot hold the cache")
  func cacheInside() throws {
    let bench = try FetchBench()
    try FileManager.default.createDirectory(atPath: bench.folder + "/cache", withIntermediateDirectories: true)
    let index = try ImportIndex(of: DataFolder(bench.folder), vintage: Vintage(seconds: 0))
    #expect(throws: CacheError.self) { try bench.cache.keep(index) }
    #expect(try bench.files().isEmpty)
  }

  // Skipped where the shared data folder is absent.
  @Test("of the shared data is surveyed whole, every file of it", .enabled(if: SharedFiles.haveData))
  func shared() throws {
    let folder = try SharedFiles.folder()
    let index = try ImportIndex(of: folder, vintage: Vintage(seconds: 1_787_000_000))
    #expect(index.files.count == folder.files.count && index.files.count > 100)
    let rates = try #require(index.files.first { $0.file == "macro/rates_daily.csv" })
    #expect(rates.first == "1954-01-04" && rates.last == "2026-08-21" && rates.problem == nil)
  }
}

@Suite("Moments")
struct VintageTests {
  @Test("are written and read back, and anything else is none")
  func text() {
    let moment = Vintage(seconds: 1_787_393_730)
    #expect(Vintage(moment.stamp) == moment && Vintage(moment.description) == moment)
    #expect(Vintage("2026-08-22T10:15:30Z")?.description == "2026-08-22T10:15:30Z")
    for text in [
      "", "2026-08-22", "2026-02-30T00:00:00Z", "2026-08-22T24:00:00Z", "20260822T1015Z", "1969-01-01T00:00:00Z",
    ] {
      #expect(Vintage(text) == nil)
    }
    #expect(Vintage(seconds: .max).day.year == 9999 && Vintage(seconds: .min).seconds == 0)
  }
}
