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
      Phase("liquidity") { TreasuryLiquidity() }
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
        ForeignPlacement()
      }
      Phase("trade") { EquityVenue() }
      Phase("settle") { IndexFutures() }
      Phase("coin") { Crypto() }
      Phase("hedge") { HedgingDemand() }
      Phase("imply") { VolatilityCurve() }
      Phase("vote") {
        CryptoPolitics()
        WealthPolitics()
      }
      Phase("desk") { OpenMarketOperations() }
      Phase("collect") { TreasuryCash(levels: levels.fiscal) }
      Phase("fund") { TreasuryFunding(deficit: levels.deficit, product: Figures.NationalAccounts.gdp.value) }
      Phase("place") { MoneyFundPlacement() }
      Phase("capitalise", every: .month) { BankCapital() }
      Phase("shock", every: .month) {
        Shocks()
        Surprise()
      }
      Phase("generate", every: .month) { PowerPlants(grid: .unitedStates) }
      Phase("dispatch", every: .month) {
        PowerMarket(grid: .unitedStates, buyers: flows.powerBuyers, weights: flows.information.weights)
      }
      Phase("serve", every: .month) { AIServices(buyers: flows.serviceBuyers, weights: flows.information.weights) }
      Phase("automate", every: .month) {
        Automation(buyers: flows.taskBuyers, weights: flows.information.weights, payShare: flows.payShare)
      }
      Phase("produce", every: .month) {
        Production(
          technology: flows.technology, information: flows.information, shares: levels.finalShares,
          openingDemand: flows.demand)
      }
      Phase("age", every: .month) { Ageing(payCurvature: Figures.Opening.payCurvature.value) }
      Phase("inherit", every: .month) { Inheritance() }
      Phase("form", every: .month) { Families(payCurvature: Figures.Opening.payCurvature.value) }
      Phase("hire", every: .month) { LabourMarket(risk: Figures.Opening.unemploymentRisk.map(\.value)) }
      Phase("earn", every: .month) { Wages(federalShare: flows.federalWageShare) }
      Phase("tax", every: .month) { TaxesAndTransfers(levels: levels.taxes) }
      Phase("declare", every: .month) { Payout(levels: levels.payout) }
      Phase("distribute", every: .month) {
        DividendCustody()
        FundDistributions()
      }
      Phase("roll", every: .month) { CouponRates(yields: Figures.Markets.couponYields.map { Rate($0.value) }) }
      Phase("receive", every: .month) { CapitalIncome() }
      Phase("pass", every: .month) { FundIncome() }
      Phase("value businesses", every: .month) { PrivateBusiness() }
      Phase("redistribute", every: .month) { GenerationalSupport() }
      Phase("coupon", every: .month) { Coupons() }
      Phase("owe", every: .month) { DebtService() }
      Phase("default", every: .month) { Defaults() }
      Phase("house", every: .month) { HousingMarket() }
      Phase("light", every: .month) { PowerBills() }
      Phase("perceive", every: .month) { Perception() }
      Phase("spend", every: .month) {
        Spending(
          plans: Figures.Consumption.plans, basket: flows.technology.consumption, information: flows.information,
          rent: levels.rent,
          level: levels.spending)
      }
      Phase("build", every: .month) { HomeBuilding() }
      Phase("appraise", every: .month) { HomePrices() }
      Phase("supply", every: .month) { BlockTrades() }
      Phase("save", every: .month) { Saving() }
      Phase("compare", every: .month) { RiskShares() }
      Phase("rebalance", every: .month) { Rebalancing() }
      Phase("adopt", every: .month) { CryptoAdoption() }
      Phase("mint", every: .month) { StablecoinIssuers() }
      Phase("support", every: .month) { PolicyPut() }
      Phase("invest", every: .month) {
        Investment(
          levels: Investment.Levels(byIndustry: flows.industryInvestment, aiFirms: flows.aiTrend),
          technology: flows.technology, information: flows.information)
        AICapex(
          levels: flows.aiBoom, structures: flows.technology.structures, information: flows.information,
          funding: flows.aiFunding)
      }
      Phase("connect", every: .month) {
        EnergyLimit(
          grid: .unitedStates, investment: flows.technology.investment, information: flows.information)
      }
      Phase("price power", every: .month) { PowerPrice(grid: .unitedStates) }
      Phase("govern", every: .month) {
        GovernmentPurchases(
          levels: levels.government, inputs: flows.publicInputs, investment: flows.technology.publicInvestment,
          information: flows.information, taxShares: levels.taxShares)
      }
      Phase("export", every: .month) {
        ForeignTrade(exports: flows.exports, basket: flows.technology.exports, information: flows.information)
      }
      Phase("stock", every: .month) { Inventories(shares: levels.finalShares) }
      Phase("remit", every: .month) { FedAccounts() }
      Phase("borrow", every: .month) { BusinessBorrowing() }
      Phase("repay", every: .month) { LoanRepayment() }
      Phase("fail", every: .month) {
        FirmDemography(levels: flows.firmLevels, technology: flows.technology, information: flows.information)
      }
      Phase("sponsor", every: .month) { Sponsorship() }
      Phase("reserve") { ReserveMarket() }
      Phase("account") { FundShares() }
      Phase("count") {
        CryptoOwnership()
        GenerationWealth(rent: levels.rent)
        HouseholdDistribution()
      }
      Phase("bridge", every: .month) {
        TrackBridge(
          information: flows.information, services: flows.weights(of: flows.serviceBuyers),
          payroll: flows.weights(of: flows.taskBuyers))
      }
      Phase("measure", every: .month) {
        NationalAccounts(imputedRent: flows.imputedRent, publicCapital: flows.publicDepreciation)
      }
    }
  }

  /// The household half of a month end by itself: what a household earns, owes and spends.
  static func householdMonth(_ flows: OpeningFlows, _ levels: OpeningLevels) -> DayPage {
    DayPage {
      Phase("earn", every: .month) { Wages(federalShare: flows.federalWageShare) }
      Phase("tax", every: .month) { TaxesAndTransfers(levels: levels.taxes) }
      Phase("declare", every: .month) { Payout(levels: levels.payout) }
      Phase("roll", every: .month) { CouponRates(yields: Figures.Markets.couponYields.map { Rate($0.value) }) }
      Phase("receive", every: .month) { CapitalIncome() }
      Phase("owe", every: .month) { DebtService() }
      Phase("spend", every: .month) {
        Spending(
          plans: Figures.Consumption.plans, basket: flows.technology.consumption, information: flows.information,
          rent: levels.rent,
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
