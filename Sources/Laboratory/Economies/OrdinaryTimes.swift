import Quantities
import Sectors
import Simulation

/// The United States without the AI boom, for long runs: what the economy does of itself, and under its shocks.
///
/// The day page is the two-track economy's without the mechanisms of the AI track and the services whose capability would grow, so AI capability stays as it was and
/// capital expenditure stays on its 2019 trend. What the opening's imbalances leave takes decades to work off: moments are
/// those of 65 years after a burn-in of 40.
public enum OrdinaryTimes {
  /// Months before anything is measured, and months measured.
  public static let burnIn = 480
  public static let kept = 780

  /// Systems of the AI track: investment as stabiliser, the policy put on it, energy as its limit.
  static let boom = ["S7", "S8", "S11"]

  /// The names of the switches that are off.
  public static func frozen(_ page: DayPage) -> [String] {
    page.seats.filter { seat in seat.systems.contains { boom.contains($0) } }.map(\.name)
  }

  /// A world ready to run; records chosen observables, or everything.
  ///
  /// - Throws: as ``TwoTrackEconomy/world(_:)``.
  public static func world(_ request: RunRequest, keeping columns: [String]?) throws -> World {
    let state = try OpeningShelf.opening(scale: request.scale)
    let page = TwoTrackEconomy.page(state.flows, state.levels)
    return try state.world(
      request.applied(to: page).without(frozen(page).filter { !request.without.contains($0) })
        .removing([AIServices.name]), request,
      keeping: columns)
  }

  /// A world ready to run that records everything.
  public static func world(_ request: RunRequest) throws -> World { try world(request, keeping: nil) }
}
