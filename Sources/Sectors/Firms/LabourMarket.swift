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
  /// Workers who lost their job this month over all workers, and unemployed who found one over all unemployed.
  public static let separationRate = Observable("separationRate", unit: Dimensionless.self, atRest: 0)
  public static let findingRate = Observable("findingRate", unit: Dimensionless.self, atRest: 0)
  /// Jobs that output asks for and nobody fills, over the labour force.
  public static let unfilledJobs = Observable("unfilledJobs", unit: Dimensionless.self, atRest: 0)
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
///     N*_js = N_js(0) · workload_j · labour demand_s     wanted employment of skill s, output per head growing at trend
///     separations: each worker of j and s with probability q_js + f (N_js − N*_js)⁺ / N_js,  q_js = s₀ r_s + d_j
///     hires:       each unemployed of s with probability min(1, V_s / U_s), V_js = q_js N_js + h (N*_js − N_js)⁺ + L_js,
///                  to j in proportion to what it hires
///
/// L are those who have left the labour force since last month, retired or dead. They, churn s₀ and the jobs d_j of firms that failed are replaced as they go, so employment stays at N* and people still lose and find work; churn
/// falls on skills as unemployment does, r_s. Jobs that output asks for beyond all who could be hired stay unfilled.
///
/// Ignores: skills that change, hours, changes of participation, moves from job to job.
///
/// Sees: the workload, the work that output asks of each skill, jobs lost to failure. Does: gives households new employers; says unemployment,
/// unfilled jobs, employment by skill, separations and hires.
/// Verified by: `LabourMarketTests`.
public struct LabourMarket: Mechanism, ParameterSet {
  public static let name = "labourMarket"
  public static let sees: [Observable] = [.workload, .labourDemand, .failedJobs]
  public static let says: [Observable] = [
    .unemployment, .unfilledJobs, .employmentBySkill, .separationRate, .findingRate,
  ]

  @Parameter(
    "Share of an excess of workers let go in a month.", range: .percent(1) ... .percent(100),
    source: .paper("Hamermesh (1993), Labor Demand", at: "half of a gap is closed within three to six months"))
  public var firing: Share = .percent(25)

  @Parameter(
    "Share of vacancies filled in a month when there are enough unemployed.", range: .percent(1) ... .percent(100),
    source: .paper("Davis, Faberman and Haltiwanger (2013), QJE 128(2)"))
  public var hiring: Share = .percent(30)

  @Parameter(
    "Workers who lose their job in a month whatever their employer's output: s₀.",
    range: .percent(0) ... .percent(10),
    source: .release(
      "BLS", series: "CPS labor force flows, employed to unemployed over employed, 1990-2019 mean", asOf: "2019"))
  public var churn: Share = .percent(1.4)

  public static let all: [Field<Self>] = [
    Field("firing", \.$firing), Field("hiring", \.$hiring), Field("churn", \.$churn),
  ]

  /// r, by skill tercile: the risk of losing work over the mean's.
  let risk: [Double]

  /// Employed households by employer and skill, and by skill, at the opening.
  public struct State: Codable, Sendable {
    var openingByCell: [Int]
    var openingBySkill: [Int]
    /// Employed households by employer and skill after last month's moves.
    var before: [Int]
  }

  static let skills = 3

  public init(risk: [Double] = [1, 1, 1]) { self.risk = risk }

  public func opening(_ view: borrowing View) -> State {
    let (employer, skill) = (view.traits[.employer], view.traits[.skill])
    var state = State(
      openingByCell: Array(repeating: 0, count: Employment.employers * Self.skills), openingBySkill: [0, 0, 0],
      before: [])
    for row in 0..<view.traits.count {
      guard let cell = LabourMarket.cell(employer[row], skill[row]) else { continue }
      state.openingByCell[cell] += 1
      state.openingBySkill[LabourMarket.tercile(skill[row])] += 1
    }
    state.before = state.openingByCell
    return state
  }

