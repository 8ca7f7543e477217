import Accounting
import Quantities
import Sectors
import Simulation

/// A power system that can be followed by hand: a gigawatt of each source and 100 megawatts of machines.
enum SmallGrid {
  static let gigawatt: Int64 = 1_000_000

  static func grid(
    queue: Int64 = 1_200_000, wait: Double = 12, completion: Double = 0.25, retirement: Double = 0,
    restarts: [PowerGrid.Restart] = [], planned: Int64 = 60_000
  ) -> PowerGrid {
    PowerGrid(
      plants: PowerSource.allCases.map { _ in
        PowerGrid.Plants(
          capacity: gigawatt, queue: queue, accreditation: 0.5, capacityFactor: 0.5, wait: wait, completion: completion,
          retirement: retirement, hub: 0.2)
      }, restarts: restarts,
      dataCentres: PowerGrid.DataCentres(
        accelerators: 100_000, overhead: 1.25, utilisation: 0.5, planned: planned, siteSpread: 0.9),
      peak: 5 * gigawatt, use: [12_000_000, 10_000_000, 8_000_000, 1_000_000], imports: 100_000, losses: 0.05,
      price: [0.2, 0.15, 0.1, 0.1], hubGrid: 0.2, hubDataCentres: 0.4)
  }
}

/// Says chosen numbers of what the power market sees, the same in every step.
struct Announces: Mechanism {
  static let name = "announces"
  static let says: [Observable] = [.priceLevel, .computeGrowth, .powerCost]
  var words: [(observable: Observable, index: Int, value: Double)]

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    for word in words { turn.say(word.observable, at: word.index, word.value) }
  }
}
