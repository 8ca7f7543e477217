import Quantities
import Statistics

/// Unemployment by age and schooling, each against the whole.
///
/// The interval is a rough one for the household survey's sampling, ±.2 points for all and assumed wider for parts.
public struct UnemploymentGauge: BriefGauge {
  public static let name = "unemployment"
  public static let systems = ["S9", "S12"]

  static let file = "macro/labour_monthly.csv"
  /// Name, column, and half of the interval in points: assumed, not the publisher's tables.
  static let groups: [(name: String, column: String, error: Double)] = [
    ("all", "unemployment_rate_pct", 0.2), ("20-24 years", "unemployment_rate_20_24_pct", 0.9),
    ("25-34 years", "unemployment_rate_25_34_pct", 0.5),
    ("graduates of 20-24", "unemployment_rate_bachelors_20_24_nsa_pct", 1.5),
    ("graduates", "unemployment_rate_bachelors_plus_pct", 0.3),
    ("without high school", "unemployment_rate_less_than_high_school_pct", 0.9),
  ]

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.file)
    return Self.groups.map { group in
      do throws(Absence) {
        let rate = try table.series(group.column)
        return data.reading(
          "\(Self.name), \(group.name)", rate.last / 100, low: (rate.last - group.error) / 100,
          high: (rate.last + group.error) / 100, unit: Dimensionless.symbol, last: rate.lastDay, staleAfter: 75,
          method: "household survey, month; rough sampling range, assumed", columns: [rate.source])
      } catch {
        return data.absence("\(Self.name), \(group.name)", unit: Dimensionless.symbol, error)
      }
    }
  }
}
