import Quantities
import Statistics

/// What a family of four must spend on basic needs, computed, beside the official line and the contested one.
///
///     food     = ω_food · average spending, brought to today by prices of food; likewise health, transport
///     housing  = a year's rent of the typical home
///     care     = one price for the first child and one for the second, brought to today by prices of services
///
/// Spending and its shares are the consumer survey's of 2022; rents are today's asking rents, which stand above what is
/// paid on average. The interval runs over the published range of child-care prices between counties. It is a budget of
/// what is spent, not of what is needed at least; "the poverty line" is no observation, and three of them are shown.
public struct NeedsBudgetGauge: BriefGauge {
  public static let name = "needs budget"
  public static let systems = ["S9"]

  static let benchmarks = "macro/affordability_benchmarks.csv"
  static let prices = "macro/cpi_components_nsa_monthly.csv"
  static let housing = "macro/housing_monthly.csv"
  static let line = "macro/federal_poverty_guidelines.csv"
  static let income = "macro/median_household_income_annual.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let survey = try Survey(data)
    let rent = try data.series(Self.housing, "zillow_zori_us_usd")
    func grown(_ column: String) throws(Absence) -> Double {
      let index = try data.series(Self.prices, column)
      guard let year = index.known(on: Day(2022, 7, 1) ?? index.lastDay) else {
        throw Absence(reason: "\(index.source) has no value of 2022", last: index.lastDay)
      }
      return index.last / year.value
    }
    let food = survey.spending * survey.food * (try grown("food"))
    let health = survey.spending * survey.health * (try grown("physicians_services"))
    let transport = survey.spending * survey.transport * (try grown("core_goods"))
    let shelter = rent.last * 12
    let services = try grown("core_services")
    let (cheap, dear) = (survey.careLow * services, survey.careHigh * services)
    let care = (cheap + dear) / 2
    let basic = food + health + transport + shelter
    let columns =
      ["measure", "value", "low", "high"].map { "\(Self.benchmarks): \($0)" }
      + ["food", "physicians_services", "core_goods", "core_services"].map { "\(Self.prices): \($0)" } + [rent.source]
    func reading(
      _ name: String, _ value: Double, _ method: String, _ low: Double? = nil, _ high: Double? = nil,
      _ unit: String = "$/year"
    ) -> Reading {
      data.reading(
        name, value, low: low, high: high, unit: unit, last: rent.lastDay, staleAfter: 97, method: method,
        columns: columns)
    }
    var readings = [
      reading(
        Self.name, basic + 2 * care,
        "family of four: food, rent, health, transport and care of two children; range of county child-care prices",
        basic + 2 * cheap, basic + 2 * dear),
      reading("needs budget, food", food, "2022 consumer survey at today's food prices"),
      reading("needs budget, rent", shelter, "twelve times the typical asking rent"),
      reading(
        "child care, one child", care, "middle of published county prices of 2022 at today's prices of services", cheap,
        dear),
      reading(
        "child care for two over rent", 2 * care / shelter, "two children's care over a year's rent",
        2 * cheap / shelter, 2 * dear / shelter, Dimensionless.symbol),
    ]
    let official = try data.series(Self.line, "family_of_4_usd", dated: .startOfYear("year"))
    readings.append(
      data.reading(
        "official poverty guideline", official.last, unit: "$/year", last: official.lastDay, staleAfter: 395,
        method: "HHS, family of four", columns: [official.source]))
    readings.append(
      data.reading(
        "needs over the official line", (basic + 2 * care) / official.last, low: (basic + 2 * cheap) / official.last,
        high: (basic + 2 * dear) / official.last, unit: Dimensionless.symbol, last: rent.lastDay, staleAfter: 97,
        method: "needs budget over the guideline", columns: columns + [official.source]))
    readings.append(
      data.attempt("needs over median income", unit: Dimensionless.symbol) { () throws(Absence) in
        let median = try data.series(Self.income, "median_household_income_nominal_usd")
        return data.reading(
          "needs over median income", (basic + 2 * care) / median.last, low: (basic + 2 * cheap) / median.last,
          high: (basic + 2 * dear) / median.last, unit: Dimensionless.symbol, last: median.lastDay, staleAfter: 1000,
          method: "needs budget over the median household's income of the last survey",
          columns: columns + [median.source])
      })
    return readings
  }

  /// What the consumer survey of 2022 and the child-care database of 2022 say.
  private struct Survey {
    let spending: Double
    let food: Double
    let health: Double
    let transport: Double
    let careLow: Double
    let careHigh: Double

    init(_ data: KnownData) throws(Absence) {
      let table = try data.table(NeedsBudgetGauge.benchmarks, dated: .endOfYear("year"))
      let (measures, values) = (try table.texts("measure"), try table.numbers("value"))
      let (lows, highs) = (try table.numbers("low"), try table.numbers("high"))
      func row(_ measure: String) throws(Absence) -> Int {
        guard let row = table.days.indices.last(where: { measures[$0] == measure && table.days[$0].year == 2022 })
        else {
          throw Absence(reason: "\(NeedsBudgetGauge.benchmarks) has no \(measure) of 2022")
        }
        return row
      }
      spending = values[try row("ce_average_annual_expenditures")]
      food = values[try row("ce_share_food")] / 100
      health = values[try row("ce_share_healthcare")] / 100
      transport = values[try row("ce_share_transportation")] / 100
      let care = try row("childcare_price_one_child_range")
      (careLow, careHigh) = (lows[care], highs[care])
    }
  }
}
