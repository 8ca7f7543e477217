import Accounting
import Quantities
import Simulation
import Statistics

/// Governments buy inputs for the services they produce, invest, transfer to states, and tax profits.
///
///     G_k = G_k(0) · P · (1 + g)^t                 inputs, investment and grants
///     tax_i = (T(0) − subsidies)⁺ · share_i · E⁺   E: expected earnings of the payer's basket over the opening's
///
/// A government that is short borrows: the Treasury in bills, states in loans. So does a firm for its tax. Wages of
/// public employees are in `wages`, benefits in `taxesAndTransfers`.
///
/// Ignores: subsidies as payments of their own, losses carried forward, budgets that follow revenue.
///
/// Sees: the price level, earnings growth. Does: pays sellers, importers, product taxes, grants and corporate tax.
/// Verified by: `GovernmentPurchasesTests`.
public struct GovernmentPurchases: Mechanism, ParameterSet {
  public static let name = "governmentPurchases"
  public static let sees: [Observable] = [.priceLevel, .earningsGrowth]

  @Parameter(
    "Real growth of purchases, a year.", range: .percent(-3) ... .percent(5),
    source: .release("BEA via FRED-QD", series: "GCEC1, 1990 to 2024 a year", asOf: "2024"))
  public var growth: Rate = .percent(1.3)

  public static let all: [Field<Self>] = [Field("growth", \.$growth)]

  /// Dollars a year at the opening and at national scale.
  public struct Levels: Sendable {
    public var federalInputs, federalInvestment, stateInputs, stateInvestment, grants: Double
    public var federalCorporateTax, stateCorporateTax, subsidies: Double
    public init(
      federalInputs: Double, federalInvestment: Double, stateInputs: Double, stateInvestment: Double, grants: Double,
      federalCorporateTax: Double, stateCorporateTax: Double, subsidies: Double
    ) {
      (self.federalInputs, self.federalInvestment) = (federalInputs, federalInvestment)
      (self.stateInputs, self.stateInvestment, self.grants) = (stateInputs, stateInvestment, grants)
      (self.federalCorporateTax, self.stateCorporateTax) = (federalCorporateTax, stateCorporateTax)
      self.subsidies = subsidies
    }
  }

  let levels: Levels
  /// What governments buy to produce their services, without their own output.
  let inputs: SpendingBasket
  let investment: SpendingBasket
  let information: InformationSales
  /// Shares of corporate tax by payer, in the order of firms, energy, AI firms.
  let taxShares: [Double]
  public init(
    levels: Levels, inputs: SpendingBasket, investment: SpendingBasket, information: InformationSales,
    taxShares: [Double]
  ) {
    (self.levels, self.inputs, self.investment) = (levels, inputs, investment)
    (self.information, self.taxShares) = (information, taxShares)
  }

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let trend = view[.priceLevel] * Elementary.pow(1 + growth.value, Double(view.step) / 252) / 12 / view.scale
    let (treasury, states) = (Holder(.treasury), Holder(.stateLocal))
    let bills = Shortfall.orBorrow(.bills, from: Holder(.banks))
    let loans = Shortfall.orBorrow(.corporateLoans, from: view.bank(of: states))
    let basket = inputs.without(.government)
    for (buyer, amount, mix) in [
      (treasury, levels.federalInputs, basket), (treasury, levels.federalInvestment, investment),
      (states, levels.stateInputs, basket), (states, levels.stateInvestment, investment),
    ] {
      turn.buy(
        try Money(dollars: amount * trend), mix, by: buyer, as: .governmentPurchases, information: information,
        ifShort: buyer == treasury ? bills : loans)
    }
    turn.pay(try Money(dollars: levels.grants * trend), from: treasury, to: states, as: .grants, ifShort: bills)
    try taxProfits(view, &turn)
  }

  private func taxProfits(_ view: borrowing View, _ turn: inout Turn) throws {
    for (payer, share) in zip(Payout.payers(view), taxShares) where share > 0 {
      let earnings = max(0, view[.earningsGrowth, payer.sector == .aiFirms ? 0 : 1])
      let net = (levels.federalCorporateTax - levels.subsidies) * share / 12 / view.scale * earnings
      let credit = Shortfall.orBorrow(.corporateLoans, from: view.bank(of: payer))
      turn.pay(try Money(dollars: max(0, net)), from: payer, to: Holder(.treasury), as: .corporateTax, ifShort: credit)
      turn.pay(
        try Money(dollars: max(0, levels.stateCorporateTax * share / 12 / view.scale * earnings)), from: payer,
        to: Holder(.stateLocal), as: .corporateTax, ifShort: credit)
    }
  }
}
