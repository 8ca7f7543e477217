import Accounting
import Quantities
import Sectors
import Simulation

/// Levels that make the first month's payments the national accounts of the fourth quarter of 2025.
///
/// Each is a published total divided over those who pay or receive it in the sample; none is fitted to what follows.
package struct OpeningLevels {
  package let finalShares: FinalShares
  package let deficit: Double
  package let fiscal: TreasuryCash.Levels
  package let taxes: TaxesAndTransfers.Levels
  package let taxShares: [Double]
  package let payout: Payout.Levels
  package let government: GovernmentPurchases.Levels
  /// Dollars a month of a renting household, and the scale of spending.
  package let rent: Double
  package var spending = 1.0

  init(_ flows: OpeningFlows, _ traits: OpeningTraits, scale: Double) {
    let public_ = Figures.Government.self
    finalShares = OpeningLevels.shares(flows)
    deficit = -public_.federalNetLending.value
    fiscal = OpeningLevels.fiscalLevels()
    taxes = OpeningLevels.taxLevels(traits, scale)
    payout = OpeningLevels.payoutLevels()
    government = GovernmentPurchases.Levels(
      federalInputs: flows.federalInputs, federalInvestment: public_.federalInvestment.value,
      stateInputs: flows.stateInputs, stateInvestment: public_.stateLocalInvestment.value,
      grants: public_.federalGrants.value, federalCorporateTax: public_.federalCorporateTaxes.value,
      stateCorporateTax: public_.stateLocalCorporateTaxes.value, subsidies: public_.federalSubsidies.value)
    taxShares = OpeningLevels.taxShares(flows)
    let renters = traits.owns.filter { !$0 }.count
    rent = flows.cashRent / 12 / scale / Double(max(1, renters))
  }

  /// Net dividends by who pays them, the families' own corporations among their private businesses, and profits.
  private static func payoutLevels() -> Payout.Levels {
    let accounts = Figures.NationalAccounts.self
    let divided = Figures.Opening.self
    let dividends = accounts.netDividends.value
    let shares = [divided.aiDividends.value, divided.energyDividends.value, divided.bankDividends.value]
    let closelyHeld = divided.closelyHeldDividends.value
    let profits = accounts.corporateProfits.value
    return Payout.Levels(
      firms: dividends * (1 - shares.reduce(0, +) - closelyHeld), aiFirms: dividends * shares[0],
      energy: dividends * shares[1], banks: dividends * shares[2],
      proprietors: accounts.proprietorsIncome.value + closelyHeld * dividends,
      aiEarnings: profits * divided.aiProfits.value, restEarnings: profits * (1 - divided.aiProfits.value))
  }

  /// Domestic output bought by a dollar of each final payment as the ledger records it.
  private static func shares(_ flows: OpeningFlows) -> FinalShares {
    let technology = flows.technology
    // Households' consumption flow leaves out product taxes, and so do the others: shares are per dollar of the flow.
    func perFlow(_ basket: SpendingBasket) -> [Double] {
      let paid = 1 - max(0, basket.productTaxes)
      return Industry.allCases.map { $0 == .government ? 0 : max(0, basket.domestic[$0.rawValue]) / paid }
    }
    func only(_ industry: Industry, _ share: Double = 1) -> [Double] {
      Industry.allCases.map { $0 == industry ? share : 0 }
    }
    let homes = Industry.allCases.map { industry -> Double in
      switch industry {
      case .construction: HomeBuilding().construction.value
      case .professionalServices, .otherGoods: (1 - HomeBuilding().construction.value) / 2
      default: 0
      }
    }
    let compute = AICapex(levels: [], structures: technology.structures, information: flows.information)
    // Public services are made at cost by governments' own people, whoever buys them.
    let boom = zip(Industry.allCases, compute.domesticShares).map { $0 == .government ? 0 : $1 }
    let bought = public_(flows)
    return FinalShares(domestic: [
      perFlow(technology.consumption.without(.housingServices)), only(.housingServices), homes,
      perFlow(technology.investment), perFlow(technology.investment), perFlow(technology.investment),
      boom.map { $0 / (1 - compute.productTaxes) }, bought, bought, perFlow(technology.exports),
    ])
  }

  /// Inputs and investment of governments, weighted by what each costs.
  private static func public_(_ flows: OpeningFlows) -> [Double] {
    let investment = Figures.Government.federalInvestment.value + Figures.Government.stateLocalInvestment.value
    let inputs = flows.federalInputs + flows.stateInputs
    let (a, b) = (flows.publicInputs, flows.technology.publicInvestment)
    return Industry.allCases.map { industry in
      guard industry != .government else { return 0 }
      let spent = inputs * max(0, a.domestic[industry.rawValue]) + investment * max(0, b.domestic[industry.rawValue])
      return spent / (inputs * (1 - a.productTaxes) + investment * (1 - b.productTaxes))
    }
  }

  /// Tax rates and benefit levels that give the published totals on the sample.
  private static func taxLevels(_ traits: OpeningTraits, _ scale: Double) -> TaxesAndTransfers.Levels {
    let accounts = Figures.NationalAccounts.self
    let public_ = Figures.Government.self
    let working = traits.wage.indices.filter { traits.employer[$0] < Int32(Employment.employers) }
    let wages = working.map { traits.wage[$0] }.sorted()
    let median = wages.isEmpty ? 0 : wages[wages.count / 2]
    let untaxed = TaxesAndTransfers.Levels(
      federalRate: 0, stateRate: 0, old: 0, assistance: 0, stateAssistance: 0, medianWage: median)
    let free = TaxesAndTransfers(levels: untaxed).allowance.value * 100
    let base = working.reduce(0.0) { $0 + max(0, Double(traits.wage[$1]) - free) } / 100 * 12 * scale
    let income = CapitalIncome()
    let received = accounts.personalInterest.value + accounts.netDividends.value
    let capital = Figures.Opening.taxableCapitalIncome.value * received + accounts.proprietorsIncome.value
    let old = traits.age.filter { $0 >= TaxesAndTransfers.pensionAge }.count
    let poor = traits.wage.indices.filter { traits.employer[$0] == Employment.outside || traits.wage[$0] <= median }
      .count
    let pensions = accounts.socialSecurity.value + accounts.medicare.value
    let assistance = public_.federalSocialBenefits.value - pensions - accounts.unemploymentInsurance.value
    return TaxesAndTransfers.Levels(
      federalRate: max(0, public_.federalPersonalTaxes.value - income.federalTax.value * capital) / base,
      stateRate: max(0, public_.stateLocalPersonalTaxes.value - income.stateTax.value * capital) / base,
      old: pensions / 12 / scale / Double(max(1, old)),
      assistance: max(0, assistance) / 12 / scale / Double(max(1, poor)),
      stateAssistance: public_.stateLocalSocialBenefits.value / 12 / scale / Double(max(1, poor)), medianWage: median)
  }

  /// What the Treasury takes in and pays in a year; what is neither benefits nor coupons to the public is other outlays.
  private static func fiscalLevels() -> TreasuryCash.Levels {
    let public_ = Figures.Government.self
    let fed = Figures.FedBalanceSheet.self
    let taxes =
      public_.federalPersonalTaxes.value + public_.federalSocialContributions.value
      + public_.federalCorporateTaxes.value + public_.federalProductionTaxes.value
    let bonds =
      public_.debtHeldByPublic.value - public_.billsOutstanding.value - (fed.treasuries.value - fed.bills.value)
    let (benefits, interest) = (public_.federalSocialBenefits.value, CouponRates(yields: []).treasury.value * bonds)
    return TreasuryCash.Levels(
      taxes: taxes, benefits: benefits, interest: interest,
      other: taxes - public_.federalNetLending.value - benefits - interest)
  }

  /// Corporate tax by payer in proportion to surplus.
  private static func taxShares(_ flows: OpeningFlows) -> [Double] {
    let surplus = zip(Figures.Industries.surplus, flows.output).map { max(0, $0 * $1) }
    let ai = surplus[Industry.informationAndAI.rawValue] * flows.information.aiShare
    let firms = Industry.allCases.map { industry -> Double in
      guard industry.seller.sector == .firms, industry != .housingServices else { return 0 }
      return surplus[industry.rawValue] - (industry == .informationAndAI ? ai : 0)
    }
    let raw =
      firms + [surplus[Industry.energyAndUtilities.rawValue]]
      + AIFirm.all.map { ai * $0.revenue / AIFirm.all.map(\.revenue).reduce(0, +) }
    let total = raw.reduce(0, +)
    return raw.map { $0 / total }
  }
}
