import Accounting
import Quantities
import Simulation
import Statistics

extension Observable {
  /// The share of each skill's tasks that AI took since the opening.
  public static let automatedShare = Observable(
    "automatedShare", unit: Dimensionless.self, atRest: 0, width: .each(["low", "middle", "high"]))
  /// Work that a unit of output asks of each skill, over the opening's.
  public static let labourDemand = Observable(
    "labourDemand", unit: Dimensionless.self, atRest: 1, width: .each(["low", "middle", "high"]))
  /// What firms pay for the tasks that AI took, dollars a year at national scale.
  public static let automationSpending = Observable("automationSpending", unit: DollarsPerAnnum.self, atRest: 0)
  /// Fall of the logarithm of prices this month that cheaper tasks bring.
  public static let automationSaving = Observable("automationSaving", unit: Dimensionless.self, atRest: 0)
}

/// Firms automate the tasks of each skill once AI does them more cheaply than the wage it saves.
///
///     wanted_s = exposure_s · [doable(H) · pays(w, p) − doable(H(0)) · pays(1, 1)]⁺
///     a_s ← a_s + h/12 (wanted_s − a_s)⁺                          adoption by a hazard: no cliff, no way back
///     labour demand_s = 1 − (1 − ν) a_s                          ν: new tasks that come with automation
///     saving = φ · λ · Σ_s share_s Δa_s (1 − cost)                what it takes off prices, at pass-through φ
///     spending = Σ_s wages_s · a_s · cost                         paid to the AI firms
///
/// Exposure by skill is between two rival calibrations: the scores of occupations, by which high pay is most exposed, and
/// the entry-level reading of the thesis, which turns the same mean around. H is the length of task AI can do, p its price, w
/// the wage level, λ the share of pay in product. The opening's automation is in the opening's employment.
///
/// Ignores: tasks inside the AI firms, skills that are learnt, firms that differ in adopting, occupations by industry.
///
/// Sees: capability, the price of a task, wages. Does: firms pay the AI firms; says what is automated, the work output asks
/// for, spending and savings. Verified by: `AutomationTests`.
public struct Automation: Mechanism, ParameterSet {
  public static let name = "automation"
  public static let systems = ["S7", "S12"]
  public static let sees: [Observable] = [.taskHorizon, .taskPrice, .wageLevel]
  public static let says: [Observable] = [.automatedShare, .labourDemand, .automationSpending, .automationSaving]

  @Parameter(
    "Weight of the entry-level calibration of exposure against occupational scores.",
    range: .percent(0) ... .percent(100),
    source: .paper(
      "Brynjolfsson, Chandar and Chen (2025), Canaries in the Coal Mine",
      at: "the rival; occupational scores are the default"))
  public var entryLevel: Share = .percent(0)

  @Parameter(
    "Exposed share of tasks, lowest third of jobs by median pay.", range: .percent(0) ... .percent(100),
    source: .release(
      "OpenAI and BLS", series: "Eloundou et al. (2024) beta of GPT-4 by OEWS employment of 2024", asOf: "2024"))
  public var exposureLow: Share = .percent(20)

  @Parameter(
    "Exposed share of tasks, middle third of jobs by median pay.", range: .percent(0) ... .percent(100),
    source: .release(
      "OpenAI and BLS", series: "Eloundou et al. (2024) beta of GPT-4 by OEWS employment of 2024", asOf: "2024"))
  public var exposureMiddle: Share = .percent(35)

  @Parameter(
    "Exposed share of tasks, highest third of jobs by median pay.", range: .percent(0) ... .percent(100),
    source: .release(
      "OpenAI and BLS", series: "Eloundou et al. (2024) beta of GPT-4 by OEWS employment of 2024", asOf: "2024"))
  public var exposureHigh: Share = .percent(50)

  @Parameter(
    "Share of exposed tasks that it pays to automate at the opening.", range: .percent(1) ... .percent(90),
    source: .paper("Svanberg et al. (2024), Beyond AI Exposure", at: "23 % of wages on exposed vision tasks"))
  public var paying: Share = .percent(23)

  @Parameter(
    "Dispersion of the logarithm of AI's cost over the wage.", range: Share(0.2)...Share(10),
    source: .paper(
      "Svanberg et al. (2024), Beyond AI Exposure", at: "halving costs yearly takes three years from 23 to 50 %"))
  public var spread: Share = Share(2.8)

  @Parameter(
    "Median length of an exposed task, minutes.", range: TaskLength(5)...TaskLength(100_000),
    source: .paper(
      "Kwa et al. (2025), Measuring AI Ability to Complete Long Tasks", at: "HCAST tasks reach eight hours"))
  public var length = TaskLength(480)

