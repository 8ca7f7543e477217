import Quantities
import Sectors

extension Figures {
  /// How patient households are and what they risk, a quarter.
  public enum Consumption {
    public static let meanDiscount = Figure(
      "Discount factor of a quarter, mean of households", 0.9637, "1", estimate)
    public static let discountSpread = Figure(
      "Discount factor of a quarter, half the width of its uniform distribution", 0.0133, "1", estimate)

    private static let estimate = Source.paper(
      "Carroll, Slacalek, Tokuoka and White (2017), Quantitative Economics 8(3)",
      at: "table 3, β-Dist with Friedman-buffer-stock shocks, liquid financial and retirement assets")

    public static let riskAversion = Figure("Relative risk aversion", 1, "1", calibration)
    public static let survival = Figure("Survival of a household through a quarter", 1 - 0.00625, "1", calibration)
    public static let permanentVariance = Figure(
      "Variance of the log of permanent income, a quarter", 0.01 / 4, "1",
      .paper(
        "Carroll, Slacalek, Tokuoka and White (2017), Quantitative Economics 8(3)",
        at: "replication files, models of liquid assets; .01 · 4/11 for net worth in table 2"))
    public static let transitoryVariance = Figure(
      "Variance of the log of transitory income, a quarter", 0.01 * 4, "1", calibration)
    public static let unemployment = Figure("Quarters without work", 0.07, "1", calibration)
    public static let benefit = Figure("Income without work over permanent income", 0.15, "1", calibration)
    public static let capitalShare = Figure("Capital share in output", 0.36, "1", calibration)
    public static let depreciation = Figure("Depreciation of capital, a quarter", 0.025, "1", calibration)
    public static let assetsOverIncome = Figure(
      "Liquid financial and retirement assets over a quarter's income", 6.6, "1",
      .paper(
        "Carroll, Slacalek, Tokuoka and White (2017), Quantitative Economics 8(3)",
        at: "replication files, from the Survey of Consumer Finances of 2004"))

    private static let calibration = Source.paper(
      "Carroll, Slacalek, Tokuoka and White (2017), Quantitative Economics 8(3)", at: "table 2")

    static let all = [
      meanDiscount, discountSpread, riskAversion, survival, permanentVariance, transitoryVariance, unemployment,
      benefit,
      capitalShare, depreciation, assetsOverIncome,
    ]

    /// Types of households, equally many, with discount factors in the middle of equal parts of the distribution.
    static let types = 7

    /// What each type plans to consume in a quarter; the return is what capital earns at the assets over income.
    static let plans = ConsumptionPlans(
      (0..<types).map { type in
        let place = Double(2 * type + 1 - types) / Double(types)
        return BufferStock(
          BufferStock.Household(
            discount: meanDiscount.value + place * discountSpread.value, aversion: riskAversion.value,
            survival: survival.value,
            returns: 1 + capitalShare.value / assetsOverIncome.value - depreciation.value,
            permanentRisk: permanentVariance.value.squareRoot(), transitoryRisk: transitoryVariance.value.squareRoot(),
            unemployment: unemployment.value, benefit: benefit.value), atoms: 5, grid: 48)
      }, months: 3)
  }
}
