import Sectors
import Simulation

/// The household half of a month end by itself, to be timed: what every household earns, pays in tax, receives, owes and spends.
public enum HouseholdMonth {
  /// Entries for each household in a month.
  public static let legs =
    Wages.legs.count + TaxesAndTransfers.legs.count + CapitalIncome.legs.count + DebtService.legs.count
    + Spending.legs.count

  /// A world at a scale in which nothing else happens.
  ///
  /// - Throws: ``RequestError/scale(_:)``, or an error of assembly.
  public static func world(scale: Double) throws -> World { try world(scale: scale) { $0 } }

  /// The same with another day made of its page.
  static func world(scale: Double, _ changed: (DayPage) -> DayPage) throws -> World {
    let state = try OpeningShelf.opening(scale: scale)
    var request = RunRequest()
    request.scale = scale
    return try state.world(changed(TwoTrackEconomy.householdMonth(state.flows, state.levels)), request, keeping: [])
  }
}
