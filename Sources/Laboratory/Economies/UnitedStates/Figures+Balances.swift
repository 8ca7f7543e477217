import Quantities

extension Figures {
  /// Totals of rows of the balance sheet: who issued how much.
  public enum Balances {
    public static let mortgages = Figure(
      "Total mortgages", 21_569_360_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 via FRED, total mortgages", asOf: "2025Q4"),
      check: Check(
        "data/macro/sector_debt_quarterly.csv", "total_mortgages_mil_usd",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000))

    public static let homeMortgages = Figure(
      "Home mortgages of households", 13_783_209_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 via FRED, household home mortgages", asOf: "2025Q4"),
      check: Check(
        "data/macro/sector_debt_quarterly.csv", "household_home_mortgage_debt_mil_usd",
        where: [.init("date", "2025-10-01")], times: 1_000_000))

    public static let householdDebt = Figure(
      "Debt of households and nonprofits", 20_933_746_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 via FRED, household debt", asOf: "2025Q4"),
      check: Check(
        "data/macro/sector_debt_quarterly.csv", "household_debt_mil_usd",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000))

    public static let businessDebt = Figure(
      "Debt of nonfinancial business", 22_198_480_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 via FRED, nonfinancial business debt", asOf: "2025Q4"),
      check: Check(
        "data/macro/sector_debt_quarterly.csv", "nonfin_business_debt_mil_usd",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000))

    public static let corporateDebt = Figure(
      "Debt of nonfinancial corporations", 14_141_492_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 via FRED, nonfinancial corporate debt", asOf: "2025Q4"),
      check: Check(
        "data/macro/sector_debt_quarterly.csv", "nonfin_corporate_debt_mil_usd",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000))

    public static let consumerCredit = Figure(
      "Consumer credit", 5_099_409_490_000, "$",
      .release("Federal Reserve Board", series: "G.19 TOTALSL", asOf: "2025-12"),
      check: Check(
        "data/macro/money_credit_monthly.csv", "consumer_credit_total_mil_usd",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1_000_000))

    public static let corporateEquities = Figure(
      "Corporate equities issued by nonfinancial corporations, closely held included", 71_863_086_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 via FRED, nonfinancial corporate equities", asOf: "2025Q4"),
      check: Check(
        "data/macro/sector_debt_quarterly.csv", "nonfin_corporate_equities_mil_usd",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000))

    public static let bankCredit = Figure(
      "Bank credit of commercial banks", 18_948_066_600_000, "$",
      .release("Federal Reserve Board", series: "H.8 TOTBKCR", asOf: "2025-12-31"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "bank_credit_bil_usd", where: [.init("date", "2025-12-31")],
        times: 1_000_000_000))