  /// The place of an employer and a skill in a list of both, or nil for who does not work.
  private static func cell(_ employer: Int32, _ skill: Int32) -> Int? {
    Employment.place(of: employer).map { $0 * skills + tercile(skill) }
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let skill = view.traits[.skill]
    var employers = view.traits.values(.employer)
    let now = count(employers, skill)
    let wanted = state.openingByCell.enumerated().map { cell, opening in
      let code = cell / Self.skills
      let industry = code == Int(Employment.aiFirms) ? Industry.informationAndAI.rawValue : code
      return Double(opening) * view[.workload, industry] * view[.labourDemand, cell % Self.skills]
    }
    // Churn is what the opening's mix of skills makes of the risks, so that its mean is s₀.
    let mean = zip(risk, state.openingBySkill).reduce(0) { $0 + $1.0 * Double($1.1) }
    let churns = risk.map { churn.value * $0 * Double(state.openingBySkill.reduce(0, +)) / max(1e-9, mean) }
    let losses = wanted.indices.map { churns[$0 % Self.skills] + LabourMarket.failed(at: $0 / Self.skills, view) }
    let vacancies = wanted.indices.map { cell in
      let staff = Double(now.byCell[cell])
      return losses[cell] * staff + hiring.value * max(0, wanted[cell] - staff)
        + Double(max(0, state.before[cell] - now.byCell[cell]))
    }
    let open = (0..<Self.skills).map { tercile in
      stride(from: tercile, to: vacancies.count, by: Self.skills).map { vacancies[$0] }
    }
    let sums = open.map { $0.reduce(0, +) }
    let chance = zip(sums, now.unemployed).map { $1 > 0 ? min(1, $0 / Double($1)) : 0 }
    var (lost, found) = (0, 0)
    for row in employers.indices {
      let tercile = LabourMarket.tercile(skill[row])
      if let cell = LabourMarket.cell(employers[row], skill[row]) {
        let excess = max(0, Double(now.byCell[cell]) - wanted[cell])
        let risk = losses[cell] + firing.value * excess / Double(max(1, now.byCell[cell]))
        if risk > 0, view.draw.uniform(.separations, of: UInt32(row), on: view.day) < risk {
          employers[row] = Employment.unemployed
          lost += 1
        }
      } else if employers[row] == Employment.unemployed, chance[tercile] > 0 {
        let luck = view.draw.uniform(.hires, of: UInt32(row), on: view.day)
        if luck < chance[tercile] {
          employers[row] = employer(at: luck / chance[tercile] * sums[tercile], open[tercile])
          found += 1
        }
      }
    }
    turn.say(.separationRate, Double(lost) / Double(max(1, now.byCell.reduce(0, +))))
    turn.say(.findingRate, Double(found) / Double(max(1, now.unemployed.reduce(0, +))))
    state.before = count(employers, skill).byCell
    report(employers, wanted.reduce(0, +), view, state, &turn)
    turn.set(.employer, employers)
  }

  /// The share of an employer's jobs that were in firms that failed.
  private static func failed(at code: Int, _ view: borrowing View) -> Double {
    code < Industry.count ? view[.failedJobs, code] : 0
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

  private func count(_ employers: [Int32], _ skill: UnsafePointer<Int32>) -> (byCell: [Int], unemployed: [Int]) {
    var byCell = [Int](repeating: 0, count: Employment.employers * Self.skills)
    var unemployed = [0, 0, 0]
    for (row, code) in employers.enumerated() {
      if let cell = LabourMarket.cell(code, skill[row]) {
        byCell[cell] += 1
      } else if code == Employment.unemployed {
        unemployed[LabourMarket.tercile(skill[row])] += 1
      }
    }
    return (byCell, unemployed)
  }

  private func report(
    _ employers: [Int32], _ wanted: Double, _ view: borrowing View, _ state: State, _ turn: inout Turn
  ) {
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
    let force = Double(max(1, working + looking))
    turn.say(.unemployment, Double(looking) / force)
    turn.say(.unfilledJobs, max(0, wanted - Double(working)) / force)
    for (tercile, number) in bySkill.enumerated() {
      turn.say(.employmentBySkill, at: tercile, Double(number) / Double(max(1, state.openingBySkill[tercile])))
    }
  }
}
