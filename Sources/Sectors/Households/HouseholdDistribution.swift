import Accounting
import Quantities
import Simulation

extension Observable {
  /// Share of households that own a home, by age of the head.
  public static let homeownership = Observable(
    "homeownership", unit: Dimensionless.self, atRest: 0, width: .each(["under35", "from35to54", "from55"]))
  /// Gini coefficient of net worth over households.
  public static let wealthGini = Observable("wealthGini", unit: Dimensionless.self, atRest: 0)
  /// Shares of net worth of the richest hundredth, the nine hundredths below it and the poorer half.
  public static let wealthShares = Observable(
    "wealthShares", unit: Dimensionless.self, atRest: 0, width: .each(["top1", "next9", "bottom50"]))
  /// The median owned home over twelve times the median income of the month.
  public static let priceToIncome = Observable("priceToIncome", unit: Years.self, atRest: 0)
  /// Share of households whose liquid assets are a week's income or less.
  public static let handToMouth = Observable("handToMouth", unit: Dimensionless.self, atRest: 0)
}

/// Measures how wealth, homes and liquid assets are spread over households.
///
///     Gini     = 2 Σ i w_i / (n Σ w) − (n + 1)/n                 w_1 ≤ … ≤ w_n: net worth
///     shares   = Σ of the top 1 %, of the next 9 %, of the bottom 50 %, each over Σ w
///     price    = median worth of dwellings of owners / (12 · median income)
///     hand to mouth: liquid assets ≤ k · income                  k: half of a fortnight's pay, in months
///
/// Liquid are deposits, currency, money funds, listed equity, funds, bills and bonds. Income is the month's after taxes and the
/// service of debts, so price over income is above what the Census' money income gives. Debts can make the Gini
/// exceed one. Wealth and homes are measured on the first day and at month ends, income at month ends.
///
/// Ignores: durables, card debt among liquid assets, several homes of one owner.
///
/// Sees: every household's balances, age and income. Does: says what it measures. Verified by: `HouseholdDistributionTests`.
public struct HouseholdDistribution: Mechanism, ParameterSet {
  public static let name = "householdDistribution"
  public static let says: [Observable] = [.homeownership, .wealthGini, .wealthShares, .priceToIncome, .handToMouth]

  @Parameter(
    "Liquid assets in months of income at or below which a household lives from hand to mouth: k.",
    range: MonthSpan(0)...MonthSpan(12),
    source: .paper(
      "Kaplan, Violante and Weidner (2014), Brookings Papers on Economic Activity",
      at: "liquid wealth up to half of earnings per pay period of two weeks"))
  public var handToMouthMonths = MonthSpan(0.23)

  public static let all: [Field<Self>] = [Field("handToMouthMonths", \.$handToMouthMonths)]

  public init() {}

  /// The rows that can be spent within days.
  package static let liquid: [Instrument] =
    [.deposits, .currency, .moneyFundShares, .bills] + Instrument.treasuryBonds + Instrument.equities
    + [.fundShares, .valueShares, .municipalBonds, .agencyBonds] + Instrument.corporateBonds

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let isMonthEnd = view.calendar.isLastOfMonth(view.day)
    guard isMonthEnd || view.step == 1 else { return }
    let worth = HouseholdDistribution.worth(of: Instrument.allCases, view).sorted()
    turn.say(.wealthGini, HouseholdDistribution.gini(worth))
    turn.say(.wealthShares, each: HouseholdDistribution.shares(worth))
    turn.say(.homeownership, each: ownership(view))
    guard isMonthEnd else { return }
    let income = view.traits.values(.income).map { Double(max(0, $0)) / 100 }
    let homes = HouseholdDistribution.worth(of: [.dwellings], view).filter { $0 > 0 }
    let pay = 12 * HouseholdDistribution.median(income)
    turn.say(.priceToIncome, pay > 0 ? HouseholdDistribution.median(homes) / pay : 0)
    let purse = HouseholdDistribution.worth(of: Self.liquid, view)
    let k = handToMouthMonths.value
    let short = zip(purse, income).reduce(0) { $0 + ($1.0 <= k * $1.1 ? 1 : 0) }
    turn.say(.handToMouth, Double(short) / Double(max(1, purse.count)))
  }

  /// The Gini coefficient of amounts in rising order; zero when they sum to nothing.
  static func gini(_ sorted: [Double]) -> Double {
    let (n, sum) = (Double(sorted.count), sorted.reduce(0, +))
    guard n > 0, sum > 0 else { return 0 }
    let weighted = sorted.enumerated().reduce(0.0) { $0 + Double($1.offset + 1) * $1.element }
    return 2 * weighted / (n * sum) - (n + 1) / n
  }

  /// What the top 1 %, the next 9 % and the bottom half of amounts in rising order are of their sum.
  static func shares(_ sorted: [Double]) -> [Double] {
    let (n, sum) = (sorted.count, sorted.reduce(0, +))
    guard sum > 0 else { return [0, 0, 0] }
    let top = max(1, (n + 50) / 100)
    let tenth = max(top, (n + 5) / 10)
    let parts = [sorted.suffix(top), sorted.suffix(tenth).dropLast(top), sorted.prefix(n / 2)]
    return parts.map { $0.reduce(0, +) / sum }
  }

  /// The middle amount, or the mean of the two in the middle; zero of none.
  static func median(_ amounts: [Double]) -> Double {
    let (sorted, n) = (amounts.sorted(), amounts.count)
    guard n > 0 else { return 0 }
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2
  }

  /// Every household's dollars in some rows, debts negative.
  private static func worth(of rows: [Instrument], _ view: borrowing View) -> [Double] {
    var worth = [Double](repeating: 0, count: view.members(.households))
    for row in rows {
      guard let column = view.column(row, .households) else { continue }
      let dollars = row.kind == .nominal ? 0.01 : view.price(row).dollars / 1e6
      for index in worth.indices { worth[index] += Double(column[index]) * dollars }
    }
    return worth
  }

  /// The share of each age group that owns its home.
  private func ownership(_ view: borrowing View) -> [Double] {
    let (age, homes) = (view.traits[.age], view.column(.dwellings, .households))
    var (owners, all) = ([0, 0, 0], [0, 0, 0])
    for row in 0..<view.members(.households) {
      let group = age[row] < 35 ? 0 : age[row] < 55 ? 1 : 2
      all[group] += 1
      if (homes?[row] ?? 0) > 0 { owners[group] += 1 }
    }
    return zip(owners, all).map { Double($0) / Double(max(1, $1)) }
  }
}