    public static let bankLoans = Figure(
      "Loans and leases of commercial banks", 13_326_175_200_000, "$",
      .release("Federal Reserve Board", series: "H.8 TOTLL", asOf: "2025-12-31"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "bank_loans_leases_bil_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ], times: 1_000_000_000))

    public static let businessBankLoans = Figure(
      "Commercial and industrial loans of banks", 2_706_614_000_000, "$",
      .release("Federal Reserve Board", series: "H.8 BUSLOANS", asOf: "2025-12"),
      check: Check(
        "data/macro/money_credit_monthly.csv", "business_loans_bil_usd",
        where: [
          .init(
            "date",
            "2025-12-01")
        ], times: 1_000_000_000))

    public static let m2 = Figure(
      "M2", 22_355_300_000_000, "$",
      .release("Federal Reserve Board", series: "H.6 M2SL", asOf: "2025-12"),
      check: Check(
        "data/macro/money_credit_monthly.csv", "m2_bil_usd", where: [.init("date", "2025-12-01")],
        times: 1_000_000_000))

    public static let businessInventories = Figure(
      "Business inventories", 2_678_271_000_000, "$",
      .release("Census Bureau", series: "BUSINVx", asOf: "2025-11"),
      check: Check(
        "data/macro/fred_md_2026_02.csv", "businvx", where: [.init("date", "2025-11-01")],
        times: 1_000_000))

    public static let stablecoins = Figure(
      "Stablecoins outstanding", 306_662_000_000, "$",
      .release("DefiLlama", series: "total stablecoin supply", asOf: "2025-12-31"),
      check: Check(
        "data/macro/stablecoin_supply_daily.csv", "stablecoin_supply_total_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ]))

    public static let corporateBonds = Figure(
      "Bonds of nonfinancial corporations", 7_924_100_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.213 line 2, FL103163005", asOf: "2025Q4"))

    public static let financialBonds = Figure(
      "Bonds of domestic financial sectors", 5_206_700_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.213 line 3, FL793163005", asOf: "2025Q4"))

    public static let shortBondShare = Figure(
      "Share of corporate bonds with under three years to run", 0.25, "1",
      .assumed(because: "no maturity profile in stored pages; near the index share"))

    public static let mediumBondShare = Figure(
      "Share of corporate bonds with three to ten years to run", 0.45, "1",
      .assumed(because: "no maturity profile in stored pages; near the index share"))

    public static let aiBonds = Figure(
      "Bonds of AI firms", 430_000_000_000, "$",
      .assumed(because: "long-term debt in 2025 filings of the hyperscalers, Broadcom and CoreWeave, rounded"))

    public static let aiLoans = Figure(
      "Loans to AI firms and data centres", 150_000_000_000, "$",
      .assumed(because: "private credit and bank lines to data centres, rounded from press reports"))

    public static let energyBonds = Figure(
      "Bonds of utilities and generators", 1_100_000_000_000, "$",
      .assumed(because: "debt of investor-owned utilities is near 1.2 trillion, nine tenths of it bonds"))

    public static let energyLoans = Figure(
      "Loans to utilities and generators", 120_000_000_000, "$",
      .assumed(because: "debt of investor-owned utilities is near 1.2 trillion, a tenth of it loans"))

    public static let financialEquity = Figure(
      "Equity of listed banks, insurers, brokers and asset managers", 9_500_000_000_000, "$",
      .assumed(because: "financials weigh near 13.5 % in the S&P 500; smaller firms add a seventh"))

    public static let energyEquity = Figure(
      "Equity of utilities and generators", 1_500_000_000_000, "$",
      .assumed(because: "utilities weigh near 2.3 % in the S&P 500; the Z.1 does not show them"))

    public static let sp500ShareOfListed = Figure(
      "S&P 500 over all listed US equity", 0.87, "1",
      .assumed(because: "about 87 % by index publishers; the Z.1 line mixes in closely held firms"))

    public static let cryptoCap = Figure(
      "Capitalisation of crypto other than stablecoins", 2_689_000_000_000, "$",
      .release(
        "CoinGecko", series: "2025 Annual Crypto Industry Report, 3.0 trillion less 311 billion of stablecoins",
        asOf: "2025-12-31"))

    public static let powerPlantShare = Figure(
      "Share of the fixed assets of energy and utilities that generates and carries power", 0.42, "1",
      .assumed(because: "code 22 holds 62 % of the group, of which two thirds are electric"))

    public static let dwellingShareOfRentals = Figure(
      "Share of the fixed assets of professional services that are rented dwellings", 0.58, "1",
      .assumed(because: "the real-estate code holds 8.7 of 12.0 trillion, rented dwellings 6.9 of them"))

    public static let aiPlant = Figure(
      "Buildings and other plant of AI firms", 450_000_000_000, "$",
      .assumed(because: "long-lived two fifths of their capital expenditure, little worn"))

    public static let inventoriesOfFarms = Figure(
      "Farm, mining and construction inventories outside the business-inventory survey", 650_000_000_000, "$",
      .assumed(because: "the survey covers manufacturing and trade only; NIPA adds about a quarter"))

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      mortgages, homeMortgages, householdDebt, businessDebt, corporateDebt, consumerCredit, corporateEquities,
      bankCredit, bankLoans, businessBankLoans, m2, businessInventories, stablecoins, corporateBonds, financialBonds,
      shortBondShare, mediumBondShare, aiBonds, aiLoans, energyBonds, energyLoans, financialEquity, energyEquity,
      sp500ShareOfListed, cryptoCap, powerPlantShare, dwellingShareOfRentals, aiPlant, inventoriesOfFarms,
    ]
  }
}
