/// A named row of the transactions-flow matrix: why money or a claim moved.
///
/// *Income and expenditure* flows have a row of their own, payer negative and payee positive. *Financial* causes
/// exchange one claim for another: they appear in the rows of the instruments and in ``Ledger/explain(_:_:)``.
public enum Flow: UInt8, CaseIterable, Sendable, Codable, Hashable {
  // Income and expenditure.
  case consumption, rent, wages, intermediateInputs, imports, exports, investment, computeInvestment
  case governmentPurchases, incomeTax, payrollTax, corporateTax, productionTax, investmentTax, socialBenefits, grants
  case depositInterest, loanInterest, billInterest, bondInterest, repoInterest, reserveInterest, fundIncome
  case dividends, remittance, pensionContributions, pensionBenefits, feesAndMargins, executionShortfall
  case variationMargin, inheritance, gifts, power
  // Financial causes.
  case opening, lending, repayment, issuance, redemption, buybacks, trading, fundSubscription, moneyMarkets
  case reclassification, production, use, writeOffs

  public static let count = allCases.count
  @inlinable public var index: Int { Int(rawValue) }

  /// Whether the cause only exchanges one claim for another.
  public var isFinancial: Bool { rawValue >= Flow.opening.rawValue }
  public var name: String { "\(self)" }
}
