import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Ageing")
struct AgeingTests {
  private let rule = Ageing(payCurvature: 0.0006)

  private func person(_ age: Int32, adults: Int32 = 1, wage: Double = 0) -> SmallHousehold {
    SmallHousehold(age: age, wage: wage, notes: [(.adults, adults)])
  }

  @Test("adds a year in twelve months to everybody, each in a month of its own, and pays by age")
  func birthdays() throws {
    let world = try HouseholdWorld(households: (0..<24).map { _ in person(30, wage: 3_000) }).world(rule)
    try world.advance()
    #expect((0..<24).filter { world.traits[.age][$0] == 31 } == [11, 23])
    for _ in 1..<12 { try world.advance() }
    let ratio = Ageing.pay(at: 31, curvature: 0.0006) / Ageing.pay(at: 30, curvature: 0.0006)
    for row in 0..<24 where world.traits[.estate][row] == 0 {
      #expect(world.traits[.age][row] == 31)
      #expect(abs(Double(world.traits[.wage][row]) - 300_000 * ratio) <= 1)
    }
    #expect(world.recorder.last("monthsAged") == 12)
  }

  @Test("lets adults die as the life table says, and a couple's household outlive the first")
  func deaths() throws {
    let count = 20_000
    let single = try HouseholdWorld(households: (0..<count).map { _ in person(85) }).day(of: rule)
    let ended = (0..<count).filter { single.traits[.estate][$0] == 1 }.count
    // A twelfth of households has birthday first: hazards of 85 and 86.
    let expected = Double(count) * (rule.mortality(at: 85) * 11 + rule.mortality(at: 86)) / 144
    #expect(abs(Double(ended) - expected) < 4 * expected.squareRoot())
    #expect(abs((single.recorder.last("dissolutions") ?? 0) - Double(ended) / Double(count)) < 1e-12)
    let couples = try HouseholdWorld(households: (0..<count).map { _ in person(85, adults: 2) }).day(of: rule)
    let widowed = (0..<count).filter { couples.traits[.adults][$0] == 1 }.count
    #expect(abs(Double(widowed) - 2 * expected) < 4 * (2 * expected).squareRoot())
    #expect((0..<count).filter { couples.traits[.estate][$0] == 1 }.count < ended / 10)
  }

  @Test("multiplies yearly survival up to what the life table leaves")
  func survival() {
    let steps = (Int32(22)..<90).reduce(1.0) { $0 * rule.survival(from: $1, to: $1 + 1) }
    #expect(abs(steps - rule.survival(from: 22, to: 90)) < 1e-12)
    #expect(rule.survival(from: 22, to: 22) == 1)
  }

  @Test("ends work at 67, and from 55 on for one in twenty a year")
  func retirement() throws {
    let world = try HouseholdWorld(households: [person(67), person(54)] + (0..<5_000).map { _ in person(60) })
      .day(of: rule)
    #expect(world.traits[.employer][0] == Employment.outside)
    #expect(world.traits[.employer][1] != Employment.outside)
    let left = (2..<5_002).filter { world.traits[.employer][$0] == Employment.outside }.count
    let expected = 5_000 * (0.05 + rule.mortality(at: 60)) / 12
    #expect(abs(Double(left) - expected) < 4 * expected.squareRoot())
  }
}
