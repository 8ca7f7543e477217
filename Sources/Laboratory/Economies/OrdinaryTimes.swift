import Quantities
import Sectors
import Simulation

/// The United States without the AI boom, for long runs: what the economy does of itself, and under its shocks.
///
/// The day page is the two-track economy's without the mechanisms of the AI track and the services whose capability would grow, so AI capability stays as it was and
/// capital expenditure stays on its 2019 trend. What the opening's imbalances leave takes decades to work off: moments are
/// those of 65 years after a burn-in of 40. What is trend and natural is the mean of the period that the moments are of.
public enum OrdinaryTimes {
  /// Months before anything is measured, and months measured.
  public static let burnIn = 480
  public static let kept = 780

  /// What the committee, firms and people take for usual: means of 1984 to 2019, the sample of the moments.
  ///
  /// Output per hour grew 1.95 % a year (BLS, nonfarm business), the GDP deflator 2.16 % (BEA), unemployment was 5.94 % (BLS)
  /// and the federal funds rate 3.77 % (Federal Reserve Board), of which 1.6 % are left after inflation.
  public static let usual: [(parameter: String, value: String)] = [
    ("production.productivity", "1.95 %"), ("production.anchor", "2.16 %"),
    ("production.naturalUnemployment", "5.94 %"),
    ("policyRate.inflationGoal", "2.16 %"), ("policyRate.naturalUnemployment", "5.94 %"),
    ("policyRate.neutral", "1.6 %"),
  ]

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
    var page = TwoTrackEconomy.page(state.flows, state.levels)
    for (parameter, value) in usual { page = try page.setting(parameter, to: value) }
    return try state.world(
      request.applied(to: page).without(frozen(page).filter { !request.without.contains($0) })
        .removing([AIServices.name]), request,
      keeping: columns)
  }

  /// A world ready to run that records everything.
  public static func world(_ request: RunRequest) throws -> World { try world(request, keeping: nil) }
}
