import Accounting
import Quantities
import Simulation
import Statistics

extension Trait {
  /// Adults of a household: one or two.
  public static let adults = Trait("adults")
  /// One for a household whose last adult has died and whose estate is not settled.
  public static let estate = Trait("estate")
}

extension Observable {
  /// Months that ages have moved on since the opening.
  public static let monthsAged = Observable("monthsAged", unit: Months.self, atRest: 0)
  /// Households whose last adult died this month, over all households.
  public static let dissolutions = Observable("dissolutions", unit: Dimensionless.self, atRest: 0)
}

extension Stream {
  static let deaths = Stream(66)
  static let withdrawals = Stream(67)
}

/// People grow older, are paid by their age, leave work and die.
///
///     age     + 1 in the month of the head's birthday, which is the household's for good
///     wage    · f(age + 1) / f(age),   f(a) = max(.4, 1 − c (a − 50)²)
///     death   of each adult with probability min(1, μ e^(γ (age − 60)))/12            Gompertz's law
///     work    ends at 67, and from 55 on with probability ν/12
///
/// A household lives as long as one of its adults does; both are of the head's age. When the last has died the household is
/// an estate until `inheritance` has settled it and `families` has seated a new one.
///
/// Ignores: differences by sex, wealth and skill; marriage and divorce; migration; illness.
///
/// Sees: age, adults, employer and wage of each household. Does: moves them on; says how many households ended.
/// Verified by: `AgeingTests`.
public struct Ageing: Mechanism, ParameterSet {
  public static let name = "ageing"
  public static let systems = ["S9"]
  public static let says: [Observable] = [.monthsAged, .dissolutions]

  @Parameter(
    "Chance that an adult of 60 dies within a year: μ.", range: .percent(0.1) ... .percent(5),
    source: .release(
      "Social Security Administration", series: "period life table 2019, mean of both sexes", asOf: "2021")
  )
  public var mortality: Rate = .percent(0.93)

  @Parameter(
    "Rise of mortality with a year of age, in logs: γ.", range: Share(0.01)...Share(0.2),
    source: .release(
      "Social Security Administration", series: "period life table 2019, ages 60 to 90, mean of both sexes",
      asOf: "2021"))
  public var gompertz = Share(0.092)

  @Parameter(
    "Chance that a worker of 55 or more leaves the labour force within a year: ν.", range: .percent(0) ... .percent(50),
    source: .release(
      "BLS", series: "CPS participation 83.6 % at 25 to 54 and 65.7 % at 55 to 64, a constant hazard between",
      asOf: "2024"))
  public var withdrawal: Rate = .percent(5)

  public static let all: [Field<Self>] = [
    Field("mortality", \.$mortality), Field("gompertz", \.$gompertz), Field("withdrawal", \.$withdrawal),
  ]

  /// The age from which people begin to leave work.
  static let lateCareer: Int32 = 55

  public struct State: Codable, Sendable { var months = 0 }

  /// c, the curvature of pay by age.
  let payCurvature: Double
  public init(payCurvature: Double) { self.payCurvature = payCurvature }

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    state.months += 1
    let traits = view.traits
    var (age, adults) = (traits.values(.age), traits.values(.adults))
    var (employer, wage) = (traits.values(.employer), traits.values(.wage))
    var estate = [Int32](repeating: 0, count: traits.count)
    var ended = 0
    for row in age.indices {
      if Birthday.isDue(row, after: state.months) {
        wage[row] = aged(wage[row], from: age[row])
        age[row] += 1
      }
      adults[row] -= deaths(row, age[row], adults[row], view)
      if adults[row] <= 0 {
        (estate[row], employer[row]) = (1, Employment.outside)
        ended += 1
      } else if leavesWork(row, age[row], employer[row], view) {
        employer[row] = Employment.outside
      }
    }
    turn.set(.age, age)
    turn.set(.adults, adults)
    turn.set(.employer, employer)
    turn.set(.wage, wage)
    turn.set(.estate, estate)
    turn.say(.monthsAged, Double(state.months))
    turn.say(.dissolutions, Double(ended) / Double(max(1, traits.count)))
  }

  /// The chance that an adult dies within a year.
  public func mortality(at age: Int32) -> Double {
    min(1, mortality.value * Elementary.exp(gompertz.value * Double(age - 60)))
  }

  /// The chance that an adult of one age reaches another.
  public func survival(from age: Int32, to later: Int32) -> Double {
    func cumulated(_ age: Int32) -> Double {
      mortality.value / gompertz.value * Elementary.exp(gompertz.value * Double(age - 60))
    }
    return Elementary.exp(cumulated(age) - cumulated(later))
  }

  /// f, pay at an age over that at fifty.
  public static func pay(at age: Int32, curvature: Double) -> Double {
    max(0.4, 1 - curvature * Double((age - 50) * (age - 50)))
  }

  private func aged(_ wage: Int32, from age: Int32) -> Int32 {
    let growth = Ageing.pay(at: age + 1, curvature: payCurvature) / Ageing.pay(at: age, curvature: payCurvature)
    return Int64(clampingCents: (Double(wage) * growth).rounded()).asTrait
  }

  /// How many of a household's adults die this month.
  private func deaths(_ row: Int, _ age: Int32, _ adults: Int32, _ view: borrowing View) -> Int32 {
    let hazard = mortality(at: age) / 12
    return (0..<UInt16(clamping: adults)).reduce(0) {
      $0 + (view.draw.bernoulli(hazard, .deaths, of: UInt32(row), on: view.day, index: $1) ? 1 : 0)
    }
  }

  private func leavesWork(_ row: Int, _ age: Int32, _ employer: Int32, _ view: borrowing View) -> Bool {
    guard employer != Employment.outside, age >= Ageing.lateCareer else { return false }
    return age >= TaxesAndTransfers.pensionAge
      || view.draw.bernoulli(withdrawal.value / 12, .withdrawals, of: UInt32(row), on: view.day)
  }
}

/// The month in which the head of a household has birthday: rows are spread over the year.
enum Birthday {
  /// Whether a birthday falls into a month, counted from the opening.
  static func isDue(_ row: Int, after months: Int) -> Bool { (months + row % 12) % 12 == 0 }

  /// The year in which a head of some age was born.
  static func year(_ row: Int, age: Int32, monthsAged: Int, opening: Int) -> Int {
    opening + (monthsAged + row % 12) / 12 - Int(age)
  }
}
