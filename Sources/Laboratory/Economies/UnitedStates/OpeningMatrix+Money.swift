import Accounting
import Quantities

// Money, central-bank plumbing and repo.

extension OpeningMatrix {
  mutating func addMoney() throws(Money.OutOfRange) {
    let fed = Figures.FedBalanceSheet.self
    let h = Figures.Holdings.self
    let currency = fed.currency.value
    let currencyAbroad = h.foreignCurrencyShare.value * currency
    let currencyAtHome = currency - currencyAbroad - h.vaultCash.value - h.businessCurrency.value

    try claim(
      .currency,
      [
        (.centralBank, -currency), (.restOfWorld, currencyAbroad), (.banks, h.vaultCash.value),
        (.firms, h.businessCurrency.value),
      ], residual: .households,
      because: "what is neither abroad, in vaults nor in tills is in wallets")

    try claim(
      .deposits,
      [
        (.households, Figures.Wealth.total(.deposits) - currencyAtHome),
        (.firms, h.businessDeposits.value), (.aiFirms, h.aiDeposits.value), (.energy, h.energyDeposits.value),
        (.stateLocal, h.stateLocalDeposits.value), (.mutualFunds, h.fundDeposits.value),
        (.pensionFunds, h.pensionDeposits.value + h.insurerDeposits.value),
        (.moneyFunds, moneyFundDeposits), (.volTargetFunds, volTargetDeposits),
        (.trendFollowers, trendDeposits), (.riskParityFunds, riskParityDeposits),
        (.valueFunds, h.valueDeposits.value), (.stablecoinIssuers, stablecoinDeposits),
        (.dealers, h.dealerDeposits.value),
        (.restOfWorld, h.foreignCash.value + h.foreignTimeDeposits.value - currencyAbroad),
      ], residual: .banks, because: "banks owe every deposit")

    try claim(.reserves, [(.banks, fed.reserves.value)], residual: .centralBank, because: "only banks hold them")
    try claim(
      .cashAccount, [(.treasury, fed.cashAccount.value)], residual: .centralBank, because: "the Treasury's account")
    try claim(
      .reverseRepo, [(.moneyFunds, fed.reverseRepo.value)], residual: .centralBank,
      because: "money funds are nearly the only users")
    try claim(
      .standingRepo, [(.centralBank, fed.standingRepo.value)], residual: .dealers,
      because: "dealers draw on the facility")
    try claim(
      .deferredAsset, [(.centralBank, fed.deferredAsset.value)], residual: .treasury,
      because: "remittances the Treasury goes without until losses are made good")
    try claim(.fiscalFloat, [(.banks, 0)], residual: .treasury, because: "a year's taxes are settled on its last day")

    try claim(
      .repo,
      [
        (.moneyFunds, moneyFundRepo), (.pensionFunds, h.pensionRepo.value), (.firms, h.businessRepo.value),
        (.stateLocal, h.stateLocalRepo.value), (.stablecoinIssuers, stablecoinRepo),
        (.banks, h.bankRepoLent.value - h.bankRepo.value), (.valueFunds, -h.valueRepo.value), (.dealers, -dealerRepo),
      ], residual: .restOfWorld,
      because: "offshore hedge funds borrow more than foreign banks lend; only the net is known")
  }
}

// MARK: - What closes a fund before its shares do

extension OpeningMatrix {
  /// Money funds' holdings are published on a broader basis than their net assets and are scaled down to them.
  var moneyFundScale: Double {
    Figures.Holdings.taxableMoneyFunds.value / Figures.Holdings.moneyFundHoldings.value
  }
  /// Repo of money funds with the facility at its normal level rather than its year-end one.
  var moneyFundRepo: Double {
    moneyFundScale * Figures.Holdings.moneyFundRepo.value - Figures.FedBalanceSheet.reverseRepo.value
  }
  var moneyFundTreasuries: Double { moneyFundScale * Figures.Holdings.moneyFundTreasuries.value }
  var moneyFundBills: Double { moneyFundTreasuries * Figures.Holdings.moneyFundBillShare.value }
  var moneyFundAgencies: Double { moneyFundScale * Figures.Holdings.moneyFundAgencies.value }
  /// Certificates, time deposits and commercial paper, all read as deposits.
  var moneyFundDeposits: Double {
    Figures.Holdings.taxableMoneyFunds.value - moneyFundRepo - Figures.FedBalanceSheet.reverseRepo.value
      - moneyFundTreasuries - moneyFundAgencies
  }

  /// Futures funds hold collateral: bills for nearly half, deposits for the rest.
  var volTargetBills: Double { Figures.Holdings.volTargetAssets.value * 3 / 7 }
  var volTargetDeposits: Double { Figures.Holdings.volTargetAssets.value - volTargetBills }
  var trendBills: Double { Figures.Holdings.trendAssets.value * 3 / 7 }
  var trendDeposits: Double { Figures.Holdings.trendAssets.value - trendBills }
  /// Risk parity: a quarter bills, a sixth deposits, a third bonds, a quarter equities, before futures.
  var riskParityBills: Double { Figures.Holdings.riskParityAssets.value / 4 }
  var riskParityDeposits: Double { Figures.Holdings.riskParityAssets.value / 6 }
  var riskParityBonds: Double { Figures.Holdings.riskParityAssets.value / 3 }
  var riskParityEquities: Double { Figures.Holdings.riskParityAssets.value / 4 }

  var stablecoinBills: Double {
    Figures.Balances.stablecoins.value * Figures.Holdings.stablecoinBillShare.value
  }
  var stablecoinRepo: Double {
    Figures.Balances.stablecoins.value * Figures.Holdings.stablecoinRepoShare.value
  }
  var stablecoinDeposits: Double { Figures.Balances.stablecoins.value - stablecoinBills - stablecoinRepo }

  /// Dealers finance their inventory by repo but for their capital and the facility.
  var dealerRepo: Double {
    let h = Figures.Holdings.self
    return h.dealerTreasuries.value + h.dealerAgencies.value + h.dealerEquities.value + h.dealerDeposits.value
      - h.dealerCapital.value - Figures.FedBalanceSheet.standingRepo.value
  }
}
