import Accounting
import Sectors

/// The assets of the funds that trade futures, one number a member: its part of the published total, times the number of
/// members. All ones are the published total shared evenly; a mean of 1.2 is a fifth more than was published.
struct FuturesFundSizes: Sendable {
  let volTarget: [Double]
  let trend: [Double]

  init(volTarget: [Double], trend: [Double]) { (self.volTarget, self.trend) = (volTarget, trend) }

  /// As many members as the roster has, of one size.
  init(_ roster: MarketOnlyEconomy.Roster) {
    let (mandates, managers) = (VolTargetFunds.targets.count, OpeningBooks.trendManagers)
    let counts: (volTarget: Int, trend: Int)
    switch roster {
    case .lean: counts = (mandates, managers / 2)
    case .crowd: counts = (8 * mandates, 9 * managers / 2)
    case .full: counts = (mandates, managers)
    }
    self.init(volTarget: Array(repeating: 1, count: counts.volTarget), trend: Array(repeating: 1, count: counts.trend))
  }

  /// The total over the published one; one for other sectors.
  func total(of sector: Sector) -> Double {
    let sizes = sector == .volTargetFunds ? volTarget : sector == .trendFollowers ? trend : []
    return sizes.isEmpty ? 1 : sizes.reduce(0, +) / Double(sizes.count)
  }
}
