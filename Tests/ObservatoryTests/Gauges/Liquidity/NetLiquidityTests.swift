import Observatory
import Quantities
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("Net liquidity")
struct NetLiquidityTests {
  // net_liquidity_sample.csv: thirteen days of October 2025, trillions rounded to a billion.
  @Test(
    "is the published difference", .enabled(if: SharedFiles.haveReference, "skipped: no shared reference folder"))
  func published() throws {
    let rows = try SharedFiles.rows("net_liquidity_sample.csv").dropFirst()
    #expect(rows.count == 13)
    for row in rows {
      let cells = try row.dropFirst().map { try #require(Double($0)) }
      let point = NetLiquidity.Point(
        day: day(row[0]), assetsInMillions: cells[0] * 1e6, cashAccountInBillions: cells[1] * 1e3,
        reverseRepoInBillions: cells[2] * 1e3)
      #expect(abs(point.net / 1e12 - cells[3]) < 0.0011, "\(row)")
    }
  }

  @Test("brings millions, billions and dollars together, and waits for the day a figure was out")
  func units() throws {
    let files = [
      (
        "macro/fed_liquidity_weekly.csv",
        "date,fed_total_assets_mil_usd,tga_week_avg_bil_usd\n2025-01-08,6800000,700\n2025-01-15,6790000,\n"
      ),
      ("macro/debt_and_tga_daily.csv", "date,tga_closing_balance_usd\n2025-01-14,650000000000\n"),
      ("macro/rates_daily.csv", "date,on_rrp_bil_usd\n2025-01-08,150\n2025-01-15,140\n"),
      ("market/spx_daily.csv", "date,close\n2025-01-08,5900\n2025-01-15,5950\n"),
    ]
    try withDataFolder(files) { folder in
      func net(_ date: String) throws -> Reading? {
        try NetLiquidityGauge().readings(of: KnownData(folder, asOf: day(date))).first { $0.gauge == "net liquidity" }
      }
      #expect(try net("2025-01-16")?.value == 6790e9 - 650e9 - 140e9)
      // The statement of Wednesday is out on Thursday.
      let before = try net("2025-01-15")
      #expect(before?.value == 6800e9 - 700e9 - 150e9 && before?.asOf == day("2025-01-08"))
      #expect(before?.columns.contains("macro/rates_daily.csv: on_rrp_bil_usd") == true)
    }
  }
}
