import Quantities

/// The price of one unit of a row, in millionths of a cent.
///
/// An integer, so that the value of a position is integer arithmetic and the same everywhere.
public struct Price: Hashable, Comparable, Sendable, Codable {
  public let microcents: Int64
  @inlinable public init(microcents: Int64) { self.microcents = microcents }

  /// The nearest price to an amount of dollars.
  ///
  /// - Throws: ``Quantities/Money/OutOfRange`` when it is not finite, negative, or above $90bn a unit.
  public init(dollars: Double) throws(Money.OutOfRange) {
    let microcents = (dollars * 1e8).rounded(.toNearestOrEven)
    guard microcents >= 0, microcents <= 9e18 else { throw Money.OutOfRange(value: dollars) }
    self.microcents = Int64(microcents)
  }

  @inlinable public var dollars: Double { Double(microcents) / 1e8 }
  @inlinable public static func < (a: Price, b: Price) -> Bool { a.microcents < b.microcents }

  /// The value of a number of micro-units: round(units · price) in 128-bit arithmetic, halves away from zero.
  ///
  /// - Throws: ``LedgerError/outOfRange(_:)`` when the value is beyond what money holds.
  public func value(of microUnits: Int64) throws(LedgerError) -> Int64 {
    let product = Int128(microUnits) * Int128(microcents)
    let half: Int128 = product < 0 ? -500_000_000_000 : 500_000_000_000
    let cents = (product + half) / 1_000_000_000_000
    guard cents.magnitude <= UInt128(Money.limit.cents) else {
      throw .outOfRange("a position of \(microUnits) micro-units")
    }
    return Int64(cents)
  }

  /// The micro-units that an amount of cents buys, rounded to the nearest; zero when the price is zero.
  public func units(for cents: Int64) throws(LedgerError) -> Int64 {
    guard microcents > 0 else { return 0 }
    let wide = Int128(cents) * 1_000_000_000_000
    let half = Int128(microcents / 2)
    let units = (wide + (wide < 0 ? -half : half)) / Int128(microcents)
    guard units.magnitude <= UInt128(Int64.max / 4) else {
      throw .outOfRange("\(cents) cents at \(dollars) dollars a unit")
    }
    return Int64(units)
  }
}
