import Quantities

extension Publisher {
  public static let eia = Publisher(
    id: "eia", name: "US Energy Information Administration", address: "https://api.eia.gov",
    terms: "public domain (US government work); attribution asked", pause: .seconds(1),
    key: Key(variable: "EIA_API_KEY", place: .query("api_key"), isRequired: true))
}

/// A route of EIA's API v2, page by page: `{"response": {"total", "data": [{"period", ...}]}, "request": ...}`.
///
/// Periods are `2026-05` or `2026-05-18`; a month is dated by its first day.
struct EIARoute: SeriesFormat {
  let route: String
  let frequency: String
  let value: String
  /// Which part of the route's table, as facet and its value.
  let facets: [(name: String, value: String)]
  let unit: String

  private static let pageSize = 5000

  var columns: [SnapshotTable.Column] { [.date(), .number(value + "_" + unit)] }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    var request = SeriesRequest(
      "/v2/\(route)/data/",
      [
        "frequency": frequency, "data[0]": value, "sort[0][column]": "period", "sort[0][direction]": "asc",
        "length": "\(Self.pageSize)", "offset": "0",
      ])
    request.query += facets.map { .init(name: "facets[\($0.name)][]", value: $0.value) }
    return [request]
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    let answer = try JSONValue(body)["response"]
    guard let data = answer?["data"]?.list, let total = answer?["total"]?.count,
      let offset = request.value(of: "offset").flatMap({ Int($0) })
    else { throw .malformed("the answer has no 'response' with 'data' and a 'total'") }
    let rows = data.map { row in
      let period = row["period"]?.scalar ?? ""
      return [period.utf8.count == 7 ? period + "-01" : period, row[value]?.scalar ?? ""]
    }
    let end = offset + rows.count
    guard !rows.isEmpty || end >= total else {
      throw .truncated("\(end) of \(total) rows were answered, and no more come")
    }
    return SeriesPage(rows, next: end < total ? request.setting("offset", to: "\(end)") : nil)
  }
}

extension PublishedSeries {
  static let eia: [PublishedSeries] =
    [("RES", "residential"), ("COM", "commercial"), ("IND", "industrial"), ("ALL", "total")].map { sector, name in
      PublishedSeries(
        publisher: .eia, name: "retail-price-\(name)", title: "retail price of electricity, \(name)",
        format: EIARoute(
          route: "electricity/retail-sales", frequency: "monthly", value: "price",
          facets: [("stateid", "US"), ("sectorid", sector)], unit: "cents_per_kwh"))
    } + [
      PublishedSeries(
        publisher: .eia, name: "henry-hub", title: "Henry Hub gas, spot",
        format: EIARoute(
          route: "natural-gas/pri/fut", frequency: "daily", value: "value", facets: [("series", "RNGWHHD")],
          unit: "usd_per_mmbtu")),
      PublishedSeries(
        publisher: .eia, name: "demand-us48", title: "electricity demand of the lower 48 states",
        format: EIARoute(
          route: "electricity/rto/daily-region-data", frequency: "daily", value: "value",
          facets: [("respondent", "US48"), ("type", "D"), ("timezone", "Eastern")], unit: "mwh")),
    ]
}
