import Accounting
import Quantities
import Simulation
import Statistics

extension Stream {
  static let mandate = Stream(264)
  static let actOfCongress = Stream(265)
}

/// The wealth gap becomes politics: grievance decides elections and moves laws between them, and laws pay the young and
/// tax the rich.
///
///     G = (x_gap/σ_gap + x_needs/σ_needs + x_jobs/σ_jobs)/3
///     election: mandate with chance Φ(z + G);   between: law with chance λ G⁺/12 a month
///     D ← min(1, D + step),   E ← E + (D − E)/τ
///
/// x_gap is growth since the end of 2019 of the real gap between Boomers and Millennials, a household; x_needs and x_jobs are the
/// rise of households short of their needs and of unemployment since the opening. D is the part of the programme decided,
/// E the part in force. What officials can do without a law, for housing alone, follows G at once. Support is paid and tax
/// raised by `generationalSupport`; the excise on buybacks is paid here.
///
/// Ignores: parties, who votes, states, courts, laws that are repealed, grievance about anything else.
///
/// Sees: wealth by generation, needs, unemployment, prices, buybacks. Does: says the programme; levies the excise.
/// Verified by: `WealthPoliticsTests`.
public struct WealthPolitics: Mechanism, ParameterSet {
  public static let name = "wealthPolitics"
  public static let systems = ["S9"]
  public static let sees: [Observable] = [
    .generationWealth, .generationHouseholds, .needsShare, .unemployment, .priceLevel, .buybackBid,
  ]
  public static let says: [Observable] = [
    .grievance, .redistribution, .redistributionActs, .childSupport, .housingSupport, .workSupport, .wealthTax,
    .gainsTax,
  ]

  @Parameter(
    "Log growth of the real gap from the end of 2019 to the opening.", range: Share(-1)...Share(1),
    source: .release(
      "Federal Reserve Board, BLS", series: "DFA net worth a household, Boomers less Millennials, over the CPI",
      asOf: "2025-12-31"))
  public var openingGap = Share(0.142)

  @Parameter(
    "Dispersion of six-year log growth of that gap: σ_gap.", range: Share(0.01)...Share(1),
    source: .release(
      "Federal Reserve Board, BLS", series: "DFA by generation over the CPI, 1989-2025", asOf: "2025-12-31"))
  public var gapDispersion = Share(0.182)

  @Parameter(
    "Dispersion of the share of households short of needs: σ_needs.", range: Share(0.001)...Share(0.2),
    source: .release("Census Bureau", series: "supplemental poverty rate, standard deviation 2014-2024", asOf: "2024"))
  public var needsDispersion = Share(0.0218)

  @Parameter(
    "Dispersion of unemployment: σ_jobs.", range: Share(0.002)...Share(0.1),
    source: .release("BLS", series: "unemployment rate, standard deviation 1990-2025", asOf: "2025-11"))
  public var jobsDispersion = Share(0.0174)

  @Parameter(
    "Normal quantile of a mandate without grievance: z.", range: Share(-4)...Share(4),
    source: .release(
      "Clerk of the House", series: "control changed in 1994, 2006, 2010, 2018 and 2022, 5 of 18 elections",
      asOf: "2024-11"))
  public var mandateQuantile = Share(-0.589)

  @Parameter(
    "Laws a year between elections at a grievance of one: λ.", range: Rate(0)...Rate(6),
    source: .rule("Public Laws 103-66, 105-34, 107-16, 111-5, 111-148, 115-97, 117-2, 119-21: eight in 36 years"))
  public var lawRate = Rate(0.22)

  @Parameter(
    "Part of the programme that a law between elections decides.", range: .percent(0) ... .percent(100),
    source: .rule("P.L. 119-21 raised the child credit from 2,000 to 2,200, a sixth of the way of P.L. 117-2 to 3,300"))
  public var lawStep: Share = .percent(16)

  @Parameter(
    "Part of the programme that a mandate decides.", range: .percent(0) ... .percent(100),
    source: .rule("P.L. 117-2 enacted in its first months the whole child credit that its side had asked for"))
  public var mandateStep: Share = .percent(100)

