import Accounting
import Quantities
import Simulation
import Statistics

extension Stream {
  static let foreignDemand = Stream(42)
}

extension Observable {
  /// Foreign demand over its trend.
  public static let foreignDemand = Observable("foreignDemand", unit: Dimensionless.self, atRest: 1)
}

/// The rest of the world buys exports and pays what Americans earn on what they own abroad.
///
///     X = X(0) · P · (1 + g)^t · z,   log z ← ρ log z + σ ε;   income = Y(0) · P · z
///
/// What Americans own abroad is not on the books, so its income is a level, shared among those who own it: subsidiaries
/// pay firms and AI firms, portfolio equity pays funds.
///
/// Ignores: the exchange rate, imports that follow exports, who abroad buys.
///
/// Sees: the price level. Does: buys exports, pays income; says foreign demand.
/// Verified by: `ForeignTradeTests`.
public struct ForeignTrade: Mechanism, ParameterSet {
  public static let name = "foreignTrade"
  public static let sees: [Observable] = [.priceLevel]
  public static let says: [Observable] = [.foreignDemand]

  @Parameter(
    "Real growth of foreign demand, a year.", range: .percent(-2) ... .percent(8),
    source: .release(
      "IMF", series: "World Economic Outlook, world growth excluding the US, market weights", asOf: "2025-10"))
  public var growth: Rate = .percent(2.5)

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

  @Parameter(
    "Monthly persistence of the shock to foreign demand.", range: .percent(0) ... .percent(99),
    source: .assumed(because: "half-life of about a year in export residuals, to be estimated with the shock streams"))
  public var persistence: Share = .percent(94)

  @Parameter(
    "Monthly standard deviation of the shock to foreign demand.", range: .percent(0) ... .percent(5),
    source: .assumed(because: "one percent a month reproduces the volatility of real exports, to be estimated"))
  public var shock: Share = .percent(0.8)

  public static let all: [Field<Self>] = [
    Field("growth", \.$growth), Field("incomeAbroad", \.$incomeAbroad), Field("firmShare", \.$firmShare),
    Field("aiShare", \.$aiShare), Field("pensionShare", \.$pensionShare), Field("persistence", \.$persistence),
    Field("shock", \.$shock),
  ]

  public struct State: Codable, Sendable { var logDemand = 0.0 }

  /// Exports a year at the opening, at national scale.
  let exports: Double
  let basket: SpendingBasket
  let information: InformationSales
  public init(exports: Double, basket: SpendingBasket, information: InformationSales) {
    (self.exports, self.basket, self.information) = (exports, basket, information)
  }

  public func opening(_ view: borrowing View) -> State { State() }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let luck = view.draw.normal(.foreignDemand, of: Holder(.restOfWorld).address, on: view.day)
    state.logDemand = persistence.value * state.logDemand + shock.value * luck
    let demand = Elementary.exp(state.logDemand)
    turn.say(.foreignDemand, demand)
    let trend = Elementary.pow(1 + growth.value, Double(view.step) / 252)
    let amount = try Money(dollars: exports / 12 / view.scale * view[.priceLevel] * trend * demand)
    turn.buy(
      amount, basket, by: Holder(.restOfWorld), as: .exports, information: information,
      ifShort: .orBorrow(.repo, from: view.bank(of: Holder(.restOfWorld))))
    try payIncome(incomeAbroad.value / 12 / view.scale * view[.priceLevel] * demand, view, &turn)
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
