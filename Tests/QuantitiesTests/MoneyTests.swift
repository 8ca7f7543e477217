import Quantities
import Testing

@Suite("Money")
struct MoneyTests {
  @Test("splits exactly, each part within a cent of its share but for the rounding of doubles, whatever the weights")
  func splitIsExact() {
    var chance = SplitMix(state: 20_251_231)
    for _ in 0..<20_000 {
      let cents = Int64(truncatingIfNeeded: chance.next()) >> Int64(chance.next() % 60 + 4)
      let weights = (0..<Int(chance.next() % 12 + 1)).map { _ in chance.weight() }
      let parts = Money(cents: cents).split(by: weights)
      #expect(parts.count == weights.count)
      #expect(parts.reduce(.zero, +) == Money(cents: cents))
      let total = weights.reduce(0, +)
      guard total > 0 else { continue }
      for (part, weight) in zip(parts, weights) {
        let share = Double(cents) * weight / total
        #expect(abs(Double(part.cents) - share) <= 1 + Double(cents.magnitude) * 1e-15 * Double(weights.count))
        #expect(weight > 0 || part == .zero)
        #expect(part.cents == 0 || (part.cents < 0) == (cents < 0))
      }
    }
  }

  @Test("gives the cents left over to the largest remainders, earlier parts first")
  func largestRemainder() {
    #expect(Money(cents: 100).split(by: [1, 1, 1]).map(\.cents) == [34, 33, 33])
    #expect(Money(cents: -100).split(by: [1, 1, 1]).map(\.cents) == [-34, -33, -33])
    #expect(Money(cents: 10).split(by: [0.25, 0.75]).map(\.cents) == [3, 7])
    #expect(Money(cents: 7).split(by: [.nan, -1, 0, 2]).map(\.cents) == [0, 0, 0, 7])
    #expect(Money(cents: 7).split(by: [0, .infinity]).map(\.cents) == [7, 0])
    #expect(Money(cents: 7).split(by: []).isEmpty)
  }

  @Test(
    "refuses what is not a number of dollars it can hold",
    arguments: [Double.nan, .infinity, -.infinity, 1e30, -1e30, .greatestFiniteMagnitude, 9.1e15, -9.1e15])
  func refuses(dollars: Double) { #expect(throws: Money.OutOfRange.self) { try Money(dollars: dollars) } }

  @Test("takes the nearest cent, ties to even")
  func nearestCent() throws {
    #expect(try Money(dollars: 0.125).cents == 12)
    #expect(try Money(dollars: 0.375).cents == 38)
    #expect(try Money(dollars: -1234.565).cents == -123_456, "the double lies above -1234.565")
    #expect(try Money(dollars: 9e15) == Money.limit)
    #expect(try Money(dollars: .leastNonzeroMagnitude) == .zero)
  }
}

/// Steele, Lea and Flood (2014), *Fast splittable pseudorandom number generators*: a fixed stream for property tests.
struct SplitMix {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Zero one time in eight, else a number between 1e-9 and 1e9 of random magnitude.
  mutating func weight() -> Double {
    guard next() % 8 != 0 else { return 0 }
    let unit = Double(next() >> 11) / 9_007_199_254_740_992 + 1e-3
    return (0..<Int(next() % 10)).reduce(unit) { value, _ in next() % 2 == 0 ? value * 10 : value / 10 }
  }
}
