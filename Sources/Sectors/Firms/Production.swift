import Accounting
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Gross output by industry, dollars a year at the scale of the run and at current prices.
  public static let output = Observable("output", unit: DollarsPerAnnum.self, atRest: 0, width: .each(Industry.names))
  /// Final sales of each industry that firms expect, dollars a year at the scale of the run.
  public static let expectedSales = Observable(
    "expectedSales", unit: DollarsPerAnnum.self, atRest: 0, width: .each(Industry.names))
  /// Final sales of each industry that the month's output is made for.
  public static let plannedSales = Observable(
    "plannedSales", unit: DollarsPerAnnum.self, atRest: 0, width: .each(Industry.names))
  /// Real output by industry over its opening value, at output per worker as it is known.
  public static let workload = Observable(
    "workload", unit: Dimensionless.self, atRest: 1, width: .each(Industry.names))
  /// What firms expect of ``workload``: it follows with a lag.
  public static let activity = Observable("activity", unit: Dimensionless.self, atRest: 1, width: .each(Industry.names))
  /// The price level of consumption, one at the opening.
  public static let priceLevel = Observable("priceLevel", unit: Dimensionless.self, atRest: 1)
  /// Consumer price inflation over the last twelve months.
  public static let inflation = Observable("inflation", unit: PerAnnum.self, atRest: 0.029)
  /// Inflation over the last twelve months without what energy adds.
  public static let coreInflation = Observable("coreInflation", unit: PerAnnum.self, atRest: 0.029)
  /// The price level of domestic output without what energy adds, one at the opening.
  public static let corePriceLevel = Observable("corePriceLevel", unit: Dimensionless.self, atRest: 1)
  /// Prices of imports over those of domestic output, one at the opening.
  public static let importPrice = Observable("importPrice", unit: Dimensionless.self, atRest: 1)
  /// Output per worker over its opening value as far as everybody has learnt of it: trend, and its shock with a lag.
  public static let productivityLevel = Observable("productivityLevel", unit: Dimensionless.self, atRest: 1)
  /// The nominal wage level, one at the opening.
  public static let wageLevel = Observable("wageLevel", unit: Dimensionless.self, atRest: 1)
}

extension Industry {
  public static let names = allCases.map { "\($0)" }
}

/// Firms produce for the sales they plan, buy inputs and imports for it, and set prices and wages.
///
///     x  = L s                                     gross output for planned final sales s
///     s  = E[f] + correction of stocks             of what can be stored;  s = f₋₁ of all else
///     E[f] ← E[f] + a (f − E[f])                   expected sales follow actual ones, growing at trend; E[x] = L E[f]
///     Ā  = (1 + g)^t e^l,   l ← l + (a − l)/m      output per worker as learnt; a: the productivity shock
///     π  = π_e + κ (u* − u) + κ₁ n + λ c,   π_e = w π* + (1 − w) π₋₁
///     ŵ  = π_e + g + φ (u* − u) + κ₁ n − λ c,   c = log W/(P Ā) − Σ automation saving
///     n  = (v − u)⁺                                v: unfilled jobs over the labour force
///     P_c = P e^(σ m),   P_m = P e^(τ m)           consumption and import prices; m: the price of energy over P
///
/// c is the gap of labour cost over prices, closed from both sides: so the labour share comes back. Imported inputs cost
/// e^((1 − η) τ m) as much. The workload is output over consumption prices and learnt output per worker, one in the first
/// month whose sales were paid for, and activity what is expected of it: a surprise in output per worker is taken up by hours before staff follows. Nothing
/// bounds sales but n: once more jobs are open than people look for one, prices ration what cannot be made. The AI firms pay for their part of the information industry's inputs.
///
/// Ignores: stocks of materials, firms by size, purchases inside an industry.
///
/// Sees: unemployment and unfilled jobs, stocks, shocks and surprises, what automation takes off costs. Does: buys inputs and
/// imports, pays product taxes; says sales expected and planned, output, workload, activity, prices, output per worker
/// and wages.
/// Verified by: `ProductionTests`.
public struct Production: Mechanism, ParameterSet {
  public static let name = "production"
  public static let sees: [Observable] = [
    .unemployment, .unfilledJobs, .inventoryGap, .shock, .surprise, .automationSaving,
  ]
  public static let says: [Observable] = [
    .expectedSales, .plannedSales, .output, .workload, .activity, .priceLevel, .corePriceLevel, .importPrice,
    .inflation, .coreInflation,
    .productivityLevel, .wageLevel,
  ]

