import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Observable {
  /// Foreign demand over its trend.
  public static let foreignDemand = Observable("foreignDemand", unit: Dimensionless.self, atRest: 1)
  /// The price of foreign goods in American ones over its opening value: up is a weaker dollar.
  public static let realExchangeRate = Observable("realExchangeRate", unit: Dimensionless.self, atRest: 1)
}

/// The rest of the world buys exports and pays what Americans earn on what they own abroad.
///
///     X = X(0) · P A · q^η · z,   log z: the shock to foreign demand;   income = Y(0) · P A · z
///     log q = k − ψ (s − s₀),   k ← k + (χ n − k)/m,   n = C/GDP − C(0)/GDP(0)
///
/// C is what the rest of the world has of claims on the country less what it owes, at market value. Foreigners who hold more and more claims on it
/// want them less, so the dollar weakens slowly until exports pay for imports and interest: without that, claims would
/// grow without end. A higher expected real rate s strengthens it. What Americans own abroad is not on the books, so its
/// income is a level, shared among those who own it: subsidiaries pay firms and AI firms, portfolio equity pays funds.
///
/// Ignores: rates abroad, pass-through of the exchange rate to import prices, imports that follow exports, spending here out
/// of what foreigners earn here, who abroad buys.
///
/// Sees: prices and output per worker, nominal GDP, the expected real rate, the shock to foreign demand. Does: buys exports,
/// pays income; says foreign demand and the real exchange rate. Verified by: `ForeignTradeTests`.
public struct ForeignTrade: Mechanism, ParameterSet {
  public static let name = "foreignTrade"
  public static let sees: [Observable] = [.corePriceLevel, .productivityLevel, .nominalGDP, .expectedRealRate, .shock]
  public static let says: [Observable] = [.foreignDemand, .realExchangeRate]

  @Parameter(
    "Weakening of the dollar, in logs, for net claims of foreigners of one GDP: χ.", range: Share(0)...Share(2),
    source: .paper(
      "Lane and Milesi-Ferretti (2004), Review of Economics and Statistics 86(4)",
      at: "half of GDP more in net liabilities goes with a real depreciation of about 16 %"))
  public var claimsEffect = Share(0.32)

  @Parameter(
    "Elasticity of exports to the real exchange rate: η.", range: Share(0)...Share(3),
    source: .paper("Chinn (2004), Journal of Policy Modeling 26(2)", at: "US exports, .7"))
  public var exportElasticity = Share(0.7)

  @Parameter(
    "Strengthening of the dollar for a rise of the expected real rate, in logs: ψ.", range: Share(0)...Share(10),
    source: .paper(
      "Boivin, Kiley and Mishkin (2010), Handbook of Monetary Economics 3A", at: "2 to 5 % for a point, FRB/US"))
  public var rateEffect = Share(3)

  @Parameter(
    "Months in which the exchange rate moves: m.", range: MonthSpan(1)...MonthSpan(120),
    source: .paper("Rogoff (1996), J. Economic Literature 34(2)", at: "half-lives of three to five years"))
  public var exchangeSpeed = MonthSpan(60)

  @Parameter(
    "Income of US residents on assets abroad that the books leave out, a year.",
    range: AnnualAmount(0)...AnnualAmount(3e12),
    source: .release(
      "BEA", series: "NIPA 4.1, income receipts from the rest of the world less what modelled rows pay", asOf: "2025Q4")
  )
  public var incomeAbroad: AnnualAmount = AnnualAmount(1.3e12)

  @Parameter(
    "Share of income from abroad that subsidiaries pay firms.", range: .percent(0) ... .percent(100),
    source: .assumed(
      because: "about three fifths of equity income from abroad is of direct investment; AI firms earn a quarter of it")
  )
  public var firmShare: Share = .percent(45)

  @Parameter(
    "Share of income from abroad that subsidiaries pay AI firms.", range: .percent(0) ... .percent(100),
    source: .assumed(because: "half of the six companies' sales are abroad"))
  public var aiShare: Share = .percent(15)

  @Parameter(
    "Share of pension funds in what funds earn abroad.", range: .percent(0) ... .percent(100),
    source: .assumed(because: "pension funds own three tenths of the foreign equity that US institutions hold"))
  public var pensionShare: Share = .percent(30)

  public static let all: [Field<Self>] = [
    Field("claimsEffect", \.$claimsEffect), Field("exportElasticity", \.$exportElasticity),

    Field("exchangeSpeed", \.$exchangeSpeed), Field("rateEffect", \.$rateEffect),
    Field("incomeAbroad", \.$incomeAbroad), Field("firmShare", \.$firmShare),
    Field("aiShare", \.$aiShare), Field("pensionShare", \.$pensionShare),
  ]

  public struct State: Codable, Sendable {
    /// k.
    var claimsPart = 0.0
    /// C/GDP when it was known for the first time.
    var claims: Double?
  }

  /// Exports a year at the opening, at national scale.
  let exports: Double
  let basket: SpendingBasket
  let information: InformationSales
  public init(exports: Double, basket: SpendingBasket, information: InformationSales) {
    (self.exports, self.basket, self.information) = (exports, basket, information)
  }

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let demand = Elementary.exp(view[.shock, Shock.foreignDemand.rawValue])
    turn.say(.foreignDemand, demand)
    let claims = claims(view)
    if state.claims == nil { state.claims = claims }
    let grown = (claims ?? 0) - (state.claims ?? 0)
    state.claimsPart += (claimsEffect.value * grown - state.claimsPart) / exchangeSpeed.value
    let rate = state.claimsPart - rateEffect.value * (view[.expectedRealRate] - Observable.expectedRealRate.atRest)
    turn.say(.realExchangeRate, Elementary.exp(rate))
    let scale = view.outputScale / 12 / view.scale * demand
    let bought = exports * scale * Elementary.exp(exportElasticity.value * rate)
    turn.buy(
      try Money(dollars: bought), basket, by: Holder(.restOfWorld), as: .exports, information: information,
      ifShort: .orBorrow(.repo, from: view.bank(of: Holder(.restOfWorld))))
    try payIncome(incomeAbroad.value * scale, view, &turn)
  }

  /// C/GDP; nil while no GDP has been measured.
  private func claims(_ view: borrowing View) -> Double? {
    let product = view[.nominalGDP]
    let owned = Instrument.allCases.filter(\.isFinancial).reduce(0.0) { $0 + view.value($1, .restOfWorld).dollars }
    return product > 0 ? owned * view.scale / product : nil
  }

  /// Earnings of subsidiaries to firms and AI firms, dividends to funds, in the shares of who owns them.
  private func payIncome(_ dollars: Double, _ view: borrowing View, _ turn: inout Turn) throws {
    let world = Holder(.restOfWorld)
    let firms = Industry.producers.filter { $0.seller.sector == .firms && $0 != .housingServices }.map(\.seller)
    let ai = (0..<view.members(.aiFirms)).map { Holder(.aiFirms, $0) }
    let owners = firms + ai + [Holder(.mutualFunds), Holder(.pensionFunds)]
    let portfolio = max(0, 1 - firmShare.value - aiShare.value)
    let weights =
      firms.map { _ in firmShare.value / Double(firms.count) } + ai.map { _ in aiShare.value / Double(ai.count) }
      + [portfolio * (1 - pensionShare.value), portfolio * pensionShare.value]
    for (part, owner) in zip(try Money(dollars: max(0, dollars)).split(by: weights), owners) {
      turn.pay(part, from: world, to: owner, as: .fundIncome, ifShort: .orBorrow(.repo, from: view.bank(of: world)))
    }
  }
}
