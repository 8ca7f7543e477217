import Quantities

extension Figures {
  /// Who holds what. Sourced where a stored release shows the line, else assumed and counted.
  ///
  /// Figures of the Financial Accounts value Treasury securities at market; ``Government/parToMarket``
  /// turns them to par.
  public enum Holdings {
    public static let foreignTreasuries = Figure(
      "Treasury securities of the rest of the world, market value", 9_224_400_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 10, LM263061105", asOf: "2025Q4"))

    public static let foreignBills = Figure(
      "Treasury bills of the rest of the world", 1_250_000_000_000, "$",
      .assumed(because: "TIC shows short-term holdings apart, but not on a stored page; about a seventh of the total"))

    public static let foreignAgencies = Figure(
      "Agency securities of the rest of the world", 1_425_900_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 11, LM263061705", asOf: "2025Q4"))

    public static let foreignMunicipals = Figure(
      "Municipal securities of the rest of the world", 125_000_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 12, LM263062003", asOf: "2025Q4"))

    public static let foreignCorporates = Figure(
      "US corporate bonds of the rest of the world", 4_826_700_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 13, LM263063005", asOf: "2025Q4"))

    public static let foreignLoans = Figure(
      "Loans of the rest of the world to US borrowers", 1_165_900_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 14, FL263069005", asOf: "2025Q4"))

    public static let foreignEquities = Figure(
      "US corporate equities of the rest of the world", 20_454_900_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 17, LM263064105", asOf: "2025Q4"))

    public static let foreignMoneyFunds = Figure(
      "Money-fund shares of the rest of the world", 220_200_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 6, FL263034003", asOf: "2025Q4"))

    public static let foreignCash = Figure(
      "Checkable deposits and currency of the rest of the world", 1_327_100_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 4, FL263020005", asOf: "2025Q4"))

    public static let foreignTimeDeposits = Figure(
      "Time deposits of the rest of the world", 785_500_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 5, FL263030005", asOf: "2025Q4"))

    public static let foreignRepo = Figure(
      "Repo lent by the rest of the world", 1_472_700_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.133 line 7, FL262051005", asOf: "2025Q4"))

    public static let foreignCurrencyShare = Figure(
      "Share of currency held abroad", 0.45, "1",
      .assumed(because: "Federal Reserve staff put it near 45 % (Judson 2017 and later notes)"))

    public static let foreignFundShares = Figure(
      "Mutual-fund and ETF shares of the rest of the world", 1_200_000_000_000, "$",
      .assumed(because: "hidden on the stored Z.1 page; the order of magnitude of the 2024 tables"))

    public static let bankTreasuries = Figure(
      "Treasury securities of US-chartered depositories, market value", 1_744_800_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 S122.1.s line 10, LM763061100", asOf: "2025Q4"))

    public static let otherBankTreasuries = Figure(
      "Treasury securities of foreign offices, credit unions and government-sponsored enterprises", 450_000_000_000,
      "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let bankBills = Figure(
      "Treasury bills of banks", 100_000_000_000, "$",
      .assumed(because: "call reports show a small share in bills"))

    public static let bankAgencies = Figure(
      "Agency securities of US-chartered depositories", 2_835_700_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 S122.1.s line 11, LM763061705", asOf: "2025Q4"))

    public static let bankMunicipals = Figure(
      "Municipal securities of US-chartered depositories", 357_400_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 S122.1.s line 17, LM763062005", asOf: "2025Q4"))

    public static let bankCorporates = Figure(
      "Corporate bonds of US-chartered depositories", 696_400_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 S122.1.s line 18, LM763063005", asOf: "2025Q4"))

    public static let vaultCash = Figure(
      "Vault cash of US-chartered depositories", 85_500_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 S122.1.s line 6, FL763025000", asOf: "2025Q4"))

    public static let bankRepo = Figure(
      "Repo owed by depositories and foreign offices", 684_825_000_000, "$",
      .release(
        "Federal Reserve Board",
        series: "Z.1 L.207 2025Q2 lines 5 and 8 (305.2 and 454.0) with F.207 flows of 2025Q3 and 2025Q4 over four",
        asOf: "2025Q4"))

    public static let bankRepoLent = Figure(
      "Federal funds sold and repo lent by banks", 800_000_000_000, "$",
      .assumed(because: "the H.8 line is not on a stored page; near .8 trillion through 2025"))

    public static let pensionTreasuries = Figure(
      "Treasury securities of pension funds, market value", 1_108_800_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.117 line 8, LM593061105", asOf: "2025Q3"))

    public static let insurerTreasuries = Figure(
      "Treasury securities of life and property insurers and of the Thrift Savings Plan G fund", 1_100_000_000_000,
      "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let pensionBills = Figure(
      "Treasury bills of pension funds and insurers", 120_000_000_000, "$",
      .assumed(because: "a tenth of their Treasury securities"))

    public static let pensionAgencies = Figure(
      "Agency securities of pension funds", 484_700_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.117 line 9, LM593061705", asOf: "2025Q3"))

    public static let insurerAgencies = Figure(
      "Agency securities of insurers", 480_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let insurerMunicipals = Figure(
      "Municipal securities of insurers", 400_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let insurerMortgages = Figure(
      "Mortgages of insurers and pension funds", 850_000_000_000, "$",
      .assumed(because: "life insurers hold about 850 billion, mostly commercial"))

    public static let pensionLoans = Figure(
      "Other loans of pension funds and insurers", 500_000_000_000, "$",
      .assumed(because: "private credit held directly; the Z.1 line mixes in plan loans"))

    public static let pensionRepo = Figure(
      "Repo lent by pension funds", 121_600_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.117 line 5, FL592051005", asOf: "2025Q3"))

    public static let pensionMoneyFunds = Figure(
      "Money-fund shares of pension funds", 255_300_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.117 line 4, FL593034005", asOf: "2025Q3"))

    public static let pensionDeposits = Figure(
      "Deposits of pension funds", 57_700_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.117 lines 2 and 3", asOf: "2025Q3"))

    public static let insurerDeposits = Figure(
      "Deposits of insurers", 120_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let pensionEquities = Figure(
      "Corporate equities held directly by pension funds and insurers, collective trusts included", 8_000_000_000_000,
      "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables moved by the index"))

    public static let pensionFundShares = Figure(
      "Mutual-fund and ETF shares of pension funds and insurers", 8_800_000_000_000, "$",
      .assumed(because: "defined-contribution plans and variable annuities hold over a third of long-term mutual funds")
    )

    public static let pensionValueShares = Figure(
      "Hedge-fund and active-fund shares of pension funds and insurers", 2_800_000_000_000, "$",
      .assumed(because: "endowments and pensions provide about a third of hedge-fund and active money"))

    public static let stateLocalShortfall = Figure(
      "Shortfall of state and local pensions on the Z.1 basis", 3_400_000_000_000, "$",
      .assumed(because: "the Z.1 values entitlements with a bond rate: some 3.4 trillion beyond assets"))

    public static let federalShortfall = Figure(
      "Federal pension entitlements not backed by marketable assets", 2_600_000_000_000, "$",
      .assumed(because: "civil-service and military plans hold only claims on the Treasury"))

    public static let stateLocalTreasuries = Figure(
      "Treasury securities of state and local governments, market value", 1_572_300_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.210 line 8, LM213061103", asOf: "2025Q3"))

    public static let stateLocalBills = Figure(
      "Treasury bills of state and local governments", 200_000_000_000, "$",
      .assumed(because: "short-term pools; an eighth of their Treasury securities"))

    public static let stateLocalAgencies = Figure(
      "Agency securities of state and local governments", 450_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let stateLocalCorporates = Figure(
      "Corporate bonds of state and local governments", 315_900_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.213 line 16, LM213063003", asOf: "2025Q4"))

    public static let stateLocalMortgages = Figure(
      "Mortgages of state and local governments", 250_000_000_000, "$",
      .assumed(because: "housing finance agencies; the order of magnitude of the 2024 tables"))

    public static let stateLocalRepo = Figure(
      "Repo lent by state and local governments", 130_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let stateLocalDeposits = Figure(
      "Deposits of state and local governments", 800_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let stateLocalMoneyFunds = Figure(
      "Money-fund shares of state and local governments", 80_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let stateLocalEquities = Figure(
      "Corporate equities of state and local governments", 300_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    public static let businessTreasuries = Figure(
      "Treasury securities of nonfinancial business, market value", 220_100_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 L.210 lines 6 and 7", asOf: "2025Q3"))

    public static let businessBills = Figure(
      "Treasury bills of nonfinancial business", 100_000_000_000, "$",
      .assumed(because: "treasurers hold bills and short notes"))

    public static let businessCurrency = Figure(
      "Currency of business", 80_000_000_000, "$",
      .assumed(because: "tills; small against vault cash"))

    public static let businessDeposits = Figure(
      "Deposits of nonfinancial business other than AI firms and utilities", 3_300_000_000_000, "$",
      .assumed(
        because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables, corporate and noncorporate"))

    public static let businessRepo = Figure(
      "Repo lent by nonfinancial business", 90_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the 2025 flow is 26 billion"))

    public static let energyDeposits = Figure(
      "Deposits of utilities and generators", 25_000_000_000, "$",
      .assumed(because: "cash of investor-owned utilities, rounded"))

    public static let aiDeposits = Figure(
      "Deposits of AI firms", 120_000_000_000, "$",
      .assumed(because: "a quarter of the cash and securities shown in 2025 filings"))

    public static let aiMoneyFunds = Figure(
      "Money-fund shares of AI firms", 130_000_000_000, "$",
      .assumed(because: "a quarter of the cash and securities shown in 2025 filings"))

    public static let aiBills = Figure(
      "Treasury bills of AI firms", 50_000_000_000, "$",
      .assumed(because: "a tenth of the cash and securities shown in 2025 filings"))

    public static let aiTreasuries = Figure(
      "Treasury coupon securities of AI firms", 70_000_000_000, "$",
      .assumed(because: "a seventh of the cash and securities shown in 2025 filings"))

    public static let studentLoans = Figure(
      "Consumer credit held by the federal government", 1_530_000_000_000, "$",
      .assumed(because: "the G.19 holder line is not in a shared file; near 1.53 trillion through 2025"))

    public static let taxableMoneyFunds = Figure(
      "Net assets of taxable money funds", 7_595_400_000_000, "$",
      .release(
        "Investment Company Institute", series: "Trends in Mutual Fund Investing, taxable money market",
        asOf: "2025-12"))

    public static let taxExemptMoneyFunds = Figure(
      "Net assets of tax-exempt money funds", 150_900_000_000, "$",
      .release(
        "Investment Company Institute", series: "Trends in Mutual Fund Investing, tax-exempt money market",
        asOf: "2025-12"))

    public static let moneyFundHoldings = Figure(
      "Securities of taxable money funds on the holdings basis", 8_119_000_000_000, "$",
      .release("Crane Data", series: "Money Fund Portfolio Holdings, taxable funds: total", asOf: "2025-12-31"))

    public static let moneyFundTreasuries = Figure(
      "Treasury securities of taxable money funds", 3_509_000_000_000, "$",
      .release(
        "Crane Data", series: "Money Fund Portfolio Holdings, taxable funds: Treasuries, 43.2 %",
        asOf: "2025-12-31"))

    public static let moneyFundRepo = Figure(
      "Repo of taxable money funds, the facility included", 2_982_000_000_000, "$",
      .release(
        "Crane Data", series: "Money Fund Portfolio Holdings, taxable funds: repo, 36.7 %",
        asOf: "2025-12-31"))

    public static let moneyFundAgencies = Figure(
      "Agency debt of taxable money funds", 1_006_000_000_000, "$",
      .release(
        "Crane Data", series: "Money Fund Portfolio Holdings, taxable funds: government agencies, 12.4 %",
        asOf: "2025-12-31"))

    public static let moneyFundBillShare = Figure(
      "Bills in the Treasury securities of money funds", 0.9, "1",
      .assumed(because: "the rest are floating-rate notes and notes close to maturity"))

    public static let longTermMutualFunds = Figure(
      "Net assets of long-term mutual funds", 23_636_200_000_000, "$",
      .release(
        "Investment Company Institute", series: "Trends in Mutual Fund Investing, total long-term",
        asOf: "2025-12"))

    public static let worldEquityFunds = Figure(
      "Net assets of world equity mutual funds", 3_715_200_000_000, "$",
      .release(
        "Investment Company Institute", series: "Trends in Mutual Fund Investing, world equity",
        asOf: "2025-12"))

    public static let taxableBondFunds = Figure(
      "Net assets of taxable bond mutual funds", 4_678_800_000_000, "$",
      .release(
        "Investment Company Institute", series: "Trends in Mutual Fund Investing, taxable bond",
        asOf: "2025-12"))

    public static let municipalBondFunds = Figure(
      "Net assets of municipal bond mutual funds", 835_800_000_000, "$",
      .release(
        "Investment Company Institute", series: "Trends in Mutual Fund Investing, municipal bond",
        asOf: "2025-12"))

    public static let exchangeTradedFunds = Figure(
      "Net assets of exchange-traded funds", 13_500_000_000_000, "$",
      .release("Investment Company Institute via icfs.com", series: "ETF net assets at year end", asOf: "2025-12"))

    public static let worldEquityETFs = Figure(
      "World equity in exchange-traded funds", 2_200_000_000_000, "$",
      .assumed(because: "about a sixth of ETF assets; ICI detail not on a stored page"))

    public static let municipalETFs = Figure(
      "Municipal bonds in exchange-traded funds", 150_000_000_000, "$",
      .assumed(because: "ICI detail not on a stored page"))

    public static let fundBills = Figure(
      "Treasury bills of mutual funds and ETFs", 300_000_000_000, "$",
      .assumed(because: "bill ETFs and the cash of bond funds"))

    public static let fundTreasuries = Figure(
      "Treasury coupon securities of mutual funds and ETFs", 1_750_000_000_000, "$",
      .assumed(because: "about a quarter of taxable bond funds and bond ETFs"))

    public static let fundAgencies = Figure(
      "Agency securities of mutual funds and ETFs", 1_100_000_000_000, "$",
      .assumed(because: "about a sixth of taxable bond funds and bond ETFs"))

    public static let fundCorporates = Figure(
      "Corporate bonds of mutual funds and ETFs", 2_300_000_000_000, "$",
      .assumed(because: "about a third of taxable bond funds and bond ETFs"))

    public static let fundLoans = Figure(
      "Bank loans of mutual funds and ETFs", 150_000_000_000, "$",
      .assumed(because: "loan funds"))

    public static let fundMoneyFunds = Figure(
      "Money-fund shares of mutual funds", 150_000_000_000, "$",
      .assumed(because: "cash sweep"))

    public static let fundDeposits = Figure(
      "Deposits of mutual funds and ETFs", 120_000_000_000, "$",
      .assumed(because: "cash for redemptions"))

    public static let volTargetAssets = Figure(
      "Assets of vol-target funds", 350_000_000_000, "$",
      .assumed(because: "dealers and the press put volatility-control money at 300 to 400 billion"))

    public static let trendAssets = Figure(
      "Assets of trend followers", 340_000_000_000, "$",
      .assumed(because: "managed-futures assets are put near 340 billion"))

    public static let riskParityAssets = Figure(
      "Assets of risk-parity funds", 150_000_000_000, "$",
      .assumed(because: "estimates run from 100 to 200 billion"))

    public static let activeDomesticEquity = Figure(
      "Domestic equity funds that are actively managed", 6_000_000_000_000, "$",
      .assumed(because: "under half of the 12.66 trillion that ICI counts in domestic equity mutual funds"))

    public static let hedgeFundCapital = Figure(
      "Capital of hedge funds in US markets", 2_500_000_000_000, "$",
      .assumed(because: "about half of the five trillion of the industry worldwide"))

    public static let valueTreasuries = Figure(
      "Treasury coupon securities of hedge funds", 1_600_000_000_000, "$",
      .assumed(because: "cash side of the basis and relative-value trades, financed by repo"))

    public static let valueBills = Figure(
      "Treasury bills of hedge funds", 60_000_000_000, "$",
      .assumed(because: "collateral and cash"))

    public static let valueRepo = Figure(
      "Repo owed by hedge funds onshore", 1_500_000_000_000, "$",
      .assumed(because: "Form PF shows about twice this with offshore funds, which sit in the rest of the world"))

    public static let valueCorporates = Figure(
      "Corporate bonds of hedge funds", 300_000_000_000, "$",
      .assumed(because: "credit strategies"))

    public static let valueDeposits = Figure(
      "Deposits of hedge and active funds", 150_000_000_000, "$",
      .assumed(because: "cash at prime brokers and for redemptions"))

    public static let dealerTreasuries = Figure(
      "Treasury securities of dealers", 400_000_000_000, "$",
      .assumed(because: "primary-dealer positions were near 400 billion in late 2025"))

    public static let dealerBills = Figure(
      "Treasury bills of dealers", 50_000_000_000, "$",
      .assumed(because: "part of the primary-dealer position"))

    public static let dealerAgencies = Figure(
      "Agency securities of dealers", 150_000_000_000, "$",
      .assumed(because: "primary-dealer positions, rounded"))

    public static let dealerEquities = Figure(
      "Equities dealers hold against index futures", 480_000_000_000, "$",
      .assumed(
        because:
          "futures exposure of vol-target funds and trend followers at the opening, the cash leg of the arbitrage"))

    public static let dealerDeposits = Figure(
      "Deposits of dealers", 150_000_000_000, "$",
      .assumed(because: "segregated cash"))

    public static let dealerCapital = Figure(
      "Capital of dealers", 40_000_000_000, "$",
      .assumed(because: "small by construction: broker-dealer capital is part of bank equity"))

    public static let bankEquities = Figure(
      "Corporate equities of banks", 60_000_000_000, "$",
      .assumed(because: "small holdings allowed to banks"))

    public static let stablecoinBillShare = Figure(
      "Bills in stablecoin reserves", 0.66, "1",
      .release("Tether", series: "attestation by BDO, bills of 98.5 in assets of 149.3 billion", asOf: "2025-03-31"))

    public static let stablecoinRepoShare = Figure(
      "Repo in stablecoin reserves", 0.1, "1",
      .release("Tether", series: "attestation by BDO, repo of 15.1 in assets of 149.3 billion", asOf: "2025-03-31"))

    public static let stablecoinAbroadShare = Figure(
      "Stablecoins held abroad", 0.75, "1",
      .assumed(because: "most use of dollar coins is outside the United States"))

    public static let cryptoAbroadShare = Figure(
      "Crypto held abroad", 0.6, "1",
      .release("River", series: "Americans own about 40 % of all bitcoin", asOf: "2025-05"))

    public static let foreignValueShares = Figure(
      "Active- and hedge-fund shares of the rest of the world", 700_000_000_000, "$",
      .assumed(because: "a tenth of hedge-fund and active money"))

    public static let householdAgencies = Figure(
      "Agency securities of households", 900_000_000_000, "$",
      .assumed(because: "hidden on stored Z.1 pages; the order of magnitude of the 2024 tables"))

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      foreignTreasuries, foreignBills, foreignAgencies, foreignMunicipals, foreignCorporates, foreignLoans,
      foreignEquities, foreignMoneyFunds, foreignCash, foreignTimeDeposits, foreignRepo, foreignCurrencyShare,
      foreignFundShares, bankTreasuries, otherBankTreasuries, bankBills, bankAgencies, bankMunicipals,
      bankCorporates, vaultCash, bankRepo, bankRepoLent, pensionTreasuries, insurerTreasuries, pensionBills,
      pensionAgencies, insurerAgencies, insurerMunicipals, insurerMortgages, pensionLoans, pensionRepo,
      pensionMoneyFunds, pensionDeposits, insurerDeposits, pensionEquities, pensionFundShares, pensionValueShares,
      stateLocalShortfall, federalShortfall, stateLocalTreasuries, stateLocalBills, stateLocalAgencies,
      stateLocalCorporates, stateLocalMortgages, stateLocalRepo, stateLocalDeposits, stateLocalMoneyFunds,
      stateLocalEquities, businessTreasuries, businessBills, businessCurrency, businessDeposits, businessRepo,
      energyDeposits, aiDeposits, aiMoneyFunds, aiBills, aiTreasuries, studentLoans, taxableMoneyFunds,
      taxExemptMoneyFunds, moneyFundHoldings, moneyFundTreasuries, moneyFundRepo, moneyFundAgencies,
      moneyFundBillShare, longTermMutualFunds, worldEquityFunds, taxableBondFunds, municipalBondFunds,
      exchangeTradedFunds, worldEquityETFs, municipalETFs, fundBills, fundTreasuries, fundAgencies, fundCorporates,
      fundLoans, fundMoneyFunds, fundDeposits, volTargetAssets, trendAssets, riskParityAssets, activeDomesticEquity,
      hedgeFundCapital, valueTreasuries, valueBills, valueRepo, valueCorporates, valueDeposits, dealerTreasuries,
      dealerBills, dealerAgencies, dealerEquities, dealerDeposits, dealerCapital, bankEquities, stablecoinBillShare,
      stablecoinRepoShare, stablecoinAbroadShare, cryptoAbroadShare, foreignValueShares, householdAgencies,
    ]
  }
}