  @Parameter(
    "Share of a surprise in sales taken into expected sales each month.", range: .percent(5) ... .percent(100),
    source: .assumed(because: "half a year to adapt, as in Poledna et al. (2023) adaptive expectations"))
  public var adaptation: Share = .percent(30)

  @Parameter(
    "Trend growth of productivity.", range: .percent(0) ... .percent(4),
    source: .release("BLS", series: "nonfarm business labour productivity, 2005-2024 annual rate", asOf: "2024"))
  public var productivity: Rate = .percent(1.5)

  @Parameter(
    "Long-run inflation that expectations are anchored to.", range: .percent(0) ... .percent(5),
    source: .rule("FOMC Statement on Longer-Run Goals: 2 percent"))
  public var anchor: Rate = .percent(2)

  @Parameter(
    "Weight of the anchor in expected inflation.", range: .percent(0) ... .percent(100),
    source: .paper("Coibion and Gorodnichenko (2015), AEJ: Macroeconomics 7(1)"))
  public var anchoring: Share = .percent(70)

  @Parameter(
    "Response of inflation to a point of unemployment below its natural rate.", range: .percent(0) ... .percent(100),
    source: .paper("Hazell et al. (2022), QJE 137(3)", at: "slope of the Phillips curve"))
  public var slope: Share = .percent(20)

  @Parameter(
    "Response of wage growth to a point of unemployment below its natural rate.",
    range: .percent(0) ... .percent(200), source: .paper("Galí (2011), JEEA 9(3)", at: "wage Phillips curve"))
  public var wageSlope: Share = .percent(35)

  @Parameter(
    "Response of inflation to a point more of unfilled jobs than of unemployed: κ₁.",
    range: .percent(0) ... .percent(500),
    source: .release(
      "BLS, BEA", series: "JOLTS openings less unemployed 3.5 % of the labour force, core PCE inflation 5.6 %",
      asOf: "2022-03"))
  public var shortageSlope: Share = .percent(100)

  @Parameter(
    "Natural rate of unemployment.", range: .percent(2) ... .percent(8),
    source: .release("CBO", series: "noncyclical rate of unemployment", asOf: "2025"))
  public var naturalUnemployment: Share = .percent(4.3)

  @Parameter(
    "Share of producers' taxes that is federal: customs and excises.", range: .percent(0) ... .percent(100),
    source: .release(
      "BEA", series: "NIPA 3.2, taxes on production and imports, over those producers remit", asOf: "2025Q4"))
  public var federalTax: Share = .percent(36)

  @Parameter(
    "Part of a gap between labour cost and prices that prices close in a year, and wages as much: λ.",
    range: .percent(0) ... .percent(100),
    source: .paper("Blanchard and Katz (1999), AER 89(2)", at: "wage error correction, 0 in the US to .25 in Europe"))
  public var costReturn: Share = .percent(10)

  @Parameter(
    "Share of energy's price that reaches consumption prices: σ.", range: .percent(0) ... .percent(40),
    source: .release("BEA", series: "NIPA 2.4.5, energy goods and services over consumption", asOf: "2024"))
  public var energyShare: Share = .percent(4)

  @Parameter(
    "Share of energy's price that reaches import prices: τ.", range: .percent(0) ... .percent(100),
    source: .release(
      "BEA and Census Bureau", series: "imports of petroleum and products over imports of goods and services",
      asOf: "2024"))
  public var importShare: Share = .percent(6)

