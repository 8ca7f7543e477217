import Accounting
import Quantities

// Agency, municipal and corporate bonds, loans, mortgages, consumer credit.

extension OpeningMatrix {
  mutating func addDebts() throws(Money.OutOfRange) {
    let h = Figures.Holdings.self
    let totals = Figures.Balances.self

    try claim(
      .agencyBonds,
      [
        (.centralBank, Figures.FedBalanceSheet.mortgageBacked.value + Figures.FedBalanceSheet.agencyDebt.value),
        (.moneyFunds, moneyFundAgencies), (.restOfWorld, h.foreignAgencies.value),
        (.pensionFunds, h.pensionAgencies.value + h.insurerAgencies.value), (.mutualFunds, h.fundAgencies.value),
        (.stateLocal, h.stateLocalAgencies.value), (.dealers, h.dealerAgencies.value),
        (.households, h.householdAgencies.value),
      ], residual: .banks,
      because: "the agencies' pools are consolidated with banks, which owe what others hold and keep the mortgages")

    try claim(
      .municipalBonds,
      [
        (.stateLocal, -Figures.Government.stateLocalDebt.value), (.restOfWorld, h.foreignMunicipals.value),
        (.banks, h.bankMunicipals.value), (.mutualFunds, h.municipalBondFunds.value + h.municipalETFs.value),
        (.moneyFunds, h.taxExemptMoneyFunds.value), (.pensionFunds, h.insurerMunicipals.value),
      ], residual: .households, because: "the tax exemption makes households the natural holders")

    try addCorporateBonds()

    let firmMortgages = totals.mortgages.value - totals.homeMortgages.value
    try claim(
      .mortgages,
      [
        (.households, Figures.Wealth.total(.mortgageAssets) - totals.homeMortgages.value), (.firms, -firmMortgages),
        (.pensionFunds, h.insurerMortgages.value), (.stateLocal, h.stateLocalMortgages.value),
      ], residual: .banks, because: "banks and the agency pools consolidated with them hold the rest")

    // Margin, policy and other personal loans carry no collateral that another row models: they join consumer credit.
    let otherPersonal = Figures.Wealth.total(.depositoryLoans) + Figures.Wealth.total(.otherLoansLiabilities)
    try claim(
      .consumerCredit,
      [(.households, -totals.consumerCredit.value - otherPersonal), (.treasury, h.studentLoans.value)],
      residual: .banks, because: "finance companies, brokers and securitised pools are consolidated with banks")

    let loans = totals.businessDebt.value - totals.corporateBonds.value - firmMortgages
    try claim(
      .corporateLoans,
      [
        (.firms, -(loans - totals.aiLoans.value - totals.energyLoans.value)), (.aiFirms, -totals.aiLoans.value),
        (.energy, -totals.energyLoans.value), (.restOfWorld, h.foreignLoans.value),
        (.pensionFunds, h.pensionLoans.value), (.mutualFunds, h.fundLoans.value),
        (.households, Figures.Wealth.total(.otherLoansAssets)),
      ], residual: .banks,
      because: "unnamed lenders are banks and finance companies; private-credit funds count as households in the Z.1")
  }

  private mutating func addCorporateBonds() throws(Money.OutOfRange) {
    let h = Figures.Holdings.self
    let totals = Figures.Balances.self
    let short = totals.shortBondShare.value
    let medium = totals.mediumBondShare.value
    for (instrument, share) in zip(Instrument.corporateBonds, [short, medium, 1 - short - medium]) {
      try claim(
        instrument,
        [
          (.firms, -share * (totals.corporateBonds.value - totals.aiBonds.value - totals.energyBonds.value)),
          (.aiFirms, -share * totals.aiBonds.value), (.energy, -share * totals.energyBonds.value),
          (.banks, share * (h.bankCorporates.value - totals.financialBonds.value)),
          (.restOfWorld, share * h.foreignCorporates.value), (.mutualFunds, share * h.fundCorporates.value),
          (.stateLocal, share * h.stateLocalCorporates.value), (.valueFunds, share * h.valueCorporates.value),
        ], residual: .pensionFunds, because: "life insurers and pensions are the buyers of last resort of credit")
    }
  }
}
