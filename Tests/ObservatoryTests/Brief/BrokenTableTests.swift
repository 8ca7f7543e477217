import Foundation
import Observatory
import Quantities
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

/// A broken table is said, with file and line; it is never taken for a missing one.
@Suite(
  "A broken table in the data folder", .enabled(if: SharedFiles.haveData, "skipped: no shared data folder"), .serialized
)
struct BrokenTableTests {
  /// The shared folder with one file replaced, the others linked.
  private func withBroken<T>(_ file: String, _ bytes: [UInt8], _ body: (DataFolder) throws -> T) throws -> T {
    let source = try #require(SharedFiles.data).resolvingSymlinksInPath()
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("penstock-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for room in ["market", "macro"] {
      try FileManager.default.createDirectory(
        at: root.appendingPathComponent(room), withIntermediateDirectories: true)
    }
    for name in try SharedFiles.folder().files where name != file {
      try FileManager.default.createSymbolicLink(
        at: root.appendingPathComponent(name), withDestinationURL: source.appendingPathComponent(name))
    }
    try Data(bytes).write(to: root.appendingPathComponent(file))
    return try body(try DataFolder(root.path))
  }

  /// A number that is none, in the last row of a day before.
  private func broken(_ file: String, column: String) throws -> (bytes: [UInt8], line: Int) {
    var lines = String(decoding: try SharedFiles.folder().bytes(of: file), as: UTF8.self).components(separatedBy: "\n")
    let place = try #require(lines[0].components(separatedBy: ",").firstIndex(of: column))
    let row = try #require(
      lines.indices.dropFirst().first { row in
        let cells = lines[row].components(separatedBy: ",")
        return cells.count > place && !cells[place].isEmpty && !lines[row].contains("\"")
      })
    var cells = lines[row].components(separatedBy: ",")
    cells[place] = "12x4"
    lines[row] = cells.joined(separator: ",")
    return (Array(lines.joined(separator: "\n").utf8), row + 1)
  }

  @Test(
    "is the reason of the readings that need it, with its line",
    arguments: [
      ("macro/fed_liquidity_weekly.csv", "fed_total_assets_mil_usd"),
      ("macro/fed_liquidity_weekly.csv", "tga_week_avg_bil_usd"),
      ("macro/fed_liquidity_weekly.csv", "reserve_balances_week_avg_mil_usd"),
      ("macro/debt_and_tga_daily.csv", "tga_closing_balance_usd"), ("macro/rates_daily.csv", "on_rrp_bil_usd"),
      ("macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd"), ("market/earnings_dates_megacap.csv", "date"),
      ("market/earnings_dates_us.csv", "date"),
      ("macro/median_household_income_annual.csv", "median_household_income_nominal_usd"),
      ("market/fomc_meetings.csv", "target_after_pct"), ("market/fomc_meetings.csv", "date"),
      ("market/fedwatch_probabilities_daily.csv", "probability"), ("market/fed_speeches_scored.csv", "date"),
      ("market/fomc_event_moves_usmpd.csv", "date"), ("market/spx_daily.csv", "close"),
      ("macro/affordability_benchmarks.csv", "value"), ("macro/housing_monthly.csv", "zillow_zori_us_usd"),
    ])
  func said(file: String, column: String) throws {
    let (bytes, line) = try broken(file, column: column)
    let readings = try withBroken(file, bytes) { folder in
      Brief().readings(of: KnownData(folder, asOf: day("2026-08-21")))
    }
    let said = readings.filter {
      $0.reason?.contains("\(file), line \(line)") == true && $0.reason?.contains("12x4") == true
    }
    #expect(!said.isEmpty, "nobody says what is wrong in \(file), line \(line)")
  }

  @Test("with a row cut off is said too, and the gauges of other files go on")
  func ragged() throws {
    let file = "macro/fed_liquidity_weekly.csv"
    var lines = String(decoding: try SharedFiles.folder().bytes(of: file), as: UTF8.self).components(separatedBy: "\n")
    lines[100] = String(lines[100].prefix(14))
    let readings = try withBroken(file, Array(lines.joined(separator: "\n").utf8)) { folder in
      Brief().readings(of: KnownData(folder, asOf: day("2026-08-21")))
    }
    #expect(readings.contains { $0.gauge == "net liquidity" && $0.reason?.contains("\(file), line 101") == true })
    #expect(readings.count { $0.value != nil } > 130)
  }
}
