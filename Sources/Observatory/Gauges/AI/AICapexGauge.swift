import Quantities
import Statistics

/// What the largest AI spenders invest, and what growth is with and without it.
///
///     capex share      = Σ_i capex_i over four quarters / GDP over the same
///     contribution     = Δ capex (year on year) / GDP a year before          gross
///     net of imports   = contribution (1 − m)                               m the imported share of what it buys
///     excluding        = GDP growth − contribution
///
/// Cash outlays of the firms that reported both years, so that a firm's entry is not growth; finance leases, which add to
/// them, are left out. Nominal, since there is no deflator of compute. m is not published: the interval of the net figure
/// holds .4 to .7.
public struct AICapexGauge: BriefGauge {
  public static let name = "AI capex"
  public static let systems = ["S7"]

  static let file = "macro/hyperscaler_capex_quarterly.csv"
  static let accounts = "macro/nipa_quarterly.csv"
  static let firms = ["MSFT", "GOOGL", "AMZN", "META", "ORCL", "CRWV"]
  static let imported = (low: 0.4, middle: 0.55, high: 0.7)

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.file)
    var capex: [KnownSeries] = []
    for firm in Self.firms {
      if let series = try table.seriesIfAny("capex_mil_usd", where: .init("ticker", firm)) { capex.append(series) }
    }
    let lastQuarters = capex.map(\.lastDay)
    guard let newest = lastQuarters.max() else { throw Absence(reason: "\(Self.file) has no row known on the day") }
    let current = capex.filter { $0.lastDay.distance(to: newest) < 100 }
    let complete = current.filter { $0.values.count >= 8 }
    let now = complete.reduce(0) { $0 + $1.values.suffix(4).reduce(0, +) } * 1e6
    let before = complete.reduce(0) { $0 + $1.values.dropLast(4).suffix(4).reduce(0, +) } * 1e6
    let quarter = current.reduce(0) { $0 + $1.last } * 1e6
    let gdp = try data.series(Self.accounts, "nominal_gdp_bil")
    guard gdp.values.count >= 8, now > 0 else {
      throw Absence(reason: "eight quarters of \(gdp.source) and \(Self.file): capex_mil_usd are needed", last: newest)
    }
    let output = gdp.values.suffix(4).reduce(0, +) / 4 * 1e9
    let outputBefore = gdp.values.dropLast(4).suffix(4).reduce(0, +) / 4 * 1e9
    let columns = ["\(Self.file): capex_mil_usd", gdp.source]
    let names = "\(complete.count) firms, cash, four quarters"
    func reading(
      _ name: String, _ value: Double, _ unit: String, _ method: String, low: Double? = nil, high: Double? = nil
    ) -> Reading {
      data.reading(
        name, value, low: low, high: high, unit: unit, last: newest, staleAfter: 140, method: "\(method); \(names)",
        columns: columns)
    }
    let contribution = (now - before) / outputBefore
    let growth = output / outputBefore - 1
    func net(_ m: Double) -> Double { contribution * (1 - m) }
    return [
      reading(Self.name, now, "$/year", "purchases of property and equipment"),
      reading(
        "AI capex, last quarter at annual rate", quarter * 4, "$/year", "\(current.count) firms' newest quarters"),
      reading("AI capex, share of GDP", now / output, Dimensionless.symbol, "over nominal GDP"),
      reading("AI capex, growth over a year", now / before - 1, Dimensionless.symbol, "over the four quarters before"),
      reading(
        "AI capex, gross contribution to growth", contribution, Dimensionless.symbol,
        "change over last year's GDP, nominal"),
      reading(
        "AI capex, contribution net of imports", net(Self.imported.middle), Dimensionless.symbol,
        "gross less an imported share of 40-70 %", low: net(Self.imported.high), high: net(Self.imported.low)),
      reading(
        "growth excluding AI capex", growth - net(Self.imported.middle), Dimensionless.symbol,
        "nominal GDP growth of four quarters less the net contribution; range from gross to a 70 % imported share",
        low: growth - contribution, high: growth - net(Self.imported.high)),
    ]
  }
}
