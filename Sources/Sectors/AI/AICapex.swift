import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Capital expenditure of the AI firms above its 2019 trend, dollars a year at national scale.
  public static let aiCapexRate = Observable("aiCapexRate", unit: DollarsPerAnnum.self, atRest: 0)
  /// Compute in place over its opening value.
  public static let computeGrowth = Observable("computeGrowth", unit: Dimensionless.self, atRest: 1)
  /// Growth of demand for compute that the AI firms believe in.
  public static let aiBelief = Observable("aiBelief", unit: PerAnnum.self, atRest: 0)
}

/// The AI investment boom: what hyperscalers spend above the 2019 trend of their capital expenditure.
///
///     I*   = I(0) [ω W + (1 − ω) stock rule] (p/p₀)^θ (rivals)^ρ E,   ω = e^(−t/τ)
///     W    ← W (1 + g/12)                                   guidance known at the opening, fading to g∞
///     rule = [δ (K − K₀) + (K₀ D e^(b h) − K)/h] / I(0)      towards the stock wanted for demand h years ahead
///     s    = log(demand) − log D,   log D ← log D + b/12 + α s,   b ← b + β s        beliefs moved by surprise
///     I    ← I + a (I* − I),   I ≤ cash flow · (1 + borrowing) − trend
///
/// A boom that only followed today's demand would end in a quarter: six companies spent many times what AI services sold.
/// So they build for demand years ahead, by the belief b which the opening's own pace reveals, b₀ = log(1 + h I(0)/K₀)/h,
/// and which moves with what demand turns out to be (exponential smoothing of level and trend). The price of AI equity and
/// what rivals do move the wish; cash flow and credit bound it. Machines that would stand in the dark are not ordered: E is the share
/// of compute that has power.
///
/// Most hardware is imported, so the direct share in growth is net of imports. Compute is added to the real row; what wears
/// out of the opening's the trend replaces, so only what the boom added wears out here. The rest buys structures. All of it
/// flows as `computeInvestment`, so that what the boom demands of each industry can be told from the trend's.
/// Off means the belief of 2019: capital expenditure stays on its old trend, and compute neither grows nor wears out.
///
/// Ignores: queues for chips, leases, support by policy.
///
/// Sees: the price of AI equity, demand for compute and its power, earnings, what policy adds to the wish. Does: buys hardware and structures; says the pace of capex,
/// the growth of compute, and what demand growth is believed in. Verified by: `AICapexTests`.
public struct AICapex: Mechanism, ParameterSet {
  public static let name = "aiCapex"
  public static let systems = ["S7", "S12"]
  public static let sees: [Observable] = [.logPrice, .computeDemand, .energisedShare, .earningsGrowth, .aiSupport]
  public static let says: [Observable] = [.aiCapexRate, .computeGrowth, .aiBelief]

  @Parameter(
    "Growth of the boom that companies guided to, a year.", range: .percent(-50) ... .percent(100),
    source: .assumed(
      because: "third-quarter 2025 calls spoke of notably larger 2026 budgets; consensus in November was about +30 %"))
  public var guidance: Rate = .percent(30)

  @Parameter(
    "Growth that guided growth fades towards, a year.", range: .percent(-5) ... .percent(20),
    source: .assumed(because: "growth of nominal output and a little more"))
  public var settledGrowth: Rate = .percent(5)

  @Parameter(
    "Yearly fading of guided growth towards its settled rate.", range: .percent(0) ... .percent(100),
    source: .paper(
      "Odlyzko (2010), Collective hallucinations and inefficient markets",
      at: "railway building of the 1840s fell within three years"))
  public var fading: Share = .percent(40)

  @Parameter(
    "Months after which guidance counts for a third, and beliefs for the rest.", range: MonthSpan(1)...MonthSpan(1200),
    source: .release("companies", series: "third-quarter 2025 calls guide to budgets of the next year", asOf: "2025-10")
  )
  public var guided: MonthSpan = MonthSpan(12)

  @Parameter(
    "Months ahead for whose demand compute is built.", range: MonthSpan(12)...MonthSpan(84),
    source: .release(
      "companies",
      series: "capacity contracted ahead: Oracle and OpenAI over five years from 2027, sites planned to 2028",
      asOf: "2025-09"))
  public var planning: MonthSpan = MonthSpan(48)

  @Parameter(
    "Share of a surprise in demand taken into its level each month.", range: .percent(1) ... .percent(100),
    source: .paper("Coibion and Gorodnichenko (2015), AER 105(8)", at: "information rigidity: half in a quarter"))
  public var learning: Share = .percent(20)

  @Parameter(
    "Share of a surprise in demand taken into its believed growth, a year for a month's.",
    range: .percent(0) ... .percent(200),
    source: .paper("Greenwood and Hanson (2015), QJE 130(1)", at: "firms extrapolate demand when they build"))
  public var extrapolation: Share = .percent(30)

