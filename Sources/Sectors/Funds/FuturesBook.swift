import Accounting
import Markets
import Quantities

/// The index futures that the members of one sector hold, as they keep them themselves.
///
/// An order is executed at the close, so its contracts are known the next day. The register of ``IndexFutures`` counts
/// the same way.
struct FuturesBook: Codable, Sendable {
  /// Micro-contracts, by member.
  private(set) var contracts: [Int64]
  /// What was ordered for each member since the last close.
  private var ordered: [Money]

  init(exposures: [Double], at level: Double) throws {
    contracts = try exposures.map { try FuturesContract.count(for: Money(dollars: $0), at: level) }
    ordered = Array(repeating: .zero, count: exposures.count)
  }

  /// Turns yesterday's orders into contracts at yesterday's close.
  mutating func confirm(at level: Double) throws {
    for member in contracts.indices where ordered[member] != .zero {
      contracts[member] += try FuturesContract.count(for: ordered[member], at: level)
      ordered[member] = .zero
    }
  }

  mutating func place(_ order: Money, for member: Int) { ordered[member] = ordered[member] + order }

  /// A member's exposure in dollars.
  func exposure(_ member: Int, at level: Double) -> Double { Double(contracts[member]) / 1e6 * level }
}
