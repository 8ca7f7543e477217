import Markets
import Quantities

/// The index futures that hidden funds hold, counted as the register of `IndexFutures` counts them.
///
/// An order is executed at the close, so its contracts are known the next day.
struct HiddenFuturesBook: Codable, Sendable {
  private var contracts: [Int64]
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

  mutating func place(_ order: Money, for member: Int) { ordered[member] = order }

  /// A member's exposure in dollars.
  func exposure(_ member: Int, at level: Double) -> Double { Double(contracts[member]) / 1e6 * level }
}
