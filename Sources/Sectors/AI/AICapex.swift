import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Capital expenditure of the AI firms above its 2019 trend, dollars a year at national scale.
  public static let aiCapexRate = Observable("aiCapexRate", unit: DollarsPerAnnum.self, atRest: 0)
  /// Compute in service over its opening value.
  public static let computeGrowth = Observable("computeGrowth", unit: Dimensionless.self, atRest: 1)
}

/// The AI investment boom: what hyperscalers spend above the 2019 trend of their capital expenditure.
///
///     I* = I(0) · (1 + g)^t · (p / p₀)^θ,   I ← I + a (I* − I),   paid up to cash plus credit
///
/// Guidance known at the opening gives g; the price of AI equity moves the wish. Most hardware is imported, so the direct
/// share in growth is net of imports. Compute is added to the real row and depreciates fast; the rest buys structures.
/// All of it flows as `computeInvestment`, so that what the boom demands of each industry can be told from the trend's.
/// Off means the belief of 2019: capital expenditure stays on its old trend, and compute neither grows nor wears out.
///
/// Ignores: queues for power and chips, leases, rivals' plans.
///
/// Sees: the price of AI equity. Does: buys hardware and structures; says the pace of capex and the growth of compute.
/// Verified by: `AICapexTests`.
public struct AICapex: Mechanism, ParameterSet {
  public static let name = "aiCapex"
  public static let systems = ["S7"]
  public static let sees: [Observable] = [.logPrice]
  public static let says: [Observable] = [.aiCapexRate, .computeGrowth]

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
    source: .assumed(because: "buildouts of canals, railways and fibre decelerated within three years"))
  public var fading: Share = .percent(40)

  @Parameter(
    "Elasticity of wanted capex to the price of AI equity.", range: Share(0)...Share(2),
    source: .paper("Philippon (2009), QJE 124(3)", at: "investment and Tobin's q"))
  public var valuation: Share = Share(0.5)

  @Parameter(
    "Share of the gap to wanted capex closed in a month.", range: .percent(2) ... .percent(100),
    source: .assumed(because: "orders are placed two to four quarters ahead"))
  public var adjustment: Share = .percent(20)

  @Parameter(
    "Share of capex spent on accelerators, servers and networks.", range: .percent(20) ... .percent(90),
    source: .assumed(because: "company breakdowns of short-lived assets, about three fifths in 2025"))
  public var hardware: Share = .percent(60)

  @Parameter(
    "Share of hardware that is imported.", range: .percent(20) ... .percent(100),
    source: .release("BEA", series: "computers and peripherals, imports over domestic absorption", asOf: "2025"))
  public var importShare: Share = .percent(80)

  @Parameter(
    "Depreciation of compute, a year.", range: .percent(5) ... .percent(60),
    source: .assumed(because: "five to six years of book life, faster economic obsolescence"))
  public var depreciation: Rate = .percent(20)

  public static let all: [Field<Self>] = [
    Field("guidance", \.$guidance), Field("settledGrowth", \.$settledGrowth), Field("fading", \.$fading),
    Field("valuation", \.$valuation),
    Field("adjustment", \.$adjustment), Field("hardware", \.$hardware), Field("importShare", \.$importShare),
    Field("depreciation", \.$depreciation),
  ]

  /// Spending a year and the opening's price and compute.
  public struct State: Codable, Sendable {
    var pace: [Double]
    var wish: Double
    var growth: Double
    var logPrice: Double
    var compute: Int64
  }

  /// Dollars a year above the 2019 trend at the opening, by firm, at national scale.
  let levels: [Double]
  let structures: SpendingBasket
  let information: InformationSales
  public init(levels: [Double], structures: SpendingBasket, information: InformationSales) {
    (self.levels, self.structures, self.information) = (levels, structures, information)
  }

  public func opening(_ view: borrowing View) -> State {
    State(
      pace: levels, wish: 1, growth: guidance.value, logPrice: view[.logPrice, 0],
      compute: max(1, view.quantity(.compute, .aiFirms)))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    state.wish *= 1 + state.growth / 12
    state.growth += fading.value / 12 * (settledGrowth.value - state.growth)
    let wanted = state.wish * Elementary.exp(valuation.value * (view[.logPrice, 0] - state.logPrice))
    for index in levels.indices {
      state.pace[index] += adjustment.value * (levels[index] * wanted - state.pace[index])
      try spend(state.pace[index] / 12 / view.scale, Holder(.aiFirms, index), view, &turn)
    }
    turn.say(.aiCapexRate, state.pace.reduce(0, +))
    turn.say(.computeGrowth, Double(view.quantity(.compute, .aiFirms)) / Double(state.compute))
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
    turn.consume(Int64(Double(view.units(.compute, of: firm)) * depreciation.value / 12), .compute, by: firm)
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
