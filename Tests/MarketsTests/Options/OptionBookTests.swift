import Markets
import Quantities
import Statistics
import Testing

@Suite("Option book")
struct OptionBookTests {
  private let today = Day(2026, 1, 5) ?? Day(number: 20_458)
  private let rate = Rate(0.04)
  private let carry = Rate(0.025)

  private func surface() throws -> VolatilitySurface {
    let smile = try #require(VolatilitySmile(skew: Share(-0.7), curvature: Share(0.8)))
    return try #require(
      VolatilitySurface(
        smile, maturities: [Tenor(0.02), Tenor(0.5)], atTheMoney: [Volatility(0.2), Volatility(0.18)]))
  }

  /// Lines over strikes and expiries, added out of order, some twice.
  private func book() throws -> OptionBook {
    var book = OptionBook()
    for i in 0..<400 {
      let days = [7, 1, 40, 175, 90][i % 5]
      try book.add(
        Int64((i * 37) % 91 - 45) * 1_234_567, OptionRight.allCases[i % 2], strike: 5000 + Double((i * 53) % 41) * 100,
        expiry: today.advanced(by: days))
    }
    return book
  }

  @Test("keeps its lines in order and adds to the one there is")
  func lines() throws {
    var book = try book()
    let keys = (0..<book.count).map { (book.expiries[$0], book.strikes[$0], book.rights[$0].rawValue) }
    for (a, b) in zip(keys, keys.dropFirst()) { #expect(a < b) }
    let (count, before) = (book.count, book.contracts[10])
    try book.add(5, book.rights[10], strike: book.strikes[10], expiry: book.expiries[10])
    #expect(book.count == count && book.contracts[10] == before + 5)
    #expect(throws: OptionBookError.tooLarge) {
      try book.add(.max, book.rights[10], strike: book.strikes[10], expiry: book.expiries[10])
      try book.add(.max, book.rights[10], strike: book.strikes[10], expiry: book.expiries[10])
    }
    #expect(throws: OptionBookError.self) { try book.add(1, .call, strike: .nan, expiry: today) }
  }

  @Test("is worth, and answers, as the sum of its options")
  func exposure() throws {
    let (book, surface, spot) = (try book(), try surface(), 6850.0)
    var (expected, scale) = (OptionExposure(), OptionExposure())
    for row in 0..<book.count {
      let maturity = Tenor(Double(today.distance(to: book.expiries[row])) / 365)
      let forward = spot * Elementary.exp(carry.value * maturity.value)
      let option = BlackScholes(
        book.rights[row], spot: spot, strike: book.strikes[row], expiry: maturity, rate: rate, carry: carry,
        volatility: try #require(surface.volatility(strike: book.strikes[row], forward: forward, maturity: maturity)))
      let (greeks, q) = (try #require(option.greeks), Double(book.contracts[row]) / 1e6 * 100)
      func add(_ path: WritableKeyPath<OptionExposure, Amount>, _ value: Double) {
        expected[keyPath: path].value += q * value
        scale[keyPath: path].value += abs(q * value)
      }
      add(\.value, try #require(option.price))
      add(\.delta, spot * greeks.delta)
      add(\.gamma, spot * spot * greeks.gamma)
      add(\.vega, greeks.vega)
      add(\.vanna, spot * greeks.vanna)
      add(\.charm, spot * greeks.charm)
    }
    let exposure = try #require(book.exposure(at: spot, on: today, surface, rate: rate, carry: carry))
    for path in [\OptionExposure.value, \.delta, \.gamma, \.vega, \.vanna, \.charm] {
      let difference = abs(exposure[keyPath: path].value - expected[keyPath: path].value)
      #expect(difference < 1e-11 * scale[keyPath: path].value, "\(path)")
    }
    #expect(abs(exposure.gammaPerPercent.value * 100 - exposure.gamma.value) < 1e-6)
  }

  @Test("of customers who are long puts leaves dealers short of gamma, and both sum to nothing")
  func sign() throws {
    var customers = OptionBook()
    try customers.add(1_000_000, .put, strike: 6500, expiry: today.advanced(by: 30))
    let (surface, dealers) = (try surface(), customers.negated)
    let long = try #require(customers.exposure(at: 6800, on: today, surface, rate: rate, carry: carry))
    let short = try #require(dealers.exposure(at: 6800, on: today, surface, rate: rate, carry: carry))
    #expect(short.gamma.value < 0 && short.delta.value > 0 && short.value.value < 0)
    #expect(short.gamma.value == -long.gamma.value && short.value.value == -long.value.value)
    // A rise makes the put's owner less short: dealers, with more to hold the other way, buy.
    let hedge = DealerHedge(gamma: short.gamma.value / 60e12, elasticity: 0.2, floor: Share(0.6))
    #expect(hedge.flow(for: 0.01) > 0)
  }

  @Test("settles in whole cents that customers and dealers exchange exactly")
  func settlement() throws {
    var customers = try book()
    var dealers = customers.negated
    var expected: Int64 = 0
    for row in 0..<customers.count where customers.expiries[row] <= today.advanced(by: 7) {
      let payoff = max(customers.rights[row].sign * (6789.37 - customers.strikes[row]), 0)
      expected += Int64((Double(customers.contracts[row]) / 1e6 * 100 * payoff * 100).rounded(.toNearestOrEven))
    }
    let count = customers.count
    let received = try customers.settle(on: today.advanced(by: 7), at: 6789.37)
    let paid = try dealers.settle(on: today.advanced(by: 7), at: 6789.37)
    #expect(received == Money(cents: expected) && received + paid == .zero && received != .zero)
    #expect(customers.count < count && customers.expiries.allSatisfy { $0 > today.advanced(by: 7) })
    #expect(try customers.settle(on: today.advanced(by: 7), at: 6789.37) == .zero)
  }

  @Test("refuses a settlement that is no money and keeps its lines")
  func tooMuch() throws {
    var book = try book()
    let before = book
    #expect(throws: Money.OutOfRange.self) { try book.settle(on: today.advanced(by: 200), at: .nan) }
    #expect(throws: Money.OutOfRange.self) { try book.settle(on: today.advanced(by: 200), at: 1e300) }
    #expect(book == before)
  }

  @Test("counts lines that have expired with their payoff")
  func expired() throws {
    var book = OptionBook()
    try book.add(2_000_000, .call, strike: 6000, expiry: today)
    let exposure = try #require(book.exposure(at: 6100, on: today, try surface(), rate: rate, carry: carry))
    #expect(exposure.value.value == 20_000 && exposure.gamma.value == 0)
    #expect(OptionBook().exposure(at: 6100, on: today, try surface(), rate: rate, carry: carry) == OptionExposure())
    #expect(book.exposure(at: -1, on: today, try surface(), rate: rate, carry: carry) == nil)
  }
}