  @Parameter(
    "Elasticity of wanted capex to the price of AI equity.", range: Share(0)...Share(2),
    source: .paper("Philippon (2009), QJE 124(3)", at: "investment and Tobin's q"))
  public var valuation: Share = Share(0.5)

  @Parameter(
    "Elasticity of a firm's wanted capex to its rivals' over its own, against the opening.",
    range: Share(0)...Share(1),
    source: .paper("Bustamante and Frésard (2021), Management Science 67(7)", at: "investment responds to peers'"))
  public var rivalry: Share = Share(0.2)

  @Parameter(
    "Share of the gap to wanted capex closed in a month.", range: .percent(2) ... .percent(100),
    source: .assumed(because: "orders are placed two to four quarters ahead"))
  public var adjustment: Share = .percent(20)

  @Parameter(
    "Operating cash flow over revenue.", range: .percent(5) ... .percent(80),
    source: .release("SEC EDGAR", series: "operating cash flow over revenue of the six, 10-K", asOf: "2024"))
  public var cashMargin: Share = .percent(33)

  @Parameter(
    "What is borrowed in a year over operating cash flow, at most.", range: .percent(0) ... .percent(300),
    source: .release(
      "companies", series: "bonds and leases of Meta, Oracle, Alphabet and Amazon, second half of 2025, over cash flow",
      asOf: "2025-11"))
  public var borrowing: Share = .percent(40)

  @Parameter(
    "Share of capex spent on accelerators, servers and networks.", range: .percent(20) ... .percent(90),
    source: .release("Alphabet", series: "third-quarter 2025 call: about 60 % of capex is servers", asOf: "2025-10-29"))
  public var hardware: Share = .percent(60)

  @Parameter(
    "Share of hardware that is imported.", range: .percent(20) ... .percent(100),
    source: .release("BEA", series: "computers and peripherals, imports over domestic absorption", asOf: "2025"))
  public var importShare: Share = .percent(80)

  @Parameter(
    "Depreciation of compute, a year.", range: .percent(5) ... .percent(60),
    source: .release(
      "SEC EDGAR", series: "useful lives of servers in 10-K: Amazon 5 years, Meta 5.5, Alphabet and Microsoft 6",
      asOf: "2025"))
  public var depreciation: Rate = .percent(20)

  public static let all: [Field<Self>] = [
    Field("guidance", \.$guidance), Field("settledGrowth", \.$settledGrowth), Field("fading", \.$fading),
    Field("guided", \.$guided), Field("planning", \.$planning), Field("learning", \.$learning),
    Field("extrapolation", \.$extrapolation), Field("valuation", \.$valuation), Field("rivalry", \.$rivalry),
    Field("adjustment", \.$adjustment), Field("cashMargin", \.$cashMargin), Field("borrowing", \.$borrowing),
    Field("hardware", \.$hardware), Field("importShare", \.$importShare), Field("depreciation", \.$depreciation),
  ]

  /// Spending a year, the guided wish, what is believed of demand, and the opening's price, compute and pace.
  public struct State: Codable, Sendable {
    var pace: [Double]
    var wish: Double
    var growth: Double
    /// The logarithm of expected demand over the opening's, and its believed growth a year.
    var demand, belief: Double
    var logPrice: Double
    var compute: Int64
    /// What the boom spends on hardware in a year over compute in place, at the opening.
    var rate: Double
    var months: Int
  }

  /// Dollars a year above the 2019 trend at the opening, by firm, at national scale.
  let levels: [Double]
  let structures: SpendingBasket
  let information: InformationSales
  /// Revenue and trend capex of each firm, dollars a year; none leaves spending without a bound.
  let funding: [Funding]

  /// What bounds a firm's spending.
  public struct Funding: Sendable {
    public let revenue, trend: Double
    public init(revenue: Double, trend: Double) { (self.revenue, self.trend) = (revenue, trend) }
  }

  public init(
    levels: [Double], structures: SpendingBasket, information: InformationSales, funding: [Funding] = []
  ) {
    (self.levels, self.structures, self.information, self.funding) = (levels, structures, information, funding)
  }

  public func opening(_ view: borrowing View) -> State {
    let stock = max(1, view.value(.compute, .aiFirms).dollars * view.scale)
    let rate = hardware.value * levels.reduce(0, +) / stock
    return State(
      pace: levels, wish: 1, growth: guidance.value, demand: 0,
      belief: Elementary.log(1 + years * max(0, rate)) / years, logPrice: view[.logPrice, 0],
      compute: max(1, view.quantity(.compute, .aiFirms)), rate: rate, months: 0)
  }

  private var years: Double { planning.value / 12 }

