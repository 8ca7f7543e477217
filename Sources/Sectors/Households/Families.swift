import Accounting
import Quantities
import Simulation
import Statistics

extension Trait {
  /// The years in which a household's children were born; see ``Children``.
  public static let children = Trait("children")
}

extension Observable {
  /// Children under 18 over households.
  public static let childrenPerHousehold = Observable("childrenPerHousehold", unit: Dimensionless.self, atRest: 0)
}

extension Stream {
  static let births = Stream(69)
  static let newHouseholds = Stream(70)
}

/// Children are born and grow up, and a new household forms where an estate was settled.
///
///     births       b(a)/12 a household,  b(a) = F φ((a − m)/s)/s         a: age of the head
///     new heads    are 22; couples with probability c; as skilled as a parent with probability ρ, else as luck has it
///     pay          W_s f(22) e^(σ_s z − σ_s²/2);  looking for work with probability p
///
/// W_s, σ_s and p are the opening's: mean and dispersion of pay over its age profile by skill, and participation below 55.
/// A parent is a household whose head is 20 to 40 years older. The number of households stays.
///
/// Ignores: growth of the population, migration, schooling after 22, children who stay, marriage later in life.
///
/// Sees: estates, age, skill and pay of households. Does: seats new households; keeps children; says how many there are.
/// Verified by: `FamiliesTests`.
public struct Families: Mechanism, ParameterSet {
  public static let name = "families"
  public static let says: [Observable] = [.childrenPerHousehold]

  @Parameter(
    "Children a woman has in her life: F.", range: Share(0)...Share(8),
    source: .release(
      "NCHS", series: "Births: Final Data for 2023, total fertility rate 1,621 per 1,000", asOf: "2025-03"))
  public var fertility = Share(1.62)

  @Parameter(
    "Mean age at a birth, years: m.", range: Tenor(15)...Tenor(45),
    source: .release("NCHS", series: "birth rates by age of mother, mean of five-year groups", asOf: "2023"))
  public var motherAge = Tenor(29.5)

  @Parameter(
    "Dispersion of the age at a birth, years: s.", range: Tenor(1)...Tenor(15),
    source: .release(
      "NCHS", series: "birth rates by age of mother, standard deviation of five-year groups", asOf: "2023"))
  public var motherSpread = Tenor(6)

  @Parameter(
    "Share of couples among new households: c.", range: .percent(0) ... .percent(100),
    source: .release(
      "Census Bureau", series: "CPS ASEC: 47 % of households are married couples; deaths leave that of 58 %",
      asOf: "2025"))
  public var couples: Share = .percent(58)

  @Parameter(
    "Chance that a head is as skilled as a parent, beyond luck: ρ.", range: .percent(0) ... .percent(100),
    source: .paper(
      "Chetty, Hendren, Kline and Saez (2014), QJE 129(4)",
      at: "rank-rank slope .341 of incomes, over 8/9 between thirds"))
  public var likeness: Share = .percent(38)

  public static let all: [Field<Self>] = [
    Field("fertility", \.$fertility), Field("motherAge", \.$motherAge), Field("motherSpread", \.$motherSpread),
    Field("couples", \.$couples), Field("likeness", \.$likeness),
  ]

  /// The age at which a household forms.
  public static let firstAge: Int32 = 22

  /// What the opening says of pay and work.
  public struct State: Codable, Sendable {
    /// Mean pay at the top of its age profile, in cents, by skill.
    var pay: [Double]
    /// Dispersion of its logarithm.
    var spread: [Double]
    /// p.
    var participation: Double
  }

  /// c of pay by age.
  let payCurvature: Double
  public init(payCurvature: Double) { self.payCurvature = payCurvature }

