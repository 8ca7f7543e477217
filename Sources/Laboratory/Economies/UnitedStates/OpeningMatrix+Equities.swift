import Accounting
import Quantities

// Listed equity in two baskets, private business equity, options.

extension OpeningMatrix {
  mutating func addEquities() throws(Money.OutOfRange) {
    let ai = Figures.AI.capitalisation
    try claim(
      .aiEquity, [(.aiFirms, -ai)] + equityHolders.map { ($0.sector, aiShareOfListed * $0.dollars) },
      residual: .households, because: "institutions hold the listed market; households hold what is left")

    let totals = Figures.Balances.self
    let nonfinancial = totals.corporateEquities.value - ai - totals.energyEquity.value
    try claim(
      .restEquity,
      [
        (.firms, -nonfinancial), (.energy, -totals.energyEquity.value), (.banks, -totals.financialEquity.value),
      ] + equityHolders.map { ($0.sector, (1 - aiShareOfListed) * $0.dollars) },
      residual: .households, because: "closely held corporations belong to households, as does what institutions leave")

    try claim(
      .privateEquity, [(.households, Figures.Wealth.total(.privateBusinessEquity))], residual: .firms,
      because: "noncorporate business belongs to its owners")

    try claim(
      .options, [], residual: .dealers,
      because: "the customer book is written on the first day at fair premium, so it opens at zero value")
  }

  /// The AI basket over all listed equity: what an institution that holds the market holds of it.
  var aiShareOfListed: Double {
    let sp500 =
      Figures.AI.sp500Cap.value * Figures.Markets.sp500.value / Figures.AI.sp500CloseThen.value
    return Figures.AI.capitalisation * Figures.Balances.sp500ShareOfListed.value / sp500
  }

  /// Listed equity by institution.
  var equityHolders: Cells {
    let h = Figures.Holdings.self
    return [
      (.restOfWorld, h.foreignEquities.value), (.pensionFunds, h.pensionEquities.value),
      (.mutualFunds, fundEquities), (.valueFunds, valueEquities), (.riskParityFunds, riskParityEquities),
      (.dealers, h.dealerEquities.value), (.banks, h.bankEquities.value),
      (.stateLocal, h.stateLocalEquities.value),
    ]
  }

  /// Mutual funds and ETFs less world equity, active domestic equity and everything that is not equity.
  var fundEquities: Double {
    let h = Figures.Holdings.self
    let domestic =
      h.longTermMutualFunds.value + h.exchangeTradedFunds.value - h.worldEquityFunds.value - h.worldEquityETFs.value
      - h.activeDomesticEquity.value
    let bonds =
      h.fundBills.value + h.fundTreasuries.value + h.fundAgencies.value + h.fundCorporates.value
      + h.municipalBondFunds.value + h.municipalETFs.value + h.fundLoans.value
    return domestic - bonds - h.fundMoneyFunds.value - h.fundDeposits.value
  }

  /// Active domestic equity funds and hedge funds, less what they hold beside equity, plus what they borrow.
  var valueEquities: Double {
    let h = Figures.Holdings.self
    return h.activeDomesticEquity.value + h.hedgeFundCapital.value + h.valueRepo.value - h.valueTreasuries.value
      - h.valueBills.value - h.valueCorporates.value - h.valueDeposits.value
  }
}