  // MARK: A month

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let pull =
      Elementary.exp(valuation.value * (view[.logPrice, 0] - state.logPrice) + view[.aiSupport]) * view[.energisedShare]
    let wanted = wish(view, &state) * pull
    let pulls = rivals(state.pace)
    for index in levels.indices {
      let aim = min(levels[index] * wanted * pulls[index], bound(index, view))
      state.pace[index] += adjustment.value * (max(0, aim) - state.pace[index])
      try spend(state.pace[index] / 12 / view.scale, Holder(.aiFirms, index), view, &turn)
    }
    wearOut(view, state, &turn)
    turn.say(.aiCapexRate, state.pace.reduce(0, +))
    turn.say(.computeGrowth, Double(view.quantity(.compute, .aiFirms)) / Double(state.compute))
    turn.say(.aiBelief, state.belief)
  }

  /// Wanted capex over the opening's: guidance at first, then the stock that beliefs ask for.
  private func wish(_ view: borrowing View, _ state: inout State) -> Double {
    let weight = Elementary.exp(-Double(state.months) / guided.value)
    state.months += 1
    state.wish *= 1 + state.growth / 12
    state.growth += fading.value / 12 * (settledGrowth.value - state.growth)
    let surprise = Elementary.log(max(0.01, view[.computeDemand])) - state.demand
    state.demand += state.belief / 12 + learning.value * (surprise - state.belief / 12)
    state.belief = min(1, max(-1, state.belief + extrapolation.value * (surprise - state.belief / 12)))
    guard state.rate > 0 else { return state.wish }
    let stock = Double(view.quantity(.compute, .aiFirms)) / Double(state.compute)
    let ahead = Elementary.exp(min(5, state.demand + state.belief * years))
    let rule = (depreciation.value * (stock - 1) + (ahead - stock) / years) / state.rate
    return weight * state.wish + (1 - weight) * max(0, rule)
  }

  /// How far each firm is pulled by what the others spend over their opening, against its own.
  private func rivals(_ pace: [Double]) -> [Double] {
    let (spent, opened) = (pace.reduce(0, +), levels.reduce(0, +))
    return levels.indices.map { index in
      let (others, theirs) = (spent - pace[index], opened - levels[index])
      guard others > 0, theirs > 0, pace[index] > 0, levels[index] > 0 else { return 1 }
      let ratio = (others / theirs) / (pace[index] / levels[index])
      return Elementary.pow(min(4, max(0.25, ratio)), rivalry.value)
    }
  }

  /// What cash flow and credit leave above the trend, a year.
  private func bound(_ index: Int, _ view: borrowing View) -> Double {
    guard funding.indices.contains(index) else { return .greatestFiniteMagnitude }
    let cash = cashMargin.value * funding[index].revenue * max(0, view[.earningsGrowth, 0])
    return max(levels[index], cash * (1 + borrowing.value) - funding[index].trend)
  }

  private func spend(_ dollars: Double, _ firm: Holder, _ view: borrowing View, _ turn: inout Turn) throws {
    let amount = try Money(dollars: max(0, dollars))
    let parts = amount.split(by: [
      hardware.value * importShare.value, hardware.value * (1 - importShare.value), 1 - hardware.value,
    ])
    let credit = Shortfall.orBorrow(.corporateLoans, from: view.bank(of: firm))
    turn.pay(parts[0], from: firm, to: Holder(.restOfWorld), as: .computeInvestment, ifShort: credit)
    turn.sell(
      parts[1], .electronicsAndHardware, to: firm, as: .computeInvestment, information: information, ifShort: credit)
    turn.buy(parts[2], structures, by: firm, as: .computeInvestment, information: information, ifShort: credit)
    turn.produce(try view.price(.compute).units(for: parts[0].cents + parts[1].cents), .compute, by: firm)
    turn.produce(try view.price(.plant).units(for: parts[2].cents), .plant, by: firm)
  }

  /// What the boom added wears out, each firm's in proportion to what it has.
  private func wearOut(_ view: borrowing View, _ state: State, _ turn: inout Turn) {
    let all = Double(view.quantity(.compute, .aiFirms))
    let added = max(0, all - Double(state.compute))
    guard added > 0 else { return }
    for index in levels.indices {
      let firm = Holder(.aiFirms, index)
      turn.consume(
        Int64(Double(view.units(.compute, of: firm)) * (added / all * depreciation.value / 12)), .compute, by: firm)
    }
  }
}

extension AICapex {
  /// Domestic output of each industry that a dollar of the boom demands, product taxes included in the dollar.
  ///
  ///     share_j = hardware (1 − imported) [j makes electronics] + (1 − hardware) structures_j
  public var domesticShares: [Double] {
    Industry.allCases.map { industry in
      let made = industry == .electronicsAndHardware ? hardware.value * (1 - importShare.value) : 0
      return made + (1 - hardware.value) * max(0, structures.domestic[industry.rawValue])
    }
  }

  /// The share of a dollar of the boom that is tax on products.
  public var productTaxes: Double { (1 - hardware.value) * max(0, structures.productTaxes) }
}
