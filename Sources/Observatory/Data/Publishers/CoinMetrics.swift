import Quantities

extension Publisher {
  public static let coinMetrics = Publisher(
    id: "coinmetrics", name: "Coin Metrics, community data", address: "https://community-api.coinmetrics.io",
    terms: "CC BY-NC 4.0: attribution, no commercial use", pause: .milliseconds(800))
}

/// Daily metrics of one coin, page by page: `{"data": [{"asset", "time", "PriceUSD"}], "next_page_token"}`.
struct CoinMetricsAsset: SeriesFormat {
  let asset: String
  let metrics: [(name: String, column: String)]

  private static let pageSize = 10_000

  var columns: [SnapshotTable.Column] { [.date()] + metrics.map { .number($0.column) } }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    [
      SeriesRequest(
        "/v4/timeseries/asset-metrics",
        [
          "assets": asset, "metrics": metrics.map(\.name).joined(separator: ","), "frequency": "1d",
          "end_time": day.iso, "paging_from": "start", "page_size": "\(Self.pageSize)",
          "ignore_forbidden_errors": "true", "ignore_unsupported_errors": "true",
        ])
    ]
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    let answer = try JSONValue(body)
    guard let data = answer["data"]?.list else { throw .malformed("the answer has no 'data'") }
    let rows = data.filter { $0["asset"]?.scalar == asset }.map { row in
      [String((row["time"]?.scalar ?? "").prefix(10))] + metrics.map { row[$0.name]?.scalar ?? "" }
    }
    let token = answer["next_page_token"]?.scalar ?? ""
    return SeriesPage(rows, next: token.isEmpty ? nil : request.setting("next_page_token", to: token))
  }
}

extension PublishedSeries {
  static let coinMetrics: [PublishedSeries] =
    [("btc", "bitcoin"), ("eth", "ether")].map { asset, title in
      PublishedSeries(
        publisher: .coinMetrics, name: asset, title: title,
        format: CoinMetricsAsset(
          asset: asset,
          metrics: [
            ("PriceUSD", "price_usd"), ("CapMrktCurUSD", "market_cap_usd"), ("CapMVRVCur", "mvrv"),
            ("AdrActCnt", "active_addresses"), ("TxCnt", "tx_count"), ("SplyCur", "supply"),
          ]))
    }
    + [("usdt", "Tether"), ("usdc", "USD Coin"), ("dai", "Dai")].map { asset, title in
      PublishedSeries(
        publisher: .coinMetrics, name: asset, title: "\(title), supply",
        format: CoinMetricsAsset(asset: asset, metrics: [("SplyCur", "supply"), ("CapMrktCurUSD", "market_cap_usd")]))
    }
}
