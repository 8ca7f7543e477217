import Quantities

extension Figures {
  /// The Federal Reserve around the opening.
  ///
  /// The last day of 2025 is window-dressed, so the opening uses medians from mid December to mid January; the raw
  /// figures of the day stand beside them.
  public enum FedBalanceSheet {
    public static let totalAssets = Figure(
      "Federal Reserve total assets", 6_581_231_000_000, "$",
      .release(
        "Federal Reserve Board", series: "H.4.1 WALCL, median of the five Wednesdays",
        asOf: "2025-12-17 to 2026-01-14"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "fed_total_assets_mil_usd", from: "2025-12-15",
        through: "2026-01-15", taking: .median, times: 1_000_000))

    public static let totalAssetsYearEnd = Figure(
      "Federal Reserve total assets on the window-dressed day", 6_640_618_000_000, "$",
      .release("Federal Reserve Board", series: "H.4.1 WALCL", asOf: "2025-12-31"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "fed_total_assets_mil_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ], times: 1_000_000))

    public static let treasuries = Figure(
      "Treasury securities held outright", 4_227_801_000_000, "$",
      .release(
        "Federal Reserve Board", series: "H.4.1 TREAST, median of the five Wednesdays",
        asOf: "2025-12-17 to 2026-01-14"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "fed_treasuries_mil_usd", from: "2025-12-15",
        through: "2026-01-15", taking: .median, times: 1_000_000))

    public static let treasuriesYearEnd = Figure(
      "Treasury securities held outright on the window-dressed day", 4_227_801_000_000, "$",
      .release("Federal Reserve Board", series: "H.4.1 TREAST", asOf: "2025-12-31"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "fed_treasuries_mil_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ], times: 1_000_000))

    public static let mortgageBacked = Figure(
      "Mortgage-backed securities held outright", 2_039_024_000_000, "$",
      .release(
        "Federal Reserve Board", series: "H.4.1 WSHOMCB, median of the five Wednesdays",
        asOf: "2025-12-17 to 2026-01-14"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "fed_mbs_mil_usd", from: "2025-12-15",
        through: "2026-01-15", taking: .median, times: 1_000_000))

    public static let mortgageBackedYearEnd = Figure(
      "Mortgage-backed securities held outright on the window-dressed day", 2_039_024_000_000, "$",
      .release("Federal Reserve Board", series: "H.4.1 WSHOMCB", asOf: "2025-12-31"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "fed_mbs_mil_usd", where: [.init("date", "2025-12-31")],
        times: 1_000_000))

    public static let reserves = Figure(
      "Reserve balances, week average", 2_959_044_000_000, "$",
      .release(
        "Federal Reserve Board", series: "H.4.1 WRESBAL, median of the five Wednesdays",
        asOf: "2025-12-17 to 2026-01-14"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "reserve_balances_week_avg_mil_usd", from: "2025-12-15",
        through: "2026-01-15", taking: .median, times: 1_000_000))

    public static let reservesYearEnd = Figure(
      "Reserve balances in the week of the window-dressed day", 2_957_410_000_000, "$",
      .release("Federal Reserve Board", series: "H.4.1 WRESBAL", asOf: "2025-12-31"),
      check: Check(
        "data/macro/fed_liquidity_weekly.csv", "reserve_balances_week_avg_mil_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ], times: 1_000_000))

    public static let cashAccount = Figure(
      "Treasury cash account (TGA), closing balance", 824_439_000_000, "$",
      .release(
        "US Treasury Fiscal Service", series: "Daily Treasury Statement, median of business days",
        asOf: "2025-12-16 to 2026-01-15"),
      check: Check(
        "data/macro/debt_and_tga_daily.csv", "tga_closing_balance_usd", from: "2025-12-15",
        through: "2026-01-15", taking: .median))

    public static let cashAccountYearEnd = Figure(
      "Treasury cash account (TGA) on the window-dressed day", 826_406_000_000, "$",
      .release("US Treasury Fiscal Service", series: "Daily Treasury Statement", asOf: "2025-12-31"),
      check: Check(
        "data/macro/debt_and_tga_daily.csv", "tga_closing_balance_usd",
        where: [
          .init(
            "date",
            "2025-12-31")
        ]))

    public static let reverseRepo = Figure(
      "Overnight reverse repo facility", 3_992_000_000, "$",
      .release(
        "Federal Reserve Bank of New York", series: "RRPONTSYD, median of business days",
        asOf: "2025-12-15 to 2026-01-15"),
      check: Check(
        "data/macro/rates_daily.csv", "on_rrp_bil_usd", from: "2025-12-15", through: "2026-01-15",
        taking: .median, times: 1_000_000_000))

    public static let reverseRepoYearEnd = Figure(
      "Overnight reverse repo facility on the window-dressed day", 105_993_000_000, "$",
      .release("Federal Reserve Bank of New York", series: "RRPONTSYD", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "on_rrp_bil_usd", where: [.init("date", "2025-12-31")],
        times: 1_000_000_000))

    public static let monetaryBase = Figure(
      "Monetary base, December average", 5_373_700_000_000, "$",
      .release("Federal Reserve Board", series: "H.6 BOGMBASE", asOf: "2025-12"),
      check: Check(
        "data/macro/fred_md_2026_02.csv", "bogmbase", where: [.init("date", "2025-12-01")],
        times: 1_000_000_000))

    public static let totalReserves = Figure(
      "Total reserves, December average", 2_941_700_000_000, "$",
      .release("Federal Reserve Board", series: "H.6 TOTRESNS", asOf: "2025-12"),
      check: Check(
        "data/macro/fred_md_2026_02.csv", "totresns", where: [.init("date", "2025-12-01")],
        times: 1_000_000_000))

    public static let bills = Figure(
      "Treasury bills held outright", 241_757_000_000, "$",
      .release("Federal Reserve Board", series: "H.4.1 table 1, bills, Wednesday level", asOf: "2026-01-07"))

    public static let agencyDebt = Figure(
      "Federal agency debt securities held outright", 2_347_000_000, "$",
      .release("Federal Reserve Board", series: "H.4.1 table 1, Wednesday level", asOf: "2026-01-07"))

    public static let premiums = Figure(
      "Unamortized premiums less discounts on securities held outright", 200_739_000_000, "$",
      .release("Federal Reserve Board", series: "H.4.1 table 1, Wednesday level", asOf: "2026-01-07"))

    public static let standingRepo = Figure(
      "Repurchase agreements of the standing facility", 1_000_000, "$",
      .release(
        "Federal Reserve Board",
        series: "H.4.1 table 1, median of Wednesday levels 24 Dec (503 million), 7 Jan (0) and 14 Jan (1 million)",
        asOf: "2025-12-24 to 2026-01-14"))

    public static let standingRepoYearEndWeek = Figure(
      "Repurchase agreements, average of the week of the window-dressed day", 22_258_000_000, "$",
      .release(
        "Federal Reserve Board", series: "H.4.1 of 2026-01-08, table 1: 20,431 million, up from 22,258",
        asOf: "2025-12-31"))

    public static let deferredAsset = Figure(
      "Deferred asset: losses to be made good before remittances resume", 243_000_000_000, "$",
      .assumed(
        because:
          "the publisher reported about 243 billion in late 2025, but no stored page or shared file shows the line"))

    /// Currency in circulation: the base less reserves.
    public static let currency = Figure(
      "Currency in circulation, December average", monetaryBase.value - totalReserves.value, "$",
      .release("Federal Reserve Board", series: "H.6 BOGMBASE less TOTRESNS", asOf: "2025-12"))

    /// What closes the balance sheet: other liabilities and capital.
    ///
    ///     assets = reserves + cash account + reverse repo + currency + other - deferred asset
    public static let otherLiabilities = Figure(
      "Other liabilities and capital of the Federal Reserve",
      totalAssets.value + deferredAsset.value - reserves.value - cashAccount.value - reverseRepo.value
        - currency.value, "$",
      .release("Federal Reserve Board", series: "H.4.1, by the identity of the balance sheet", asOf: "2026-01"))

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      totalAssets, totalAssetsYearEnd, treasuries, treasuriesYearEnd, mortgageBacked, mortgageBackedYearEnd,
      reserves, reservesYearEnd, cashAccount, cashAccountYearEnd, reverseRepo, reverseRepoYearEnd, monetaryBase,
      totalReserves, bills, agencyDebt, premiums, standingRepo, standingRepoYearEndWeek, deferredAsset,
    ]
  }
}
