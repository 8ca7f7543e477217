import Quantities

extension Publisher {
  public static let bls = Publisher(
    id: "bls", name: "US Bureau of Labor Statistics", address: "https://api.bls.gov",
    terms: "public domain (US government work)", pause: .seconds(1),
    key: Key(variable: "BLS_API_KEY", place: .body("registrationkey"), isRequired: false))

  /// Its flat files, on another host, which wants to know who asks.
  public static let blsFiles = Publisher(
    id: "blsfiles", name: "US Bureau of Labor Statistics, flat files", address: "https://download.bls.gov",
    terms: "public domain (US government work)", pause: .seconds(2), wantsContact: true)
}

/// Monthly series of BLS's API, posted for together, a column each.
///
/// Without a key version 1 answers ten years at a time, with one version 2 answers twenty:
/// `{"status", "Results": {"series": [{"seriesID", "data": [{"year", "period": "M05", "value"}]}]}}`.
struct BLSSeries: SeriesFormat {
  let series: [(id: String, name: String)]
  let firstYear: Int

  var columns: [SnapshotTable.Column] { [.date()] + series.map { .number($0.name) } }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    let span = withKey ? 20 : 10
    let listed = series.map { "\"\($0.id)\"" }.joined(separator: ",")
    return stride(from: firstYear, through: max(firstYear, day.year), by: span).map { year in
      let last = min(year + span - 1, max(firstYear, day.year))
      let body = "{\"seriesid\":[\(listed)],\"startyear\":\"\(year)\",\"endyear\":\"\(last)\"}"
      return SeriesRequest("/publicAPI/\(withKey ? "v2" : "v1")/timeseries/data/", body: body)
    }
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    let answer = try JSONValue(body)
    guard answer["status"]?.scalar == "REQUEST_SUCCEEDED" else { throw refusal(answer) }
    guard let answered = answer["Results"]?["series"]?.list else { throw .malformed("the answer has no 'Results'") }
    var cells: [String: [String]] = [:]
    for (column, wanted) in series.enumerated() {
      let found = answered.first { $0["seriesID"]?.scalar == wanted.id }
      guard let data = found?["data"]?.list else { throw .malformed("the answer has no series \(wanted.id)") }
      for point in data {
        guard let date = Self.date(year: point["year"]?.scalar, period: point["period"]?.scalar) else { continue }
        // "-" marks a month that was not collected.
        let value = point["value"]?.scalar ?? ""
        cells[date, default: Array(repeating: "", count: series.count)][column] = value == "-" ? "" : value
      }
    }
    return SeriesPage(cells.sorted { $0.key < $1.key }.map { [$0.key] + $0.value })
  }

  private func refusal(_ answer: JSONValue) -> FetchError {
    let words = (answer["message"]?.list ?? []).compactMap(\.scalar).joined(separator: " ").lowercased()
    if words.contains("threshold") {
      return FetchError(
        .refused, "the day's number of requests is used up",
        cure: "fetch again tomorrow, or set BLS_API_KEY for more")
    }
    if words.contains("key") { return FetchError(.refused, "the key is not accepted", cure: "check BLS_API_KEY") }
    return FetchError(.refused, "the request was not processed", cure: "fetch again later")
  }

  /// The first day of a month; nil for averages of a year or a half.
  static func date(year: String?, period: String?) -> String? {
    guard let year, let period, period.hasPrefix("M"), let number = Int(year), let month = Int(period.dropFirst())
    else {
      return nil
    }
    return Day(number, month, 1)?.iso
  }
}

/// One monthly series in a flat file of BLS: `series_id  year  period  value  footnote_codes`, separated by tabs.
struct BLSFlatFile: SeriesFormat {
  let path: String
  let series: String
  let name: String

  var columns: [SnapshotTable.Column] { [.date(), .number(name)] }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] { [SeriesRequest(path)] }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    let lines = body.split(whereSeparator: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
    func cells(_ line: ArraySlice<UInt8>) -> [String] {
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { cell in
        String(decoding: cell.drop { $0 == 0x20 }.reversed().drop { $0 == 0x20 }.reversed(), as: UTF8.self)
      }
    }
    guard let header = lines.first.map(cells), header.prefix(4) == ["series_id", "year", "period", "value"] else {
      throw .malformed("the header is not that of a flat file")
    }
    var rows: [[String]] = []
    for (number, line) in lines.enumerated().dropFirst() {
      let cells = cells(line)
      guard cells.count >= 4 else {
        if number == lines.count - 1 { throw .truncated("the file ends inside line \(number + 1)") }
        throw .malformed("line \(number + 1) has \(cells.count) cells")
      }
      guard cells[0] == series, let date = BLSSeries.date(year: cells[1], period: cells[2]) else { continue }
      rows.append([date, cells[3] == "-" ? "" : cells[3]])
    }
    return SeriesPage(rows)
  }
}

extension PublishedSeries {
  static let bls: [PublishedSeries] = [
    PublishedSeries(
      publisher: .bls, name: "cpi", title: "consumer prices by component, not seasonally adjusted",
      format: BLSSeries(
        series: [
          ("CUUR0000SA0", "all_items"), ("CUUR0000SA0L1E", "core"), ("CUUR0000SAF1", "food"),
          ("CUUR0000SA0E", "energy"), ("CUUR0000SACL1E", "core_goods"), ("CUUR0000SASLE", "core_services"),
          ("CUUR0000SEHA", "rent_of_primary_residence"), ("CUUR0000SEMC01", "physicians_services"),
          ("CUUR0000SEHF01", "electricity"), ("CUUR0000SETB01", "gasoline_all_types"),
        ], firstYear: 1997)),
    PublishedSeries(
      publisher: .bls, name: "unemployment", title: "unemployment rates by age and schooling",
      format: BLSSeries(
        series: [
          ("LNS14000000", "all"), ("LNS14000036", "age_20_24"), ("LNS14000089", "age_25_34"),
          ("LNS14027659", "less_than_high_school"), ("LNS14027662", "bachelors_plus"),
        ], firstYear: 1987)),
    PublishedSeries(
      publisher: .blsFiles, name: "cpi-all-items", title: "consumer prices, all items, since 1913",
      format: BLSFlatFile(
        path: "/pub/time.series/cu/cu.data.1.AllItems", series: "CUUR0000SA0", name: "all_items")),
  ]
}
