import Quantities
import Statistics

/// On which days companies report, as far as it could be known on a day.
///
/// A coming report is put 52 weeks after that of a year before, again and again from the last known year on: companies keep
/// the week and the weekday. Reports of the last year are taken as they were.
public struct EarningsCalendar: Sendable {
  public struct Company: Sendable {
    public let ticker: String
    /// Its share of capitalisation.
    public let weight: Double
    /// Known and projected reports, increasing.
    public let reports: [Day]
  }

  public let companies: [Company]

  /// - Parameters:
  ///   - reports: what each company had reported by the day.
  ///   - day: reports are projected until half a year after it.
  public init(reports: [(ticker: String, weight: Double, days: [Day])], asOf day: Day) {
    companies = reports.compactMap { company in
      let known = company.days.filter { $0 <= day }.sorted()
      guard let last = known.last else { return nil }
      let year = known.filter { $0.distance(to: last) < 350 }
      // Fewer than three reports a year is a company that has gone or a gap in the file.
      guard year.count >= 3 else { return nil }
      var all = known.filter { $0.distance(to: day) < 400 }
      var shift = 364
      while let next = year.first?.advanced(by: shift), next <= day.advanced(by: 185) {
        all += year.map { $0.advanced(by: shift) }.filter { $0 > last }
        shift += 364
      }
      return Company(ticker: company.ticker, weight: company.weight, reports: all.sorted())
    }
  }
}

extension EarningsCalendar {
  /// The ten largest companies' share of S&P 500 capitalisation: assumed, the folder has no capitalisations.
  static let largestShare = 0.36

  /// The ten largest companies and all others, as known on the day.
  public static func sp500(_ data: KnownData) throws(Absence) -> EarningsCalendar {
    let large = try reports(BuybackGauge.largest, data)
    let others = try reports(BuybackGauge.broad, data).filter { other in !large.contains { $0.ticker == other.ticker } }
    let (a, b) = (largestShare / Double(max(large.count, 1)), (1 - largestShare) / Double(max(others.count, 1)))
    return EarningsCalendar(
      reports: large.map { ($0.ticker, a, $0.days) } + others.map { ($0.ticker, b, $0.days) }, asOf: data.day)
  }

  private static func reports(_ file: String, _ data: KnownData) throws(Absence) -> [(ticker: String, days: [Day])] {
    let table = try data.table(file)
    let tickers = try table.texts("ticker")
    let order = table.days.indices.sorted { (tickers[$0], table.days[$0]) < (tickers[$1], table.days[$1]) }
    return order.reduce(into: []) { list, row in
      if list.last?.ticker != tickers[row] { list.append((tickers[row], [])) }
      list[list.count - 1].days.append(table.days[row])
    }
  }
}
