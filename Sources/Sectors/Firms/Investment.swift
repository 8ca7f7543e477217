import Accounting
import Markets
import Quantities
import Simulation
import Statistics

/// Firms, energy and AI firms replace and widen their plant.
///
///     I = I(0) · P · (1 + g)^t · activity^η · exp(−s (r − r₀)) · (q / q₀)^θ
///
/// with η the accelerator, r the long rate and q the price of the basket: dear equity makes investment cheaper. Plant
/// wears out at a constant rate. The AI firms' part here is capital expenditure at its 2019 trend; what they spend above
/// it is `aiCapex`. What a buyer gets from its own industry it pays for like any other good.
///
/// Ignores: delivery lags, irreversibility, the mix of equipment, software and structures by industry.
///
/// Sees: activity, the price level, the long rate, equity prices. Does: buys the investment basket, adds to plant,
/// wears plant out.
/// Verified by: `InvestmentTests`.
public struct Investment: Mechanism, ParameterSet {
  public static let name = "investment"
  public static let sees: [Observable] = [.activity, .priceLevel, .longRate, .logPrice]

  @Parameter(
    "Elasticity of investment to activity.", range: Share(0)...Share(4),
    source: .paper("Chirinko, Fazzari and Meyer (1999), J. Public Economics 74(1)", at: "sales accelerator"))
  public var accelerator: Share = Share(1.5)

  @Parameter(
    "Fall of investment for a point of long rate.", range: .percent(0) ... .percent(20),
    source: .paper("Gilchrist and Zakrajsek (2007), NBER WP 13174"))
  public var rateSensitivity: Share = .percent(4)

  @Parameter(
    "Elasticity of investment to the price of equity.", range: Share(0)...Share(1),
    source: .paper("Philippon (2009), QJE 124(3)", at: "investment and Tobin's q"))
  public var valuation: Share = Share(0.15)

  @Parameter(
    "Depreciation of plant, a year.", range: .percent(2) ... .percent(20),
    source: .release(
      "BEA", series: "consumption of fixed capital over private nonresidential fixed assets", asOf: "2024"))
  public var depreciation: Rate = .percent(9)

  @Parameter(
    "Depreciation of power plant, a year.", range: .percent(1) ... .percent(10),
    source: .release(
      "BEA", series: "fixed-asset depreciation rates: electric light and power structures 2.1 %, turbines 5.2 %",
      asOf: "2003"))
  public var powerDepreciation: Rate = .percent(3)

  @Parameter(
    "Real growth of investment at constant activity, a year.", range: .percent(-2) ... .percent(8),
    source: .release("BEA", series: "real private nonresidential fixed investment, 2005-2024 mean", asOf: "2024"))
  public var growth: Rate = .percent(2.2)

  public static let all: [Field<Self>] = [
    Field("accelerator", \.$accelerator), Field("rateSensitivity", \.$rateSensitivity),
    Field("valuation", \.$valuation),
    Field("depreciation", \.$depreciation), Field("powerDepreciation", \.$powerDepreciation),
    Field("growth", \.$growth),
  ]

  /// Investment a year at the opening, at national scale, by buyer.
  public struct Levels: Sendable {
    public var byIndustry: [Double]
    public var aiFirms: [Double]
    public init(byIndustry: [Double], aiFirms: [Double]) { (self.byIndustry, self.aiFirms) = (byIndustry, aiFirms) }
  }

  /// The opening's long rate and log prices.
  public struct State: Codable, Sendable {
    var longRate: Double
    var logPrice: [Double]
  }

  let levels: Levels
  let technology: InputOutput
  let information: InformationSales
  public init(levels: Levels, technology: InputOutput, information: InformationSales) {
    (self.levels, self.technology, self.information) = (levels, technology, information)
  }

  public func opening(_ view: borrowing View) -> State {
    State(longRate: view[.longRate], logPrice: [view[.logPrice, 0], view[.logPrice, 1]])
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let years = Double(view.step) / 252
    let trend = view[.priceLevel] * Elementary.pow(1 + growth.value, years) / 12 / view.scale
    let rates = Elementary.exp(-rateSensitivity.value * 100 * (view[.longRate] - state.longRate))
    let q = [0, 1].map { Elementary.exp(valuation.value * (view[.logPrice, $0] - state.logPrice[$0])) }
    for industry in Industry.producers where levels.byIndustry[industry.rawValue] > 0 {
      let pull = Elementary.pow(max(0.05, view[.activity, industry.rawValue]), accelerator.value)
      let amount = try Money(dollars: levels.byIndustry[industry.rawValue] * trend * pull * rates * q[1])
      try invest(amount, industry.seller, view, &turn)
    }
    for (index, level) in levels.aiFirms.enumerated() {
      try invest(try Money(dollars: level * trend * rates * q[0]), Holder(.aiFirms, index), view, &turn)
    }
    wearOut(view, &turn)
  }

  /// Buys a mix of equipment, software and structures and adds it to the plant.
  private func invest(_ amount: Money, _ buyer: Holder, _ view: borrowing View, _ turn: inout Turn) throws {
    turn.buy(
      amount, technology.investment, by: buyer, as: .investment, information: information,
      ifShort: .orBorrow(.corporateLoans, from: view.bank(of: buyer)))
    let stock: Instrument = buyer.sector == .energy ? .powerPlant : .plant
    turn.produce(try view.price(stock).units(for: amount.cents), stock, by: buyer)
  }

  private func wearOut(_ view: borrowing View, _ turn: inout Turn) {
    for (sector, row, rate) in [
      (Sector.firms, Instrument.plant, depreciation), (.aiFirms, .plant, depreciation),
      (.energy, .powerPlant, powerDepreciation),
    ] {
      for index in 0..<view.members(sector) {
        let holder = Holder(sector, index)
        turn.consume(Int64(Double(view.units(row, of: holder)) * (rate.value / 12)), row, by: holder)
      }
    }
  }
}
