import Accounting
import Quantities
import Simulation
import Statistics

extension Observable {
  /// The length of tasks, in minutes of human work, at which AI succeeds half the time. At rest it is METR's 50 % horizon of
  /// Claude Opus 4.5, 2025-11-24.
  public static let taskHorizon = Observable("taskHorizon", unit: Minutes.self, atRest: 293)
  /// The price of a task done by AI over the opening's.
  public static let taskPrice = Observable("taskPrice", unit: Dimensionless.self, atRest: 1)
  /// Compute that has power over the opening's.
  public static let computeDelivered = Observable("computeDelivered", unit: Dimensionless.self, atRest: 1)
  /// Compute that would be used at the opening's price, over the opening's.
  public static let computeDemand = Observable("computeDemand", unit: Dimensionless.self, atRest: 1)
  /// Sales of AI services, dollars a year at national scale; what automation pays included.
  public static let aiRevenue = Observable("aiRevenue", unit: DollarsPerAnnum.self, atRest: 0)
}

public enum Minutes: MeasurementUnit { public static let symbol = "min" }

/// What AI can do, what a task costs, and what AI services sell.
///
///     H = H(0) · 2^(t/T)                                     capability: the length of task it does
///     rental = (demand / delivered)^ξ                        dear where compute, or its power, is short
///     p = [(1 − s) rental + s power] / e^(ηt)                mark-up over rental and power, falling with efficiency
///     A ← A (1 + g/12 / rental),   g fades to g∞             use grows, more slowly where compute is dear
///     demand = (1 − ω)(1 + g∞)^t + ω A,   sales = S(0) · A · P + what automation pays
///
/// The mark-up is constant, so it falls out of a price over the opening's. Users spend the same share on AI whatever its
/// price: sales follow use. What firms already pay at the opening is in the input-output table; they pay here what is more.
///
/// Ignores: what AI is used for by households, rivals' prices, training against use, quality at a given price.
///
/// Sees: compute, its power, the price of power and of output, what automation pays. Does: firms and governments pay the AI
/// firms; says capability, the price of a task, compute delivered and demanded, sales. Verified by: `AIServicesTests`.
public struct AIServices: Mechanism, ParameterSet {
  public static let name = "aiServices"
  public static let sees: [Observable] = [
    .computeGrowth, .energisedShare, .powerCost, .priceLevel, .automationSpending,
  ]
  public static let says: [Observable] = [.taskHorizon, .taskPrice, .computeDelivered, .computeDemand, .aiRevenue]

  @Parameter(
    "Months in which the length of task doubles.", range: MonthSpan(2)...MonthSpan(240),
    source: .paper("Kwa et al. (2025), Measuring AI Ability to Complete Long Tasks", at: "seven months since 2019"))
  public var doubling: MonthSpan = MonthSpan(7)

  @Parameter(
    "Growth of what a unit of compute does for a task, a year, in logs.", range: Rate(0)...Rate(4),
    source: .paper("Ho et al. (2024), Algorithmic progress in language models", at: "compute halves every eight months")
  )
  public var efficiency = Rate(1.04)

  @Parameter(
    "Elasticity of the rental of compute to demand over supply: ξ.", range: Share(0)...Share(2),
    source: .assumed(
      because: "H100 rentals fell by two thirds while supply of accelerators grew fourfold, 2023 to 2025"))
  public var scarcity: Share = Share(0.7)

  @Parameter(
    "Share of power in the cost of compute.", range: .percent(1) ... .percent(50),
    source: .release(
      "Epoch AI",
      series: "Frontier Data Centers: 38 kW of machines a million dollars at 8.6 cents, over a rental of 33 %",
      asOf: "2026-05"))
  public var powerShare: Share = .percent(6)

  @Parameter(
    "Growth of use at the opening, a year.", range: .percent(-50) ... .percent(300),
    source: .release(
      "Alphabet", series: "third-quarter 2025 results: cloud backlog, growth over a year", asOf: "2025-09-30"))
  public var growth: Rate = .percent(82)

  @Parameter(
    "Growth that use fades towards, a year.", range: .percent(-5) ... .percent(30),
    source: .release(
      "CBO", series: "Economic Outlook, growth of nominal output and of information investment", asOf: "2025-09"))
  public var settledGrowth: Rate = .percent(5)

