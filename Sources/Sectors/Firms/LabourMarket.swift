import Accounting
import Quantities
import Simulation
import Statistics

extension Trait {
  /// Years of the household head.
  public static let age = Trait("age")
  /// Skill tercile: 0, 1, 2.
  public static let skill = Trait("skill")
  /// Cents a month the household earns when employed, at the opening wage level.
  public static let wage = Trait("wage")
  /// Where it works: an ``Industry``, ``Employment/aiFirms``, or a reason for not working.
  public static let employer = Trait("employer")
}

/// Codes of the employer trait besides the industries.
public enum Employment {
  public static let aiFirms: Int32 = 13
  public static let unemployed: Int32 = 100
  /// Retired, at school, or at home.
  public static let outside: Int32 = 101
  public static let employers = 14

  /// The employer's place in a list of employers, or nil for who does not work.
  static func place(of code: Int32) -> Int? { (0..<Int32(employers)).contains(code) ? Int(code) : nil }
}

extension Observable {
  public static let unemployment = Observable("unemployment", unit: Dimensionless.self, atRest: 0.044)
  /// Employed households by skill over their number at the opening.
  public static let employmentBySkill = Observable(
    "employmentBySkill", unit: Dimensionless.self, atRest: 1, width: .each(["low", "middle", "high"]))
}

extension Stream {
  static let separations = Stream(40)
  static let hires = Stream(41)
}

/// Firms move employment towards what their output needs: they let people go and hire from the unemployed.
///
///     N*_j = N_j(0) · activity_j            wanted employment, output per head growing at trend
///     separations: each worker of j with probability s (N_j − N*_j)⁺ / N_j
///     hires:       each unemployed with probability h min(1, V / U), to j in proportion to its vacancies
///
/// Ignores: churn that leaves employment unchanged, search by skill, hours, changes of participation.
///
/// Sees: activity. Does: gives households new employers; says unemployment and employment by skill.
/// Verified by: `LabourMarketTests`.
public struct LabourMarket: Mechanism, ParameterSet {
  public static let name = "labourMarket"
  public static let sees: [Observable] = [.activity]
  public static let says: [Observable] = [.unemployment, .employmentBySkill]

  @Parameter(
    "Share of an excess of workers let go in a month.", range: .percent(1) ... .percent(100),
    source: .paper("Hamermesh (1993), Labor Demand", at: "adjustment within two to three quarters"))
  public var firing: Share = .percent(15)

  @Parameter(
    "Share of vacancies filled in a month when there are enough unemployed.", range: .percent(1) ... .percent(100),
    source: .paper("Davis, Faberman and Haltiwanger (2013), QJE 128(2)"))
  public var hiring: Share = .percent(30)

  public static let all: [Field<Self>] = [Field("firing", \.$firing), Field("hiring", \.$hiring)]

  /// Employed households by employer, and by skill, at the opening.
  public struct State: Codable, Sendable {
    var openingByEmployer: [Int]
    var openingBySkill: [Int]
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    let (employer, skill) = (view.traits[.employer], view.traits[.skill])
    var state = State(openingByEmployer: Array(repeating: 0, count: Employment.employers), openingBySkill: [0, 0, 0])
    for row in 0..<view.traits.count {
      guard let place = Employment.place(of: employer[row]) else { continue }
      state.openingByEmployer[place] += 1
      state.openingBySkill[LabourMarket.tercile(skill[row])] += 1
    }
    return state
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let before = view.traits[.employer]
    var employers = (0..<view.traits.count).map { before[$0] }
    let now = count(employers)
    let wanted = state.openingByEmployer.enumerated().map { code, opening in
      let industry = code == Int(Employment.aiFirms) ? Industry.informationAndAI.rawValue : code
      return Double(opening) * view[.activity, industry]
    }
    let vacancies = zip(wanted, now.byEmployer).map { hiring.value * max(0, $0 - Double($1)) }
    let open = vacancies.reduce(0, +)
    let chance = now.unemployed > 0 ? min(1, open / Double(now.unemployed)) : 0
    for row in employers.indices {
      if let place = Employment.place(of: employers[row]) {
        let excess = max(0, Double(now.byEmployer[place]) - wanted[place])
        let risk = firing.value * excess / Double(max(1, now.byEmployer[place]))
        if risk > 0, view.draw.uniform(.separations, of: UInt32(row), on: view.day) < risk {
          employers[row] = Employment.unemployed
        }
      } else if employers[row] == Employment.unemployed, chance > 0 {
        let luck = view.draw.uniform(.hires, of: UInt32(row), on: view.day)
        if luck < chance { employers[row] = employer(at: luck / chance * open, vacancies) }
      }
    }
    report(employers, view, state, &turn)
    turn.set(.employer, employers)
  }

  private static func tercile(_ skill: Int32) -> Int { Int(min(max(skill, 0), 2)) }

  /// The employer whose vacancies a point on the line of all vacancies falls into.
  private func employer(at point: Double, _ vacancies: [Double]) -> Int32 {
    var rest = point
    for (code, share) in vacancies.enumerated() {
      if rest < share { return Int32(code) }
      rest -= share
    }
    return Int32(vacancies.lastIndex { $0 > 0 } ?? 0)
  }

  private func count(_ employers: [Int32]) -> (byEmployer: [Int], unemployed: Int) {
    var byEmployer = [Int](repeating: 0, count: Employment.employers)
    var unemployed = 0
    for code in employers {
      if let place = Employment.place(of: code) {
        byEmployer[place] += 1
      } else if code == Employment.unemployed {
        unemployed += 1
      }
    }
    return (byEmployer, unemployed)
  }

  private func report(_ employers: [Int32], _ view: borrowing View, _ state: State, _ turn: inout Turn) {
    let skill = view.traits[.skill]
    var bySkill = [0, 0, 0]
    var (working, looking) = (0, 0)
    for (row, code) in employers.enumerated() {
      if Employment.place(of: code) != nil {
        working += 1
        bySkill[LabourMarket.tercile(skill[row])] += 1
      } else if code == Employment.unemployed {
        looking += 1
      }
    }
    turn.say(.unemployment, Double(looking) / Double(max(1, working + looking)))
    for (tercile, number) in bySkill.enumerated() {
      turn.say(.employmentBySkill, at: tercile, Double(number) / Double(max(1, state.openingBySkill[tercile])))
    }
  }
}
