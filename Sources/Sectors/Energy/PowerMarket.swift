import Accounting
import Markets
import Quantities
import Simulation
import Statistics

/// Power is made, used and lost, and what it costs beyond the opening is paid.
///
///     use_s = use_s(0) · (1 + g)^t · cost_s^−ε                       households, commerce, industry
///     use_d = other + compute in place · energised share · hours     data centres
///     Σ generated + imports = Σ used + lost                          to the megawatt-hour
///     margin = firm / [h · (peak − data centres) + d · data centres] / (1 − response) − 1
///
/// Industry and households already pay for the opening's power at the going price level: that is in their input-output
/// coefficients and their basket. They pay here what differs from it; the AI firms pay for every kilowatt-hour that their
/// compute takes beyond the opening's. The margin is that of a hub with its own firm capacity, a share h of the nation's grid and d of its data
/// centres. It is paid to the energy industry in the flow `power`, which is a price and no product: product does not count it.
///
/// Ignores: seasons and hours, congestion, which plant is on the margin, what firms pass on.
///
/// Sees: capacity, costs, activity of compute, price level. Does: AI firms, firms and governments pay the energy industry;
/// says energy by source and user, the margin, and what households owe. Verified by: `PowerMarketTests`.
public struct PowerMarket: Mechanism, ParameterSet {
  public static let name = "powerMarket"
  public static let sees: [Observable] = [
    .generatingCapacity, .firmCapacity, .powerCost, .capacityPrice, .computeGrowth, .energisedShare, .priceLevel,
  ]
  public static let says: [Observable] = [
    .generation, .powerUse, .powerLost, .powerImports, .reserveMargin, .powerSurcharge,
  ]

  @Parameter(
    "Growth of demand outside the AI firms' data centres, a year.", range: .percent(-2) ... .percent(5),
    source: .release("EIA", series: "Monthly Energy Review table 7.2a, net generation, 2005 to 2023", asOf: "2023"))
  public var growth: Rate = .percent(0.2)

  @Parameter(
    "Elasticity of demand to the price of power.", range: Share(0)...Share(1),
    source: .paper("Labandeira, Labeaga and López-Otero (2017), Energy Policy 102", at: "electricity, short term"))
  public var elasticity: Share = Share(0.126)

  @Parameter(
    "Share of the peak that customers are paid to shed, at the opening's price of capacity.",
    range: .percent(0) ... .percent(30),
    source: .release(
      "FERC", series: "Assessment of Demand Response and Advanced Metering, share of peak demand", asOf: "2024"))
  public var demandResponse: Share = .percent(6.5)

  public static let all: [Field<Self>] = [
    Field("growth", \.$growth), Field("elasticity", \.$elasticity), Field("demandResponse", \.$demandResponse),
  ]

  /// A buyer of power for commerce or industry and its weight among them.
  public struct Buyer: Sendable {
    public let holder: Holder
    public let weight: Double
    public init(_ holder: Holder, weight: Double) { (self.holder, self.weight) = (holder, weight) }
  }

