import Quantities
import Simulation
import Statistics

/// What power costs, over the opening's price and at constant prices.
///
///     capacity  ← capacity + (clip(exp(−k (slack − 1)), floor, cap) − capacity)/12    yearly auctions, with their collar
///     energy    = slack^−η                                      dearer plants run when there is less to spare
///     wholesale = (1 − θ) energy + θ capacity
///     cost_s    ← cost_s + (1 + γ (wholesale − 1) − cost_s)/lag
///
/// Slack is firm capacity over peak against the opening's, as the energy limit feels it; without the limit it stands still
/// and so does the price. Data centres buy at wholesale, without the lag of a rate case.
///
/// Ignores: fuel prices of their own, wires, subsidies, regions.
///
/// Sees: slack, the price level. Does: says the prices of capacity and of power. Verified by: `PowerPriceTests`.
public struct PowerPrice: Mechanism, ParameterSet {
  public static let name = "powerPrice"
  public static let sees: [Observable] = [.powerSlack, .priceLevel]
  public static let says: [Observable] = [.capacityPrice, .wholesalePower, .powerCost, .householdPowerPrice]

  @Parameter(
    "Fall of the logarithm of the capacity price for one more unit of slack: k.", range: Share(0)...Share(200),
    source: .release(
      "PJM", series: "base residual auctions: 28.92 $/MW-day at a margin of 20.4 %, 333.44 at 14.8 %",
      asOf: "2025-12-17"))
  public var steepness: Share = Share(44)

  @Parameter(
    "Lowest capacity price over the opening's.", range: .percent(0) ... .percent(100),
    source: .rule("FERC, docket ER25-1357: PJM price collar of about 175 to 325 $/MW-day, against 269.92 in 2025/26"))
  public var floor: Share = .percent(65)

  @Parameter(
    "Highest capacity price over the opening's.", range: .percent(100) ... .percent(2000),
    source: .release("PJM", series: "base residual auction 2027/28 at its cap, 333.44 over 269.92", asOf: "2025-12-17"))
  public var cap: Share = .percent(124)

  @Parameter(
    "Elasticity of the price of energy to slack: η.", range: Share(0)...Share(10),
    source: .paper("Borenstein, Bushnell and Wolak (2002), AER 92(5)", at: "slope of marginal cost below scarcity"))
  public var stack: Share = Share(1.5)

  @Parameter(
    "Share of capacity in the wholesale price: θ.", range: .percent(0) ... .percent(60),
    source: .release(
      "Monitoring Analytics", series: "State of the Market for PJM, capacity over total cost of wholesale power",
      asOf: "2025"))
  public var capacityShare: Share = .percent(15)

  @Parameter(
    "Share of generation in what a customer pays: γ.", range: .percent(10) ... .percent(100),
    source: .release("EIA", series: "Annual Energy Outlook, components of the price of electricity", asOf: "2023"))
  public var generationShare: Share = .percent(59)

  @Parameter(
    "Months in which retail rates follow wholesale prices.", range: MonthSpan(1)...MonthSpan(60),
    source: .release("EEI", series: "Rate Review, average regulatory lag of rate cases", asOf: "2024"))
  public var lag: MonthSpan = MonthSpan(10)

  public static let all: [Field<Self>] = [
    Field("steepness", \.$steepness), Field("floor", \.$floor), Field("cap", \.$cap), Field("stack", \.$stack),
    Field("capacityShare", \.$capacityShare), Field("generationShare", \.$generationShare), Field("lag", \.$lag),
  ]

  /// The price of capacity, and the cost of what rate cases set, over the opening's.
  public struct State: Codable, Sendable { var capacity, regulated: Double }

  /// Dollars a kilowatt-hour that households pay at the opening.
  let household: Double
  public init(grid: PowerGrid) { household = grid.price[PowerUser.households.rawValue] }

  public func opening(_ view: borrowing View) -> State { State(capacity: 1, regulated: 1) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let slack = max(0.2, view[.powerSlack])
    let scarce = Elementary.exp(min(20, max(-20, -steepness.value * (slack - 1))))
    state.capacity += (min(cap.value, max(floor.value, scarce)) - state.capacity) / 12
    let energy = Elementary.pow(slack, -stack.value)
    let wholesale = (1 - capacityShare.value) * energy + capacityShare.value * state.capacity
    let passed = 1 + generationShare.value * (wholesale - 1)
    state.regulated += (passed - state.regulated) / lag.value
    turn.say(.capacityPrice, state.capacity)
    turn.say(.wholesalePower, wholesale)
    for user in PowerUser.allCases {
      turn.say(.powerCost, at: user.rawValue, user == .dataCentres ? passed : state.regulated)
    }
    turn.say(.householdPowerPrice, household * view[.priceLevel] * state.regulated)
  }
}
