import Accounting
import Quantities

// Shares of funds, stablecoins and pension entitlements: each fund owes what it owns.

extension OpeningMatrix {
  mutating func addFunds() throws(Money.OutOfRange) {
    let h = Figures.Holdings.self

    try shares(
      .moneyFundShares, of: .moneyFunds,
      heldBy: [
        (.households, Figures.Wealth.total(.moneyMarketFundShares)), (.restOfWorld, h.foreignMoneyFunds.value),
        (.pensionFunds, h.pensionMoneyFunds.value), (.mutualFunds, h.fundMoneyFunds.value),
        (.aiFirms, h.aiMoneyFunds.value), (.stateLocal, h.stateLocalMoneyFunds.value),
      ], residual: .firms, because: "corporate treasurers are the second largest holders")

    // Volatility-controlled annuities belong to insurers, futures funds to pensions and wealthy households.
    let volTarget = h.volTargetAssets.value
    try shares(
      .volTargetShares, of: .volTargetFunds, heldBy: [(.pensionFunds, volTarget * 5 / 7)], residual: .households,
      because: "what insurers do not hold for annuities is sold to households")
    let trend = h.trendAssets.value
    try shares(
      .trendShares, of: .trendFollowers, heldBy: [(.pensionFunds, trend * 2 / 5), (.restOfWorld, trend / 4)],
      residual: .households, because: "what pensions and foreigners do not hold is sold to households")
    try shares(
      .riskParityShares, of: .riskParityFunds, heldBy: [(.pensionFunds, h.riskParityAssets.value * 3 / 4)],
      residual: .households, because: "what pensions do not hold is sold to households")
    try shares(
      .valueShares, of: .valueFunds,
      heldBy: [(.pensionFunds, h.pensionValueShares.value), (.restOfWorld, h.foreignValueShares.value)],
      residual: .households, because: "active funds are sold to households")
    try shares(
      .fundShares, of: .mutualFunds,
      heldBy: [(.pensionFunds, h.pensionFundShares.value), (.restOfWorld, h.foreignFundShares.value)],
      residual: .households, because: "index funds are sold to households, retirement accounts included")

    try shares(
      .stablecoins, of: .stablecoinIssuers,
      heldBy: [(.restOfWorld, Figures.Balances.stablecoins.value * h.stablecoinAbroadShare.value)],
      residual: .households, because: "what is not held abroad is held by households")

    let entitlements =
      Figures.Wealth.total(.lifeInsuranceReserves) + Figures.Wealth.total(.annuities)
      + Figures.Wealth.total(.dcPensionEntitlements) + Figures.Wealth.total(.dbPensionEntitlements)
    try shares(
      .pensionEntitlements, of: .pensionFunds,
      heldBy: [
        (.households, entitlements), (.stateLocal, -h.stateLocalShortfall.value),
        (.treasury, -h.federalShortfall.value),
      ], residual: .firms,
      because: "the shortfall not owed by governments is owed by private sponsors and insurers' owners")
  }
}
