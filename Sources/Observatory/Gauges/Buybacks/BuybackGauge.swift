import Quantities
import Statistics

/// How much of the market may not buy its own shares today, and what the rest bids.
///
///     bid = B/252 · Σ_i ω_i (1 − (1 − φ) closed_i)      B dollars a year, φ what survives through 10b5-1 plans
///
/// The interval of the share is 1.645 times the error at a point left out of the calendar's fit; that of the bid adds the
/// range of φ from .6 to .7.
///
/// Ignores: the cap of 25 % of volume, and that companies buy more when prices fall.
public struct BuybackGauge: BriefGauge {
  public static let name = "buyback blackout"
  public static let systems = ["S4"]

  static let broad = "market/earnings_dates_us.csv"
  static let largest = "market/earnings_dates_megacap.csv"
  static let spent = "market/sp500_buybacks_quarterly.csv"
  static let companies = "market/buybacks_by_company_quarterly.csv"
  /// What of the bid plans under rule 10b5-1 keep alive.
  static let surviving = (low: 0.6, middle: 0.65, high: 0.7)

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let calendar = BlackoutCalendar(try EarningsCalendar.sp500(data))
    let shut = calendar.closedShare(on: data.day)
    let columns = ["\(Self.broad): ticker", "\(Self.largest): ticker"]
    let error = 1.645 * BlackoutCalendar.pointLeftOutError
    func share(_ name: String, _ value: Double, _ method: String) -> Reading {
      data.reading(
        name, value, low: max(0, value - error), high: min(1, value + error), unit: Dimensionless.symbol,
        last: data.day, staleAfter: 4, method: method, columns: columns)
    }
    let month = data.day.advanced(by: 30)
    var readings = [
      share(
        Self.name, shut,
        "share of capitalisation shut; reports known or 52 weeks after the last, ten largest weighted 36 %; 90 % of the error at a point left out, 17 pp"
      ),
      share(
        "buyback blackout, in 30 days", calendar.closedShare(on: month), "share of capitalisation shut on \(month)"),
    ]
    if let days = (1...100).first(where: { (calendar.closedShare(on: data.day.advanced(by: $0)) < 0.5) != (shut < 0.5) }
    ) {
      readings.append(
        data.reading(
          shut < 0.5 ? "days until half is in blackout" : "days until half may buy again", Double(days), unit: "day",
          last: data.day, staleAfter: 4,
          method: "calendar days until the share of capitalisation shut crosses one half",
          columns: columns))
    }
    do {
      readings.append(try bid(data, calendar, columns))
    } catch {
      readings.append(data.absence("buyback bid", unit: Dollars.symbol, error))
    }
    readings += try companyWindows(data, calendar)
    do throws(Absence) {
      return readings + (try companyTurns(data, calendar)) + (try companyBids(data, calendar))
    } catch {
      return readings + [data.absence("buyback bid by company", unit: "$/day", error)]
    }
  }

  private func bid(_ data: KnownData, _ calendar: BlackoutCalendar, _ columns: [String]) throws(Absence) -> Reading {
    let quarters = try data.series(Self.spent, "buybacks_usd_bn")
    let year = quarters.values.suffix(4).reduce(0, +) * 1e9
    let shut = calendar.closedShare(on: data.day)
    func bid(_ φ: Double, _ shut: Double) -> Double { year / 252 * (1 - (1 - φ) * min(max(shut, 0), 1)) }
    let error = 1.645 * BlackoutCalendar.pointLeftOutError
    return data.reading(
      "buyback bid", bid(Self.surviving.middle, shut), low: bid(Self.surviving.low, shut + error),
      high: bid(Self.surviving.high, shut - error), unit: "$/day", last: quarters.lastDay, staleAfter: 200,
      method: "a year's buybacks over 252, 60-70 % of the bid surviving a blackout",
      columns: columns + [quarters.source])
  }

  /// One reading for each of the largest companies: the probability that its window is shut.
  private func companyWindows(_ data: KnownData, _ calendar: BlackoutCalendar) throws(Absence) -> [Reading] {
    try data.table(Self.largest).distinct("ticker").compactMap { ticker in
      guard let company = calendar.earnings.companies.first(where: { $0.ticker == ticker }) else { return nil }
      let next = company.reports.first { $0 >= data.day }
      return data.reading(
        "buyback window of \(ticker) shut", calendar.closed(company, on: data.day), unit: Dimensionless.symbol,
        last: data.day, staleAfter: 4,
        method: "probability; next report \(next.map { "expected on \($0)" } ?? "unknown")",
        columns: ["\(Self.largest): ticker"])
    }
  }

  /// For each of the largest companies how many days until its window turns.
  private func companyTurns(_ data: KnownData, _ calendar: BlackoutCalendar) throws(Absence) -> [Reading] {
    try data.table(Self.largest).distinct("ticker").compactMap { ticker in
      guard let company = calendar.earnings.companies.first(where: { $0.ticker == ticker }) else { return nil }
      let isShut = calendar.closed(company, on: data.day) >= 0.5
      let turn = (1...120).first { (calendar.closed(company, on: data.day.advanced(by: $0)) >= 0.5) != isShut }
      guard let turn else { return nil }
      return data.reading(
        "days until \(ticker)'s window turns", Double(turn), unit: "day", last: data.day, staleAfter: 4,
        method: isShut ? "until it is more likely open than shut" : "until it is more likely shut than open",
        columns: ["\(Self.largest): ticker"])
    }
  }

  /// The bid of every company whose repurchases of the last four quarters are known.
  private func companyBids(_ data: KnownData, _ calendar: BlackoutCalendar) throws(Absence) -> [Reading] {
    let table = try data.table(Self.companies)
    var readings: [Reading] = []
    for ticker in try table.distinct("ticker") {
      guard let company = calendar.earnings.companies.first(where: { $0.ticker == ticker }),
        let spent = try table.seriesIfAny("repurchases_usd_mn", where: .init("ticker", ticker)),
        let first = spent.days.suffix(4).first, spent.values.count >= 4, first.distance(to: spent.lastDay) < 300,
        spent.lastDay.distance(to: data.day) < 400
      else { continue }
      let (year, shut) = (spent.values.suffix(4).reduce(0, +) * 1e6, calendar.closed(company, on: data.day))
      func bid(_ φ: Double) -> Double { year / 252 * (1 - (1 - φ) * shut) }
      let next = company.reports.first { $0 >= data.day }
      readings.append(
        data.reading(
          "buyback bid of \(ticker)", bid(Self.surviving.middle), low: bid(Self.surviving.low),
          high: bid(Self.surviving.high), unit: "$/day", last: spent.lastDay, staleAfter: 140,
          method:
            "repurchases of four quarters over 252; window shut with probability \((shut * 100).rounded()) %, next report \(next.map { "expected on \($0)" } ?? "unknown"); 60-70 % of the bid survives a shut window",
          columns: [spent.source, "\(Self.broad): ticker"]))
    }
    return readings
  }
}