  @Parameter(
    "Months in which a change of output per worker is learnt: m.", range: MonthSpan(1)...MonthSpan(240),
    source: .paper(
      "Edge, Laubach and Williams (2007), J. Monetary Economics 54(8)", at: "forecasters took years to learn of shifts")
  )
  public var learning = MonthSpan(36)

  @Parameter(
    "Elasticity of imported inputs to their price: η.", range: Share(0)...Share(2),
    source: .paper("Boehm, Levchenko and Pandalai-Nayar (2023), AER 113(4)", at: "short-run trade elasticity about .76")
  )
  public var importElasticity = Share(0.76)

  public static let all: [Field<Self>] = [
    Field("costReturn", \.$costReturn), Field("energyShare", \.$energyShare),
    Field("importShare", \.$importShare), Field("learning", \.$learning),
    Field("importElasticity", \.$importElasticity),
    Field("federalTax", \.$federalTax), Field("adaptation", \.$adaptation), Field("productivity", \.$productivity),
    Field("anchor", \.$anchor),
    Field("anchoring", \.$anchoring), Field("slope", \.$slope), Field("wageSlope", \.$wageSlope),
    Field("shortageSlope", \.$shortageSlope),
    Field("naturalUnemployment", \.$naturalUnemployment),
  ]

  /// Memory: what was paid before, sales and output that are expected, and prices.
  public struct State: Codable, Sendable {
    var final = FinalSales()
    /// E[f] by industry.
    var sales: [Double]
    /// Real detrended output that counts as activity one: that of the first month whose sales were paid for.
    var base: [Double]
    var isMeasured: Bool
    /// P, P_c, W and the inflation of P_c and of P over twelve months.
    var price: Double
    var consumerPrice: Double
    var wage: Double
    var inflation: Double
    var coreInflation: Double
    /// l.
    var learnt: Double
    /// What automation has taken off costs so far, in logs.
    var saved: Double
  }

  let technology: InputOutput
  let information: InformationSales
  let shares: FinalShares
  /// Final demand at the opening, dollars a year at national scale.
  let openingDemand: [Double]

  public init(technology: InputOutput, information: InformationSales, shares: FinalShares, openingDemand: [Double]) {
    (self.technology, self.information) = (technology, information)
    (self.shares, self.openingDemand) = (shares, openingDemand)
  }

  public func opening(_ view: borrowing View) -> State {
    let output = technology.output(for: openingDemand).map { $0 / view.scale }
    return State(
      sales: openingDemand.map { $0 / view.scale }, base: output, isMeasured: false, price: 1,
      consumerPrice: 1, wage: 1, inflation: view[.inflation], coreInflation: view[.coreInflation], learnt: 0, saved: 0)
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let sold = state.final.month(view, shares)
    let isFirstMeasured = !state.isMeasured && sold != nil
    let demand = sold ?? openingDemand.map { $0 / view.scale }
    if state.isMeasured { state.sales = expected(state.sales, after: demand) } else { state.sales = demand }
    state.isMeasured = sold != nil
    let planned = Industry.allCases.map { industry in
      let j = industry.rawValue
      guard Inventories.stored.contains(industry) else { return demand[j] }
      return max(0, state.sales[j] + view[.inventoryGap, j])
    }
    turn.say(.expectedSales, each: state.sales)
    turn.say(.plannedSales, each: planned)
    let output = technology.output(for: planned)
    let usual = technology.output(for: state.sales)
    let grown = Elementary.pow(1 + productivity.value, Double(view.step) / 252)
    let a = view[.shock, Shock.productivity.rawValue] + view[.surprise, Surprise.Kind.productivity.rawValue]
    state.learnt += (a - state.learnt) / learning.value
    let perWorker = grown * Elementary.exp(state.learnt)
    let energy = view[.shock, Shock.energyPrices.rawValue] + view[.surprise, Surprise.Kind.energyPrice.rawValue]
    let imports = importShare.value * energy
    setPrices(view, &state, perWorker: perWorker, energy: energy)
    for j in Industry.allCases.indices {
      turn.say(.output, at: j, output[j])
      let deflator = state.consumerPrice * perWorker
      if isFirstMeasured { state.base[j] = output[j] / deflator }
      let base = state.base[j] * deflator
      turn.say(.workload, at: j, base > 0 ? output[j] / base : 1)
      turn.say(.activity, at: j, base > 0 ? usual[j] / base : 1)
    }
    turn.say(.priceLevel, state.consumerPrice)
    turn.say(.corePriceLevel, state.price)
    turn.say(.importPrice, Elementary.exp(imports))
    turn.say(.inflation, state.inflation)
    turn.say(.coreInflation, state.coreInflation)
    turn.say(.productivityLevel, perWorker)
    turn.say(.wageLevel, state.wage)
    try payInputs(output, Elementary.exp((1 - importElasticity.value) * imports), view, &turn)
  }

