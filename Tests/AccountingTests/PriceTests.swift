import Accounting
import Quantities
import Testing

@Suite("Price")
struct PriceTests {
  @Test("The value of a position is rounded once, halves away from zero")
  func rounding() throws {
    let half = Price(microcents: 500_000)  // half a cent a unit
    #expect(try half.value(of: 1_000_000) == 1)
    #expect(try half.value(of: -1_000_000) == -1)
    #expect(try half.value(of: 999_999) == 0)
    #expect(try half.value(of: 3_000_000) == 2)
    #expect(try Price(microcents: 1).value(of: 499_999_999_999) == 0)
    #expect(try Price(microcents: 1).value(of: 500_000_000_000) == 1)
  }

  @Test("What money cannot hold is refused, at any units and any price, without a trap")
  func extremes() {
    let words = [Int64.min, .min + 1, -1_000_000_007, -1, 0, 1, 1_000_000_007, .max - 1, .max]
    for units in words {
      for microcents in words {
        let exact = Double(units) * Double(microcents) / 1e12
        let value = try? Price(microcents: microcents).value(of: units)
        if abs(exact) < 8.9e17 { #expect(value.map { abs(Double($0) - exact) <= 1 + abs(exact) * 1e-15 } == true) }
        if abs(exact) > 9.1e17 { #expect(value == nil) }
        _ = try? Price(microcents: microcents).units(for: units)
      }
    }
  }

  @Test("Units bought for an amount are worth that amount while a micro-unit is worth less than a cent")
  func unitsAndBack() throws {
    var chance = Chance(5)
    for _ in 0..<20_000 {
      let price = Price(microcents: Int64(chance.word() % 999_999_999_999) + 1)
      let cents = Int64(chance.word() >> UInt64(30 + chance.below(34)))
      guard let units = try? price.units(for: cents) else { continue }
      #expect(try price.value(of: units) == cents)
    }
    #expect(try Price(microcents: 0).units(for: 1_000) == 0)
  }

  @Test("A price in dollars is finite and not negative", arguments: [Double.nan, .infinity, -.infinity, -0.01, 1e12])
  func refused(dollars: Double) { #expect(throws: Money.OutOfRange.self) { try Price(dollars: dollars) } }

  @Test("Values of a claim sum to zero at any price; the last holder takes the rounding cent")
  func rowsSumToZero() throws {
    let ledger = try SmallEconomy.ledger()
    var chance = Chance(6)
    for _ in 0..<3_000 {
      let price = Price(microcents: Int64(chance.word() >> UInt64(12 + chance.below(40))))
      do { try ledger.revalue(.restEquity, to: price) } catch { continue }
      #expect(Sector.allCases.reduce(.zero) { $0 + ledger.value(.restEquity, $1) } == .zero)
      #expect(ledger.value(.restEquity, .households).cents == (try price.value(of: 40_000_000)))
      #expect(ledger.value(.restEquity, .firms).cents == (try price.value(of: -80_000_000)))
      #expect(try ledger.audit(members: true).isClean)
    }
  }
}