  @Parameter(
    "Dispersion of the logarithm of the length of tasks.", range: Share(0.2)...Share(6),
    source: .paper(
      "Kwa et al. (2025), Measuring AI Ability to Complete Long Tasks", at: "HCAST from a minute to eight hours"))
  public var lengthSpread: Share = Share(2)

  @Parameter(
    "Yearly hazard that a task which pays is automated.", range: .percent(0) ... .percent(100),
    source: .release("Census", series: "BTOS, share of firms using AI, 17.3 to 21.8 % in eight months", asOf: "2026-07")
  )
  public var hazard: Rate = .percent(8.1)

  @Parameter(
    "New tasks over tasks displaced: ν.", range: .percent(0) ... .percent(100),
    source: .paper(
      "Acemoglu and Restrepo (2019), JEP 33(2)", at: "1987-2017: displacement .70 % a year, reinstatement .35"))
  public var reinstatement: Share = .percent(50)

  @Parameter(
    "Pass-through of costs to prices: φ.", range: .percent(0) ... .percent(100),
    source: .paper("Amiti, Itskhoki and Konings (2019), REStud 86(6)", at: "own costs"))
  public var passThrough: Share = .percent(60)

  public static let all: [Field<Self>] = [
    Field("entryLevel", \.$entryLevel), Field("exposureLow", \.$exposureLow),
    Field("exposureMiddle", \.$exposureMiddle), Field("exposureHigh", \.$exposureHigh), Field("paying", \.$paying),
    Field("spread", \.$spread), Field("length", \.$length), Field("lengthSpread", \.$lengthSpread),
    Field("hazard", \.$hazard), Field("reinstatement", \.$reinstatement), Field("passThrough", \.$passThrough),
  ]

  /// What is automated by skill, pay by skill in cents a month, and the share of exposed tasks that paid at the opening.
  public struct State: Codable, Sendable {
    var automated: [Double]
    var pay: [Double]
    var opening: Double
  }

  let buyers: [PowerMarket.Buyer]
  let weights: [Double]
  /// Pay over product: what it weighs in prices once every industry passes on what it saves.
  let payShare: Double
  public init(buyers: [PowerMarket.Buyer], weights: [Double], payShare: Double) {
    (self.buyers, self.weights, self.payShare) = (buyers, weights, payShare)
  }

  private var tasks: TaskAutomation {
    TaskAutomation(length: length.value, lengthSpread: lengthSpread.value, spread: spread.value, paying: paying.value)
  }

  /// Exposure by skill: the scores, turned around by the weight of the entry-level calibration.
  var exposure: [Double] {
    let scores = [exposureLow.value, exposureMiddle.value, exposureHigh.value]
    return zip(scores, scores.reversed()).map { (1 - entryLevel.value) * $0 + entryLevel.value * $1 }
  }

  public func opening(_ view: borrowing View) -> State {
    let (skill, wage, employer) = (view.traits[.skill], view.traits[.wage], view.traits[.employer])
    var pay = [0.0, 0, 0]
    for row in 0..<view.traits.count where Employment.place(of: employer[row]) != nil {
      pay[Int(min(2, max(0, skill[row])))] += Double(max(0, wage[row]))
    }
    let opening = tasks.doable(horizon: view[.taskHorizon]) * tasks.pays(wage: 1, price: 1)
    return State(automated: [0, 0, 0], pay: pay, opening: opening)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let (wage, price) = (view[.wageLevel], view[.taskPrice])
    let now = tasks.doable(horizon: view[.taskHorizon]) * tasks.pays(wage: wage, price: price)
    let more = max(0, now - state.opening)
    let cost = tasks.cost(wage: wage, price: price)
    let all = max(1, state.pay.reduce(0, +))
    let before = state.automated
    state.automated = zip(before, exposure).map { $0 + hazard.value / 12 * max(0, $1 * more - $0) }
    let saved = zip(state.pay, zip(state.automated, before)).reduce(0) { $0 + $1.0 / all * ($1.1.0 - $1.1.1) }
    turn.say(.automatedShare, each: state.automated)
    turn.say(.labourDemand, each: state.automated.map { 1 - (1 - reinstatement.value) * $0 })
    turn.say(.automationSaving, passThrough.value * payShare * saved * (1 - cost))
    let bill = zip(state.pay, state.automated).reduce(0) { $0 + $1.0 * $1.1 } / 100 * 12 * wage * cost
    turn.say(.automationSpending, bill * view.scale)
    try turn.collect(bill / 12, from: buyers, for: weights, view)
  }
}
