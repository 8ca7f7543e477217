import Quantities

extension Figures {
  /// The power system: plants, what they make, who uses it, what it costs, and what waits to be connected.
  public enum Energy {
    // MARK: Capacity, kilowatts in the electric power sector, December 2025

    public static let naturalGas = capacity("natural gas", 493.8707, "NGEPCGW_US")
    public static let coal = capacity("coal", 168.6317, "CLEPCGW_US")
    public static let nuclear = capacity("nuclear", 96.8659, "NUEPCGW_US")
    public static let hydro = capacity("conventional hydropower", 79.6677, "HVEPCGW_US")
    public static let wind = capacity("wind", 159.0697, "WNEPCGW_US")
    public static let solar = capacity("solar", 140.5901, "SOEPCGWX_US")
    public static let batteries = capacity("batteries", 44.0013, "BAEPCGW_US")
    public static let pumped = capacity("pumped storage", 23.1566, "HPEPCGW_US")
    public static let petroleum = capacity("petroleum", 26.6407, "PAEPCGW_US")
    public static let geothermal = capacity("geothermal", 2.6955, "GEEPCGW_US")

    private static func capacity(_ source: String, _ gigawatts: Double, _ series: String) -> Figure {
      Figure(
        "Net summer capacity, \(source)", gigawatts * 1_000_000, "kW",
        .release("EIA", series: "Short-Term Energy Outlook \(series)", asOf: "2025-12"),
        check: Check(
          "data/macro/eia_steo_electricity_2025.csv", "value",
          where: [.init("date", "2025-12-01"), .init("series_id", series)], times: 1_000_000))
    }

    public static let peak = Figure(
      "Highest demand of an hour in the contiguous states, 2024", 744_736_000, "kW",
      .release(
        "EIA-930 as cleaned by Ruggles and others", series: "contiguous states, hourly demand", asOf: "2024-08-01"),
      check: Check(
        "data/macro/us_electricity_demand_daily.csv", "conus_peak_mw", where: [.init("date", "2024-08-01")], times: 1000
      ))

    // MARK: Energy of 2025, megawatt-hours

    public static let generated = generated("all sources", 4429501605.000000, "total_gwh")
    public static let generatedByGas = generated("natural gas", 1807338289.000000, "natural_gas_gwh")
    public static let generatedByCoal = generated("coal", 737150710.000000, "coal_gwh")
    public static let generatedByNuclear = generated("nuclear", 784780718.000000, "nuclear_gwh")
    public static let generatedByHydro = generated(
      "conventional hydropower", 247023210.000000, "conventional_hydro_gwh")
    public static let generatedByWind = generated("wind", 464390609.000000, "wind_gwh")
    public static let generatedBySolar = generated("utility-scale solar", 295671382.000000, "utility_solar_gwh")
    public static let residentialUse = used("sales to households", 1514993231.000000, "sales_residential_gwh")
    public static let commercialUse = used("sales to commerce", 1493486094.000000, "sales_commercial_gwh")
    public static let industrialUse = used("sales to industry", 1042216916.000000, "sales_industrial_gwh")
    public static let directUse = used("own use of industry and commerce", 137077392.000000, "direct_use_gwh")
    public static let endUse = used("all end use", 4195084549.000000, "end_use_total_gwh")
    public static let netImports = used("net imports", 12359000.000000, "net_imports_gwh")

    private static func generated(_ source: String, _ megawattHours: Double, _ column: String) -> Figure {
      Figure(
        "Net generation of 2025, \(source)", megawattHours, "MWh",
        .release("EIA", series: "Monthly Energy Review table 7.2a, \(source)", asOf: "2025"),
        check: Check(
          "data/macro/us_electricity_generation_monthly.csv", column, from: "2025-01-01", through: "2025-12-31",
          taking: .sum, times: 1000))
    }

    private static func used(_ what: String, _ megawattHours: Double, _ column: String) -> Figure {
      Figure(
        "Electricity of 2025, \(what)", megawattHours, "MWh",
        .release("EIA", series: "Monthly Energy Review, section 7, \(what)", asOf: "2025"),
        check: Check(
          "data/macro/us_electricity_sales_2025_monthly.csv", column, from: "2025-01-01", through: "2025-12-31",
          taking: .sum, times: 1000))
    }

    // MARK: Prices

    public static let residentialPrice = price("households", 0.17335833333333334, "price_residential_cents_per_kwh")
    public static let commercialPrice = price("commerce", 0.13440833333333332, "price_commercial_cents_per_kwh")
    public static let industrialPrice = price("industry", 0.08588333333333333, "price_industrial_cents_per_kwh")

    private static func price(_ payer: String, _ dollars: Double, _ column: String) -> Figure {
      Figure(
        "Average price of electricity in 2025, \(payer)", dollars, "$/kWh",
        .release("EIA", series: "Monthly Energy Review table 9.8, \(payer)", asOf: "2025"),
        check: Check(
          "data/macro/us_electricity_retail_price_monthly.csv", column, from: "2025-01-01", through: "2025-12-31",
          taking: .mean, times: 0.01))
    }

    /// Every figure of plants, energy and prices, in the order of declaration.
    static let published: [Figure] = [
      naturalGas, coal, nuclear, hydro, wind, solar, batteries, pumped, petroleum, geothermal, peak, generated,
      generatedByGas, generatedByCoal, generatedByNuclear, generatedByHydro, generatedByWind, generatedBySolar,
      residentialUse, commercialUse, industrialUse, directUse, endUse, netImports, residentialPrice, commercialPrice,
      industrialPrice,
    ]

    /// Every figure of this subject.
    public static let all = published + DataCentres.all + Queues.all
  }
}
