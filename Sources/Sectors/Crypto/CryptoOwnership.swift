import Accounting
import Quantities
import Simulation

/// Counts who owns crypto, by age, on the first day and at every month end.
///
///     ownership_g = households of age g with a stake of ten dollars or more / households of age g
///
/// Ignores: owners through funds, more than one owner in a household.
///
/// Sees: holdings and ages of households. Does: says ownership and the share of each age.
/// Verified by: `CryptoOwnershipTests`.
public struct CryptoOwnership: Mechanism {
  public static let name = "cryptoOwnership"
  public static let says: [Observable] = [.cryptoOwnership, .cryptoAgeShares]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    guard view.step == 1 || view.calendar.isLastOfMonth(view.day) else { return }
    let groups = CryptoAges.labels.count
    var (owners, all) = ([Double](repeating: 0, count: groups), [Double](repeating: 0, count: groups))
    let (stakes, age) = (view.column(.crypto, .households), view.traits[.age])
    let least = CryptoStake.least / max(view.price(.crypto).dollars / 1e4, 1e-12)
    for row in 0..<view.members(.households) {
      let group = CryptoAges.group(age[row])
      all[group] += 1
      if let stakes, Double(stakes[row]) >= least { owners[group] += 1 }
    }
    let count = all.reduce(0, +)
    for group in 0..<groups {
      turn.say(.cryptoOwnership, at: group, all[group] > 0 ? owners[group] / all[group] : 0)
      turn.say(.cryptoAgeShares, at: group, count > 0 ? all[group] / count : 0)
    }
  }
}
