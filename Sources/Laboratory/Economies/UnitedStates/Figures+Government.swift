import Quantities

extension Figures {
  /// Federal and state and local government: what they owe, collect and spend.
  public enum Government {
    public static let debtHeldByPublic = Figure(
      "Federal debt held by the public", 30_846_716_540_000, "$",
      .release("US Treasury Fiscal Service", series: "Debt to the Penny", asOf: "2025-12-31"),
      check: Check(
        "data/macro/debt_and_tga_daily.csv", "debt_held_by_public_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ]))

    public static let totalPublicDebt = Figure(
      "Total public debt", 38_514_009_180_000, "$",
      .release("US Treasury Fiscal Service", series: "Debt to the Penny", asOf: "2025-12-31"),
      check: Check(
        "data/macro/debt_and_tga_daily.csv", "total_public_debt_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ]))

    public static let billsOutstanding = Figure(
      "Treasury bills outstanding", 6_487_025_000_000, "$",
      .release(
        "Federal Reserve Board",
        series: "Z.1 FL313161110 2025Q3 (L.210 of 2026-01-09) plus a quarter of the 2025Q4 issues of 361.7 (F3.2.t)",
        asOf: "2025Q4"))

    public static let averageInterest = Figure(
      "Average interest rate on marketable Treasury debt", 0.03406, "1/year",
      .release(
        "US Treasury via Joint Economic Committee Republicans",
        series: "Monthly Debt Update, total marketable", asOf: "2025-09"))

    public static let parToMarket = Figure(
      "Par over market value of marketable Treasury securities", 1.05508855557, "1",
      .release("Federal Reserve Board", series: "Z.1 L.210 lines 1 and 4", asOf: "2025Q3"))

    public static let bonds1Share = Figure(
      "Share of coupon debt maturing in 1 year or less", 0.151149, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let bonds2Share = Figure(
      "Share of coupon debt maturing in 1 to 2 years", 0.160633, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let bonds3Share = Figure(
      "Share of coupon debt maturing in 2 to 3 years", 0.110929, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let bonds5Share = Figure(
      "Share of coupon debt maturing in 3 to 5 years", 0.177694, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let bonds7Share = Figure(
      "Share of coupon debt maturing in 5 to 7 years", 0.103835, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let bonds10Share = Figure(
      "Share of coupon debt maturing in 7 to 10 years", 0.0747116, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let bonds20Share = Figure(
      "Share of coupon debt maturing in 10 to 20 years", 0.0994801, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let bonds30Share = Figure(
      "Share of coupon debt maturing in more than 20 years", 0.121569, "1",
      .release(
        "US Treasury (TreasuryDirect)", series: "auctions still alive; May to December 2025 as in 2024",
        asOf: "2008-04 to 2025-04"))

    public static let stateLocalDebt = Figure(
      "State and local government debt", 3_670_235_000_000, "$",
      .release("Federal Reserve Board", series: "Z.1 via FRED, state and local debt", asOf: "2025Q4"),
      check: Check(
        "data/macro/sector_debt_quarterly.csv", "state_local_debt_mil_usd",
        where: [
          .init(
            "date",
            "2025-10-01")
        ], times: 1_000_000))

    public static let federalReceipts = Figure(
      "Federal current receipts", 5_898_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 1, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "1"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalPersonalTaxes = Figure(
      "Federal personal current taxes", 2_654_100_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 3, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "3"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalProductionTaxes = Figure(
      "Federal taxes on production and imports", 467_300_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 4, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "4"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let customsDuties = Figure(
      "Customs duties", 364_300_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 6, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "6"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalCorporateTaxes = Figure(
      "Federal taxes on corporate income", 541_700_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 8, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "8"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalSocialContributions = Figure(
      "Federal contributions for social insurance", 2_020_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 10, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "10"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalExpenditures = Figure(
      "Federal current expenditures", 7_583_700_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 24, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "24"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalConsumption = Figure(
      "Federal consumption expenditures", 1_497_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 25, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "25"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalSocialBenefits = Figure(
      "Federal social benefits to persons", 3_685_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 28, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "28"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalGrants = Figure(
      "Grants-in-aid to state and local governments", 992_700_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 31, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "31"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalInterest = Figure(
      "Federal interest payments", 1_227_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 33, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "33"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalInterestAbroad = Figure(
      "Federal interest to the rest of the world", 285_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 35, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "35"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalSubsidies = Figure(
      "Federal subsidies", 95_900_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 36, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "36"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalInvestment = Figure(
      "Federal gross investment", 474_000_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 45, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "45"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let federalNetLending = Figure(
      "Federal net lending", -1_830_100_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.2 line 49, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.2"), .init("line", "49"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalReceipts = Figure(
      "State and local current receipts", 4_025_000_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 1, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "1"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalPersonalTaxes = Figure(
      "State and local personal current taxes", 657_600_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 3, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "3"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalProductionTaxes = Figure(
      "State and local taxes on production and imports", 1_880_800_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 6, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "6"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalPropertyTaxes = Figure(
      "Property taxes", 805_100_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 9, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "9"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalCorporateTaxes = Figure(
      "State and local taxes on corporate income", 186_300_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 11, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "11"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalExpenditures = Figure(
      "State and local current expenditures", 4_240_400_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 23, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "23"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalConsumption = Figure(
      "State and local consumption expenditures", 2_718_100_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 24, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "24"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalSocialBenefits = Figure(
      "State and local social benefits", 1_256_100_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 26, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "26"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalInterest = Figure(
      "State and local interest payments", 265_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 28, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "28"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalInvestment = Figure(
      "State and local gross investment", 653_600_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 40, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "40"), .init("date", "2025-10-01")], times: 1_000_000_000))

    public static let stateLocalNetLending = Figure(
      "State and local net lending", -308_500_000_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 3.3 line 44, annual rate", asOf: "2025Q4"),
      check: Check(
        "data/macro/nipa_income_government_tables_2024q1_2026q1.csv", "value_bil_saar",
        where: [.init("nipa_table", "3.3"), .init("line", "44"), .init("date", "2025-10-01")], times: 1_000_000_000))

    /// Shares of coupon debt by remaining maturity, shortest bucket first.
    public static let couponShares: [Figure] = [
      bonds1Share, bonds2Share, bonds3Share, bonds5Share, bonds7Share, bonds10Share, bonds20Share, bonds30Share,
    ]

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      debtHeldByPublic, totalPublicDebt, billsOutstanding, averageInterest, parToMarket, bonds1Share, bonds2Share,
      bonds3Share, bonds5Share, bonds7Share, bonds10Share, bonds20Share, bonds30Share, stateLocalDebt,
      federalReceipts, federalPersonalTaxes, federalProductionTaxes, customsDuties, federalCorporateTaxes,
      federalSocialContributions, federalExpenditures, federalConsumption, federalSocialBenefits, federalGrants,
      federalInterest, federalInterestAbroad, federalSubsidies, federalInvestment, federalNetLending,
      stateLocalReceipts, stateLocalPersonalTaxes, stateLocalProductionTaxes, stateLocalPropertyTaxes,
      stateLocalCorporateTaxes, stateLocalExpenditures, stateLocalConsumption, stateLocalSocialBenefits,
      stateLocalInterest, stateLocalInvestment, stateLocalNetLending,
    ]
  }
}
