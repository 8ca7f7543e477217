import Accounting
import Markets
import Quantities
import Simulation
import Statistics

/// Firms, energy and AI firms replace and widen their plant.
///
///     I = I(0) · P A · i,   i ← i + (i* − i)/n
///     i* = activity^η · (A K(0)/K)^ψ · exp(−s (r − r₀) − c z + b m) · (q / q₀ P A)^θ
///
/// with η the accelerator, A output per worker, K plant, r the long rate, z tighter credit standards, m sentiment, and q
/// the price of the basket: dear equity makes investment cheaper. What is decided is spent over the
/// n months that planning, ordering and building take. Plant short of its share in output is made up. Plant
/// wears out at a constant rate. The AI firms' part here is capital expenditure at its 2019 trend; what they spend above
/// it is `aiCapex`. What a buyer gets from its own industry it pays for like any other good.
///
/// Ignores: irreversibility, the mix of equipment, software and structures by industry.
///
/// Sees: activity, prices and output per worker, the long rate, equity prices, shocks. Does: buys the investment basket, adds to plant,
/// wears plant out.
/// Verified by: `InvestmentTests`.
public struct Investment: Mechanism, ParameterSet {
  public static let name = "investment"
  public static let sees: [Observable] = [
    .activity, .corePriceLevel, .productivityLevel, .longRate, .logPrice, .shock, .capitalTightening,
  ]

  @Parameter(
    "Elasticity of investment to activity.", range: Share(0)...Share(4),
    source: .paper("Chirinko, Fazzari and Meyer (1999), J. Public Economics 74(1)", at: "sales accelerator"))
  public var accelerator: Share = Share(1.5)

  @Parameter(
    "Fall of investment for a point of long rate.", range: .percent(0) ... .percent(20),
    source: .paper(
      "Gilchrist and Zakrajsek (2007), NBER WP 13174",
      at: "a point of user cost lowers investment by .50 to .75 of a point of capital, of which it is about a tenth"))
  public var rateSensitivity: Share = .percent(6)

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
    "Elasticity of investment to the shortfall of plant from its share in output: ψ.", range: Share(0)...Share(2),
    source: .paper("Caballero (1994), Review of Economics and Statistics 76(1)", at: "a gap is closed over years"))
  public var catchUp: Share = Share(0.5)

  @Parameter(
    "Fall of investment for a standard deviation of tighter credit standards: c.", range: .percent(0) ... .percent(20),
    source: .paper(
      "Bassett, Chosak, Driscoll and Zakrajšek (2014), J. Monetary Economics 62",
      at: "a tightening shock lowers output by .75 %; investment swings 4.1 times as much as output (FRED-QD)"))
  public var creditSensitivity: Share = .percent(3.1)

  @Parameter(
    "Rise of investment for a rise of sentiment by one in logs: b.", range: Share(0)...Share(1),
    source: .paper(
      "Barsky and Sims (2012), AER 102(4)", at: "durables and investment move several times as much as consumption"))
  public var sentimentEffect: Share = Share(0.12)

  @Parameter(
    "Months from decision to spending, on average: n.", range: MonthSpan(1)...MonthSpan(48),
    source: .paper(
      "Koeva (2000), IMF WP 00/138",
      at: "about two years for plants, a fifth of investment; half a year taken for equipment and software"))
  public var gestation = MonthSpan(9)

  public static let all: [Field<Self>] = [
    Field("gestation", \.$gestation),
    Field("accelerator", \.$accelerator), Field("rateSensitivity", \.$rateSensitivity),
    Field("valuation", \.$valuation),
    Field("depreciation", \.$depreciation), Field("powerDepreciation", \.$powerDepreciation),
    Field("catchUp", \.$catchUp), Field("creditSensitivity", \.$creditSensitivity),
    Field("sentimentEffect", \.$sentimentEffect),
  ]

  /// Investment a year at the opening, at national scale, by buyer.
  public struct Levels: Sendable {
    public var byIndustry: [Double]
    public var aiFirms: [Double]
    public init(byIndustry: [Double], aiFirms: [Double]) { (self.byIndustry, self.aiFirms) = (byIndustry, aiFirms) }
  }

  /// The opening's long rate, log prices and plant by buyer, micro-units.
  public struct State: Codable, Sendable {
    var longRate: Double
    var logPrice: [Double]
    var plant: [Int64]
    /// i by industry and by AI firm; nil until decided for the first time.
    var pace: [Double?]
  }

  let levels: Levels
  let technology: InputOutput
  let information: InformationSales
  public init(levels: Levels, technology: InputOutput, information: InformationSales) {
    (self.levels, self.technology, self.information) = (levels, technology, information)
  }

  public func opening(_ view: borrowing View) -> State {
    State(
      longRate: view[.longRate], logPrice: [view[.logPrice, 0], view[.logPrice, 1]],
      plant: Industry.producers.map { Investment.plant(of: $0.seller, view) },
      pace: Array(repeating: nil, count: Industry.producers.count + levels.aiFirms.count))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let scale = view.outputScale
    let climate = Elementary.exp(
      -rateSensitivity.value * 100 * (view[.longRate] - state.longRate)
        - creditSensitivity.value * view.creditStandards
        + sentimentEffect.value * view[.shock, Shock.sentiment.rawValue])
    let q = [0, 1].map {
      Elementary.exp(valuation.value * (view[.logPrice, $0] - state.logPrice[$0] - Elementary.log(scale)))
    }
    let month = scale / 12 / view.scale
    func pace(_ place: Int, towards decided: Double) -> Double {
      let before = state.pace[place] ?? decided
      let now = before + (decided - before) / gestation.value
      state.pace[place] = now
      return now
    }
    for (place, industry) in Industry.producers.enumerated() where levels.byIndustry[industry.rawValue] > 0 {
      let pull = Elementary.pow(max(0.05, view[.activity, industry.rawValue]), accelerator.value)
      let gap = shortfall(of: industry.seller, from: state.plant[place], view)
      let decided = pull * gap * climate * q[1]
      let amount = try Money(dollars: levels.byIndustry[industry.rawValue] * month * pace(place, towards: decided))
      try invest(amount, industry.seller, view, &turn)
    }
    for (index, level) in levels.aiFirms.enumerated() {
      let pace = pace(Industry.producers.count + index, towards: climate * q[0])
      try invest(try Money(dollars: level * month * pace), Holder(.aiFirms, index), view, &turn)
    }
    wearOut(view, &turn)
  }

  private static func plant(of buyer: Holder, _ view: borrowing View) -> Int64 {
    view.units(buyer.sector == .energy ? .powerPlant : .plant, of: buyer)
  }

  /// (A K(0)/K)^ψ, one for a buyer that opened without plant.
  private func shortfall(of buyer: Holder, from opening: Int64, _ view: borrowing View) -> Double {
    let now = Investment.plant(of: buyer, view)
    guard opening > 0, now > 0 else { return 1 }
    return Elementary.pow(view[.productivityLevel] * Double(opening) / Double(now), catchUp.value)
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