  /// Sales that are expected after one more month is known: trend and a part of the surprise.
  private func expected(_ before: [Double], after month: [Double]) -> [Double] {
    let growth = (1 + productivity.value) * (1 + anchor.value)
    return zip(before, month).map { expected, actual in
      let trend = expected * (1 + (growth - 1) / 12)
      return trend + adaptation.value * (actual - trend)
    }
  }

  private func setPrices(_ view: borrowing View, _ state: inout State, perWorker: Double, energy: Double) {
    let slack = naturalUnemployment.value - view[.unemployment]
    let shortage = shortageSlope.value * max(0, view[.unfilledJobs] - view[.unemployment])
    let expected = anchoring.value * anchor.value + (1 - anchoring.value) * state.inflation + shortage
    state.saved += view[.automationSaving]
    let cost = costReturn.value * (Elementary.log(state.wage / (state.price * perWorker)) - state.saved)
    let (before, coreBefore) = (state.consumerPrice, state.price)
    state.price *= 1 + (expected + slope.value * slack + cost) / 12 - view[.automationSaving]
    state.wage *= 1 + (expected + productivity.value + wageSlope.value * slack - cost) / 12
    state.consumerPrice = state.price * Elementary.exp(energyShare.value * energy)
    state.inflation += (12 * (state.consumerPrice / before - 1) - state.inflation) / 12
    state.coreInflation += (12 * (state.price / coreBefore - 1) - state.coreInflation) / 12
  }

  /// Each producer buys its inputs from the others, imports and pays product taxes.
  private func payInputs(_ output: [Double], _ importCost: Double, _ view: borrowing View, _ turn: inout Turn) throws {
    for industry in Industry.producers {
      let j = industry.rawValue
      for (buyer, share) in buyers(of: industry) {
        let monthly = max(0, output[j] / 12) * share
        let credit = Shortfall.orBorrow(.corporateLoans, from: view.bank(of: buyer))
        for seller in Industry.allCases where seller != industry {
          let amount = try Money(dollars: monthly * technology.domestic[seller.rawValue][j])
          turn.sell(
            amount, seller, to: buyer, as: .intermediateInputs, information: information, ifShort: credit)
        }
        turn.pay(
          try Money(dollars: monthly * technology.imported[j] * importCost), from: buyer, to: Holder(.restOfWorld),
          as: .imports, ifShort: credit)
        for (collector, part) in [(Sector.treasury, federalTax.value), (.stateLocal, 1 - federalTax.value)] {
          turn.pay(
            try Money(dollars: monthly * max(0, technology.taxes[j]) * part), from: buyer, to: Holder(collector),
            as: .productionTax, ifShort: credit)
        }
      }
    }
  }

  /// Who makes an industry's output, and in which parts.
  private func buyers(of industry: Industry) -> [(Holder, Double)] {
    guard industry == .informationAndAI else { return [(industry.seller, 1)] }
    return [(industry.seller, 1 - information.aiShare)]
      + information.weights.enumerated().map { (Holder(.aiFirms, $0), information.aiShare * $1) }
  }
}
