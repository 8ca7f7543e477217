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

@Suite("Gauges of power")
struct PowerGaugeTests {
  @Test("set firm capacity over the year's peak, with a range of credit for wind and sun")
  func margin() throws {
    let capacity = [
      "2024,US,TOT,ALL,1000", "2024,US,TOT,WND,100", "2024,US,TOT,SUN,100", "2024,TX,TOT,ALL,300", "2024,US,EU,ALL,700",
    ].joined(separator: "\n")
    let days = (0..<340).map { "\(day("2024-02-01").advanced(by: $0).iso),\($0 == 100 ? 640 : 400)\n" }.joined()
    let files = [
      (
        "macro/eia_generating_capacity_by_state_2024.csv",
        "year,state,producer_type,energy_source_id,net_summer_capacity_mw\n\(capacity)\n"
      ),
      ("macro/us_electricity_demand_daily.csv", "date,conus_peak_mw\n" + days),
    ]
    try withDataFolder(files) { folder in
      let reading = try ReserveMarginGauge().readings(of: KnownData(folder, asOf: day("2026-01-01")))[0]
      #expect(abs((reading.low ?? 0) - (800.0 / 640 - 1)) < 1e-12)
      #expect(abs((reading.value ?? 0) - (835.0 / 640 - 1)) < 1e-12)
      #expect(abs((reading.high ?? 0) - (870.0 / 640 - 1)) < 1e-12)
    }
  }

  @Test("count what waits, and of what ended the share that was built, from the newest snapshot known")
  func queue() throws {
    let header = "project_id,status,mfo_mw,submitted_date,actual_in_service_date\n"
    let rows = "a,Active,1500,2024-01-01,\nb,In Service,100,2018-01-01,2022-01-01\nc,Withdrawn,300,2019-01-01,\n"
    let files = [
      ("macro/pjm_interconnection_queue_2025_01_05.csv", header + rows),
      ("macro/pjm_interconnection_queue_2026_01_05.csv", header + "a,Active,9000,2024-01-01,\n"),
    ]
    try withDataFolder(files) { folder in
      let readings = try InterconnectionQueueGauge().readings(of: KnownData(folder, asOf: day("2025-06-01")))
      #expect(readings[0].value == 1.5 && readings[0].asOf == day("2025-01-05"))
      #expect(abs((readings[1].value ?? 0) - 4) < 0.01 && readings[2].value == 0.25)
      let next = try InterconnectionQueueGauge().readings(of: KnownData(folder, asOf: day("2026-06-01")))
      #expect(next[0].value == 9 && next[1].value == nil)
    }
  }
}

@Suite("Gauges of crypto")
struct CryptoGaugeTests {
  @Test("take each group's last survey, and never one that was not yet out")
  func ownership() throws {
    let rows = """
      survey,field_start,field_end,population,measure,value_pct
      Gallup,2021-06-01,2021-06-30,all adults,currently own,6
      Gallup,2025-06-02,2025-06-15,all adults,currently own,14
      Pew,2024-02-07,2024-02-11,all adults,"ever invested in, traded or used",17

      """
    try withDataFolder([("macro/crypto_ownership_surveys.csv", rows)]) { folder in
      func gallup(_ date: String) throws -> Double? {
        try CryptoOwnershipGauge().readings(of: KnownData(folder, asOf: day(date)))
          .first { $0.gauge == "crypto ownership, all adults, Gallup" }?.value
      }
      let (before, after) = (try gallup("2025-07-01"), try gallup("2025-08-15"))
      #expect(before == 0.06 && after == 0.14)
    }
  }

  @Test("find the beta that coins were made with")
  func beta() throws {
    var (coin, index) = (100.0, 1000.0)
    var (coins, indices) = ("date,close\n", "date,close\n")
    for week in 0..<110 {
      let r = 0.01 * Double((week * 37) % 11 - 5) / 5
      (coin, index) = (coin * Elementary.exp(1.5 * r), index * Elementary.exp(r))
      let date = day("2023-01-04").advanced(by: 7 * week).iso
      coins += "\(date),\(coin)\n"
      indices += "\(date),\(index)\n"
    }
    try withDataFolder([("market/btc_daily.csv", coins), ("market/spx_daily.csv", indices)]) { folder in
      let readings = try CryptoBetaGauge().readings(of: KnownData(folder, asOf: day("2025-02-05")))
      #expect(abs((readings[0].value ?? 0) - 1.5) < 1e-9)
      #expect(readings[1].reason?.contains("fed_liquidity_weekly") == true)
    }
  }
}
