import Quantities
import Statistics

extension Figures.Energy {
  /// Data centres: what they use, how much power their machines need, and what is planned.
  public enum DataCentres {
    public static let use2023 = Figure(
      "Electricity of data centres in 2023", 176_000_000, "MWh", laboratory("2023"),
      check: Check(
        "data/macro/data_center_electricity_estimates.csv", "value",
        where: [.init("measure", "electricity_use_twh"), .init("year", "2023")], times: 1_000_000))

    public static let use2028 = Figure(
      "Electricity of data centres in 2028, low end", 325_000_000, "MWh", laboratory("2028"),
      check: Check(
        "data/macro/data_center_electricity_estimates.csv", "low",
        where: [.init("measure", "electricity_use_twh"), .init("year", "2028")], times: 1_000_000))

    public static let capacity2028 = Figure(
      "Power capacity of data centres in 2028, low end", 74_000_000, "kW", laboratory("2028"),
      check: Check(
        "data/macro/data_center_electricity_estimates.csv", "low",
        where: [.init("measure", "power_capacity_gw"), .init("year", "2028")], times: 1_000_000))

    private static func laboratory(_ year: String) -> Source {
      .release(
        "Lawrence Berkeley National Laboratory", series: "United States Data Center Energy Usage Report", asOf: year)
    }

    public static let frontierPower = Figure(
      "Power of frontier data centres in the United States at the end of 2025", 6_360_800, "kW", epoch)
    public static let frontierMachines = Figure(
      "Power of their machines alone", 4_980_900, "kW", epoch)
    public static let frontierCompute = Figure(
      "What their machines cost", 130_066_241_700, "$", epoch)
    public static let frontierPlanned = Figure(
      "Power of the same sites at the end of 2028 as planned", 34_949_980, "kW", epoch)
    public static let siteSpread = Figure(
      "Standard deviation of the logarithm of a site's power at the end of 2025", 0.916314, "1", epoch)

    private static let epoch = Source.release(
      "Epoch AI", series: "Frontier Data Centers, timelines of US sites, latest entry of each by the date",
      asOf: "2026-05")

    public static let hubShare = Figure(
      "Share of data centres' electricity in the states of PJM", 0.36, "1",
      .release(
        "EPRI", series: "Powering Intelligence, load by state: VA, IL, PA, NJ, OH, MD over the nation", asOf: "2023"))

    public static let hubGrid = Figure(
      "Share of the nation's peak demand in PJM", 0.21, "1",
      .release("PJM", series: "summer peak of 160 gigawatts in 2025 over the contiguous states", asOf: "2025-06-23"))

    /// Electricity of 2025: from 2023 on the way to the low end of 2028.
    ///
    ///     use = use(2023) · (use(2028)/use(2023))^(2/5)
    public static let use2025 = use2023.value * Elementary.pow(use2028.value / use2023.value, 0.4)

    /// Dollars of machines for a kilowatt of their power.
    static let machineCost = frontierCompute.value / frontierMachines.value
    static let overhead = frontierPower.value / frontierMachines.value
    /// Mean over full draw: what the low end of 2028 uses over what its capacity could.
    static let utilisation = use2028.value / (capacity2028.value * 8.76)

    public static let all = [
      use2023, use2028, capacity2028, frontierPower, frontierMachines, frontierCompute, frontierPlanned, siteSpread,
      hubShare, hubGrid,
    ]
  }

  /// What waits to be connected, how long it waits, and how much of it is ever built.
  public enum Queues {
    public static let active = Figure(
      "Plants and storage in interconnection queues at the end of 2024", 2_290_000_000, "kW",
      .release("Lawrence Berkeley National Laboratory", series: "Queued Up 2025, active capacity", asOf: "2024-12-31"),
      check: Check(
        "data/macro/interconnection_queue_national_summary.csv", "value", where: [.init("measure", "active_queue_gw")],
        times: 1_000_000))

