import Quantities
import Sectors
import Simulation
import Statistics

/// Age, skill, patience, work, wage and tenure of every household at the opening.
///
/// Patience follows wealth: the patient are those who have saved. Skill terciles follow wealth and luck; work follows age, with the published unemployment rate; the industry follows
/// the employment of industries, and each industry's wages sum to what the input-output table says it pays.
package struct OpeningTraits {
  package private(set) var age: [Int32] = []
  package private(set) var skill: [Int32] = []
  package private(set) var patience: [Int32] = []
  package private(set) var employer: [Int32] = []
  package private(set) var wage: [Int32] = []
  package private(set) var adults: [Int32] = []
  package private(set) var children: [Int32] = []
  /// Who owns its home.
  package private(set) var owns: [Bool] = []
  /// Who owns crypto.
  package private(set) var ownsCrypto: [Bool] = []

  /// - Parameter payroll: dollars a year that each employer pays, at the scale of the run.
  package init(_ sample: HouseholdSample, flows: OpeningFlows, payroll: [Double]) {
    let draw = Draw(seed: 0, replicate: 0)
    let day = Day(number: 0)
    func luck(_ stream: Statistics.Stream, _ row: Int) -> Double { draw.uniform(stream, of: UInt32(row), on: day) }
    let members = sample.members
    age = members.map(\.age)
    let divided = Figures.Opening.self
    let pull = divided.skillByWealth.value
    skill = OpeningTraits.ranks(
      members.enumerated().map { row, member in
        pull * Double(member.wealthGroup) + pull * member.place + luck(.householdSkill, row)
      }, of: 3)
    patience = OpeningTraits.ranks(
      members.map { Double($0.wealthGroup) + $0.place }, of: Figures.Consumption.types)
    let (ownership, byAge) = (divided.ownership.map(\.value), divided.ownershipByAge.map(\.value))
    owns = members.enumerated().map { row, member in
      luck(.householdTenure, row) < min(0.99, ownership[member.wealthGroup] * byAge[member.ageGroup])
    }
    ownsCrypto = age.indices.map { luck(.householdCrypto, $0) < Figures.Crypto.ownership(age: age[$0]) }
    employer = members.indices.map { row in
      OpeningTraits.work(age[row], Int(skill[row]), flows, luck(.householdWork, row), luck(.householdIndustry, row))
    }
    (adults, children) = OpeningTraits.families(age, draw)
    wage = OpeningTraits.wages(members, skill, age, employer, payroll) { luck(.householdWage, $0) }
  }

  /// Which of some equal parts of the population each score falls into, the lowest first.
  private static func ranks(_ scores: [Double], of parts: Int) -> [Int32] {
    var ranks = [Int32](repeating: 0, count: scores.count)
    let order = scores.indices.sorted { scores[$0] != scores[$1] ? scores[$0] < scores[$1] : $0 < $1 }
    for (place, row) in order.enumerated() { ranks[row] = Int32(parts * place / max(1, scores.count)) }
    return ranks
  }

  /// Who lives alone at an age after couples have lost one, and the children born to heads of their age in the last years.
  private static func families(_ age: [Int32], _ draw: Draw) -> (adults: [Int32], children: [Int32]) {
    let (ageing, families) = (Ageing(payCurvature: 0), Families(payCurvature: 0))
    let (day, year) = (Day(number: 0), TwoTrackEconomy.opens.year)
    let couples = families.couples.value
    let adults = age.enumerated().map { row, age -> Int32 in
      let alive = ageing.survival(from: Families.firstAge, to: age)
      let share = couples * alive / (couples * (2 - alive) + 1 - couples)
      return draw.uniform(.householdCouple, of: UInt32(row), on: day) < share ? 2 : 1
    }
    let children = age.enumerated().map { row, age -> Int32 in
      var children = Children()
      for ago in (0..<Children.grown).reversed() where age - Int32(ago) >= Families.firstAge {
        let chance = families.births(at: age - Int32(ago))
        let luck = draw.uniform(.householdChildren, of: UInt32(row), on: day, index: UInt16(ago))
        if luck < chance { children.add(bornIn: year - ago) }
      }
      return children.packed
    }
    return (adults, children)
  }

  /// Works, looks for work, or neither.
  private static func work(_ age: Int32, _ skill: Int, _ flows: OpeningFlows, _ luck: Double, _ industry: Double)
    -> Int32
  {
    let divided = Figures.Opening.self
    let participation =
      age < 55 ? divided.participation.value : age < TaxesAndTransfers.pensionAge ? divided.lateParticipation.value : 0
    guard luck < participation else { return Employment.outside }
    let unemployed = flows.unemployment * divided.unemploymentRisk[skill].value
    if luck < participation * unemployed { return Employment.unemployed }
    var rest = industry * flows.employmentShares.reduce(0, +)
    for (code, share) in flows.employmentShares.enumerated() {
      if rest < share { return Int32(code) }
      rest -= share
    }
    return Int32(Industry.tradeAndTransport.rawValue)
  }

  /// Cents a month, by skill, age and luck, scaled so that every employer's payroll is the given one.
  private static func wages(
    _ members: [HouseholdSample.Member], _ skill: [Int32], _ age: [Int32], _ employer: [Int32], _ payroll: [Double],
    _ luck: (Int) -> Double
  ) -> [Int32] {
    let divided = Figures.Opening.self
    let (pay, rich) = (divided.pay.map(\.value), divided.payByWealth.map(\.value))
    let (curvature, spread) = (divided.payCurvature.value, divided.paySpread.value)
    let raw = members.indices.map { row in
      let prime = Ageing.pay(at: age[row], curvature: curvature)
      let chance = Elementary.exp(spread * Elementary.normalQuantile(luck(row)))
      return pay[Int(skill[row])] * prime * rich[members[row].wealthGroup] * chance
    }
    var sums = [Double](repeating: 0, count: Employment.employers)
    for row in raw.indices where employer[row] < Int32(Employment.employers) { sums[Int(employer[row])] += raw[row] }
    let working = employer.filter { $0 < Int32(Employment.employers) }.count
    let mean = payroll.reduce(0, +) / 12 / Double(max(1, working)) / (raw.reduce(0, +) / Double(max(1, raw.count)))
    return raw.indices.map { row in
      let code = Int(employer[row])
      let factor = code < Employment.employers && sums[code] > 0 ? payroll[code] / 12 / sums[code] : mean
      return Int32(clamping: Int64((min(raw[row] * factor, 2e7) * 100).rounded()))
    }
  }
}
