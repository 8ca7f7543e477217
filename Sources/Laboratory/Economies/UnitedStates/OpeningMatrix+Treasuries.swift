import Accounting
import Quantities

// Treasury bills and coupon securities, at par.

extension OpeningMatrix {
  mutating func addTreasuries() throws(Money.OutOfRange) {
    let h = Figures.Holdings.self
    let government = Figures.Government.self
    let bills = government.billsOutstanding.value

    try claim(
      .bills,
      [
        (.treasury, -bills), (.centralBank, Figures.FedBalanceSheet.bills.value),
        (.moneyFunds, moneyFundBills), (.restOfWorld, h.foreignBills.value), (.banks, h.bankBills.value),
        (.stateLocal, h.stateLocalBills.value), (.mutualFunds, h.fundBills.value),
        (.pensionFunds, h.pensionBills.value), (.firms, h.businessBills.value), (.aiFirms, h.aiBills.value),
        (.dealers, h.dealerBills.value), (.volTargetFunds, volTargetBills), (.trendFollowers, trendBills),
        (.riskParityFunds, riskParityBills), (.valueFunds, h.valueBills.value),
        (.stablecoinIssuers, stablecoinBills),
      ], residual: .households, because: "the household sector is the residual holder of the Financial Accounts too")

    // The shares are rounded to six digits; together they are the whole debt.
    let whole = government.couponShares.reduce(0) { $0 + $1.value }
    for (bucket, instrument) in Instrument.treasuryBonds.enumerated() {
      let share = government.couponShares[bucket].value / whole
      var cells: Cells = [(.treasury, -share * couponDebt)]
      for (sector, dollars) in couponHolders { cells.append((sector, share * dollars)) }
      cells.append((.moneyFunds, moneyFundCoupons * OpeningMatrix.nearMaturity[bucket]))
      try claim(
        instrument, cells, residual: .households,
        because: "every holder but money funds holds the maturities outstanding; households take the rest")
    }
  }

  /// Everything held by the public that is not a bill, nonmarketable debt included.
  var couponDebt: Double {
    Figures.Government.debtHeldByPublic.value - Figures.Government.billsOutstanding.value
  }

  /// Notes close to maturity and floating-rate notes of money funds: two thirds under one year, one third under two.
  private static let nearMaturity: [Double] = [2.0 / 3, 1.0 / 3, 0, 0, 0, 0, 0, 0]
  private var moneyFundCoupons: Double { moneyFundTreasuries - moneyFundBills }

  /// Coupon securities at par by holder: published market values are turned to par and their bills taken off.
  private var couponHolders: Cells {
    let h = Figures.Holdings.self
    let par = Figures.Government.parToMarket.value
    let fed = Figures.FedBalanceSheet.self
    return [
      (.centralBank, fed.treasuries.value - fed.bills.value),
      (.restOfWorld, par * h.foreignTreasuries.value - h.foreignBills.value),
      (.banks, par * (h.bankTreasuries.value + h.otherBankTreasuries.value) - h.bankBills.value),
      (.pensionFunds, par * (h.pensionTreasuries.value + h.insurerTreasuries.value) - h.pensionBills.value),
      (.stateLocal, par * h.stateLocalTreasuries.value - h.stateLocalBills.value),
      (.firms, par * h.businessTreasuries.value - h.businessBills.value - h.aiBills.value - h.aiTreasuries.value),
      (.aiFirms, h.aiTreasuries.value), (.mutualFunds, h.fundTreasuries.value),
      (.valueFunds, h.valueTreasuries.value), (.dealers, h.dealerTreasuries.value - h.dealerBills.value),
      (.riskParityFunds, riskParityBonds),
    ]
  }
}
