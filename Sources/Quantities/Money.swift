/// An exact amount of dollars, held as whole cents.
///
/// Sums of money are integer sums: they do not depend on order and an identity between them is tested with `==`.
/// A `Double` becomes money only through ``init(dollars:)``, which refuses what is not finite or lies beyond
/// ``limit``. The ledger keeps every balance within the same limit, so a sum of a few balances cannot overflow.
public struct Money: Hashable, Comparable, Sendable, Codable, AdditiveArithmetic {
  public var cents: Int64

  @inlinable public init(cents: Int64) { self.cents = cents }

  /// The nearest cent to an amount, ties to even.
  ///
  /// - Throws: ``OutOfRange`` when the amount is not finite or its magnitude is above ``limit``.
  @inlinable public init(dollars: Double) throws(OutOfRange) {
    let cents = (dollars * 100).rounded(.toNearestOrEven)
    guard cents.magnitude <= Double(Money.limit.cents) else { throw OutOfRange(value: dollars) }
    self.cents = Int64(cents)
  }

  /// The largest balance a ledger keeps: 9e17 cents, nine quadrillion dollars.
  @inlinable public static var limit: Money { Money(cents: 900_000_000_000_000_000) }

  @inlinable public static var zero: Money { Money(cents: 0) }
  @inlinable public static func + (a: Money, b: Money) -> Money { Money(cents: a.cents + b.cents) }
  @inlinable public static func - (a: Money, b: Money) -> Money { Money(cents: a.cents - b.cents) }
  @inlinable public static prefix func - (a: Money) -> Money { Money(cents: -a.cents) }
  @inlinable public static func < (a: Money, b: Money) -> Bool { a.cents < b.cents }

  /// The amount as a number of dollars, for formulas and print.
  @inlinable public var dollars: Double { Double(cents) / 100 }
  @inlinable public var magnitude: Money { Money(cents: abs(cents)) }

  /// A number that money cannot hold.
  public struct OutOfRange: Error, Equatable, CustomStringConvertible {
    public let value: Double
    public init(value: Double) { self.value = value }
    public var description: String { "\(value) dollars is not an amount of money (limit \(Money.limit.dollars))" }
  }
}

extension Money {
  /// Splits an amount in proportion to weights so that the parts sum to it exactly, cents left over going to the
  /// largest remainders (ties to the earlier part).
  ///
  ///     part_i = floor(amount · w_i / Σw) (+ 1 cent for the largest remainders)
  ///
  /// Weights that are negative or not finite count as zero; if none is positive the first part takes all.
  /// O(n log n).
  public func split(by weights: [Double]) -> [Money] {
    guard !weights.isEmpty else { return [] }
    var total = 0.0
    for weight in weights where weight.isFinite && weight > 0 { total += weight }
    var parts = [Money](repeating: .zero, count: weights.count)
    guard total > 0, total.isFinite else {
      parts[0] = self
      return parts
    }
    let size = cents.magnitude
    var left = Int64(size)
    var remainders: [(index: Int, rest: Double)] = []
    remainders.reserveCapacity(weights.count)
    for (index, weight) in weights.enumerated() where weight.isFinite && weight > 0 {
      let exact = Double(size) * (weight / total)
      let whole = min(Int64(exact.rounded(.down)), left)
      parts[index].cents = whole
      left -= whole
      remainders.append((index, exact - Double(whole)))
    }
    if left > 0 { remainders.sort { $0.rest != $1.rest ? $0.rest > $1.rest : $0.index < $1.index } }
    var next = 0
    while left > 0 {
      let share = max(1, left / Int64(remainders.count) - 1)
      parts[remainders[next % remainders.count].index].cents += min(share, left)
      left -= min(share, left)
      next += 1
    }
    if cents < 0 { for index in parts.indices { parts[index].cents = -parts[index].cents } }
    return parts
  }
}
