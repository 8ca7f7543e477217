import Statistics

extension EconomyFacts {
  private static let accounts = "Federal Reserve Board, Distributional Financial Accounts"

  /// Who owns what. Columns that an economy does not record leave a fact absent.
  static let wealth: [EconomyFact] = generations + distribution + homes + windfall

  /// Shares of generations, close to the opening: their ages are those of 2025.
  private static let generations: [EconomyFact] = [
    ("silent", "the Silent Generation", 0.1129, 0.1792), ("babyBoom", "Baby Boomers", 0.5116, 0.5547),
    ("genX", "Generation X", 0.2318, 0.2635), ("millennial", "Millennials", 0.0344, 0.1099),
  ].map { (name: String, title: String, low: Double, high: Double) in
    let all = ["silent", "babyBoom", "genX", "millennial"].map { "generationWealth.\($0)" }
    return EconomyFact(
      .wealth, "wealth of \(title) over all, months 13 to 36", in: "2019Q1-2026Q1", low...high, source: accounts,
      targeted: true, window: .near, needs: all, suspect: "a generation's portfolio is that of its place in the sample"
    ) { history in
      let columns = all.compactMap { history.observed($0) }
      guard columns.count == all.count, let own = history.observed("generationWealth.\(name)") else { return nil }
      return Moments.mean(own.indices.map { month in own[month] / columns.reduce(0) { $0 + $1[month] } })
    }
  }

  private static let distribution: [EconomyFact] = [
    ("top1", "wealth of the top 1 %", 0.2246, 0.3181), ("next9", "wealth of the next 9 %", 0.3392, 0.4006),
    ("bottom50", "wealth of the bottom half", 0.0039, 0.0406),
  ].map { (name: String, title: String, low: Double, high: Double) in
    measured(
      .wealth, "\(title) over all", in: "1989Q3-2026Q1", low...high, source: accounts, of: "wealthShares.\(name)",
      suspect: "returns do not differ by wealth beyond what portfolios do")
  }

  private static let homes: [EconomyFact] =
    [
      ("under35", "under 35", 0.3451, 0.4309), ("from35to54", "from 35 to 54", 0.6416, 0.7335),
      ("from55", "from 55 on", 0.7678, 0.8134),
    ].map { (name: String, title: String, low: Double, high: Double) in
      EconomyFact(
        .wealth, "households \(title) that own their home", in: "1982-2025", low...high,
        source: "Census Bureau, Housing Vacancies and Homeownership, owners over households of the age", targeted: true,
        needs: ["homeownership.\(name)"],
        suspect: "renters of all ages look for homes alike, and the young save little for the first part"
      ) { history in history.observed("homeownership.\(name)").flatMap(Moments.mean) }
    } + [
      measured(
        .wealth, "price of a home over household income", in: "1984-2023", 3.488...5.9346,
        source: "Census Bureau and HUD, median price of new houses; Census Bureau, median household income",
        of: "priceToIncome", suspect: "nothing is built beyond what wears out")
    ]

  /// What is spent of a windfall, and who has nothing set aside to spend.
  private static let windfall: [EconomyFact] =
    [
      (
        "spent of a windfall of $1,000 within a year", "mean", 0.2...0.6,
        "Carroll, Slacalek, Tokuoka and White (2017), Quantitative Economics 8(3): most estimates from .2 to .6"
      ),
      (
        "spent of a windfall, lowest less highest fifth by liquid assets", "lowestLessHighest", 0.3...0.5,
        "Jappelli and Pistaferri (2014), AEJ: Macroeconomics 6(4), figure: about .35 by cash on hand, Italy; Carroll, Slacalek, "
          + "Tokuoka and White (2017), table 3: .45 from the lower half to the top fifth"
      ),
    ].map { (name: String, column: String, band: ClosedRange<Double>, source: String) in
      let column = "windfall.\(column)"
      return EconomyFact(
        .wealth, name, in: "studies of 2014 and 2017", band, source: source, window: .windfall, needs: [column],
        suspect: "nobody borrows on a card, and needs are the same for all"
      ) { $0.observed(column).flatMap(Moments.mean) }
    } + [
      measured(
        .wealth, "households from hand to mouth", in: "1989-2010", 0.25...0.4,
        source:
          "Kaplan, Violante and Weidner (2014), Brookings Papers on Economic Activity: about a third; range not checked",
        of: "handToMouth", suspect: "liquid assets follow wealth group and age alone, and needs are the same for all")
    ]

  /// A fact that is the mean of a column.
  static func measured(
    _ kind: EconomyFact.Kind, _ name: String, in period: String, _ band: ClosedRange<Double>, source: String,
    of column: String, suspect: String
  ) -> EconomyFact {
    EconomyFact(kind, name, in: period, band, source: source, needs: [column], suspect: suspect) { history in
      history.observed(column).flatMap(Moments.mean)
    }
  }

  /// Firms and banks.
  static let firms: [EconomyFact] = [
    measured(
      .firms, "core capital of banks over assets", in: "2010-2018", 0.0889...0.0974,
      source: "FDIC, Quarterly Banking Profile, table I-A, core capital (leverage) ratio, 2010 to 2018Q2",
      of: "bankCapitalRatio", suspect: "capital is kept at its opening part of assets")
  ]
}