  public func opening(_ view: borrowing View) -> State {
    let (age, skill, wage, employer) = (
      view.traits[.age], view.traits[.skill], view.traits[.wage], view.traits[.employer]
    )
    let rows = 0..<view.traits.count
    let young = rows.filter { age[$0] < Ageing.lateCareer }
    let active = young.filter { employer[$0] != Employment.outside }
    var state = State(pay: [], spread: [], participation: Double(active.count) / Double(max(1, young.count)))
    for tercile in Int32(0)...2 {
      let pay = rows.filter { skill[$0] == tercile && wage[$0] > 0 }
        .map { Double(wage[$0]) / Ageing.pay(at: age[$0], curvature: payCurvature) }
      let logs = pay.map(Elementary.log)
      let (n, mean) = (Double(max(1, pay.count)), logs.reduce(0, +) / Double(max(1, pay.count)))
      state.pay.append(pay.reduce(0, +) / n)
      state.spread.append((logs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n).squareRoot())
    }
    return state
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let traits = view.traits
    let (estate, age) = (traits[.estate], traits[.age])
    var seats = NewHouseholds(traits)
    let year = view.day.year
    var young = 0
    for row in 0..<traits.count {
      if estate[row] != 0 {
        form(row, view, state, &seats)
      } else {
        var children = Children(seats.children[row]).staying(in: year)
        if isBorn(to: row, at: age[row], view) { children.add(bornIn: year) }
        seats.children[row] = children.packed
      }
      young += Children(seats.children[row]).count(in: year)
    }
    turn.say(.childrenPerHousehold, Double(young) / Double(max(1, traits.count)))
    seats.write(&turn)
  }

  /// b, children a household has in a year.
  public func births(at age: Int32) -> Double {
    let z = (Double(age) - motherAge.value) / motherSpread.value
    return fertility.value * Elementary.exp(-z * z / 2) / (motherSpread.value * Families.rootOfTwoPi)
  }

  static let rootOfTwoPi = 2.506_628_274_631_000_2

  private func isBorn(to row: Int, at age: Int32, _ view: borrowing View) -> Bool {
    view.draw.bernoulli(births(at: age) / 12, .births, of: UInt32(row), on: view.day)
  }

  /// A new household takes the place of one that has ended.
  private func form(_ row: Int, _ view: borrowing View, _ state: State, _ seats: inout NewHouseholds) {
    func luck(_ index: UInt16) -> Double {
      view.draw.uniform(.newHouseholds, of: UInt32(row), on: view.day, index: index)
    }
    let tercile = luck(0) < likeness.value ? parentSkill(luck, view) : min(2, Int32(luck(1) * 3))
    let (pay, spread) = (state.pay[Int(tercile)], state.spread[Int(tercile)])
    let chance = Elementary.exp(spread * Elementary.normalQuantile(luck(2)) - spread * spread / 2)
    seats.seat(
      row, skill: tercile, adults: luck(3) < couples.value ? 2 : 1,
      wage: Int64(clampingCents: pay * Ageing.pay(at: Families.firstAge, curvature: payCurvature) * chance).asTrait,
      employer: luck(4) < state.participation ? Employment.unemployed : Employment.outside)
  }

  /// The skill of a household old enough to be the parents'.
  private func parentSkill(_ luck: (UInt16) -> Double, _ view: borrowing View) -> Int32 {
    let (age, skill, count) = (view.traits[.age], view.traits[.skill], view.traits.count)
    for index in UInt16(5)..<37 {
      let other = min(count - 1, Int(luck(index) * Double(count)))
      if Inheritance.generation.contains(age[other] - Families.firstAge) { return min(max(skill[other], 0), 2) }
    }
    return min(2, Int32(luck(1) * 3))
  }

  /// The traits that a new household starts with.
  private struct NewHouseholds {
    var children: [Int32]
    private var seated: [(trait: Trait, values: [Int32])]

    /// What nobody starts with.
    private static let blank: [Trait] = [.income, .estate, .arrears, .permanentIncome, .riskTilt]

    init(_ traits: Traits) {
      children = traits.values(.children)
      seated = ([.age, .adults, .skill, .wage, .employer] + NewHouseholds.blank).map { ($0, traits.values($0)) }
    }

    mutating func seat(_ row: Int, skill: Int32, adults: Int32, wage: Int32, employer: Int32) {
      children[row] = 0
      let first = [Families.firstAge, adults, skill, wage, employer] + NewHouseholds.blank.map { _ in 0 }
      for (place, value) in first.enumerated() { seated[place].values[row] = value }
    }

    func write(_ turn: inout Turn) {
      turn.set(.children, children)
      for (trait, values) in seated { turn.set(trait, values) }
    }
  }
}
