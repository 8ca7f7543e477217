import Quantities

extension Publisher {
  public static let fiscalData = Publisher(
    id: "fiscaldata", name: "US Treasury, Fiscal Data", address: "https://api.fiscaldata.treasury.gov",
    terms: "public domain (US government work)", pause: .milliseconds(500))
}

/// A Fiscal Data table, page by page: `{"data": [{...}], "meta": {"total-pages", ...}, "links": {...}}`.
///
/// Every cell is a text, and a missing one is the text `null`.
struct FiscalDataTable: SeriesFormat {
  enum Table: Sendable { case operatingCash, debt }

  let table: Table

  /// A day may have rows of two accounts while one takes the other's place.
  var keyCount: Int { table == .operatingCash ? 2 : 1 }

  private static let pageSize = 10_000

  private var path: String {
    "/services/api/fiscal_service/"
      + (table == .operatingCash ? "v1/accounting/dts/operating_cash_balance" : "v2/accounting/od/debt_to_penny")
  }

  private var fields: [String] {
    switch table {
    case .operatingCash: ["record_date", "account_type", "close_today_bal", "open_today_bal"]
    case .debt: ["record_date", "debt_held_public_amt", "intragov_hold_amt", "tot_pub_debt_out_amt"]
    }
  }

  var columns: [SnapshotTable.Column] {
    switch table {
    case .operatingCash: [.date(), .label("account"), .number("closing_balance_mil_usd")]
    case .debt: [.date(), .number("held_by_public_usd"), .number("intragovernmental_usd"), .number("total_usd")]
    }
  }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    [
      SeriesRequest(
        path,
        [
          "fields": fields.joined(separator: ","), "filter": "record_date:lte:\(day.iso)", "sort": "record_date",
          "format": "json", "page[size]": "\(Self.pageSize)", "page[number]": "1",
        ])
    ]
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    let answer = try JSONValue(body)
    guard let data = answer["data"]?.list, let pages = answer["meta"]?["total-pages"]?.count,
      let number = request.value(of: "page[number]").flatMap({ Int($0) })
    else { throw .malformed("the answer has no 'data' with a 'meta'") }
    let rows = data.map { row in fields.map { row[$0]?.scalar ?? "" } }
    return SeriesPage(
      table == .operatingCash ? rows.compactMap(Self.closing) : rows,
      next: number < pages ? request.setting("page[number]", to: "\(number + 1)") : nil)
  }

  /// The closing balance in a row of the operating cash table; nil for openings, flows and other accounts.
  ///
  /// Until September 2021 the account is named "Federal Reserve Account" and until April 2022 "Treasury General Account
  /// (TGA)", with a closing column; since then the closing balance is a row of its own, in the column of openings.
  private static func closing(_ row: [String]) -> [String]? {
    switch row[1] {
    case "Federal Reserve Account", "Treasury General Account (TGA)": [row[0], row[1], row[2]]
    case "Treasury General Account (TGA) Closing Balance": [row[0], row[1], row[2].isEmpty ? row[3] : row[2]]
    default: nil
    }
  }
}

extension PublishedSeries {
  static let fiscalData: [PublishedSeries] = [
    PublishedSeries(
      publisher: .fiscalData, name: "operating-cash", title: "Treasury's cash account, Daily Treasury Statement",
      format: FiscalDataTable(table: .operatingCash)),
    PublishedSeries(
      publisher: .fiscalData, name: "debt-to-penny", title: "public debt outstanding",
      format: FiscalDataTable(table: .debt)),
  ]
}
