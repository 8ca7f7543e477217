import Accounting
import Laboratory
import Quantities
import Testing

@Suite("Opening balance-sheet matrix")
struct OpeningMatrixTests {
  let matrix: OpeningMatrix
  init() throws { matrix = try OpeningMatrix.unitedStates() }

  @Test("Every claim sums to zero to the cent")
  func claimsSumToZero() {
    for row in matrix.rows where row.instrument.isFinancial { #expect(row.sum == .zero, "\(row.instrument)") }
  }

  @Test("Every real row is held and never owed")
  func realRowsArePositive() {
    for row in matrix.rows where !row.instrument.isFinancial {
      #expect(row.sum > .zero, "\(row.instrument)")
      for sector in Sector.allCases { #expect(row[sector] >= .zero, "\(row.instrument) of \(sector)") }
    }
  }

  @Test("Every row of the ledger but the textbook's consols opens once")
  func everyInstrumentOpens() {
    for instrument in Instrument.allCases where instrument != .consols {
      #expect(matrix.rows.filter { $0.instrument == instrument }.count == 1, "\(instrument)")
    }
    #expect(matrix.row(.consols) == nil)
  }

  @Test("A residual sector keeps the sign of its side of the row")
  func residualsKeepTheirSide() {
    let owed: [(Instrument, Sector)] = [
      (.deposits, .banks), (.reserves, .centralBank), (.cashAccount, .centralBank), (.reverseRepo, .centralBank),
      (.agencyBonds, .banks), (.privateEquity, .firms), (.deferredAsset, .treasury),
    ]
    for (instrument, sector) in owed { #expect(matrix[sector, instrument] < .zero, "\(instrument)") }
    let claims: [Instrument] =
      [.currency, .bills, .municipalBonds, .aiEquity, .restEquity, .fundShares, .valueShares, .volTargetShares]
      + Instrument.treasuryBonds
    for instrument in claims { #expect(matrix[.households, instrument] > .zero, "\(instrument)") }
    for instrument in [Instrument.mortgages, .consumerCredit, .corporateLoans] {
      #expect(matrix[.banks, instrument] > .zero, "\(instrument)")
    }
    for instrument in Instrument.corporateBonds { #expect(matrix[.pensionFunds, instrument] > .zero) }
  }

  @Test(
    "A fund owes exactly what it owns",
    arguments: [
      Sector.mutualFunds, .pensionFunds, .moneyFunds, .volTargetFunds, .trendFollowers, .riskParityFunds, .valueFunds,
      .stablecoinIssuers,
    ])
  func fundsHaveNoNetWorth(fund: Sector) { #expect(matrix.netWorth(of: fund) == .zero) }

  @Test("A fund's shares are worth what its assets are published to be")
  func fundSharesMatchAssets() {
    func owed(_ instrument: Instrument, _ fund: Sector) -> Double { -matrix[fund, instrument].dollars }
    let h = Figures.Holdings.self
    #expect(
      abs(owed(.moneyFundShares, .moneyFunds) - h.taxableMoneyFunds.value - h.taxExemptMoneyFunds.value) < 1)
    #expect(abs(owed(.volTargetShares, .volTargetFunds) - h.volTargetAssets.value) < 1)
    #expect(abs(owed(.trendShares, .trendFollowers) - h.trendAssets.value) < 1)
    #expect(abs(owed(.riskParityShares, .riskParityFunds) - h.riskParityAssets.value) < 1)
    #expect(
      abs(owed(.valueShares, .valueFunds) - h.activeDomesticEquity.value - h.hedgeFundCapital.value) < 1)
    #expect(abs(owed(.stablecoins, .stablecoinIssuers) - Figures.Balances.stablecoins.value) < 1)
  }

  @Test("The debt in the matrix is the debt held by the public")
  func treasuryOwesTheDebt() {
    let debt = ([.bills] + Instrument.treasuryBonds).reduce(0.0) { $0 - matrix[.treasury, $1].dollars }
    #expect(abs(debt - Figures.Government.debtHeldByPublic.value) < 1)
  }

  @Test("The central bank owes reserves, cash account, reverse repo, currency and other against its assets")
  func centralBankIdentity() {
    let bonds = ([.bills] + Instrument.treasuryBonds).reduce(Money.zero) { $0 + matrix[.centralBank, $1] }
    let assets = bonds + matrix[.centralBank, .agencyBonds] + matrix[.centralBank, .standingRepo]
    let owed = [Instrument.reserves, .cashAccount, .reverseRepo, .currency].reduce(Money.zero) {
      $0 - matrix[.centralBank, $1]
    }
    let other = matrix.netWorth(of: .centralBank)
    #expect(assets == owed + other - matrix[.centralBank, .deferredAsset])
    // Other liabilities and capital exceed the assets that are not modelled (premiums, gold, swaps).
    #expect(other > .zero && other.dollars < Figures.FedBalanceSheet.otherLiabilities.value)
  }

  @Test("Households own about what the Distributional Financial Accounts say, less what is not modelled")
  func householdsAreAsWealthyAsPublished() {
    let crypto = matrix[.households, .crypto] + matrix[.households, .stablecoins]
    let left = LineMapping.wealth.reduce(0.0) { $0 + $1.notModelled }
    let modelled = matrix.netWorth(of: .households).dollars - crypto.dollars
    #expect(abs(Figures.Wealth.total(.netWorth) - modelled - left) < 1e7)
    #expect(modelled > 0.85 * Figures.Wealth.total(.netWorth))
  }

  @Test("Banks, firms, AI firms and utilities open with positive book equity, dealers with a little")
  func bookEquityIsPositive() {
    for sector in [Sector.banks, .firms, .aiFirms, .energy, .dealers] {
      #expect(matrix.bookEquity(of: sector) > .zero, "\(sector)")
    }
    let assets = matrix.rows.reduce(0.0) { $0 + max(0, $1[.banks].dollars) }
    let ratio = matrix.bookEquity(of: .banks).dollars / assets
    #expect(ratio > 0.05 && ratio < 0.15)
    #expect(matrix.netWorth(of: .dealers).dollars < 1e11)
  }

  @Test("AI equity is the AI basket and listed institutions hold the market's share of it")
  func aiEquityIsTheBasket() {
    #expect(abs(matrix[.aiFirms, .aiEquity].dollars + Figures.AI.capitalisation) < 1)
    let share = Figures.AI.namedWeight.value + Figures.AI.otherWeight.value
    #expect(share > 0.3 && share < 0.4)
  }
}
