import Statistics

/// The facts that `penstock validate economy` compares.
///
/// Targeted are those that are levels of the opening, that a parameter states, or that were in view when a channel was chosen:
/// how learning of productivity and the pace of layoffs make work move with output. No search fitted a parameter to any.
public enum EconomyFacts {
  public static let all =
    cycle + components + growth + accounting + labour + balances + near + wealth + firms + demography

  /// Moments of Hodrick-Prescott cycles.
  static let cycle: [EconomyFact] = BusinessCycleMoments.all.map { moment in
    EconomyFact(
      .cycle, moment.name, unit: unit(of: moment.name), in: BusinessCycleMoments.sample, moment.low...moment.high,
      source: "FRED-QD 2025-02, Hodrick-Prescott cycles", targeted: inView.contains(moment.name),
      suspect: suspect(of: moment.name)
    ) { BusinessCycle($0)?.value(moment.name) }
  }

  /// Moments seen before the learning of productivity and the pace of layoffs were set, and before inventories, perception,
  /// the gestation of investment and what counts as income were.
  private static let inView = [
    "relsd_C_Y", "relsd_I_Y", "relsd_N_Y", "relsd_LP_Y", "corr_C_Y", "corr_I_Y", "corr_R_Y", "ac1_Y", "ac2_Y", "ac1_I",
    "corr_U(t+-1)_Y(t)",
    "sd_U_pp", "corr_N_Y", "corr_U_Y", "corr_LP_Y", "corr_U(t+1)_Y(t)", "okun_dU_per_pct_Y",
  ]

  private static func unit(of name: String) -> String {
    name.hasSuffix("_pct") ? "%" : name.hasSuffix("_pp") ? "pp" : "1"
  }

  private static func suspect(of name: String) -> String {
    if name.contains("PI") { return "one price level with slack of a single unemployment rate; no sticky contracts" }
    if name.contains("_W") { return "wages follow one Phillips curve with trend productivity; no composition of jobs" }
    if name.contains("_LP") { return "output follows demand within the month and employment with a lag" }
    if name.contains("_I") { return "no durables or inventories; one accelerator for every industry" }
    if name.contains("_C") { return "no habits and no durables" }
    if name.contains("_N") || name.contains("U") { return "no hours and no participation: work adjusts by jobs alone" }
    if name.contains("_R") { return "the committee looks at current inflation and slack, not at forecasts" }
    return "demand adjusts within the month, without inventories or orders that smooth it"
  }

  private static let samples = "range over 1954-2019, 1984-2007, 1984-2019, 1954-2026"
  private static let series = "FRED-QD 2025-02 and its 2026 update"

