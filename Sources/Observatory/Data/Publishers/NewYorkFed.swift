import Quantities

extension Publisher {
  public static let newYorkFed = Publisher(
    id: "nyfed", name: "Federal Reserve Bank of New York, Markets Data", address: "https://markets.newyorkfed.org",
    terms: "free with attribution; reference rates are subject to the New York Fed's terms of use", pause: .seconds(1))
}

/// A reference rate: `{"refRates": [{"effectiveDate", "type", "percentRate", "volumeInBillions", ...}]}`.
struct ReferenceRate: SeriesFormat {
  let type: String
  let isSecured: Bool
  let first: String

  var columns: [SnapshotTable.Column] {
    [
      .date(), .number("rate_pct"), .number("percentile_1_pct"), .number("percentile_25_pct"),
      .number("percentile_75_pct"), .number("percentile_99_pct"), .number("volume_bil_usd"), .label("revision"),
    ]
  }

  private static let fields = [
    "percentRate", "percentPercentile1", "percentPercentile25", "percentPercentile75", "percentPercentile99",
    "volumeInBillions", "revisionIndicator",
  ]

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    let path = "/api/rates/\(isSecured ? "secured" : "unsecured")/\(type.lowercased())/search.json"
    return [SeriesRequest(path, ["startDate": first, "endDate": day.iso])]
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    guard let rates = try JSONValue(body)["refRates"]?.list else { throw .malformed("the answer has no 'refRates'") }
    return SeriesPage(
      rates.filter { $0["type"]?.scalar == type }.map { rate in
        ["effectiveDate"].map { rate[$0]?.scalar ?? "" }
          // A percentile the publisher withholds is written NA.
          + Self.fields.map { rate[$0]?.scalar ?? "" }.map { $0 == "NA" ? "" : $0 }
      })
  }
}

/// The overnight reverse repo's operations: `{"repo": {"operations": [{"operationDate", "totalAmtAccepted", ...}]}}`.
struct ReverseRepo: SeriesFormat {
  var columns: [SnapshotTable.Column] {
    [.date(), .label("operation"), .number("accepted_usd"), .number("counterparties"), .label("note")]
  }
  /// Tests of small value are held on days of ordinary operations.
  var keyCount: Int { 2 }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    [
      SeriesRequest(
        "/api/rp/reverserepo/propositions/search.json", ["startDate": "2013-09-23", "endDate": day.iso])
    ]
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    guard let operations = try JSONValue(body)["repo"]?["operations"]?.list else {
      throw .malformed("the answer has no 'repo' with 'operations'")
    }
    let fields = ["operationDate", "operationId", "totalAmtAccepted", "acceptedCpty", "note"]
    return SeriesPage(operations.map { operation in fields.map { operation[$0]?.scalar ?? "" } })
  }
}

extension PublishedSeries {
  static let newYorkFed: [PublishedSeries] = [
    PublishedSeries(
      publisher: .newYorkFed, name: "SOFR", title: "secured overnight financing rate",
      format: ReferenceRate(type: "SOFR", isSecured: true, first: "2018-04-02")),
    PublishedSeries(
      publisher: .newYorkFed, name: "EFFR", title: "effective federal funds rate",
      format: ReferenceRate(type: "EFFR", isSecured: false, first: "2000-07-03")),
    PublishedSeries(
      publisher: .newYorkFed, name: "reverse-repo", title: "overnight reverse repo operations", format: ReverseRepo()),
  ]
}
