import Quantities

extension Publisher {
  public static let fred = Publisher(
    id: "fred", name: "Federal Reserve Bank of St. Louis, FRED", address: "https://fred.stlouisfed.org",
    terms: "US government series are in the public domain; others keep their owner's copyright (see each series)",
    pause: .milliseconds(500))
}

/// A FRED graph as CSV: `observation_date,DGS10`, or `DATE` in the first column as it was until 2024.
struct FREDGraph: SeriesFormat {
  let series: String

  var columns: [SnapshotTable.Column] { [.date(), .number(series)] }

  func requests(through day: Day, withKey: Bool) -> [SeriesRequest] {
    [SeriesRequest("/graph/fredgraph.csv", ["id": series])]
  }

  func page(_ body: [UInt8], answering request: SeriesRequest) throws(FetchError) -> SeriesPage {
    SeriesPage(try PublishedCSV(body, headers: [["observation_date", series], ["DATE", series]]).rows)
  }
}

extension PublishedSeries {
  static let fred: [PublishedSeries] =
    fred(
      "",
      [
        ("DGS3MO", "3-month Treasury yield"), ("DTB3", "3-month bill, discount basis"),
        ("DGS1", "1-year Treasury yield"),
        ("DGS2", "2-year Treasury yield"), ("DGS5", "5-year Treasury yield"), ("DGS7", "7-year Treasury yield"),
        ("DGS10", "10-year Treasury yield"), ("DGS20", "20-year Treasury yield"), ("DGS30", "30-year Treasury yield"),
        ("DFII10", "10-year real yield"), ("DFII30", "30-year real yield"), ("T10Y2Y", "10-year less 2-year"),
        ("T10Y3M", "10-year less 3-month"), ("T10YIE", "10-year breakeven"), ("T5YIFR", "5-year breakeven in 5 years"),
        ("DFF", "effective federal funds rate"), ("DFEDTARL", "target range, lower"),
        ("DFEDTARU", "target range, upper"), ("IORB", "interest on reserve balances"),
        ("RRPONTSYD", "overnight reverse repo"), ("DTWEXBGS", "broad dollar index"), ("WALCL", "Fed total assets"),
        ("TREAST", "Treasuries held by the Fed"), ("WSHOMCB", "mortgage-backed securities held by the Fed"),
        ("WSHOSHO", "securities held outright by the Fed"), ("WRESBAL", "reserve balances, week average"),
        ("TOTBKCR", "bank credit"),
        ("TOTLL", "bank loans and leases"), ("ICSA", "initial jobless claims"), ("CCSA", "continued claims"),
        ("GDP", "nominal GDP"), ("GDPC1", "real GDP"), ("GDPDEF", "GDP deflator"), ("PCEC", "personal consumption"),
        ("GPDI", "gross private domestic investment"), ("FPI", "fixed private investment"),
        ("PNFI", "private nonresidential fixed investment"),
        ("A679RC1Q027SBEA", "investment in information processing equipment and software"),
        ("GDI", "gross domestic income"), ("GDICOMP", "compensation of employees paid"),
        ("UNRATE", "unemployment rate"),
        ("LNS14000036", "unemployment rate, 20-24"), ("LNS14000089", "unemployment rate, 25-34"),
        ("LNS14027659", "unemployment rate, less than high school"),
        ("LNS14027662", "unemployment rate, bachelor's degree and higher"),
        ("CGBD2024", "unemployment rate, bachelor's degree, 20-24"), ("PAYEMS", "nonfarm payrolls"),
        ("USINFO", "payrolls, information"), ("CES6054150001", "payrolls, computer systems design"),
        ("HOUST", "housing starts"), ("HPIPONM226S", "FHFA purchase-only price index"),
        ("APU000072610", "electricity price a kWh, city average"), ("MEHOINUSA646N", "median household income"),
        ("DHHNGSP", "Henry Hub gas, spot"), ("M2SL", "M2"), ("TOTALSL", "consumer credit"),
        ("BUSLOANS", "business loans"), ("REALLN", "real-estate loans"), ("CONSUMER", "consumer loans"),
      ])
    + fred(
      "copyright Moody's: personal use, no redistribution", [("BAA10Y", "Moody's Baa less 10-year Treasury")])
    + fred(
      "copyright ICE Data Indices: personal use, no redistribution",
      [("BAMLH0A0HYM2", "high-yield spread"), ("BAMLC0A0CM", "investment-grade spread")])
    + fred(
      "copyright S&P Dow Jones Indices: personal use, no redistribution",
      [("SP500", "S&P 500, ten years"), ("CSUSHPINSA", "Case-Shiller national home price index")])
    + fred("Freddie Mac: free with attribution", [("MORTGAGE30US", "30-year fixed mortgage rate")])

  private static func fred(_ ownTerms: String, _ listed: [(name: String, title: String)]) -> [PublishedSeries] {
    listed.map { name, title in
      PublishedSeries(
        publisher: .fred, name: name, title: title, format: FREDGraph(series: name),
        ownTerms: ownTerms.isEmpty ? nil : ownTerms)
    }
  }
}
