import Accounting
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Families")
struct FamiliesTests {
  private let rule = Families(payCurvature: 0.0006)

  @Test("have as many children in a life as women do")
  func fertility() {
    let born = (Int32(0)...90).reduce(0) { $0 + rule.births(at: $1) }
    #expect(abs(born - 1.62) < 0.01)
  }

  @Test("are founded at 22, without income, arrears or children, where an estate was settled")
  func founding() throws {
    let old = (Int32(0)...2).map {
      SmallHousehold(
        age: 50, wage: 4_000, income: 3_000, notes: [(.estate, 0), (.adults, 2), (.skill, $0), (.arrears, 3)])
    }
    let gone = SmallHousehold(
      age: 90, wage: 2_000, income: 500,
      notes: [(.estate, 1), (.adults, 0), (.skill, 1), (.arrears, 4), (.children, 7)])
    let world = try HouseholdWorld(households: (0..<400).map { old[$0 % 3] } + Array(repeating: gone, count: 400))
      .day(of: rule)
    var (couples, looking) = (0, 0)
    for row in 400..<800 {
      #expect(world.traits[.age][row] == 22)
      #expect(world.income(row) == 0)
      for trait in [Trait.estate, .arrears, .children] { #expect(world.traits[trait][row] == 0) }
      #expect(world.traits[.wage][row] > 0)
      couples += world.traits[.adults][row] == 2 ? 1 : 0
      looking += world.traits[.employer][row] == Employment.unemployed ? 1 : 0
    }
    #expect((0..<400).allSatisfy { world.traits[.age][$0] == 50 && world.traits[.arrears][$0] == 3 })
    #expect(abs(Double(couples) / 400 - 0.58) < 0.1)
    #expect(looking == 400)  // everybody below 55 works in this world
  }

  @Test("pay the young by their age and skill: a head of 22 earns half of what others of its skill do at 50")
  func pay() throws {
    let old = (Int32(0)...2).map {
      SmallHousehold(age: 50, wage: 1_000 * Double($0 + 1), notes: [(.adults, 1), (.skill, $0)])
    }
    let gone = SmallHousehold(age: 90, notes: [(.estate, 1), (.skill, 0)])
    let world = try HouseholdWorld(households: old + Array(repeating: gone, count: 30)).day(of: rule)
    let first = Ageing.pay(at: 22, curvature: 0.0006)
    #expect(abs(first - 0.5296) < 1e-9)
    for row in 3..<33 {
      let usual = 100_000 * Double(world.traits[.skill][row] + 1)
      #expect(abs(Double(world.traits[.wage][row]) - usual * first) <= 1)
    }
  }
}
