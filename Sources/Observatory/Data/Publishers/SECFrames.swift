import Quantities

extension Publisher {
  public static let sec = Publisher(
    id: "sec", name: "US Securities and Exchange Commission, XBRL frames", address: "https://data.sec.gov",
    terms: "public domain (US government work)", pause: .milliseconds(200), wantsContact: true)
}

/// One concept as every company reported it for a calendar quarter, of which the companies we follow are kept:
/// `{"tag", "ccp", "uom", "data": [{"accn", "cik", "entityName", "start", "end", "val"}]}`.
///
/// Ignores: companies that report cash flows from the year's beginning only have a frame for their first fiscal quarter,
/// as the publisher frames by duration.
struct SECFrames: SeriesFormat {
  let tag: String
  let firstYear: Int
  let companies: [(ticker: String, cik: Int)]

  var columns: [SnapshotTable.Column] {
    [.date(), .label("ticker"), .number("cik"), .date("start"), .number("value_usd"), .label("accession")]
  }
  var keyCount: Int { 2 }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    let last = day.year * 4 + day.quarter - 1
    return (firstYear * 4..<max(firstYear * 4, last)).map { quarter in
      SeriesRequest(
        "/api/xbrl/frames/us-gaap/\(tag)/USD/CY\(quarter / 4)Q\(quarter % 4 + 1).json", mayBeMissing: true)
    }
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    let frame = try JSONValue(body)
    guard frame["tag"]?.scalar == tag, let data = frame["data"]?.list else {
      throw .malformed("the answer is no frame of \(tag)")
    }
    return SeriesPage(
      data.compactMap { fact in
        guard let cik = fact["cik"]?.count, let company = companies.first(where: { $0.cik == cik }) else { return nil }
        let cells = ["start", "val", "accn"].map { fact[$0]?.scalar ?? "" }
        return [fact["end"]?.scalar ?? "", company.ticker, "\(cik)"] + cells
      })
  }
}

extension PublishedSeries {
  static let sec: [PublishedSeries] =
    ["PaymentsToAcquirePropertyPlantAndEquipment", "PaymentsToAcquireProductiveAssets"].map { tag in
      PublishedSeries(
        publisher: .sec, name: tag, title: "capital spending of the large AI firms",
        format: SECFrames(tag: tag, firstYear: 2015, companies: builders))
    } + [
      PublishedSeries(
        publisher: .sec, name: "PaymentsForRepurchaseOfCommonStock", title: "buybacks by company",
        format: SECFrames(tag: "PaymentsForRepurchaseOfCommonStock", firstYear: 2009, companies: repurchasers))
    ]

  /// Central index keys as EDGAR has them.
  private static let builders = [
    ("MSFT", 789_019), ("GOOGL", 1_652_044), ("AMZN", 1_018_724), ("META", 1_326_801), ("ORCL", 1_341_439),
    ("CRWV", 1_769_628), ("NVDA", 1_045_810),
  ]

  private static let repurchasers =
    [
      ("AAPL", 320_193), ("ADBE", 796_343), ("AZO", 866_787), ("BA", 12_927), ("BKNG", 1_075_531), ("CAT", 18_230),
      ("COST", 909_832), ("CVX", 93_410), ("DIS", 1_744_489), ("FDX", 1_048_911), ("GE", 40_545), ("HON", 773_840),
      ("IBM", 51_143), ("JEF", 96_223), ("JNJ", 200_406), ("JPM", 19_617), ("LMT", 936_468), ("MMM", 66_740),
      ("NEE", 753_308), ("O", 726_728), ("ORLY", 898_173), ("PG", 80_424), ("SBUX", 829_224), ("SCHW", 316_709),
      ("TGT", 27_419), ("UNH", 731_766), ("UPS", 1_090_727), ("WMT", 104_169), ("XOM", 34_088),
    ] + builders
}
