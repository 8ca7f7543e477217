import Observatory
import Quantities
import Statistics
import Testing

private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("Gauges of the economy")
struct EconomyGaugeTests {
  @Test("set capex growth against output, gross and net, from the firms that reported both years")
  func capex() throws {
    let quarters = [
      "2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31", "2025-03-31", "2025-06-30", "2025-09-30",
      "2025-12-31",
    ]
    // MSFT doubles from 10 to 20 billion a quarter; ORCL reports the last four quarters only.
    let msft = quarters.enumerated().map { "\($1),MSFT,\($0 < 5 ? 10_000 : 20_000)\n" }.joined()
    let orcl = quarters.suffix(4).map { "\($0),ORCL,5000\n" }.joined()
    let gdp =
      ["2024-01-01", "2024-04-01", "2024-07-01", "2024-10-01"].map { "\($0),1000\n" }
      + ["2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01"].map { "\($0),1100\n" }
    let files = [
      ("macro/hyperscaler_capex_quarterly.csv", "date,ticker,capex_mil_usd\n" + msft + orcl),
      ("macro/nipa_quarterly.csv", "date,nominal_gdp_bil\n" + gdp.joined()),
    ]
    try withDataFolder(files) { folder in
      let readings = try AICapexGauge().readings(of: KnownData(folder, asOf: day("2026-03-01")))
      func value(_ name: String) -> Double { readings.first { $0.gauge == name }?.value ?? .nan }
      #expect(value("AI capex") == 80e9 && value("AI capex, last quarter at annual rate") == 100e9)
      #expect(value("AI capex, growth over a year") == 1)
      #expect(abs(value("AI capex, gross contribution to growth") - 40.0 / 1000) < 1e-12)
      #expect(abs(value("AI capex, contribution net of imports") - 0.04 * 0.45) < 1e-12)
      #expect(abs(value("growth excluding AI capex") - (0.1 - 0.018)) < 1e-12)
      // The last quarter is filed within forty days.
      let early = try AICapexGauge().readings(of: KnownData(folder, asOf: day("2026-02-01")))
      #expect(early[0].asOf == day("2025-09-30"))
    }
  }

  // $320,000 over thirty years at 6 %: 1,918.56 a month by any loan table.
  @Test("pay a loan as the tables say")
  func payment() {
    #expect(abs(HousingGauge.payment(loan: 320_000, rate: 0.06) - 1918.56) < 0.01)
    #expect(HousingGauge.payment(loan: 360, rate: 0) == 1)
  }

  @Test(
    "add up generations to the published total, by share and by household",
    .enabled(if: SharedFiles.haveData, "skipped: no shared data folder"))
  func generations() throws {
    let readings = try GenerationWealthGauge().readings(
      of: KnownData(try SharedFiles.folder(), asOf: day("2026-08-21")))
    let shares = readings.filter { $0.gauge.hasPrefix("wealth share, ") }.prefix(4).compactMap(\.value)
    #expect(shares.count == 4 && abs(shares.reduce(0, +) - 1) < 1e-9)
    // dfa_generation_levels.csv, 2026-03-31: Silent 19,654,215 million over 9,558,574 households.
    let silent = readings.first { $0.gauge == "wealth per household, born before 1946" }?.value
    #expect(abs((silent ?? 0) / (19_654_215e6 / 9_558_574) - 1) < 1e-9)
  }

  @Test("say which file is missing")
  func missing() throws {
    try withDataFolder([("macro/x.csv", "date,y\n2025-01-01,1\n")]) { folder in
      let data = KnownData(folder, asOf: day("2025-06-01"))
      for reading in Brief().readings(of: data) {
        #expect(reading.value == nil && reading.reason?.isEmpty == false, "\(reading.gauge)")
        #expect(
          reading.reason?.contains(".csv") == true || reading.reason?.contains("chain") == true,
          "\(reading.gauge): \(reading.reason ?? "")")
      }
    }
  }
}
