import Quantities

extension Publisher {
  public static let cboe = Publisher(
    id: "cboe", name: "Cboe Global Markets, index history", address: "https://cdn.cboe.com",
    terms: "copyright Cboe: free to download for own use, no redistribution", pause: .seconds(1))
}

/// A Cboe index's history: `DATE,OPEN,HIGH,LOW,CLOSE`, or one value a day, dated `mm/dd/yyyy`.
struct CboeHistory: SeriesFormat {
  let index: String
  let hasRange: Bool

  var columns: [SnapshotTable.Column] {
    [.date()] + (hasRange ? ["open", "high", "low", "close"] : ["close"]).map { .number($0) }
  }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    [SeriesRequest("/api/global/us_indices/daily_prices/\(index)_History.csv")]
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    let headers = hasRange ? [["DATE", "OPEN", "HIGH", "LOW", "CLOSE"]] : [["DATE", index], ["DATE", "CLOSE"]]
    return SeriesPage(try PublishedCSV(body, headers: headers).rows)
  }
}

extension PublishedSeries {
  static let cboe: [PublishedSeries] = [
    ("VIX", "one-month implied volatility of the S&P 500", true),
    ("VIX9D", "nine-day implied volatility", true), ("VIX3M", "three-month implied volatility", true),
    ("VIX6M", "six-month implied volatility", true), ("COR1M", "one-month implied correlation", true),
    ("VVIX", "volatility of VIX", false), ("SKEW", "tail risk index", false),
    ("DSPX", "implied dispersion", true), ("VIXEQ", "average implied volatility of the S&P 500's members", true),
  ].map { index, title, hasRange in
    PublishedSeries(
      publisher: .cboe, name: index, title: title, format: CboeHistory(index: index, hasRange: hasRange))
  }
}
