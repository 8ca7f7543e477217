import Quantities
import Statistics

/// What power costs households and the gas that sets its price.
public struct PowerPriceGauge: BriefGauge {
  public static let name = "power price"
  public static let systems = ["S11"]

  static let household = "macro/housing_monthly.csv"
  static let gas = "macro/henry_hub_gas_daily.csv"
  static let centres = "macro/data_center_electricity_estimates.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let price = try data.series(Self.household, "electricity_price_usd_per_kwh")
    var readings = [
      data.reading(
        Self.name, price.last, unit: "$/kWh", last: price.lastDay, staleAfter: 97,
        method: "BLS average price, city households", columns: [price.source]),
      data.reading(
        "power price, growth over a year", try price.growthOverYear(), unit: Dimensionless.symbol, last: price.lastDay,
        staleAfter: 97, method: "over the same month a year before", columns: [price.source]),
    ]
    do throws(Absence) {
      let gas = try data.table(Self.gas)
      guard let column = gas.names.dropFirst().first else {
        throw Absence(reason: "\(Self.gas) has no column of prices")
      }
      let series = try gas.series(column)
      readings.append(
        data.reading(
          "natural gas price", series.last, unit: "$/MMBtu", last: series.lastDay, staleAfter: 7,
          method: "Henry Hub spot; observed", columns: [series.source]))
    } catch {
      readings.append(data.absence("natural gas price", unit: "$/MMBtu", error))
    }
    do throws(Absence) {
      let share = try data.series(
        Self.centres, "value", where: .init("measure", "share_of_us_electricity_pct"), dated: .endOfYear("year"))
      readings.append(
        data.reading(
          "data centres' share of electricity", share.last / 100, unit: Dimensionless.symbol, last: share.lastDay,
          staleAfter: 800, method: "LBNL estimate of the year", columns: [share.source]))
    } catch {
      readings.append(data.absence("data centres' share of electricity", unit: Dimensionless.symbol, error))
    }
    return readings
  }
}
