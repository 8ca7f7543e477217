/// Up to four children of a household by year of birth, packed into a trait: a byte each, years after 1990, zero for none.
public struct Children: Equatable, Sendable {
  private var bytes: UInt32
  /// Years before this age count as childhood.
  public static let grown = 18
  private static let base = 1990

  public init(_ packed: Int32 = 0) { bytes = UInt32(bitPattern: packed) }
  public var packed: Int32 { Int32(bitPattern: bytes) }

  private var years: [Int] {
    (0..<4).map { Int(bytes >> (8 * UInt32($0)) & 0xff) }.filter { $0 > 0 }.map { $0 + Children.base }
  }

  /// Notes a birth; a fifth child, or a year that no byte holds, is not kept.
  public mutating func add(bornIn year: Int) {
    guard (1...255).contains(year - Children.base), bytes >> 24 == 0 else { return }
    bytes = bytes << 8 | UInt32(year - Children.base)
  }

  /// How many are younger than an age in a year.
  public func count(under age: Int = grown, in year: Int) -> Int { years.filter { year - $0 < age }.count }

  /// Those who have not grown up by a year.
  public func staying(in year: Int) -> Children {
    var left = Children()
    for born in years.reversed() where year - born < Children.grown { left.add(bornIn: born) }
    return left
  }
}
