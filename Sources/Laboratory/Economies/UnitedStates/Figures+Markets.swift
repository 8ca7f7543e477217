import Quantities

extension Figures {
  /// Prices, rates and volatilities on the opening day.
  public enum Markets {
    public static let sp500 = Figure(
      "S&P 500 close", 6845.5, "index",
      .release("S&P Dow Jones Indices via Yahoo", series: "^GSPC", asOf: "2025-12-31"),
      check: Check("data/market/spx_daily.csv", "close", where: [.init("date", "2025-12-31")]))

    public static let vix9d = Figure(
      "VIX9D close", 0.12, "1/√year",
      .release("Cboe", series: "VIX9D", asOf: "2025-12-31"),
      check: Check(
        "data/market/vol_indices_daily.csv", "vix9d_close", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let vix = Figure(
      "VIX close", 0.1495, "1/√year",
      .release("Cboe", series: "VIX", asOf: "2025-12-31"),
      check: Check(
        "data/market/vol_indices_daily.csv", "vix_close", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let vix3m = Figure(
      "VIX3M close", 0.1818, "1/√year",
      .release("Cboe", series: "VIX3M", asOf: "2025-12-31"),
      check: Check(
        "data/market/vol_indices_daily.csv", "vix3m_close", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let vix6m = Figure(
      "VIX6M close", 0.2094, "1/√year",
      .release("Cboe", series: "VIX6M", asOf: "2025-12-31"),
      check: Check(
        "data/market/vol_indices_daily.csv", "vix6m_close", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let policyLower = Figure(
      "Federal funds target, lower bound", 0.035, "1/year",
      .release("Federal Reserve Board", series: "DFEDTARL, after the cut of 2025-12-10", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "fed_target_lower_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let policyUpper = Figure(
      "Federal funds target, upper bound", 0.0375, "1/year",
      .release("Federal Reserve Board", series: "DFEDTARU, after the cut of 2025-12-10", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "fed_target_upper_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let effectiveRate = Figure(
      "Effective federal funds rate", 0.0364, "1/year",
      .release("Federal Reserve Board H.15", series: "DFF", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "fed_funds_effective_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let interestOnReserves = Figure(
      "Interest on reserve balances", 0.0365, "1/year",
      .release("Federal Reserve Board", series: "IORB", asOf: "2025-12-31"),
      check: Check("data/macro/rates_daily.csv", "iorb_pct", where: [.init("date", "2025-12-31")], times: 0.01))

    public static let sofr = Figure(
      "SOFR, median from mid December to mid January", 0.0366, "1/year",
      .release("Federal Reserve Bank of New York", series: "SOFR", asOf: "2025-12-15 to 2026-01-15"),
      check: Check(
        "data/macro/rates_daily.csv", "sofr_pct", from: "2025-12-15", through: "2026-01-15",
        taking: .median, times: 0.01))

    public static let sofrYearEnd = Figure(
      "SOFR on the window-dressed day", 0.0387, "1/year",
      .release("Federal Reserve Bank of New York", series: "SOFR", asOf: "2025-12-31"),
      check: Check("data/macro/rates_daily.csv", "sofr_pct", where: [.init("date", "2025-12-31")], times: 0.01))

    public static let yield3m = Figure(
      "3-month Treasury yield", 0.0367, "1/year",
      .release("Federal Reserve Board H.15", series: "3-month constant maturity", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "treasury_3m_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let yield1y = Figure(
      "1-year Treasury yield", 0.0348, "1/year",
      .release("Federal Reserve Board H.15", series: "1-year constant maturity", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "treasury_1y_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let yield2y = Figure(
      "2-year Treasury yield", 0.0347, "1/year",
      .release("Federal Reserve Board H.15", series: "2-year constant maturity", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "treasury_2y_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let yield5y = Figure(
      "5-year Treasury yield", 0.0373, "1/year",
      .release("Federal Reserve Board H.15", series: "5-year constant maturity", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "treasury_5y_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let yield10y = Figure(
      "10-year Treasury yield", 0.0418, "1/year",
      .release("Federal Reserve Board H.15", series: "10-year constant maturity", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "treasury_10y_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let yield30y = Figure(
      "30-year Treasury yield", 0.0484, "1/year",
      .release("Federal Reserve Board H.15", series: "30-year constant maturity", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "treasury_30y_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let realYield10y = Figure(
      "10-year inflation-protected Treasury yield", 0.0193, "1/year",
      .release(
        "Federal Reserve Board H.15", series: "10-year inflation-protected constant maturity",
        asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "tips_10y_real_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let yield7y = Figure(
      "7-year Treasury yield", 0.0393, "1/year",
      .assumed(because: "the shared 7-year series ends on 2025-11-24: interpolated between 5 and 10 years"))

    public static let yield20y = Figure(
      "20-year Treasury yield", 0.0479, "1/year",
      .assumed(because: "the shared 20-year series ends on 2025-11-24: near the 30-year"))

    public static let investmentGradeSpread = Figure(
      "Investment-grade spread over Treasuries", 0.0079, "1/year",
      .release("ICE BofA via FRED", series: "BAMLC0A0CM", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "investment_grade_oas_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let highYieldSpread = Figure(
      "High-yield spread over Treasuries", 0.0281, "1/year",
      .release("ICE BofA via FRED", series: "BAMLH0A0HYM2", asOf: "2025-12-31"),
      check: Check(
        "data/macro/rates_daily.csv", "high_yield_oas_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let mortgageRate = Figure(
      "30-year fixed mortgage rate", 0.0615, "1/year",
      .release("Freddie Mac", series: "PMMS", asOf: "2025-12-31"),
      check: Check(
        "data/macro/mortgage_rate_weekly.csv", "mortgage_30y_pct", where: [.init("date", "2025-12-31")],
        times: 0.01))

    public static let housePriceIndex = Figure(
      "FHFA purchase-only house price index", 440.37, "index",
      .release("FHFA", series: "HPI purchase-only, seasonally adjusted", asOf: "2025-12"),
      check: Check(
        "data/macro/housing_monthly.csv", "fhfa_hpi_purchase_only_sa_index",
        where: [
          .init(
            "date",
            "2025-12-01")
        ]))

    public static let medianHomePrice = Figure(
      "Median sales price of new houses", 412300, "$",
      .release("Census Bureau", series: "MSPUS", asOf: "2025Q4"),
      check: Check(
        "data/macro/median_home_price_quarterly.csv", "median_sales_price_new_houses_usd",
        where: [.init("date", "2025-10-01")]))

    public static let typicalHomeValue = Figure(
      "Typical home value", 370097, "$",
      .release("Zillow", series: "ZHVI", asOf: "2025-12"),
      check: Check("data/macro/housing_monthly.csv", "zillow_zhvi_us_usd", where: [.init("date", "2025-12-01")]))

    public static let typicalRent = Figure(
      "Typical monthly asking rent", 1933.57, "$",
      .release("Zillow", series: "ZORI", asOf: "2025-12"),
      check: Check("data/macro/housing_monthly.csv", "zillow_zori_us_usd", where: [.init("date", "2025-12-01")]))

    public static let consumerPrices = Figure(
      "Consumer price index", 326.031, "index",
      .release("Bureau of Labor Statistics", series: "CPIAUCSL", asOf: "2025-12"),
      check: Check("data/macro/fred_md_2026_02.csv", "cpiaucsl", where: [.init("date", "2025-12-01")]))

    public static let consumerPricesYearBefore = Figure(
      "Consumer price index a year before", 317.604, "index",
      .release("Bureau of Labor Statistics", series: "CPIAUCSL", asOf: "2024-12"),
      check: Check("data/macro/fred_md_2026_02.csv", "cpiaucsl", where: [.init("date", "2024-12-01")]))

    public static let pcePrices = Figure(
      "Consumption price index", 128.605, "index",
      .release("Bureau of Economic Analysis", series: "PCEPI", asOf: "2025-12"),
      check: Check("data/macro/fred_md_2026_02.csv", "pcepi", where: [.init("date", "2025-12-01")]))

    public static let pcePricesYearBefore = Figure(
      "Consumption price index a year before", 124.979, "index",
      .release("Bureau of Economic Analysis", series: "PCEPI", asOf: "2024-12"),
      check: Check("data/macro/fred_md_2026_02.csv", "pcepi", where: [.init("date", "2024-12-01")]))

    public static let dividendYield = Figure(
      "S&P 500 dividend yield", 0.01151610493, "1/year",
      .release("FRED-MD", series: "S&P div yield", asOf: "2025-12"),
      check: Check(
        "data/macro/fred_md_2026_02.csv", "s_p_div_yield", where: [.init("date", "2025-12-01")],
        times: 0.01))

    public static let marginDebt = Figure(
      "Margin debit balances", 1_225_597_000_000, "$",
      .release("FINRA", series: "margin statistics", asOf: "2025-12"),
      check: Check(
        "data/market/margin_debt_monthly.csv", "margin_debt_usd_mn", where: [.init("date", "2025-12-31")],
        times: 1_000_000))

    public static let bitcoinCap = Figure(
      "Bitcoin market capitalisation", 1_747_679_146_138, "$",
      .release("Coin Metrics", series: "CapMrktCurUSD", asOf: "2025-12-31"),
      check: Check("data/market/btc_daily.csv", "market_cap_usd", where: [.init("date", "2025-12-31")]))

    public static let etherPrice = Figure(
      "Ether price", 2971.64, "$",
      .release("Binance", series: "ETHUSDT", asOf: "2025-12-31"),
      check: Check("data/market/eth_daily.csv", "close_usd", where: [.init("date", "2025-12-31")]))

    public static let buybacks = Figure(
      "S&P 500 buybacks, twelve months to September 2025", 1_020_300_000_000, "$/year",
      .release("S&P Dow Jones Indices", series: "buyback press releases, sum of four quarters", asOf: "2025Q3"),
      check: Check(
        "data/market/sp500_buybacks_quarterly.csv", "buybacks_usd_bn", from: "2024-12-31",
        through: "2025-09-30", taking: .sum, times: 1_000_000_000))

    /// Yields on the opening day by maturity of the coupon bucket, shortest first.
    public static let couponYields: [Figure] = [
      yield1y, yield2y, yield2y, yield5y, yield7y, yield10y, yield20y, yield30y,
    ]

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      sp500, vix9d, vix, vix3m, vix6m, policyLower, policyUpper, effectiveRate, interestOnReserves, sofr,
      sofrYearEnd, yield3m, yield1y, yield2y, yield5y, yield10y, yield30y, realYield10y, yield7y, yield20y,
      investmentGradeSpread, highYieldSpread, mortgageRate, housePriceIndex, medianHomePrice, typicalHomeValue,
      typicalRent, consumerPrices, consumerPricesYearBefore, pcePrices, pcePricesYearBefore, dividendYield,
      marginDebt, bitcoinCap, etherPrice, buybacks,
    ]
  }
}
