import Quantities
import Statistics

/// What the typical home costs a month at today's mortgage rate, against income and against rent.
///
///     payment = .8 P r/12 / (1 − (1 + r/12)^{−360})          20 % down, thirty years
///
/// Ignores: taxes, insurance and repairs, which add a quarter to a third; most owners pay an older rate.
public struct HousingGauge: BriefGauge {
  public static let name = "housing payment"
  public static let systems = ["S9"]

  static let homes = "macro/housing_monthly.csv"
  static let mortgages = "macro/mortgage_rate_weekly.csv"
  static let income = "macro/median_household_income_annual.csv"
  static let owners = "macro/homeownership_by_age_annual.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let value = try data.series(Self.homes, "zillow_zhvi_us_usd")
    let rent = try data.series(Self.homes, "zillow_zori_us_usd")
    let rate = try data.series(Self.mortgages, "mortgage_30y_pct")
    let median = try data.series(Self.income, "median_household_income_nominal_usd")
    let payment = Self.payment(loan: 0.8 * value.last, rate: rate.last / 100)
    let columns = [value.source, rent.source, rate.source, median.source]
    func reading(_ name: String, _ value: Double, _ unit: String, _ last: Day, _ method: String) -> Reading {
      data.reading(name, value, unit: unit, last: last, staleAfter: 97, method: method, columns: columns)
    }
    let typical = "typical home (Zillow), 20 % down, thirty years"
    return [
      reading(Self.name, payment, "$/month", value.lastDay, typical),
      reading(
        "housing payment over median income", payment * 12 / median.last, Dimensionless.symbol, value.lastDay,
        "\(typical); income of \(median.lastDay.year)"),
      reading(
        "housing payment over rent", payment / rent.last, Dimensionless.symbol, value.lastDay,
        "\(typical); typical asking rent"),
      reading(
        "home price over median income", value.last / median.last, Dimensionless.symbol, value.lastDay,
        "typical home over income of \(median.lastDay.year)"),
    ] + ownership(data)
  }

  /// The monthly payment of a level loan over thirty years.
  public static func payment(loan: Double, rate: Double) -> Double {
    let r = rate / 12
    return r == 0 ? loan / 360 : loan * r / (1 - Elementary.pow(1 + r, -360))
  }

  private func ownership(_ data: KnownData) -> [Reading] {
    ["25 to 29 years", "30 to 34 years", "65 to 69 years"].map { age in
      do throws(Absence) {
        let series = try ownership(of: age, data)
        return data.reading(
          "homeownership, \(age)", series.last / 100, unit: Dimensionless.symbol, last: series.lastDay, staleAfter: 460,
          method: "Census housing vacancy survey, year's average", columns: [series.source])
      } catch {
        return data.absence("homeownership, \(age)", unit: Dimensionless.symbol, error)
      }
    }
  }

  /// Revised years come twice; the last row of a year is the revised one.
  private func ownership(of age: String, _ data: KnownData) throws(Absence) -> KnownSeries {
    let table = try data.table(Self.owners, dated: .endOfYear("year"))
    let series = try table.series("homeownership_rate_pct", where: .init("age_group", age))
    let kept = series.days.indices.filter { $0 + 1 == series.days.count || series.days[$0 + 1] > series.days[$0] }
    return KnownSeries(
      source: series.source, days: kept.map { series.days[$0] }, values: kept.map { series.values[$0] })
  }
}
