import Accounting
import Quantities
import Simulation

/// Governments buy inputs for the services they produce, invest, transfer to states, and tax profits.
///
///     G_k = G_k(0) · P A                           inputs, investment and grants
///     G_s = max(G_s(0) · P A + (cash − cash(0) · P A − loans)/m, half of it)       states' inputs
///     tax_i = (T(0) − subsidies)⁺ · share_i · E⁺   E: expected earnings of the payer's basket over the opening's
///
/// States balance their budgets: what their cash is above its share in the economy they spend, what they owe banks they save.
/// A government that is short borrows: the Treasury in bills, states in loans. So does a firm for its tax. Wages of
/// public employees are in `wages`, benefits in `taxesAndTransfers`.
///
/// Ignores: subsidies as payments of their own, losses carried forward, the Treasury's budget.
///
/// Sees: prices and output per worker, earnings growth. Does: pays sellers, importers, product taxes, grants and corporate tax.
/// Verified by: `GovernmentPurchasesTests`.
public struct GovernmentPurchases: Mechanism, ParameterSet {
  public static let name = "governmentPurchases"
  public static let sees: [Observable] = [.priceLevel, .corePriceLevel, .productivityLevel, .earningsGrowth]

  @Parameter(
    "Months over which states spend what they have too much, or save what they owe: m.",
    range: MonthSpan(6)...MonthSpan(240),
    source: .rule("balanced-budget requirements of 49 states (NASBO, Budget Processes in the States), over a biennium"))
  public var balancing = MonthSpan(24)

  public static let all: [Field<Self>] = [Field("balancing", \.$balancing)]

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

  /// States' cash at the opening, in cents.
  public struct State: Codable, Sendable { var cash: Int64 }

  public func opening(_ view: borrowing View) -> State { State(cash: view.value(.deposits, .stateLocal).cents) }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws {
    let trend = view.outputScale / 12 / view.scale
    let (treasury, states) = (Holder(.treasury), Holder(.stateLocal))
    let bills = Shortfall.orBorrow(.bills, from: Holder(.banks))
    let loans = Shortfall.orBorrow(.corporateLoans, from: view.bank(of: states))
    let basket = inputs.without(.government)
    let usual = levels.stateInputs * trend
    for (buyer, amount, mix) in [
      (treasury, levels.federalInputs * trend, basket), (treasury, levels.federalInvestment * trend, investment),
      (states, max(usual + spare(view, state) / balancing.value, usual / 2), basket),
      (states, levels.stateInvestment * trend, investment),
    ] {
      turn.buy(
        try Money(dollars: amount), mix, by: buyer, as: .governmentPurchases, information: information,
        ifShort: buyer == treasury ? bills : loans)
    }
    turn.pay(try Money(dollars: levels.grants * trend), from: treasury, to: states, as: .grants, ifShort: bills)
    try taxProfits(view, &turn)
  }

  /// States' cash above its share in the economy less what they owe banks, in dollars.
  private func spare(_ view: borrowing View, _ state: State) -> Double {
    let owed = min(view.value(.corporateLoans, .stateLocal), .zero).dollars
    return view.value(.deposits, .stateLocal).dollars - Double(state.cash) / 100 * view.nominalScale + owed
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
