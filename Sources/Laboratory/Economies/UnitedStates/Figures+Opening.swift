import Quantities

extension Figures {
  /// What divides published totals over sellers, owners and households where no table does.
  public enum Opening {
    // MARK: Flows

    public static let tenantShare = Figure(
      "Rent of tenants over housing services", 0.23, "1",
      .assumed(
        because: "BEA (2021) puts owners at about 70 % before its revision raised them; farms and groups are the rest"))

    public static let aiSalesShare = Figure(
      "AI firms' share of sales of information services", 0.27, "1",
      .assumed(
        because: "six companies' domestic sales of services over the industry's output; retail and devices left out"))

    public static let aiPayrollShare = Figure(
      "AI firms' share of the payroll and employment of information services", 0.15, "1",
      .assumed(because: "they sell more per head than the rest of the industry"))

    public static let gdp2024 = Figure(
      "Gross domestic product of 2024, the year of the input-output table", 29_298_012_750_000, "$/year",
      .release("Bureau of Economic Analysis", series: "NIPA table 1.1.5 line 1, mean of quarters", asOf: "2024"),
      check: Check(
        "data/macro/nipa_quarterly.csv", "nominal_gdp_bil", from: "2024-01-01", through: "2024-12-31", taking: .mean,
        times: 1_000_000_000))

    public static let trendCapexShare = Figure(
      "Capital expenditure of the six at its 2019 trend, over that of 2025", 0.31, "1",
      .assumed(because: "73 billion in 2019 growing a tenth a year would be 129 billion, against 422 billion"))

    // MARK: Levels

    public static let closelyHeldDividends = Figure(
      "Share of net dividends paid by closely held corporations to the families that own them", 0.42, "1",
      .assumed(because: "S corporations distribute two fifths of what NIPA table 7.16 counts as dividends"))

    public static let aiDividends = Figure(
      "AI firms' share of net dividends", 0.03, "1", payers)
    public static let energyDividends = Figure(
      "Energy's share of net dividends", 0.03, "1", payers)
    public static let bankDividends = Figure(
      "Banks' share of net dividends", 0.1, "1", payers)

    private static let payers = Source.assumed(
      because: "annual reports of 2025: Microsoft, Alphabet and Meta pay about 40 billion, utilities 50, banks 150")

    public static let aiProfits = Figure(
      "AI firms' share of domestic corporate profits", 0.12, "1",
      .assumed(because: "six companies' domestic net income over NIPA profits; only its growth counts"))

    public static let taxableCapitalIncome = Figure(
      "Share of interest and dividends that is taxed when it is received", 0.5, "1",
      .assumed(because: "about half of NIPA interest and dividends is imputed or stays inside retirement plans"))

    // MARK: Households

    public static let participation = Figure(
      "Share of household heads below 55 in the labour force", 0.88, "1", labour)
    public static let lateParticipation = Figure(
      "Share of household heads from 55 to the pension age in the labour force", 0.66, "1", labour)

    private static let labour = Source.assumed(
      because: "CPS participation of 83.6 % at 25 to 54 and 65 % at 55 to 64; a household counts when anyone takes part"
    )

    public static let pay = figures(
      "Pay of skill tercile", [1, 1.75, 3.6],
      .assumed(because: "median weekly earnings by education, BLS (2025), with the spread inside each level"))

    public static let unemploymentRisk = figures(
      "Unemployment over the mean in skill tercile", [1.6, 0.95, 0.45],
      .assumed(because: "rates by education of 25 and over, BLS (2025), from 6 % to 2.5 %; widened for the young"))

    public static let payByWealth = figures(
      "Pay of wealth group over the bottom half's, skill and age equal", [0.8, 1, 1.5, 2.5, 4],
      .assumed(because: "SCF 2022 income by wealth rises more than skill terciles explain"))

    public static let ownership = figures(
      "Homeownership of wealth group", [0.42, 0.86, 0.95, 0.97, 0.98],
      .assumed(because: "SCF 2022 ownership by wealth, so that all ages together are near the 65.2 % of the HVS"))

    public static let ownershipByAge = figures(
      "Homeownership of age group over its wealth group's", [0.82, 1, 1.04, 1.05],
      .assumed(because: "HVS 2025 ownership rises with age more than wealth explains"))

    public static let paySpread = Figure(
      "Dispersion of log pay inside a skill, age and wealth group", 0.35, "1",
      .assumed(because: "residual dispersion of log earnings is a half; part of it is wealth and skill here"))

    public static let payCurvature = Figure(
      "Fall of pay for a squared year from age 50", 0.0006, "1",
      .assumed(because: "earnings at 25 are three fifths of those at 50, as in Mincer profiles"))

    public static let skillByWealth = Figure(
      "Weight of wealth group and of the place in it in skill, against luck of one", 0.35, "1",
      .assumed(because: "half of the top tenth by wealth are in the top tercile of skill"))

    public static let wealthSpread = figures(
      "Dispersion of log holdings inside wealth group", [1.1, 0.6, 0.45, 0.35, 0.55],
      .assumed(because: "the boundaries between wealth groups of the DFA are met by neighbouring lognormals"))

    // MARK: Members

    public static let bankShares = figures(
      "Share of deposits, loans and customers of bank", [0.52, 0.22, 0.18, 0.08],
      .assumed(
        because: "four largest, other large, regional and small banks, FDIC (2025); sizes only matter for reserves"))

    public static let trendManagers = Figure(
      "Trend followers of equal assets, each with its own speeds", 12, "managers",
      .assumed(because: "enough that no manager's rebalancing is the market's; the SG Trend index has ten"))

    private static func figures(_ name: String, _ values: [Double], _ source: Source) -> [Figure] {
      values.enumerated().map { Figure("\(name) \($0 + 1)", $1, "1", source) }
    }

    /// Every figure of this subject, in the order of declaration.
    public static let all: [Figure] =
      [
        tenantShare, aiSalesShare, aiPayrollShare, gdp2024, trendCapexShare, closelyHeldDividends, aiDividends,
        energyDividends, bankDividends, aiProfits, taxableCapitalIncome, participation, lateParticipation,
      ] + pay + unemploymentRisk + payByWealth + ownership + ownershipByAge
      + [paySpread, payCurvature, skillByWealth] + wealthSpread + bankShares + [trendManagers]
  }
}
