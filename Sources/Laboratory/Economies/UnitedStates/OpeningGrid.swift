import Quantities
import Sectors

extension PowerGrid {
  /// The power system of the United States at the opening.
  public static let unitedStates: PowerGrid = {
    let energy = Figures.Energy.self
    let centres = Figures.Energy.DataCentres.self
    let machines = Figures.AI.computeStock / centres.machineCost
    // Data centres are counted in commerce; own use, and what the railways take, goes with industry.
    let commerce = energy.commercialUse.value - centres.use2025
    let industry = energy.endUse.value - energy.residentialUse.value - energy.commercialUse.value
    let lost = energy.generated.value + energy.netImports.value - energy.endUse.value
    return PowerGrid(
      plants: PowerSource.allCases.map(plants),
      restarts: [
        (Day(2026, 6, 30), energy.Queues.restartPalisades), (Day(2027, 9, 30), energy.Queues.restartCrane),
        (Day(2029, 3, 31), energy.Queues.restartArnold),
      ].compactMap { day, figure in day.map { Restart(day: $0, kilowatts: Int64(figure.value)) } },
      dataCentres: DataCentres(
        accelerators: Int64(machines.rounded()), overhead: centres.overhead, utilisation: centres.utilisation,
        planned: Int64((centres.frontierPlanned.value - centres.frontierPower.value).rounded()),
        siteSpread: centres.siteSpread.value),
      peak: Int64(energy.peak.value),
      use: [energy.residentialUse.value, commerce, industry, centres.use2025].map { Int64($0.rounded()) },
      imports: Int64(energy.netImports.value.rounded()), losses: lost / energy.endUse.value,
      price: [
        energy.residentialPrice.value, energy.commercialPrice.value, energy.industrialPrice.value,
        energy.industrialPrice.value,
      ], hubGrid: centres.hubGrid.value, hubDataCentres: centres.hubShare.value)
  }()

  /// Capacity and queue of a source; what counts at the peak is the class rating of PJM's auction for 2027/28.
  private static func plants(_ source: PowerSource) -> Plants {
    let energy = Figures.Energy.self
    let queues = Figures.Energy.Queues.self
    let all = queues.completion.value
    let other =
      energy.generated.value
      - [
        energy.generatedByGas, energy.generatedByCoal, energy.generatedByNuclear, energy.generatedByHydro,
        energy.generatedByWind, energy.generatedBySolar,
      ].reduce(0) { $0 + $1.value }
    func made(
      _ capacity: Double, _ generated: Double, queue: Double = 0, counts: Double, wait: Double = queues.wait.value,
      built: Double = all, retired: Double = 0, hub: Double = 0
    ) -> Plants {
      Plants(
        capacity: Int64(capacity.rounded()), queue: Int64(queue.rounded()), accreditation: counts,
        capacityFactor: max(0, generated) / (capacity * 8.76), wait: wait, completion: built, retirement: retired,
        hub: min(1, hub))
    }
    switch source {
    case .naturalGas:
      return made(
        energy.naturalGas.value, energy.generatedByGas.value, queue: queues.naturalGas.value,
        counts: Accreditation.naturalGas, built: queues.builtGas.value,
        hub: queues.hubGas.value / queues.naturalGas.value)
    case .coal:
      return made(
        energy.coal.value, energy.generatedByCoal.value, counts: Accreditation.coal, retired: queues.coalRetired.value)
    case .nuclear:
      return made(
        energy.nuclear.value, energy.generatedByNuclear.value, queue: queues.rest, counts: Accreditation.nuclear,
        wait: queues.waitNuclear.value, hub: queues.hubNuclear.value / queues.rest)
    case .hydro: return made(energy.hydro.value, energy.generatedByHydro.value, counts: Accreditation.hydro)
    case .wind:
      return made(
        energy.wind.value, energy.generatedByWind.value, queue: queues.wind.value, counts: Accreditation.wind,
        wait: queues.waitWind.value, built: queues.builtWind.value, hub: queues.hubWind.value / queues.wind.value)
    case .solar:
      return made(
        energy.solar.value, energy.generatedBySolar.value, queue: queues.solar.value, counts: Accreditation.solar,
        wait: queues.waitSolar.value, built: queues.builtSolar.value, hub: queues.hubSolar.value / queues.solar.value)
    case .storage:
      return made(
        energy.batteries.value + energy.pumped.value, 0, queue: queues.storage.value, counts: Accreditation.storage,
        hub: queues.hubStorage.value / queues.storage.value)
    case .other:
      return made(energy.petroleum.value + energy.geothermal.value, other, counts: Accreditation.other)
    }
  }
}

/// The share of capacity that counts at the peak, by source: PJM, class ratings of effective load-carrying capability for
/// the auction of 2027/28, published 2025-08-01; gas between its combined-cycle and peaking ratings.
private enum Accreditation {
  static let naturalGas = 0.7, coal = 0.83, nuclear = 0.95, hydro = 0.39, wind = 0.41, solar = 0.08, storage = 0.58
  static let other = 0.8
}