    public static let completion = Figure(
      "Share of requests that is ever built", 0.14, "1",
      .release("Lawrence Berkeley National Laboratory", series: "Queued Up 2025, completion rate", asOf: "2024-12-31"),
      check: Check(
        "data/macro/interconnection_queue_national_summary.csv", "value",
        where: [.init("measure", "historical_completion_rate_pct")], times: 0.01))

    public static let wait = Figure(
      "Months from request to operation", 55, "month",
      .release("Lawrence Berkeley National Laboratory", series: "Queued Up 2025, median wait", asOf: "2024-12-31"),
      check: Check(
        "data/macro/interconnection_queue_national_summary.csv", "value",
        where: [.init("measure", "median_wait_months")]))

    public static let solar = queued("solar", 956)
    public static let storage = queued("storage", 890)
    public static let wind = queued("wind", 271)
    public static let naturalGas = queued("natural gas", 136)

    private static func queued(_ source: String, _ gigawatts: Double) -> Figure {
      Figure(
        "Requests in queues, \(source)", gigawatts * 1_000_000, "kW",
        .release("Lawrence Berkeley National Laboratory", series: "Queued Up 2025, \(source)", asOf: "2024-12-31"))
    }

    /// Requests of the sources that the summary does not name.
    static let rest = active.value - solar.value - storage.value - wind.value - naturalGas.value

    public static let builtGas = built("natural gas", 0.42)
    public static let builtSolar = built("solar", 0.21)
    public static let builtWind = built("wind", 0.11)

    private static func built(_ source: String, _ share: Double) -> Figure {
      Figure(
        "Share of megawatts requested 2008-2018 that is in service, \(source)", share, "1",
        .release("PJM", series: "interconnection queue, mfo_mw in service over all", asOf: "2026-05-05"))
    }

    public static let waitSolar = waited("solar", 61)
    public static let waitWind = waited("wind", 70)
    public static let waitNuclear = waited("nuclear uprates", 73)

    private static func waited(_ source: String, _ months: Double) -> Figure {
      Figure(
        "Median months from request to service since 2015, \(source)", months, "month",
        .release("PJM", series: "interconnection queue, request to actual in-service date", asOf: "2026-05-05"))
    }

    public static let hubGas = hub("natural gas", 38_197)
    public static let hubSolar = hub("solar", 86_958)
    public static let hubWind = hub("wind", 34_314)
    public static let hubStorage = hub("storage", 51_041)
    public static let hubNuclear = hub("nuclear", 9_984)

    private static func hub(_ source: String, _ megawatts: Double) -> Figure {
      Figure(
        "Requests in the queue of PJM, \(source)", megawatts * 1000, "kW",
        .release("PJM", series: "interconnection queue, waiting, by fuel", asOf: "2026-05-05"))
    }

    public static let coalRetired = Figure(
      "Coal capacity retired in a year, over what there was", 0.024, "1",
      .release(
        "EIA", series: "net summer capacity of coal, end of 2024 (174.2 GW) to end of 2025 (170.0 GW)", asOf: "2025"))

    public static let restartPalisades = restart("Palisades", 800)
    public static let restartCrane = restart("Crane", 835)
    public static let restartArnold = restart("Duane Arnold", 615)

    private static func restart(_ name: String, _ megawatts: Double) -> Figure {
      Figure(
        "Reactor that its owner plans to restart, \(name)", megawatts * 1000, "kW",
        .release("owners and Nuclear Regulatory Commission", series: "announced restart of \(name)", asOf: "2025-11"))
    }

    public static let all = [
      active, completion, wait, solar, storage, wind, naturalGas, builtGas, builtSolar, builtWind, waitSolar, waitWind,
      waitNuclear, hubGas, hubSolar, hubWind, hubStorage, hubNuclear, coalRetired, restartPalisades, restartCrane,
      restartArnold,
    ]
  }
}
