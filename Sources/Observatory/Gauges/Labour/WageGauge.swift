import Quantities
import Statistics

/// Wage growth by age, schooling and place in the distribution, and the economy's labour share.
public struct WageGauge: BriefGauge {
  public static let name = "wage growth"
  public static let systems = ["S9", "S12"]

  static let file = "macro/atlanta_fed_wage_growth_monthly.csv"
  static let accounts = "macro/nipa_quarterly.csv"
  static let groups = [
    ("all", "ma3_overall_pct"), ("16-24 years", "ma12_age_16_24_pct"), ("25-54 years", "ma12_age_25_54_pct"),
    ("55 years and over", "ma12_age_55_pct"), ("high school or less", "ma12_education_high_school_of_less_pct"),
    ("graduates", "ma12_education_bachelors_degree_or_higher_pct"),
    ("lowest quarter", "ma12_average_wage_quartile_lowest_quartile_of_wage_distribution_pct"),
    ("highest quarter", "ma12_average_wage_quartile_highest_quartile_of_wage_distribution_pct"),
  ]

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.file)
    var readings = Self.groups.map { name, column in
      do throws(Absence) {
        let growth = try table.series(column)
        return data.reading(
          "\(Self.name), \(name)", growth.last / 100, unit: Dimensionless.symbol, last: growth.lastDay, staleAfter: 80,
          method: "Atlanta Fed median of matched persons, \(column.hasPrefix("ma3") ? 3 : 12)-month average",
          columns: [growth.source])
      } catch {
        return data.absence("\(Self.name), \(name)", unit: Dimensionless.symbol, error)
      }
    }
    let share = try data.series(Self.accounts, "labour_share_of_gdi_pct")
    let decade = share.values.suffix(40)
    readings.append(
      data.reading(
        "labour share", share.last / 100, low: (decade.min() ?? .nan) / 100, high: (decade.max() ?? .nan) / 100,
        unit: Dimensionless.symbol, last: share.lastDay, staleAfter: 305,
        method: "compensation over gross domestic income; range of ten years", columns: [share.source]))
    return readings
  }
}
