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
    let cents = Price.divided(microUnits.magnitude, by: microcents.magnitude, over: 1_000_000_000_000)
    guard let cents, cents <= UInt64(Money.limit.cents) else {
      throw .outOfRange("a position of \(microUnits) micro-units")
    }
    return (microUnits < 0) == (microcents < 0) ? Int64(cents) : -Int64(cents)
  }

  /// The micro-units that an amount of cents buys, rounded to the nearest; zero when the price is zero.
  public func units(for cents: Int64) throws(LedgerError) -> Int64 {
    guard microcents > 0 else { return 0 }
    let units = Price.divided(cents.magnitude, by: 1_000_000_000_000, over: UInt64(microcents))
    guard let units, units <= UInt64(Int64.max / 4) else {
      throw .outOfRange("\(cents) cents at \(dollars) dollars a unit")
    }
    return cents < 0 ? -Int64(units) : Int64(units)
  }

  /// round(a · b/divisor) with the product in 128 bits, halves up; nil when the result has more than 64.
  @inline(__always) private static func divided(_ a: UInt64, by b: UInt64, over divisor: UInt64) -> UInt64? {
    let product = a.multipliedFullWidth(by: b)
    let (low, carried) = product.low.addingReportingOverflow(divisor / 2)
    let high = product.high &+ (carried ? 1 : 0)
    guard high < divisor else { return nil }
    return divisor.dividingFullWidth((high, low)).quotient
  }
}
