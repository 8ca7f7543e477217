import Quantities
import Sectors
import Simulation

extension Outcome {
  /// What happened to power, and to compute that needs it.
  static let energy = [
    Outcome(
      "energisedShare", "compute that has power, mean", unit: Dimensionless.self, .fraction,
      "Compute with power over compute in place, mean over month ends."
    ) { evidence throws(Unreadable) in
      let shares = try evidence.months(.energisedShare)
      return shares.reduce(0, +) / Double(shares.count)
    },
    Outcome(
      "computeDelivered", "compute delivered at the end", unit: Dimensionless.self, .number,
      "Compute that has power over the opening's, last month."
    ) { evidence throws(Unreadable) in try evidence.last(.computeDelivered) },
    Outcome(
      "connectionQueue", "power that data centres wait for", unit: Gigawatts.self, .number,
      "Requests of data centres for power that are not yet served, last month."
    ) { evidence throws(Unreadable) in try evidence.last(.connectionQueue) / 1e6 },
    Outcome(
      "powerElasticity", "elasticity of compute to power", unit: Dimensionless.self, .number,
      "What one per cent more power adds to compute delivered, per cent, mean of quarters."
    ) { evidence throws(Unreadable) in try meanElasticity(0, evidence) },
    Outcome(
      "acceleratorElasticity", "elasticity of compute to accelerators", unit: Dimensionless.self, .number,
      "What one per cent more accelerators add to compute delivered, per cent, mean of quarters."
    ) { evidence throws(Unreadable) in try meanElasticity(1, evidence) },
    Outcome(
      "powerPrice", "real power price of households", unit: Dimensionless.self, .number,
      "What a kilowatt-hour costs households over the opening's price, at constant prices, last month."
    ) { evidence throws(Unreadable) in
      let name = "\(Observable.powerCost.name).\(PowerUser.households)"
      guard let cost = try evidence.months(name, atRest: Observable.powerCost.atRest).last else {
        throw Unreadable("the run has no month")
      }
      return cost
    },
    Outcome(
      "reserveMargin", "reserve margin of the hub", unit: Dimensionless.self, .fraction,
      "Firm capacity over peak, less one, where most data centres are; last month."
    ) { evidence throws(Unreadable) in try evidence.last(.reserveMargin) },
  ]

  /// The mean of an elasticity over the month ends of quarters; zero while nobody says it.
  private static func meanElasticity(_ index: Int, _ evidence: Evidence) throws(Unreadable) -> Double {
    let name = "\(Observable.computeElasticity.name).\(["megawatts", "accelerators"][index])"
    let values = try evidence.months(name, atRest: Observable.computeElasticity.atRest)
    let quarters = stride(from: 2, to: values.count, by: 3).map { values[$0] }
    guard !quarters.isEmpty else { throw Unreadable("the run has no whole quarter") }
    return quarters.reduce(0, +) / Double(quarters.count)
  }
}
