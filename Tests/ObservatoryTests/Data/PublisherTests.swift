import Foundation
import Observatory
import Testing

@Suite("Each publisher's exact format")
struct PublisherTests {
  @Test("FRED: a graph as CSV, under either name of its date, a point or nothing for missing")
  func fred() async throws {
    for (header, gap) in [("observation_date", ""), ("DATE", ".")] {
      let server = try LoopbackServer { request, _ in
        #expect(request.target == "/graph/fredgraph.csv?id=DGS10")
        return .ok("\(header),DGS10\n2026-08-18,4.70\n2026-08-19,\(gap)\n2026-08-20,4.69\n")
      }
      let bench = try FetchBench()
      let series = try series("fred/DGS10", at: server)
      let outcome = try #require(try await bench.fetch([series]).first)
      #expect(try bench.text(of: series) == "date,DGS10\n2026-08-18,4.70\n2026-08-19,\n2026-08-20,4.69\n")
      let sidecar = try #require(outcome.sidecar)
      #expect(sidecar.url == server.address + "/graph/fredgraph.csv?id=DGS10")
      #expect(sidecar.vintage == Vintage("2026-08-22T10:15:30Z"))
      #expect(sidecar.rows == 3 && sidecar.first == "2026-08-18" && sidecar.last == "2026-08-20")
      #expect(sidecar.publisher.contains("St. Louis") && sidecar.terms.contains("public domain"))
    }
  }

  @Test("The digests of a sidecar are those sha256sum prints")
  func digests() async throws {
    let server = try LoopbackServer { _, _ in .ok("observation_date,DGS10\n2026-08-20,4.69\n") }
    let bench = try FetchBench()
    let sidecar = try #require(try await bench.fetch([series("fred/DGS10", at: server)]).first?.sidecar)
    // printf 'observation_date,DGS10\n2026-08-20,4.69\n' | sha256sum, and of 'date,DGS10\n...'
    #expect(sidecar.bodySHA256 == "90c5e0b118da6d2bb00b6805faf3b57fba4a141f3dd8ae90558decdd06b95b9f")
    #expect(sidecar.sha256 == "1a2f91ed0f3649e8df456d24df7cc280a1446369acd1aabf2cb1fb6bda1ccfcf")
    #expect(sidecar.bodyBytes == 39)
  }

  @Test("Cboe: histories with a day's range or one value, dated month first")
  func cboe() async throws {
    let server = try LoopbackServer { request, _ in
      switch request.path {
      case "/api/global/us_indices/daily_prices/VIX_History.csv":
        .ok("DATE,OPEN,HIGH,LOW,CLOSE\r\n08/20/2026,16.310000,16.800000,15.900000,16.010000\r\n")
      case "/api/global/us_indices/daily_prices/SKEW_History.csv": .ok("DATE,SKEW\n08/20/2026,151.230000\n")
      default: .status(404)
      }
    }
    let bench = try FetchBench()
    let both = [try series("cboe/VIX", at: server), try series("cboe/SKEW", at: server)]
    _ = try await bench.fetch(both)
    #expect(try bench.text(of: both[0]).hasSuffix("\n2026-08-20,16.310000,16.800000,15.900000,16.010000\n"))
    #expect(try bench.text(of: both[1]) == "date,close\n2026-08-20,151.230000\n")
  }

