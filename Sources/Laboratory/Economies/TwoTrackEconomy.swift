import Accounting
import Markets
import Quantities
import Sectors
import Simulation

/// The two-track economy of the United States: the day page, and the world that opens on 2025-12-31.
///
/// The page is the only list of what happens on a day. Adding a mechanism is one line here.
public enum TwoTrackEconomy {
  public static let opens = Day(2025, 12, 31)!

  /// The day of the economy. Each link of the month-end chain is a phase of its own.
  static func page(_ flows: OpeningFlows, _ levels: OpeningLevels) -> DayPage {
    DayPage {
      Phase("policy") { PolicyRate() }
      Phase("remarks") { FedCommunication() }
      Phase("yields") { TermStructure() }
      Phase("announce") {
        News()
        Valuation()
        FlowPricing()
      }
      Phase("decide") {
        OptionDealers()
        VolTargetFunds()
        VariableAnnuities()
        RiskParityFunds()
        TrendFollowers()
        LeveragedETFs()
        Buybacks()
        FundPlacement()
        PensionRebalancing()
        RetailInvestors()
        ValueFunds()
        ActiveFunds()
        ForeignInvestors()
      }
      Phase("trade") { EquityVenue() }
      Phase("settle") { IndexFutures() }
      Phase("hedge") { HedgingDemand() }
      Phase("imply") { VolatilityCurve() }
      Phase("fund", every: .month) { TreasuryFunding(deficit: levels.deficit) }
      Phase("produce", every: .month) {
        Production(
          technology: flows.technology, information: flows.information, shares: levels.finalShares,
          openingDemand: flows.demand)
      }
      Phase("hire", every: .month) { LabourMarket() }
      Phase("earn", every: .month) { Wages(federalShare: flows.federalWageShare) }
      Phase("tax", every: .month) { TaxesAndTransfers(levels: levels.taxes) }
      Phase("declare", every: .month) { Payout(levels: levels.payout) }
      Phase("distribute", every: .month) { DividendCustody() }
      Phase("receive", every: .month) { CapitalIncome() }
      Phase("coupon", every: .month) { Coupons() }
      Phase("owe", every: .month) { DebtService() }
      Phase("spend", every: .month) {
        Spending(
          basket: flows.technology.consumption, information: flows.information, rent: levels.rent,
          level: levels.spending)
      }
      Phase("build", every: .month) { HomeBuilding() }
      Phase("save", every: .month) { Saving() }
      Phase("invest", every: .month) {
        Investment(
          levels: Investment.Levels(byIndustry: flows.industryInvestment, aiFirms: flows.aiTrend),
          technology: flows.technology, information: flows.information)
        AICapex(levels: flows.aiBoom, structures: flows.technology.structures, information: flows.information)
      }
      Phase("govern", every: .month) {
        GovernmentPurchases(
          levels: levels.government, inputs: flows.publicInputs, investment: flows.technology.publicInvestment,
          information: flows.information, taxShares: levels.taxShares)
      }
      Phase("export", every: .month) {
        ForeignTrade(exports: flows.exports, basket: flows.technology.exports, information: flows.information)
      }
      Phase("remit", every: .month) { FedAccounts() }
      Phase("repay", every: .month) { LoanRepayment() }
      Phase("reserve") { ReserveMarket() }
      Phase("account") { FundShares() }
      Phase("measure", every: .month) {
        NationalAccounts(
          imputedRent: flows.imputedRent, publicCapital: flows.publicDepreciation,
          investment: flows.technology.investment)
      }
    }
  }

  /// The household half of a month end by itself: what a household earns, owes and spends.
  static func householdMonth(_ flows: OpeningFlows, _ levels: OpeningLevels) -> DayPage {
    DayPage {
      Phase("earn", every: .month) { Wages(federalShare: flows.federalWageShare) }
      Phase("tax", every: .month) { TaxesAndTransfers(levels: levels.taxes) }
      Phase("declare", every: .month) { Payout(levels: levels.payout) }
      Phase("receive", every: .month) { CapitalIncome() }
      Phase("owe", every: .month) { DebtService() }
      Phase("spend", every: .month) {
        Spending(
          basket: flows.technology.consumption, information: flows.information, rent: levels.rent,
          level: levels.spending)
      }
    }
  }

  /// The day page of the default economy, with every switch on.
  public static func page(scale: Double) throws -> DayPage {
    let state = try OpeningShelf.opening(scale: scale)
    return page(state.flows, state.levels)
  }

  /// A world ready to run.
  ///
  /// - Throws: ``AssemblyError`` or ``ParameterError`` for a switch or parameter that is not there, ``RunFailure`` from an
  ///   opening.
  public static func world(_ request: RunRequest) throws -> World {
    let state = try OpeningShelf.opening(scale: request.scale)
    return try state.world(request.applied(to: page(state.flows, state.levels)), request)
  }
}