  @Parameter(
    "Months from decision to payment: τ.", range: MonthSpan(1)...MonthSpan(60),
    source: .rule("P.L. 117-2: first advance child credit on 2021-07-15, after the election of 2020-11-03"))
  public var delay = MonthSpan(8.4)

  @Parameter(
    "Support for children, dollars a year.", range: AnnualAmount(0)...AnnualAmount(1e12),
    source: .release(
      "Committee for a Responsible Federal Budget", series: "child credit expansion, 1.2 trillion in ten years",
      asOf: "2024-08-16"))
  public var child = AnnualAmount(120e9)

  @Parameter(
    "Support for homes, dollars a year.", range: AnnualAmount(0)...AnnualAmount(1e12),
    source: .release(
      "Committee for a Responsible Federal Budget", series: "housing and first-time buyers, 200 billion in ten years",
      asOf: "2024-08-16"))
  public var housing = AnnualAmount(20e9)

  @Parameter(
    "Transfers to workers with low pay, dollars a year.", range: AnnualAmount(0)...AnnualAmount(1e12),
    source: .release(
      "Committee for a Responsible Federal Budget", series: "earned-income credit, 150 billion in ten years",
      asOf: "2024-08-16"))
  public var work = AnnualAmount(15e9)

  @Parameter(
    "Support for homes that needs no law, over that of the programme, at a grievance of one.",
    range: .percent(0) ... .percent(100),
    source: .rule("HUD Mortgagee Letter 2023-05: premiums cut by 678 million a year, against 20 billion"))
  public var administrative: Share = .percent(3.4)

  @Parameter(
    "Tax on net worth above 50 million with the whole programme.", range: .percent(0) ... .percent(5),
    source: .rule("2024 Democratic Party platform, which had none; Saez and Zucman (2019) propose 2 %"))
  public var netWorthTax: Rate = .percent(0)

  @Parameter(
    "Rise of the tax rate on gains with the whole programme.", range: .percent(0) ... .percent(40),
    source: .release("Harris campaign", series: "28 % on gains of those above a million, from 20 %", asOf: "2024-09-04")
  )
  public var gainsRate: Share = .percent(8)

  @Parameter(
    "Gains realised in a year over holdings of listed equity and funds.", range: .percent(0) ... .percent(20),
    source: .release(
      "IRS Statistics of Income, Federal Reserve Board",
      series: "net capital gains of 2022 over DFA equities and funds",
      asOf: "2022"))
  public var realisation: Rate = .percent(2.9)

  @Parameter(
    "Rise of the excise on buybacks with the whole programme.", range: .percent(0) ... .percent(20),
    source: .release("US Treasury", series: "General Explanations, FY 2025: from 1 to 4 %", asOf: "2024-03"))
  public var excise: Share = .percent(3)

  public static let all: [Field<Self>] = [
    Field("openingGap", \.$openingGap), Field("gapDispersion", \.$gapDispersion),
    Field("needsDispersion", \.$needsDispersion), Field("jobsDispersion", \.$jobsDispersion),
    Field("mandateQuantile", \.$mandateQuantile), Field("lawRate", \.$lawRate), Field("lawStep", \.$lawStep),
    Field("mandateStep", \.$mandateStep), Field("delay", \.$delay), Field("child", \.$child),
    Field("housing", \.$housing), Field("work", \.$work), Field("administrative", \.$administrative),
    Field("netWorthTax", \.$netWorthTax), Field("gainsRate", \.$gainsRate), Field("realisation", \.$realisation),
    Field("excise", \.$excise),
  ]

  public struct State: Codable, Sendable {
    var decided = 0.0
    var inForce = 0.0
    var acts = 0.0
    /// The first gap measured, real, and the first share short of needs.
    var gap: Double?
    var needs: Double?
    var unemployment: Double
    /// Buybacks of the month so far, national dollars.
    var buybacks = 0.0
    /// Households of the sample that each support is meant for.
    var children, renters, workers: Double
  }

  public init() {}