  @Test("New York Fed: reference rates keep their digits, a percentile withheld is missing")
  func referenceRate() async throws {
    let server = try LoopbackServer { request, _ in
      #expect(request.path == "/api/rates/secured/sofr/search.json")
      #expect(request.item("startDate") == "2018-04-02" && request.item("endDate") == "2026-08-22")
      return .ok(
        """
        {"refRates":[{"effectiveDate":"2026-08-20","type":"SOFR","percentRate":3.60,"percentPercentile1":3.55,\
        "percentPercentile25":3.58,"percentPercentile75":3.65,"percentPercentile99":3.71,"volumeInBillions":2851,\
        "revisionIndicator":""},{"effectiveDate":"2018-04-02","type":"SOFR","percentRate":1.80,\
        "percentPercentile1":"NA","percentPercentile25":"NA","percentPercentile75":"NA","percentPercentile99":"NA",\
        "volumeInBillions":849,"revisionIndicator":"R"}]}
        """)
    }
    let bench = try FetchBench()
    let sofr = try series("nyfed/SOFR", at: server)
    _ = try await bench.fetch([sofr])
    #expect(
      try bench.text(of: sofr).hasSuffix("\n2018-04-02,1.80,,,,,849,R\n2026-08-20,3.60,3.55,3.58,3.65,3.71,2851,\n"))
  }

  @Test("New York Fed: a day's test of small value stands beside its reverse repo")
  func reverseRepo() async throws {
    let server = try LoopbackServer { _, _ in
      .ok(
        """
        {"repo":{"operations":[{"operationId":"RP 082026 27","operationDate":"2026-08-20","operationType":"Reverse Repo",\
        "note":"","totalAmtAccepted":225000000,"acceptedCpty":4,"propositions":[]},{"operationId":"RP 082026 29",\
        "operationDate":"2026-08-20","operationType":"Reverse Repo","note":"Small value exercise, \\"test\\"",\
        "totalAmtAccepted":1000000,"acceptedCpty":2,"propositions":[]}]}}
        """)
    }
    let bench = try FetchBench()
    let repo = try series("nyfed/reverse-repo", at: server)
    _ = try await bench.fetch([repo])
    let lines = try bench.text(of: repo).split(separator: "\n")
    #expect(lines[1] == "2026-08-20,RP 082026 27,225000000,4,")
    #expect(lines[2] == "2026-08-20,RP 082026 29,1000000,2,\"Small value exercise, \"\"test\"\"\"")
  }

  @Test("Fiscal Data: pages are followed, and the closing balance is found under all three of its names")
  func fiscalData() async throws {
    let server = try LoopbackServer { request, _ in
      #expect(request.path == "/services/api/fiscal_service/v1/accounting/dts/operating_cash_balance")
      let page = request.item("page[number]") ?? ""
      func row(_ date: String, _ account: String, _ close: String, _ open: String) -> String {
        """
        {"record_date":"\(date)","account_type":"\(account)","close_today_bal":"\(close)","open_today_bal":"\(open)"}
        """
      }
      let rows =
        page == "1"
        ? [
          row("2021-09-30", "Federal Reserve Account", "215160", "173745"),
          row("2021-10-01", "Treasury General Account (TGA)", "132452", "215160"),
        ]
        : [
          row("2026-08-20", "Treasury General Account (TGA) Opening Balance", "null", "861002"),
          row("2026-08-20", "Total TGA Deposits (Table II)", "null", "21003"),
          row("2026-08-20", "Treasury General Account (TGA) Closing Balance", "null", "870411"),
        ]
      return .ok(
        """
        {"data":[\(rows.joined(separator: ","))],"meta":{"count":\(rows.count),"labels":{"record_date":"Record Date"},\
        "dataTypes":{"record_date":"DATE"},"dataFormats":{"record_date":"YYYY-MM-DD"},"total-count":5,"total-pages":2},\
        "links":{"self":"&page%5Bnumber%5D=\(page)&page%5Bsize%5D=10000","next":null}}
        """)
    }
    let bench = try FetchBench()
    let cash = try series("fiscaldata/operating-cash", at: server)
    let sidecar = try #require(try await bench.fetch([cash]).first?.sidecar)
    #expect(sidecar.answers == 2)
    #expect(
      try bench.text(of: cash).split(separator: "\n").map { $0.split(separator: ",").last } == [
        "closing_balance_mil_usd", "215160", "132452", "870411",
      ])
  }

  @Test("EIA: pages by offset, months dated by their first day, and the key in no file")
  func eia() async throws {
    let key = "K3yOfATest0123456789"
    let server = try LoopbackServer { request, number in
      #expect(request.item("api_key") == key)
      if number == 1 { return .status(403, [:], #"{"error":{"code":"OVER_RATE_LIMIT"}}"#) }
      #expect(request.path == "/v2/electricity/retail-sales/data/" && request.item("facets[sectorid][]") == "RES")
      let offset = request.item("offset") ?? ""
      let row =
        offset == "0"
        ? #"{"period":"2026-04","price":"17.46","price-units":"cents per kilowatt-hour"}"#
        : #"{"period":"2026-05","price":null,"price-units":"cents per kilowatt-hour"}"#
      return .ok(
        """
        {"response":{"total":"2","dateFormat":"YYYY-MM","frequency":"monthly","data":[\(row)],"description":"x"},\
        "request":{"command":"/v2/electricity/retail-sales/data/","params":{"api_key":"\(key)","offset":"\(offset)"}},\
        "apiVersion":"2.1.8"}
        """)
    }
    let bench = try FetchBench()
    let price = try series("eia/retail-price-residential", at: server)
    // The first page is answered and the second refused, which leaves the first in the cache as a kill would.
    _ = try await bench.fetch([price], environment: ["EIA_API_KEY": key])
    #expect(try bench.files().contains { String(decoding: $0.value, as: UTF8.self).contains("KEY") })
    #expect(try bench.files().allSatisfy { Data($0.value).range(of: Data(key.utf8)) == nil })
    let sidecar = try await bench.fetch([price], environment: ["EIA_API_KEY": key]).first?.sidecar
    #expect(sidecar?.answers == 2 && sidecar?.url.contains("api_key") == false)
    #expect(try bench.text(of: price) == "date,price_cents_per_kwh\n2026-04-01,17.46\n2026-05-01,\n")
    let keyBytes = Data(key.utf8)
    for (name, bytes) in try bench.files() { #expect(Data(bytes).range(of: keyBytes) == nil, "the key is in \(name)") }
    #expect(bench.told.allSatisfy { !$0.contains(key) })
  }

  @Test("A key that a publisher requires is asked for by name, and nothing is sent without it")
  func needsKey() async throws {
    let server = try LoopbackServer { _, _ in .status(403) }
    let bench = try FetchBench()
    let outcome = try #require(try await bench.fetch([series("eia/henry-hub", at: server)]).first)
    #expect(outcome.failure?.problem == .needsKey && outcome.failure?.cure.contains("EIA_API_KEY") == true)
    #expect(server.requests.isEmpty)
  }

  @Test("BLS: ten years a question without a key, twenty with one; a month not collected is missing")
  func bls() async throws {
    for key in [nil, "registered0123"] {
      let server = try LoopbackServer { request, _ in
        #expect(request.method == "POST" && request.headers["content-type"] == "application/json")
        #expect(request.path == "/publicAPI/\(key == nil ? "v1" : "v2")/timeseries/data/")
        #expect(request.body.contains("registrationkey") == (key != nil))
        let isLast = request.body.contains("\"endyear\":\"2026\"")
        let data =
          isLast
          ? """
          {"year":"2025","period":"M13","periodName":"Annual","value":"4.2","footnotes":[{}]},\
          {"year":"2025","period":"M10","periodName":"October","value":"-","footnotes":[{"code":"X"}]},\
          {"year":"2025","period":"M09","periodName":"September","latest":"true","value":"4.4","footnotes":[{}]}
          """ : ""
        let ids = ["LNS14000000", "LNS14000036", "LNS14000089", "LNS14027659", "LNS14027662"]
        let answers = ids.map { "{\"seriesID\":\"\($0)\",\"data\":[\(data)]}" }.joined(separator: ",")
        return .ok(
          """
          {"status":"REQUEST_SUCCEEDED","responseTime":182,"message":[],"Results":{"series":[\(answers)]}}
          """)
      }
      let bench = try FetchBench()
      let rates = try series("bls/unemployment", at: server)
      _ = try await bench.fetch([rates], environment: key.map { ["BLS_API_KEY": $0] } ?? [:])
      #expect(server.requests.count == (key == nil ? 4 : 2))
      #expect(try bench.text(of: rates).hasSuffix("\n2025-09-01,4.4,4.4,4.4,4.4,4.4\n2025-10-01,,,,,\n"))
    }
  }

  @Test("BLS: a refusal arrives with status 200, and is told in our own words")
  func blsRefusal() async throws {
    let server = try LoopbackServer { _, _ in
      .ok(
        """
        {"status":"REQUEST_NOT_PROCESSED","responseTime":0,"message":["Request could not be serviced, as the daily \
        threshold for total number of requests allocated to the user with registration key secret0 has been reached."],\
        "Results":{}}
        """)
    }
    let bench = try FetchBench()
    let outcome = try #require(
      try await bench.fetch([series("bls/cpi", at: server)], environment: ["BLS_API_KEY": "secret0"]).first)
    #expect(outcome.failure?.message == "the day's number of requests is used up")
    #expect(server.requests.count == 1)
  }

  @Test("BLS: a flat file's cells are padded, and the year's average is no month")
  func blsFlat() async throws {
    let server = try LoopbackServer { request, _ in
      #expect(request.headers["user-agent"] == "Penstock (someone@example.org)")
      return .ok(
        "series_id        \tyear\tperiod\t       value\tfootnote_codes\r\n"
          + "CUUR0000SA0      \t2026\tM05\t     335.123\t\r\nCUUR0000SA0      \t2026\tM13\t     330.000\t\r\n"
          + "CUUR0000SA0R     \t2026\tM05\t      29.800\t\r\n")
    }
    let bench = try FetchBench()
    let prices = try series("blsfiles/cpi-all-items", at: server)
    _ = try await bench.fetch([prices], environment: ["PENSTOCK_CONTACT": "someone@example.org"])
    #expect(try bench.text(of: prices) == "date,all_items\n2026-05-01,335.123\n")
  }

  @Test("SEC: the companies followed are picked from each frame, and a quarter without one is empty")
  func sec() async throws {
    let tag = "PaymentsToAcquirePropertyPlantAndEquipment"
    let server = try LoopbackServer { request, _ in
      #expect(request.headers["user-agent"]?.contains("someone@example.org") == true)
      guard request.path == "/api/xbrl/frames/us-gaap/\(tag)/USD/CY2026Q1.json" else {
        return .status(404, [:], "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code></Error>")
      }
      return .ok(
        """
        {"taxonomy":"us-gaap","tag":"\(tag)","ccp":"CY2026Q1","uom":"USD","label":"Payments","description":"d","pts":2,\
        "data":[{"accn":"0000789019-26-000012","cik":789019,"entityName":"MICROSOFT CORPORATION","loc":"US-WA",\
        "start":"2026-01-01","end":"2026-03-31","val":24500000000},{"accn":"0000000001-26-000001","cik":1,\
        "entityName":"OTHER","loc":"US-NY","start":"2026-01-01","end":"2026-03-31","val":5}]}
        """)
    }
    let bench = try FetchBench()
    let capex = try series("sec/\(tag)", at: server)
    _ = try await bench.fetch([capex], environment: ["PENSTOCK_CONTACT": "someone@example.org"])
    #expect(
      try bench.text(of: capex)
        == "date,ticker,cik,start,value_usd,accession\n"
        + "2026-03-31,MSFT,789019,2026-01-01,24500000000,0000789019-26-000012\n")
    #expect(server.requests.last?.path.hasSuffix("CY2026Q2.json") == true, "the running quarter is not asked for")
    let outcome = try await bench.fetch([capex], at: "2026-08-23T00:00:00Z")
    #expect(outcome.first?.failure?.cure.contains("PENSTOCK_CONTACT") == true)
  }

  @Test("Coin Metrics: pages by token, moments shortened to dates")
  func coinMetrics() async throws {
    let server = try LoopbackServer { request, _ in
      #expect(request.path == "/v4/timeseries/asset-metrics" && request.item("assets") == "btc")
      let first = #"{"asset":"btc","time":"2026-08-19T00:00:00.000000000Z","PriceUSD":"64083.3212","TxCnt":"401"}"#
      let second = #"{"asset":"btc","time":"2026-08-20T00:00:00.000000000Z","PriceUSD":"64295.61"}"#
      return request.item("next_page_token") == nil
        ? .ok("{\"data\":[\(first)],\"next_page_token\":\"0.MjAyN=&x\",\"next_page_url\":\"https://example.org/\"}")
        : .ok("{\"data\":[\(request.item("next_page_token") == "0.MjAyN=&x" ? second : "")]}")
    }
    let bench = try FetchBench()
    let bitcoin = try series("coinmetrics/btc", at: server)
    _ = try await bench.fetch([bitcoin])
    #expect(try bench.text(of: bitcoin).hasSuffix("\n2026-08-19,64083.3212,,,,401,\n2026-08-20,64295.61,,,,,\n"))
  }
}