  @Parameter(
    "Yearly fading of the growth of use.", range: .percent(0) ... .percent(100),
    source: .paper("Comin and Hobijn (2010), AER 100(5)", at: "diffusion of technologies is logistic"))
  public var fading: Share = .percent(40)

  @Parameter(
    "Sales of AI services at the opening.", range: AnnualAmount(0)...AnnualAmount(1e12),
    source: .release(
      "companies", series: "run rates: Microsoft AI 26, OpenAI 13, Anthropic 7 billion dollars", asOf: "2025-10"))
  public var sales = AnnualAmount(46e9)

  @Parameter(
    "Share of compute that AI services use at the opening: ω.", range: .percent(0) ... .percent(100),
    source: .release(
      "companies", series: "sales of AI services over a rental of 33 % of compute in place", asOf: "2025-10"))
  public var share: Share = .percent(32)

  public static let all: [Field<Self>] = [
    Field("doubling", \.$doubling), Field("efficiency", \.$efficiency),
    Field("scarcity", \.$scarcity), Field("powerShare", \.$powerShare), Field("growth", \.$growth),
    Field("settledGrowth", \.$settledGrowth), Field("fading", \.$fading), Field("sales", \.$sales),
    Field("share", \.$share),
  ]

  /// Use over the opening's, its growth a year, and months since.
  public struct State: Codable, Sendable {
    var use, growth: Double
    var months: Int
  }

  let buyers: [PowerMarket.Buyer]
  let weights: [Double]
  /// - Parameters:
  ///   - buyers: who buys AI services, by its payroll.
  ///   - weights: the AI firms' weights among themselves.
  public init(buyers: [PowerMarket.Buyer], weights: [Double]) { (self.buyers, self.weights) = (buyers, weights) }

  public func opening(_ view: borrowing View) -> State { State(use: 1, growth: growth.value, months: 0) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    state.months += 1
    let years = Double(state.months) / 12
    let delivered = max(0.01, view[.computeGrowth] * view[.energisedShare])
    let legacy = Elementary.pow(1 + settledGrowth.value, years)
    let demand = (1 - share.value) * legacy + share.value * state.use
    let rental = Elementary.pow(max(0.01, demand / delivered), scarcity.value)
    let power = view[.powerCost, PowerUser.dataCentres.rawValue]
    let price = ((1 - powerShare.value) * rental + powerShare.value * power) * Elementary.exp(-efficiency.value * years)
    let sold = sales.value * state.use * view[.priceLevel]
    turn.say(
      .taskHorizon, Observable.taskHorizon.atRest * Elementary.pow(2, min(60, Double(state.months) / doubling.value)))
    turn.say(.taskPrice, price)
    turn.say(.computeDelivered, delivered)
    turn.say(.computeDemand, demand)
    turn.say(.aiRevenue, sold + view[.automationSpending])
    try collect(sold - sales.value * view[.priceLevel], view, &turn)
    state.use *= 1 + max(-0.5, state.growth / 12 / max(0.2, rental))
    state.growth += fading.value / 12 * (settledGrowth.value - state.growth)
  }

  /// Buyers pay for what they use beyond the opening, a month of a yearly sum at national scale.
  private func collect(_ dollars: Double, _ view: borrowing View, _ turn: inout Turn) throws {
    try turn.collect(dollars / 12 / view.scale, from: buyers, for: weights, view)
  }
}

public typealias TaskLength = Quantity<Minutes>

extension Turn {
  /// Buyers pay the AI firms a sum for their services: each its share by weight, to each firm by its own.
  mutating func collect(
    _ dollars: Double, from buyers: [PowerMarket.Buyer], for weights: [Double], _ view: borrowing View
  ) throws {
    guard dollars > 0 else { return }
    let parts = try Money(dollars: dollars).split(by: buyers.map(\.weight))
    for (buyer, part) in zip(buyers, parts) {
      for (index, amount) in part.split(by: weights).enumerated() where index < view.members(.aiFirms) {
        pay(
          amount, from: buyer.holder, to: Holder(.aiFirms, index), as: .intermediateInputs,
          ifShort: .orBorrow(.corporateLoans, from: view.bank(of: buyer.holder)))
      }
    }
  }
}