  /// Growth, inflation, rates and shares of quarterly data.
  static let growth: [EconomyFact] = [
    EconomyFact(
      .growth, "real GDP growth less labour-force growth", unit: "% a year", in: samples, 1.59...1.82, source: series,
      targeted: true, suspect: "trend is that of output per hour, and hours per head fell"
    ) { Moments.mean(Growth.rates($0.quarterly(.realGDP))) },
    EconomyFact(
      .growth, "real GDP growth, standard deviation", unit: "% a year", in: samples, 1.981...4.2813, source: series,
      suspect: "shock streams have normal innovations and no pandemic"
    ) { Moments.standardDeviation(Growth.rates($0.quarterly(.realGDP))) },
    EconomyFact(
      .growth, "real GDP growth, skewness", in: samples, -1.3599...(-0.3912), source: series,
      suspect: "no crises: no default cascade, no fire sale, no occasionally binding credit"
    ) { Moments.skewness(Growth.rates($0.quarterly(.realGDP))) },
    EconomyFact(
      .growth, "real GDP growth, excess kurtosis", in: samples, 1.0631...21.8785, source: series,
      suspect: "shock streams have normal innovations"
    ) { Moments.excessKurtosis(Growth.rates($0.quarterly(.realGDP))) },
    EconomyFact(
      .growth, "real GDP growth, autocorrelation", in: samples, 0.0728...0.3699, source: series,
      suspect: "no adjustment costs of investment beyond expectations"
    ) { Moments.autocorrelation(Growth.rates($0.quarterly(.realGDP)), lag: 1) },
    EconomyFact(
      .growth, "inflation of the GDP deflator", unit: "% a year", in: samples, 2.1528...3.1799, source: series,
      targeted: true, suspect: "the goal is the mean of 1984 to 2019, and the rate is at times as low as it can be"
    ) { Moments.mean(Growth.rates($0.quarterly(.price))) },
    EconomyFact(
      .growth, "inflation, standard deviation", unit: "% a year", in: samples, 0.8789...2.2647, source: series,
      suspect: "anchored expectations leave little but energy to move inflation"
    ) { Moments.standardDeviation(Growth.rates($0.quarterly(.price))) },
    EconomyFact(
      .growth, "inflation, autocorrelation at a quarter", in: samples, 0.6585...0.8699, source: series,
      suspect: "energy prices pass through at once"
    ) { Moments.autocorrelation(Growth.rates($0.quarterly(.price)), lag: 1) },
    EconomyFact(
      .growth, "inflation, autocorrelation at a year", in: samples, 0.4793...0.7893, source: series,
      suspect: "expectations are anchored with weight .7, so inflation forgets fast"
    ) { Moments.autocorrelation(Growth.rates($0.quarterly(.price)), lag: 4) },
    EconomyFact(
      .growth, "unemployment", unit: "%", in: samples, 5.691...5.941, source: series, targeted: true,
      suspect: "the natural rate is the mean of 1984 to 2019, and slack does not average out at the lower bound"
    ) { $0.mean(.unemployment).map { 100 * $0 } },
    EconomyFact(
      .growth, "unemployment, standard deviation", unit: "pp", in: samples, 1.0423...1.6615, source: series,
      suspect: "no crises"
    ) { Moments.standardDeviation($0.quarterly(.unemployment)).map { 100 * $0 } },
    EconomyFact(
      .growth, "unemployment, autocorrelation", in: samples, 0.9116...0.9847, source: series,
      suspect: "hiring closes gaps within months"
    ) { Moments.autocorrelation($0.quarterly(.unemployment), lag: 1) },
    EconomyFact(
      .growth, "federal funds rate", unit: "%", in: samples, 3.7697...5.312, source: series, targeted: true,
      suspect: "demand asks for a lower real rate than the mean of 1984 to 2019"
    ) { $0.mean(.policyRate).map { 100 * $0 } },
    EconomyFact(
      .growth, "Okun's slope over four quarters", in: samples, -0.454...(-0.3382), source: series,
      suspect: "no hours and no participation"
    ) { Growth.okun($0)?.slope },
    EconomyFact(
      .growth, "Okun's R² over four quarters", in: samples, 0.5073...0.6231, source: series,
      suspect: "output per worker moves with demand alone"
    ) { Growth.okun($0)?.rSquared },
    EconomyFact(
      .growth, "consumption over GDP", in: "1990-2025", 0.6348...0.6879, source: "BEA NIPA 1.1.5", targeted: true,
      suspect: "saving out of capital income is too low once wealth has grown"
    ) { $0.share(.consumption) },
    EconomyFact(
      .growth, "fixed investment over GDP", in: "1990-2025", 0.1381...0.1941, source: "BEA NIPA 1.1.5", targeted: true,
      suspect: "depreciation and trend growth ask for less"
    ) { $0.share(.investment) },
    EconomyFact(
      .growth, "government purchases over GDP", in: "1990-2025", 0.1698...0.214, source: "BEA NIPA 1.1.5",
      targeted: true, suspect: "the opening's total is 2.9 % below the accounts, and purchases follow trend output"
    ) { $0.share(.government) },
    EconomyFact(
      .growth, "net exports over GDP", in: "1990-2025", -0.0604...(-0.0032), source: "BEA NIPA 1.1.5", targeted: true,
      suspect: "the input-output table imports less than the accounts"
    ) { history in history.share(.exports).flatMap { x in history.share(.imports).map { x - $0 } } },
    EconomyFact(
      .growth, "compensation over GDP", in: "1990-2025", 0.5083...0.5786, source: "BEA NIPA 1.10", targeted: true,
      suspect: "wages and prices share a gap of labour cost"
    ) { $0.mean(.labourShare) },
    EconomyFact(
      .growth, "output per worker, growth", unit: "% a year", in: samples, 1.9345...2.1506, source: series,
      targeted: true, suspect: "trend productivity is that of 1984 to 2019"
    ) { history in
      let work = history.quarterly(.unemployment).map { 1 - $0 }
      return Moments.mean(Growth.rates(zip(history.quarterly(.realGDP), work).map { $0 / $1 }))
    },
  ]
}

/// Growth of quarterly series.
enum Growth {
  /// Quarterly growth in per cent a year.
  static func rates(_ levels: [Double]) -> [Double] {
    guard levels.allSatisfy({ $0 > 0 }) else { return [] }
    return zip(levels, levels.dropFirst()).map { 400 * Elementary.log($1 / $0) }
  }

  /// The regression of the four-quarter change of unemployment on four-quarter growth, in per cent.
  static func okun(_ history: EconomyHistory) -> (slope: Double, rSquared: Double)? {
    let (product, jobs) = (history.quarterly(.realGDP), history.quarterly(.unemployment))
    guard product.allSatisfy({ $0 > 0 }), product.count > 8 else { return nil }
    let growth = zip(product, product.dropFirst(4)).map { 100 * Elementary.log($1 / $0) }
    let change = zip(jobs, jobs.dropFirst(4)).map { 100 * ($1 - $0) }
    guard let fit = LeastSquares(change, on: [growth]), let fitted = fit.rSquared else { return nil }
    return (fit.coefficients[1], fitted)
  }
}
