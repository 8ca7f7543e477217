import Accounting

/// Where lines of the Distributional Financial Accounts stand in the household column.
///
///     assets - liabilities = sum of the household cells + not modelled
public struct WealthMapping: Sendable {
  public let name: String
  public let assets: [WealthLine]
  public let liabilities: [WealthLine]
  /// Rows whose household cells hold the lines; none when nothing of them is modelled.
  public let instruments: [Instrument]
  /// Dollars the matrix leaves out, to the million; negative where the cells exceed the lines.
  public let notModelled: Double
  public let why: String
}

/// Where a column of the sector-debt table of the Financial Accounts stands among what issuers owe.
///
///     published = -(sum of the cells) + not modelled
public struct SectorDebtMapping: Sendable {
  /// The table's column.
  public let column: String
  public let issuers: [Sector]
  public let instruments: [Instrument]
  /// Dollars the matrix leaves out, to the million.
  public let notModelled: Double
  public let why: String
}

/// The published lines and the rows of the matrix that hold them.
public enum LineMapping {
  /// Every line of the Distributional Financial Accounts but the subtotals.
  public static let wealth: [WealthMapping] = [
    WealthMapping(
      name: "real estate", assets: [.realEstate], liabilities: [],
      instruments: [.dwellings],
      notModelled: 0, why: "all of it, at market value"),
    WealthMapping(
      name: "consumer durables", assets: [.consumerDurables], liabilities: [],
      instruments: [],
      notModelled: 8_653_778_000_000, why: "durables are outside the model; wealth targets are reduced by them"),
    WealthMapping(
      name: "deposits", assets: [.deposits], liabilities: [],
      instruments: [.currency, .deposits],
      notModelled: 0, why: "currency is inside the published line"),
    WealthMapping(
      name: "money-fund shares", assets: [.moneyMarketFundShares], liabilities: [],
      instruments: [.moneyFundShares],
      notModelled: 0, why: "all of it"),
    WealthMapping(
      name: "government securities", assets: [.governmentSecurities], liabilities: [],
      instruments: [
        .bills, .bonds1, .bonds2, .bonds3, .bonds5, .bonds7, .bonds10, .bonds20, .bonds30, .agencyBonds,
        .municipalBonds,
      ],
      notModelled: 1_007_468_000_000,
      why: "Treasury securities of hedge funds, which the published sector counts and another column holds here"),
    WealthMapping(
      name: "corporate bonds", assets: [.corporateBonds], liabilities: [],
      instruments: [.corporateShort, .corporateMedium, .corporateLong],
      notModelled: 0, why: "the publication shows none"),
    WealthMapping(
      name: "other loans held", assets: [.otherLoansAssets], liabilities: [],
      instruments: [.corporateLoans],
      notModelled: 0, why: "private credit funds count as households in the Z.1"),
    WealthMapping(
      name: "mortgages", assets: [.mortgageAssets], liabilities: [.homeMortgages],
      instruments: [.mortgages],
      notModelled: 0, why: "owed less held; rounding between the DFA and the Z.1"),
    WealthMapping(
      name: "equities and funds", assets: [.equitiesAndFunds], liabilities: [],
      instruments: [
        .aiEquity, .restEquity, .fundShares, .volTargetShares, .trendShares, .riskParityShares, .valueShares,
      ],
      notModelled: 10_117_384_000_000, why: "foreign equities, held directly or through funds"),
    WealthMapping(
      name: "pensions and life insurance",
      assets: [.lifeInsuranceReserves, .annuities, .dcPensionEntitlements, .dbPensionEntitlements], liabilities: [],
      instruments: [.pensionEntitlements],
      notModelled: 0, why: "all of it"),
    WealthMapping(
      name: "private business equity", assets: [.privateBusinessEquity], liabilities: [],
      instruments: [.privateEquity],
      notModelled: 0, why: "all of it"),
    WealthMapping(
      name: "miscellaneous assets", assets: [.miscellaneousAssets], liabilities: [],
      instruments: [],
      notModelled: 1_781_354_000_000, why: "insurance receivables and other claims"),
    WealthMapping(
      name: "consumer credit and personal loans", assets: [],
      liabilities: [.consumerCredit, .depositoryLoans, .otherLoansLiabilities],
      instruments: [.consumerCredit],
      notModelled: 0, why: "all of it"),
    WealthMapping(
      name: "unpaid insurance premiums", assets: [], liabilities: [.unpaidPremiums],
      instruments: [],
      notModelled: -40_958_000_000, why: "too small for a row"),
  ]

  /// Lines that are sums of others.
  public static let subtotals: [WealthLine] = [
    .assets, .nonfinancialAssets, .financialAssets, .debtSecurities, .loansAssets, .liabilities, .loansLiabilities,
    .netWorth,
  ]

  /// Columns of the sector-debt table that are balances of their own.
  public static let sectorDebt: [SectorDebtMapping] = [
    SectorDebtMapping(
      column: "nonfin_business_debt_mil_usd", issuers: [.firms, .aiFirms, .energy],
      instruments: [.corporateShort, .corporateMedium, .corporateLong, .corporateLoans, .mortgages],
      notModelled: 0, why: "all of it"),
    SectorDebtMapping(
      column: "household_debt_mil_usd", issuers: [.households],
      instruments: [.mortgages, .consumerCredit],
      notModelled: 1_074_075_000_000, why: "debts of nonprofits, and mortgages households hold"),
    SectorDebtMapping(
      column: "household_home_mortgage_debt_mil_usd", issuers: [.households],
      instruments: [.mortgages],
      notModelled: 62_772_000_000, why: "mortgages households hold, which the cell nets"),
    SectorDebtMapping(
      column: "total_mortgages_mil_usd", issuers: [.households, .firms],
      instruments: [.mortgages],
      notModelled: 62_772_000_000, why: "mortgages households hold, which the cell nets"),
    SectorDebtMapping(
      column: "state_local_debt_mil_usd", issuers: [.stateLocal],
      instruments: [.municipalBonds],
      notModelled: 0, why: "all of it"),
    SectorDebtMapping(
      column: "federal_debt_total_mil_usd", issuers: [.treasury],
      instruments: [.bills, .bonds1, .bonds2, .bonds3, .bonds5, .bonds7, .bonds10, .bonds20, .bonds30],
      notModelled: 7_667_292_000_000, why: "debt the government owes itself; the matrix has debt held by the public"),
    SectorDebtMapping(
      column: "federal_debt_held_by_public_mil_usd", issuers: [.treasury],
      instruments: [.bills, .bonds1, .bonds2, .bonds3, .bonds5, .bonds7, .bonds10, .bonds20, .bonds30],
      notModelled: 23_997_000_000, why: "a later count than the daily one of the last day"),
    SectorDebtMapping(
      column: "nonfin_corporate_equities_mil_usd", issuers: [.firms, .aiFirms, .energy],
      instruments: [.aiEquity, .restEquity],
      notModelled: 0, why: "all of it"),
  ]

  /// Columns of the sector-debt table that another one contains, and ratios.
  public static let contained: [(column: String, why: String)] = [
    ("nonfin_corporate_debt_mil_usd", "part of nonfinancial business debt"),
    ("broker_dealer_margin_receivables_mil_usd", "part of personal loans in consumer credit"),
    ("federal_debt_to_gdp_pct", "a ratio, not a balance"),
  ]
}
