import Laboratory
import Quantities
import Testing

@Suite("The household sample")
struct HouseholdSampleTests {
  private static let sample = HouseholdSample(scale: 10_000)

  @Test(
    "has the country's households, each group's to within one a cell", arguments: [100_000.0, 10_000, 7_777, 1_000])
  func counts(scale: Double) {
    let members = HouseholdSample(scale: scale).members
    #expect(abs(Double(members.count) - Double(Figures.Wealth.households) / scale) <= 1)
    for (group, published) in Figures.Wealth.byAge.enumerated() {
      let count = members.filter { $0.ageGroup == group }.count
      #expect(abs(Double(count) - Double(published.households) / scale) <= 5, "\(published.name)")
    }
    for (group, published) in Figures.Wealth.byWealth.enumerated() {
      let count = members.filter { $0.wealthGroup == group }.count
      #expect(abs(Double(count) - Double(published.households) / scale) <= 4, "\(published.name)")
    }
  }

  /// A group's part of a line in the sample, and in the publication.
  private func parts(
    _ line: WealthLine, _ group: (HouseholdSample.Member) -> Bool, _ published: [WealthGroup], _ index: Int
  )
    -> (sample: Double, published: Double)
  {
    let weights = HouseholdSampleTests.sample.weights(line)
    let inside = zip(weights, HouseholdSampleTests.sample.members).reduce(0) { $0 + (group($1.1) ? $1.0 : 0) }
    return (inside / weights.reduce(0, +), published[index][line] / published.reduce(0) { $0 + $1[line] })
  }

  private static let lines: [WealthLine] = [
    .realEstate, .deposits, .equitiesAndFunds, .homeMortgages, .dcPensionEntitlements, .privateBusinessEquity,
  ]

  @Test("holds what each age group holds, to a hundredth of the country's", arguments: lines)
  func byAge(line: WealthLine) {
    for (index, group) in Figures.Wealth.byAge.enumerated() {
      let parts = parts(line, { $0.ageGroup == index }, Figures.Wealth.byAge, index)
      #expect(abs(parts.sample - parts.published) < 0.01, "\(line) of \(group.name): \(parts)")
    }
  }

  @Test("holds what each wealth group holds, to a fiftieth of the country's", arguments: lines)
  func byWealth(line: WealthLine) {
    for (index, group) in Figures.Wealth.byWealth.enumerated() {
      let parts = parts(line, { $0.wealthGroup == index }, Figures.Wealth.byWealth, index)
      #expect(abs(parts.sample - parts.published) < 0.02, "\(line) of \(group.name): \(parts)")
    }
  }

  @Test("holds what each generation holds, to a fiftieth of the country's", arguments: lines)
  func byGeneration(line: WealthLine) {
    for (index, group) in Figures.Wealth.byGeneration.enumerated() {
      let parts = parts(line, { $0.generation == index }, Figures.Wealth.byGeneration, index)
      #expect(abs(parts.sample - parts.published) < 0.02, "\(line) of \(group.name): \(parts)")
    }
  }

  @Test("has as many heads of each generation as the country, to a hundredth of all")
  func generations() {
    let members = HouseholdSampleTests.sample.members
    for (index, group) in Figures.Wealth.byGeneration.enumerated() {
      let share = Double(members.filter { $0.generation == index }.count) / Double(members.count)
      #expect(
        abs(share - Double(group.households) / Double(Figures.Wealth.households)) < 0.01, "\(group.name): \(share)")
    }
  }

  @Test("gives nobody a negative or infinite part of a line, at any scale", arguments: [100_000.0, 12_345.6])
  func finite(scale: Double) {
    let sample = HouseholdSample(scale: scale)
    for line in WealthLine.allCases { #expect(sample.weights(line).allSatisfy { $0.isFinite && $0 >= 0 }, "\(line)") }
  }

  @Test("stands in an order that has nothing to do with wealth")
  func order() {
    let members = HouseholdSampleTests.sample.members
    let half = members.count / 2
    func rich(_ part: ArraySlice<HouseholdSample.Member>) -> Double {
      Double(part.filter { $0.wealthGroup >= 2 }.count) / Double(part.count)
    }
    #expect(abs(rich(members[..<half]) - rich(members[half...])) < 0.02)
  }
}
