import Quantities
import Statistics

/// Spare power: what stands ready over the highest demand of a year.
///
///     margin = (firm + c_wind · wind + c_solar · solar)/peak − 1
///
/// Firm is all capacity but wind and solar. The interval runs from no credit for wind and solar to .2 and .5; the value
/// takes .1 and .25. The country is taken as one grid, which no line in it allows: a region's margin is smaller.
public struct ReserveMarginGauge: BriefGauge {
  public static let name = "reserve margin"
  public static let systems = ["S11"]

  static let capacity = "macro/eia_generating_capacity_by_state_2024.csv"
  static let demand = "macro/us_electricity_demand_daily.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.capacity, dated: .endOfYear("year"))
    let (states, producers) = (try table.texts("state"), try table.texts("producer_type"))
    let (sources, megawatts) = (try table.texts("energy_source_id"), try table.numbers("net_summer_capacity_mw"))
    guard let newest = table.days.max() else { throw Absence(reason: "\(Self.capacity) has no year known on the day") }
    func total(_ source: String) -> Double {
      let rows = table.days.indices.filter {
        table.days[$0] == newest && producers[$0] == "TOT" && sources[$0] == source && !megawatts[$0].isNaN
      }
      if let nation = rows.first(where: { states[$0] == "US" }) { return megawatts[nation] }
      return rows.filter { states[$0] != "AK" && states[$0] != "HI" }.reduce(0) { $0 + megawatts[$1] }
    }
    let (all, wind, solar) = (total("ALL"), total("WND"), total("SUN"))
    let peaks = try data.series(Self.demand, "conus_peak_mw")
    let year = zip(peaks.days, peaks.values).filter { $0.0.distance(to: peaks.lastDay) < 366 }.map(\.1)
    guard let peak = year.max(), peak > 0, all > 0, year.count > 300 else {
      throw Absence(
        reason: "a year of \(peaks.source) and the total of \(Self.capacity) are needed", last: peaks.lastDay)
    }
    let firm = all - wind - solar
    func margin(_ windCredit: Double, _ solarCredit: Double) -> Double {
      (firm + windCredit * wind + solarCredit * solar) / peak - 1
    }
    return [
      data.reading(
        Self.name, margin(0.1, 0.25), low: margin(0, 0), high: margin(0.2, 0.5), unit: Dimensionless.symbol,
        last: min(newest, peaks.lastDay), staleAfter: 400,
        method:
          "capacity of \(newest.year) over the peak of the year to \(peaks.lastDay); credit for wind 0-.2, solar 0-.5",
        columns: ["\(Self.capacity): net_summer_capacity_mw", peaks.source])
    ]
  }
}
