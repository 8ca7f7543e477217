import Quantities

extension Figures {
  /// The AI basket: hyperscalers, chip makers and their suppliers.
  ///
  /// Model laboratories that are not listed are not valued.
  public enum AI {
    public static let capexAmazon = Figure(
      "Amazon capital expenditure, four quarters of 2025", 131_819_000_000, "$/year",
      .release("SEC EDGAR", series: "AMZN purchases of property and equipment", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd", where: [.init("ticker", "AMZN")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let revenueAmazon = Figure(
      "Amazon revenue, four quarters of 2025", 716_924_000_000, "$/year",
      .release("SEC EDGAR", series: "AMZN revenue", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "revenue_mil_usd", where: [.init("ticker", "AMZN")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let capexMicrosoft = Figure(
      "Microsoft capital expenditure, four quarters of 2025", 83_094_000_000, "$/year",
      .release("SEC EDGAR", series: "MSFT purchases of property and equipment", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd", where: [.init("ticker", "MSFT")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let revenueMicrosoft = Figure(
      "Microsoft revenue, four quarters of 2025", 305_453_000_000, "$/year",
      .release("SEC EDGAR", series: "MSFT revenue", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "revenue_mil_usd", where: [.init("ticker", "MSFT")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let capexAlphabet = Figure(
      "Alphabet capital expenditure, four quarters of 2025", 91_447_000_000, "$/year",
      .release("SEC EDGAR", series: "GOOGL purchases of property and equipment", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd", where: [.init("ticker", "GOOGL")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let revenueAlphabet = Figure(
      "Alphabet revenue, four quarters of 2025", 402_837_000_000, "$/year",
      .release("SEC EDGAR", series: "GOOGL revenue", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "revenue_mil_usd", where: [.init("ticker", "GOOGL")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let capexMeta = Figure(
      "Meta capital expenditure, four quarters of 2025", 69_691_000_000, "$/year",
      .release("SEC EDGAR", series: "META purchases of property and equipment", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd", where: [.init("ticker", "META")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let revenueMeta = Figure(
      "Meta revenue, four quarters of 2025", 200_965_000_000, "$/year",
      .release("SEC EDGAR", series: "META revenue", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "revenue_mil_usd", where: [.init("ticker", "META")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let capexOracle = Figure(
      "Oracle capital expenditure, four quarters of 2025", 35_477_000_000, "$/year",
      .release("SEC EDGAR", series: "ORCL purchases of property and equipment", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd", where: [.init("ticker", "ORCL")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let revenueOracle = Figure(
      "Oracle revenue, four quarters of 2025", 61_017_000_000, "$/year",
      .release("SEC EDGAR", series: "ORCL revenue", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "revenue_mil_usd", where: [.init("ticker", "ORCL")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let capexCoreWeave = Figure(
      "CoreWeave capital expenditure, four quarters of 2025", 10_309_000_000, "$/year",
      .release("SEC EDGAR", series: "CRWV purchases of property and equipment", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd", where: [.init("ticker", "CRWV")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let revenueCoreWeave = Figure(
      "CoreWeave revenue, four quarters of 2025", 5_130_580_000, "$/year",
      .release("SEC EDGAR", series: "CRWV revenue", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "revenue_mil_usd", where: [.init("ticker", "CRWV")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let capexNvidia = Figure(
      "NVIDIA capital expenditure, four quarters of 2025", 5_835_000_000, "$/year",
      .release("SEC EDGAR", series: "NVDA purchases of property and equipment", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "capex_mil_usd", where: [.init("ticker", "NVDA")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let revenueNvidia = Figure(
      "NVIDIA revenue, four quarters of 2025", 187_142_000_000, "$/year",
      .release("SEC EDGAR", series: "NVDA revenue", asOf: "2025"),
      check: Check(
        "data/macro/hyperscaler_capex_quarterly.csv", "revenue_mil_usd", where: [.init("ticker", "NVDA")],
        from: "2025-01-31", through: "2025-12-31", taking: .sum, times: 1_000_000))

    public static let sp500Cap = Figure(
      "S&P 500 market capitalisation", 59_320_000_000_000, "$",
      .release(
        "S&P Dow Jones Indices via Political Calculations", series: "S&P 500 market cap 59.32 trillion",
        asOf: "2025-09-30"))

    public static let sp500CloseThen = Figure(
      "S&P 500 close on the day of the capitalisation", 6688.46, "index",
      .release("S&P Dow Jones Indices via Yahoo", series: "^GSPC", asOf: "2025-09-30"),
      check: Check("data/market/spx_daily.csv", "close", where: [.init("date", "2025-09-30")]))

    public static let namedWeight = Figure(
      "Weight of NVIDIA, Microsoft, Amazon, Meta, Broadcom and Alphabet (both classes) in the S&P 500", 0.2845, "1",
      .release(
        "S&P Dow Jones Indices via Political Calculations",
        series: "7.98 + 6.75 + 3.74 + 2.79 + 2.72 + 2.48 + 1.99 %", asOf: "2025-09-30"))

    public static let otherWeight = Figure(
      "Weight of the rest of the AI basket in the S&P 500", 0.0555, "1",
      .assumed(because: "Oracle, AMD, Palantir, Micron, chip equipment, AI servers: none in the published ten"))

    public static let computeShare = Figure(
      "Share of AI capital expenditure spent on accelerators, servers and networks", 0.6, "1",
      .release(
        "Alphabet", series: "third-quarter 2025 call: about 60 % of capital expenditure is servers", asOf: "2025-10-29")
    )

    public static let earlierCapex = Figure(
      "Capital expenditure of the six before 2025, after depreciation", 332_000_000_000, "$",
      .assumed(because: "240, 150 and 155 billion in 2024, 2023 and 2022, worn by six-year straight line"))

    /// Capital expenditure of the six that build data centres: Amazon, Microsoft, Alphabet, Meta, Oracle, CoreWeave.
    public static let capex =
      capexAmazon.value + capexMicrosoft.value + capexAlphabet.value + capexMeta.value + capexOracle.value
      + capexCoreWeave.value

    /// Capitalisation of the AI basket: its weight, on the September capitalisation moved by the index.
    public static let capitalisation =
      sp500Cap.value * Figures.Markets.sp500.value / sp500CloseThen.value * (namedWeight.value + otherWeight.value)

    /// Compute in place: the short-lived share of what was spent and has not yet worn out.
    ///
    ///     compute = share x (11/12 x capex 2025 + earlier capex less depreciation)
    public static let computeStock = computeShare.value * (capex * 11 / 12 + earlierCapex.value)

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] = [
      capexAmazon, revenueAmazon, capexMicrosoft, revenueMicrosoft, capexAlphabet, revenueAlphabet, capexMeta,
      revenueMeta, capexOracle, revenueOracle, capexCoreWeave, revenueCoreWeave, capexNvidia, revenueNvidia,
      sp500Cap, sp500CloseThen, namedWeight, otherWeight, computeShare, earlierCapex,
    ]
  }
}