  let grid: PowerGrid
  let buyers: [Buyer]
  /// Weights of the AI firms among themselves.
  let weights: [Double]
  public init(grid: PowerGrid, buyers: [Buyer], weights: [Double]) {
    (self.grid, self.buyers, self.weights) = (grid, buyers, weights)
  }

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let grown = Elementary.pow(1 + growth.value, Double(view.step) / 252)
    let compute = grid.hoursOfUse * Double(grid.dataCentres.accelerators) * view[.computeGrowth] * view[.energisedShare]
    let demand = PowerUser.allCases.map { user -> Double in
      guard user != .dataCentres else { return compute + grid.otherDataCentres * grown }
      let answer = Elementary.pow(max(0.05, view[.powerCost, user.rawValue]), -elasticity.value)
      return Double(grid.use[user.rawValue]) * grown * answer
    }
    let balance = PowerBalance(
      demand: demand.map(PowerMarket.megawattHours), available: available(view), imports: grid.imports,
      losses: grid.losses)
    turn.say(.generation, each: balance.generated.map { Double($0) / 1e6 })
    turn.say(.powerUse, each: balance.used.map { Double($0) / 1e6 })
    turn.say(.powerLost, Double(balance.lost) / 1e6)
    turn.say(.powerImports, Double(balance.imports) / 1e6)
    turn.say(.reserveMargin, margin(view, balance))
    try bill(compute, grown, view, &turn)
  }

  private static func megawattHours(_ value: Double) -> Int64 { Int64(max(0, min(value, 1e15)).rounded()) }

  /// What each source can make in a year; gas and coal when they run most of the hours.
  private func available(_ view: borrowing View) -> [Int64] {
    PowerSource.allCases.map { source in
      let factor = source.isMustRun ? grid.plants[source.rawValue].capacityFactor : PowerMarket.mostHours
      return PowerMarket.megawattHours(view[.generatingCapacity, source.rawValue] * 8.76 * factor)
    }
  }

  /// The share of a year's hours that a gas or coal plant can run: what outages and maintenance leave.
  static let mostHours = 0.85

  /// Firm capacity over the peak of the hub, less one. Data centres draw the same all day.
  private func margin(_ view: borrowing View, _ balance: PowerBalance) -> Double {
    let centres = PowerUser.dataCentres.rawValue
    let opening = Double(grid.use[centres]) / 8.76
    let others = grid.use.indices.filter { $0 != centres }
    let rest = others.reduce(0) { $0 + Double(balance.used[$1]) } / others.reduce(0) { $0 + Double(grid.use[$1]) }
    let peak =
      grid.hubGrid * max(0, Double(grid.peak) - opening) * rest + grid.hubDataCentres * Double(balance.used[centres])
      / 8.76
    let shed = min(0.5, demandResponse.value * max(0, view[.capacityPrice]))
    return peak > 0 ? view[.firmCapacity, 1] / (peak * (1 - shed)) - 1 : 0
  }

  // MARK: Money

  private func bill(_ compute: Double, _ grown: Double, _ view: borrowing View, _ turn: inout Turn) throws {
    let level = view[.priceLevel] * 1000
    func surcharge(_ user: PowerUser) -> Double {
      let cost = max(0.05, view[.powerCost, user.rawValue])
      let price = grid.price[user.rawValue] * level
      return price * Double(grid.use[user.rawValue]) * grown * (Elementary.pow(cost, 1 - elasticity.value) - 1)
    }
    turn.say(.powerSurcharge, surcharge(.households))
    let all = buyers.reduce(0) { $0 + $1.weight }
    for buyer in buyers where all > 0 {
      let owed = (surcharge(.commerce) + surcharge(.industry)) * buyer.weight / all
      try settle(owed / 12 / view.scale, buyer.holder, view, &turn)
    }
    let centres = PowerUser.dataCentres.rawValue
    let opening = grid.hoursOfUse * Double(grid.dataCentres.accelerators)
    let owed = grid.price[centres] * level * (max(0.05, view[.powerCost, centres]) * compute - opening)
    for index in 0..<min(weights.count, view.members(.aiFirms)) {
      try settle(owed / 12 / view.scale * weights[index], Holder(.aiFirms, index), view, &turn)
    }
  }

  /// A buyer pays the energy industry, or is paid back when its power costs less than its coefficients say.
  private func settle(_ dollars: Double, _ buyer: Holder, _ view: borrowing View, _ turn: inout Turn) throws {
    let amount = try Money(dollars: dollars)
    let energy = Holder(.energy)
    let (payer, payee) = amount >= .zero ? (buyer, energy) : (energy, buyer)
    turn.pay(
      amount >= .zero ? amount : -amount, from: payer, to: payee, as: .power,
      ifShort: .orBorrow(.corporateLoans, from: view.bank(of: payer)))
  }
}
