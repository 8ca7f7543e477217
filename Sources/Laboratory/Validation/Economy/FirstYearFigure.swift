import Accounting
import Observatory
import Quantities
import Simulation
import Statistics

/// A figure that is read off files and off runs alike.
struct FirstYearFigure {
  /// What is kept of a month.
  enum Column: String, CaseIterable {
    case nominalGDP, realGDP, unemployment, priceLevel, indexLevel, longRate, policyRate, dwellings, householdPowerPrice
    case capex

    func value(_ world: World, isOpening: Bool) -> Double {
      switch self {
      // The opening has had no month yet: its product is the published one, whose prices are one.
      case .nominalGDP where isOpening, .realGDP where isOpening:
        return Figures.NationalAccounts.gdp.value
      case .dwellings: return world.ledger.price(.dwellings).dollars
      case .capex:
        return (world.recorder.last("accountCents.aiInvestment") ?? .nan) * 12 * world.scale / 100
      default: return world.recorder.last(rawValue) ?? .nan
      }
    }
  }

  let name, unit: String
  let known: KnownYear
  let model: (BaselineYear.History) -> Double

  /// - Throws: ``Observatory/DataError`` for a file or column that is not there.
  static func all(_ data: DataFolder) throws -> [FirstYearFigure] {
    let december = Day(2025, 12, 31)!
    func annual(_ last: Double, _ base: Double, _ months: Int) -> Double {
      100 * (Elementary.pow(last / base, 12 / Double(months)) - 1)
    }
    func change(_ last: Double, _ base: Double, _ months: Int) -> Double { 100 * (last / base - 1) }
    func level(_ last: Double, _ base: Double, _ months: Int) -> Double { last }
    func known(
      _ file: String, _ column: String, _ read: (Double, Double, Int) -> Double
    ) throws -> KnownYear { try KnownYear(data, file, column, base: december, read: read) }
    func quarterly(_ name: String, _ column: String, _ of: Column) throws -> FirstYearFigure {
      // A quarter is dated by its first day.
      let known = try known("nipa_quarterly", column, annual)
      let month = known.last.month + 2
      return FirstYearFigure(name: name, unit: "% a year", known: known) { history in
        annual(history.quarter(of, month), history[of, 0], month)
      }
    }
    func monthly(
      _ name: String, _ unit: String, _ file: String, _ column: String, _ of: Column,
      _ read: @escaping (Double, Double, Int) -> Double, times factor: Double = 1
    ) throws -> FirstYearFigure {
      let known = try known(file, column, read)
      let month = known.last.month
      return FirstYearFigure(name: name, unit: unit, known: known) { history in
        factor * read(history[of, month], history[of, 0], month)
      }
    }
    let capex = try KnownYear(capexOf: ["AMZN", "MSFT", "GOOGL", "META", "ORCL", "CRWV"], data)
    let quarter = min(12, (capex.last.month + 2) / 3 * 3)
    return [
      try quarterly("nominal GDP since 2025Q4", "nominal_gdp_bil", .nominalGDP),
      try quarterly("real GDP since 2025Q4", "real_gdp_bil_chained2017", .realGDP),
      try monthly("unemployment", "%", "labour_monthly", "unemployment_rate_pct", .unemployment, level, times: 100),
      try monthly(
        "consumer prices since December", "% a year", "pce_price_components_monthly", "pce", .priceLevel, annual),
      FirstYearFigure(name: "AI capital expenditure", unit: "$ bn a year", known: capex.inBillions) { history in
        history.quarter(.capex, quarter) / 1e9
      },
      try monthly("S&P 500 since December", "%", "spx_daily", "close", .indexLevel, change),
      try monthly("ten-year yield", "%", "rates_daily", "treasury_10y_pct", .longRate, level, times: 100),
      try monthly("federal funds rate", "%", "rates_daily", "fed_funds_effective_pct", .policyRate, level, times: 100),
      try monthly("home prices since December", "%", "housing_monthly", "zillow_zhvi_us_usd", .dwellings, change),
      try monthly(
        "household power price since December", "%", "housing_monthly", "electricity_price_usd_per_kwh",
        .householdPowerPrice, change),
    ]
  }
}

extension KnownYear {
  var inBillions: KnownYear { KnownYear(file: file, column: column, last: last, value: value / 1e9) }

  private init(file: String, column: String, last: Day, value: Double) {
    (self.file, self.column, self.last, self.value) = (file, column, last, value)
  }
}
