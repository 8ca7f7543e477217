import Statistics

extension EconomyFacts {
  private static let dynamics = "Census Bureau, Business Dynamics Statistics, release of 2018"

  /// How firms are spread, come and go.
  static let demography: [EconomyFact] = [
    EconomyFact(
      .firms, "exponent of firm sizes, upper tenth by jobs", in: "1997", 0.951...1.167,
      source: "Axtell (2001), Science 293, 1.059 with two standard errors of .054", targeted: true,
      needs: ["firmSizeExponent"], suspect: "sd of growth falls with size and the largest firms never shrink to many"
    ) { $0.observed("firmSizeExponent").flatMap(Moments.mean) },
    EconomyFact(
      .firms, "standard deviation of firms' growth in a year", in: "1975-1991", 0.297...0.838,
      source: "Stanley et al. (1996), Nature 379, 6.66 S^-.15 at sales of a billion and a million", targeted: true,
      needs: ["firmGrowthSpread"], suspect: "a country of few people has small firms only"
    ) { $0.observed("firmGrowthSpread").flatMap(Moments.mean) },
    yearly(
      "firms that leave in a year, over firms", in: "1978-2018", 0.0721...0.0981, source: dynamics, of: ["entryRate"],
      suspect: "firms cannot sell what they own or be rescued by their owners"),
    yearly(
      "jobs in firms that leave in a year, over jobs", in: "1978-2018", 0.0172...0.0342, source: dynamics,
      of: ["leaversJobs.failed", "leaversJobs.closed"],
      suspect: "large firms close as easily as small ones of their age"),
    EconomyFact(
      .firms, "correlation of leaving with unemployment, years", in: "1978-2018", -0.393...0.217,
      source: dynamics + ", years to March; BLS; interval of 95 %", needs: ["entryRate"],
      suspect: "only failures follow the cycle, not how many firms are young"
    ) { history in
      history.observed("entryRate").flatMap {
        Moments.correlation(years($0), years(history[.unemployment]))
      }
    },
    EconomyFact(
      .firms, "business loans charged off in a year, over loans", in: "1990-2005", 0.001...0.02,
      source: "Federal Reserve Bulletin 92 (2006), bank profits in 2005, figure 24, commercial and industrial loans",
      needs: ["chargeOffRate"], suspect: "one recovery rate in booms and slumps"
    ) { $0.observed("chargeOffRate").flatMap(Moments.mean) },
  ]

  /// A fact that is twelve times the mean of the sum of monthly columns; both were in view when firms lost their credit lines.
  private static func yearly(
    _ name: String, in period: String, _ band: ClosedRange<Double>, source: String, of columns: [String],
    suspect: String
  ) -> EconomyFact {
    EconomyFact(.firms, name, in: period, band, source: source, targeted: true, needs: columns, suspect: suspect) {
      history in
      columns.reduce(Optional(0.0)) { sum, column in
        sum.flatMap { sum in history.observed(column).flatMap(Moments.mean).map { sum + 12 * $0 } }
      }
    }
  }

  /// Means over whole years of months.
  private static func years(_ months: [Double]) -> [Double] {
    (0..<(months.count / 12)).map { year in months[(12 * year)..<(12 * year + 12)].reduce(0, +) / 12 }
  }
}
