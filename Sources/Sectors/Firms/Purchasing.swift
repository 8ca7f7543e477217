import Accounting
import Quantities
import Simulation

/// How sales of information and AI services are shared between the information industry and the AI firms.
public struct InformationSales: Sendable {
  /// The AI firms' share of the industry's sales.
  public let aiShare: Double
  /// The AI firms' weights among themselves.
  public let weights: [Double]
  public init(aiShare: Double, weights: [Double]) { (self.aiShare, self.weights) = (aiShare, weights) }
}

extension Turn {
  /// Spends an amount on a basket: every seller, importer and tax collector gets its exact share.
  ///
  ///     Σ_j amount · domestic_j + amount · imported + amount · product taxes = amount
  ///
  /// Cents are split by largest remainder, so the payments sum to the amount. Taxes on what is bought to invest have a
  /// flow of their own: they are part of investment and not a cost of the month's output. A buyer that is itself the seller pays
  /// itself: it stands for an industry, and what one company of it buys from another is spending like any other.
  package mutating func buy(
    _ amount: Money, _ basket: SpendingBasket, by buyer: Holder, as flow: Flow, information: InformationSales,
    ifShort shortfall: Shortfall
  ) {
    let parts = amount.split(by: basket.domestic + [basket.imported, basket.productTaxes])
    for industry in Industry.allCases {
      sell(parts[industry.rawValue], industry, to: buyer, as: flow, information: information, ifShort: shortfall)
    }
    pay(parts[Industry.count], from: buyer, to: Holder(.restOfWorld), as: flow, ifShort: shortfall)
    let invests = flow == .investment || flow == .computeInvestment
    pay(
      parts[Industry.count + 1], from: buyer, to: Holder(.stateLocal), as: invests ? .investmentTax : .productionTax,
      ifShort: shortfall)
  }

  /// Pays one industry's sellers.
  package mutating func sell(
    _ amount: Money, _ industry: Industry, to buyer: Holder, as flow: Flow, information: InformationSales,
    ifShort shortfall: Shortfall
  ) {
    guard industry == .informationAndAI else {
      return pay(amount, from: buyer, to: industry.seller, as: flow, ifShort: shortfall)
    }
    let shares = [1 - information.aiShare] + information.weights.map { information.aiShare * $0 }
    let parts = amount.split(by: shares)
    for (index, part) in parts.enumerated() {
      let seller = index == 0 ? industry.seller : Holder(.aiFirms, index - 1)
      pay(part, from: buyer, to: seller, as: flow, ifShort: shortfall)
    }
  }
}
