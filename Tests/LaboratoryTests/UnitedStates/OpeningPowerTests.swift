import Foundation
import Laboratory
import Quantities
import Sectors
import Simulation
import Testing

@Suite("The opening of power and of the AI track")
struct OpeningPowerTests {
  private static let world = Result {
    var request = RunRequest()
    (request.scale, request.months) = (100_000, 1)
    let world = try TwoTrackEconomy.world(request)
    while TradingCalendar.nyse.next(after: world.day) <= request.lastDay() { try world.advance() }
    return world.recorder
  }

  private func last(_ name: String) throws -> Double {
    try #require(OpeningPowerTests.world.get().last(name), "nothing is called \(name)")
  }

  private func sum(_ name: String, _ labels: [String]) throws -> Double {
    try labels.reduce(0) { $0 + (try last("\(name).\($1)")) }
  }

  @Test("is what was published: capacity, generation, use and losses within a month's change")
  func energy() throws {
    let energy = Figures.Energy.self
    let capacity = [
      energy.naturalGas, energy.coal, energy.nuclear, energy.hydro, energy.wind, energy.solar, energy.batteries,
      energy.pumped, energy.petroleum, energy.geothermal,
    ].reduce(0) { $0 + $1.value }
    #expect(abs(try sum("generatingCapacity", PowerSource.names) / capacity - 1) < 0.01)
    #expect(abs(try sum("generation", PowerSource.names) * 1e6 / energy.generated.value - 1) < 0.01)
    #expect(abs(try sum("powerUse", PowerUser.names) * 1e6 / energy.endUse.value - 1) < 0.01)
    let lost = energy.generated.value + energy.netImports.value - energy.endUse.value
    #expect(abs(try last("powerLost") * 1e6 / lost - 1) < 0.01)
    #expect(abs(try last("householdPowerPrice") / energy.residentialPrice.value - 1) < 0.01)
  }

  @Test("closes: what is generated and imported is used or lost")
  func closes() throws {
    let made = try sum("generation", PowerSource.names) + last("powerImports")
    #expect(abs(made - (try sum("powerUse", PowerUser.names) + last("powerLost"))) < 1e-6)
  }

  @Test("has the published data-centre load, queues and capex")
  func tracks() throws {
    let centres = Figures.Energy.DataCentres.self
    let load = try last("powerUse.dataCentres") * 1e6
    #expect(load > centres.use2023.value && load < centres.use2028.value)
    #expect(abs(load / centres.use2025 - 1) < 0.01)
    #expect(abs(try sum("generationQueue", PowerSource.names) / Figures.Energy.Queues.active.value - 1) < 0.01)
    let planned = centres.frontierPlanned.value - centres.frontierPower.value
    let asked = try last("connections.asked") - last("connections.connected") - last("connections.withdrawn")
    #expect(abs(try last("connectionQueue") - asked - planned.rounded()) < 1)
    #expect(abs(try last("aiCapexRate") / (0.69 * Figures.AI.capex) - 1) < 0.05)
    #expect(try last("aiRevenue") > 45e9)
  }

  @Test(
    "takes sites from Epoch's table: power, machines and cost at the end of 2025, and plans for 2028",
    .enabled(if: SharedFolder.isThere, "skipped: no shared data folder beside the checkout"))
  func frontier() throws {
    let centres = try SharedTable("data/macro/epoch_frontier_data_centers.csv")
    let (name, country) = (try #require(centres.index(of: "data_center")), try #require(centres.index(of: "country")))
    let here = Set(centres.rows.filter { $0[country] == "United States" }.map { $0[name] })
    let table = try SharedTable("data/macro/epoch_frontier_data_center_timelines.csv")
    let (date, site) = (try #require(table.index(of: "date")), try #require(table.index(of: "data_center")))
    func latest(_ column: String, _ end: String) throws -> [Double] {
      let cell = try #require(table.index(of: column))
      var found: [String: (date: String, value: Double)] = [:]
      for row in table.rows where here.contains(row[site]) && row[date] <= end {
        if row[date] >= found[row[site]]?.date ?? "" { found[row[site]] = (row[date], Double(row[cell]) ?? 0) }
      }
      return found.values.map(\.value)
    }
    let figures = Figures.Energy.DataCentres.self
    let power = try latest("power_mw", "2025-12-31")
    #expect(abs(power.reduce(0, +) * 1000 - figures.frontierPower.value) < 1)
    #expect(abs(try latest("it_power_mw", "2025-12-31").reduce(0, +) * 1000 - figures.frontierMachines.value) < 1)
    let cost = try latest("compute_cost_bil_2025_usd", "2025-12-31").reduce(0, +)
    #expect(abs(cost * 1e9 - figures.frontierCompute.value) < 1e3)
    #expect(abs(try latest("power_mw", "2028-12-31").reduce(0, +) * 1000 - figures.frontierPlanned.value) < 50)
    let logs = power.filter { $0 > 0 }.map { Foundation.log($0) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    let variance = logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(logs.count - 1)
    #expect(abs(variance.squareRoot() - figures.siteSpread.value) < 1e-6)
  }
}
