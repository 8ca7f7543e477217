import Laboratory
import Quantities
import Reports
import Statistics
import Testing

@Suite("A validation of the market, written")
struct MarketValidationTableTests {
  private static let validation: MarketValidation = {
    func history(_ seed: UInt64) -> MarketHistory {
      let draw = Draw(seed: seed, replicate: 0)
      let days = (0..<700).map { MarketPeriod.chosen.days.lowerBound.advanced(by: $0) }
      return MarketHistory(days: days, returns: days.map { 0.01 * draw.normal(Stream(114), of: 0, on: $0) })
    }
    return MarketValidation(of: [history(2), history(3)], against: history(1), in: .chosen, samples: 30)
  }()

  @Test("has the promised keys first, one object a fact, and a reason for each null value")
  func shape() {
    guard case .object(let pairs) = JSON(validation: Self.validation), case .array(let facts) = pairs[0].value else {
      Issue.record("not an object with facts")
      return
    }
    #expect(pairs.prefix(3).map(\.key) == ["facts", "inside", "total"])
    #expect(facts.count == MarketFacts.all.count)
    for fact in facts {
      guard case .object(let keys) = fact else {
        Issue.record("a fact is no object")
        return
      }
      #expect(keys.prefix(7).map(\.key) == ["name", "value", "low", "high", "period", "targeted", "inside"])
      if case .null = keys[1].value { #expect(keys.last?.key == "reason") }
    }
  }

  @Test("counts and excuses in words what the table shows")
  func words() {
    let table = MarketValidationTable(Self.validation)
    #expect(table.table.rows.count == MarketFacts.all.count)
    let text = table.words.joined(separator: "\n")
    #expect(text.contains("\(Self.validation.inside) of 21 facts inside"))
    #expect(text.contains("Absent, since no implied volatility is recorded: VIX; "))
    for row in Self.validation.misses { #expect(text.contains("Miss: \(row.fact.name) ")) }
  }
}