  public func opening(_ view: borrowing View) -> State {
    var (children, renters, workers) = (0.0, 0.0, 0.0)
    let (age, skill) = (view.traits[.age], view.traits[.skill])
    let homes = view.column(.dwellings, .households)
    for row in 0..<view.members(.households) {
      if Recipients.getsChildSupport(age: age[row]) { children += 1 }
      if Recipients.getsHousingSupport(age: age[row], owns: (homes?[row] ?? 0) > 0) { renters += 1 }
      if Recipients.getsWorkSupport(age: age[row], skill: skill[row]) { workers += 1 }
    }
    return State(
      unemployment: view[.unemployment], children: max(1, children), renters: max(1, renters), workers: max(1, workers))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    state.buybacks += view[.buybackBid]
    let grievance = grievance(view, &state)
    if view.calendar.isElection(view.day) {
      let chance = Elementary.normalCDF(mandateQuantile.value + grievance)
      decide(mandateStep, view.draw.bernoulli(chance, .mandate, of: 0, on: view.day), &state)
    }
    guard view.calendar.isLastOfMonth(view.day) else { return }
    let chance = lawRate.value * max(0, grievance) / 12
    decide(lawStep, view.draw.bernoulli(chance, .actOfCongress, of: 0, on: view.day), &state)
    state.inForce += (state.decided - state.inForce) / delay.value
    say(grievance, state, view, &turn)
    try levyExcise(&state, view, &turn)
  }

  private func decide(_ step: Share, _ happens: Bool, _ state: inout State) {
    guard happens, step.value > 0 else { return }
    state.decided = min(1, state.decided + step.value)
    state.acts += 1
  }

  /// How aggrieved voters are, in standard deviations.
  private func grievance(_ view: borrowing View, _ state: inout State) -> Double {
    func wealth(_ generation: Generation) -> Double {
      view[.generationWealth, generation.rawValue] / max(1, view[.generationHouseholds, generation.rawValue])
    }
    let gap = (wealth(.babyBoom) - wealth(.millennial)) / max(view[.priceLevel], 1e-6)
    if state.gap == nil, gap > 0 { state.gap = gap }
    if state.needs == nil, view[.needsShare] > 0 { state.needs = view[.needsShare] }
    let widening = state.gap.map { gap > 0 ? Elementary.log(gap / $0) : 0 } ?? 0
    return standardised(
      gap: openingGap.value + widening, needs: state.needs.map { view[.needsShare] - $0 } ?? 0,
      jobs: view[.unemployment] - state.unemployment)
  }

  /// The mean of the three complaints, each over its dispersion, at most five either way.
  public func standardised(gap: Double, needs: Double, jobs: Double) -> Double {
    let sum = gap / gapDispersion.value + needs / needsDispersion.value + jobs / jobsDispersion.value
    return min(max(sum / 3, -5), 5)
  }

  private func say(_ grievance: Double, _ state: State, _ view: borrowing View, _ turn: inout Turn) {
    let force = state.inForce
    let monthly = view[.priceLevel] / 12 / view.scale
    turn.say(.grievance, grievance)
    turn.say(.redistribution, force)
    turn.say(.redistributionActs, state.acts)
    turn.say(.childSupport, force * child.value * monthly / state.children)
    let homes = min(1, force + administrative.value * min(max(grievance, 0), 1))
    turn.say(.housingSupport, homes * housing.value * monthly / state.renters)
    turn.say(.workSupport, force * work.value * monthly / state.workers)
    turn.say(.wealthTax, force * netWorthTax.value)
    turn.say(.gainsTax, force * gainsRate.value * realisation.value)
  }

  /// Companies pay the excise on the month's buybacks, each basket's members their part of capitalisation.
  private func levyExcise(_ state: inout State, _ view: borrowing View, _ turn: inout Turn) throws {
    let due = state.inForce * excise.value * max(0, state.buybacks) / view.scale
    state.buybacks = 0
    guard due > 0 else { return }
    let companies: [(holder: Holder, worth: Double)] = [(Sector.aiFirms, Instrument.aiEquity), (.firms, .restEquity)]
      .flatMap { sector, row in
        (0..<view.members(sector)).map { member in
          let holder = Holder(sector, member)
          return (holder, 0 - min(0, Double(view.units(row, of: holder))) * view.price(row).dollars)
        }
      }
    guard companies.contains(where: { $0.worth > 0 }) else { return }
    for (company, amount) in zip(companies, try Money(dollars: due).split(by: companies.map(\.worth))) {
      turn.pay(amount, from: company.holder, to: Holder(.treasury), as: .corporateTax, ifShort: .orPart)
    }
  }
}
