import Quantities
import Simulation

/// What is known of the power system. Power and energy are the nation's, whatever the scale of the run.
extension Observable {
  // Plants.
  public static let generatingCapacity = Observable(
    "generatingCapacity", unit: Kilowatts.self, atRest: 0, width: .each(PowerSource.names))
  /// Plants that have asked to be connected.
  public static let generationQueue = Observable(
    "generationQueue", unit: Kilowatts.self, atRest: 0, width: .each(PowerSource.names))
  /// Capacity that counts at the peak, in the nation and in the hub where most data centres are.
  public static let firmCapacity = Observable(
    "firmCapacity", unit: Kilowatts.self, atRest: 0, width: .each(["nation", "hub"]))

  // Energy.
  public static let generation = Observable(
    "generation", unit: TerawattHoursPerAnnum.self, atRest: 0, width: .each(PowerSource.names))
  public static let powerUse = Observable(
    "powerUse", unit: TerawattHoursPerAnnum.self, atRest: 0, width: .each(PowerUser.names))
  public static let powerLost = Observable("powerLost", unit: TerawattHoursPerAnnum.self, atRest: 0)
  public static let powerImports = Observable("powerImports", unit: TerawattHoursPerAnnum.self, atRest: 0)
  /// Firm capacity over the peak of the hub where most data centres are, less one.
  public static let reserveMargin = Observable("reserveMargin", unit: Dimensionless.self, atRest: 0)
  /// What all households pay for power beyond what the opening's price would cost, at national scale.
  public static let powerSurcharge = Observable("powerSurcharge", unit: DollarsPerAnnum.self, atRest: 0)

  // Data centres.
  /// Compute that has power over compute in place.
  public static let energisedShare = Observable("energisedShare", unit: Dimensionless.self, atRest: 1)
  /// Power that compute in place lacks.
  public static let waitingPower = Observable("waitingPower", unit: Kilowatts.self, atRest: 0)
  /// Power that data centres have asked for and do not have yet.
  public static let connectionQueue = Observable("connectionQueue", unit: Kilowatts.self, atRest: 0)
  /// What became of requests since the opening: asked, connected to the grid, withdrawn; and built on the site instead.
  public static let connections = Observable(
    "connections", unit: Kilowatts.self, atRest: 0, width: .each(["asked", "connected", "withdrawn", "onSite"]))
  /// Power that reaches the sites.
  public static let energisedPower = Observable("energisedPower", unit: Kilowatts.self, atRest: 0)
  /// What one per cent more of each adds to compute delivered, in per cent.
  public static let computeElasticity = Observable(
    "computeElasticity", unit: Dimensionless.self, atRest: 0, width: .each(["megawatts", "accelerators"]))
  /// What one per cent more of each would earn over what it costs.
  public static let bottleneckPrice = Observable(
    "bottleneckPrice", unit: Dimensionless.self, atRest: 0, width: .each(["megawatts", "accelerators"]))

  // Prices over the opening's, at constant prices.
  /// Firm capacity over peak, over its opening value, as far as it is felt.
  public static let powerSlack = Observable("powerSlack", unit: Dimensionless.self, atRest: 1)
  public static let capacityPrice = Observable("capacityPrice", unit: Dimensionless.self, atRest: 1)
  public static let wholesalePower = Observable("wholesalePower", unit: Dimensionless.self, atRest: 1)
  public static let powerCost = Observable(
    "powerCost", unit: Dimensionless.self, atRest: 1, width: .each(PowerUser.names))
  /// What a household pays.
  public static let householdPowerPrice = Observable(
    "householdPowerPrice", unit: DollarsPerKilowattHour.self, atRest: 0.1734)
}
