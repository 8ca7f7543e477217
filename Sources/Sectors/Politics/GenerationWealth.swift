import Accounting
import Quantities
import Simulation
import Statistics

/// The generations of the Distributional Financial Accounts, by the year of birth of a household's head.
public enum Generation: Int, CaseIterable, Sendable {
  case silent, babyBoom, genX, millennial

  public static let labels = allCases.map { "\($0)" }

  /// Born before 1946, to 1964, to 1980, or later.
  public init(born year: Int) {
    self = year < 1946 ? .silent : year < 1965 ? .babyBoom : year < 1981 ? .genX : .millennial
  }
}

extension Observable {
  /// What households of a generation own less what they owe, national dollars.
  public static let generationWealth = Observable(
    "generationWealth", unit: Dollars.self, atRest: 0, width: .each(Generation.labels))
  /// How many households a generation has, national.
  public static let generationHouseholds = Observable(
    "generationHouseholds", unit: Dimensionless.self, atRest: 0, width: .each(Generation.labels))
  /// Share of households whose income of the month does not cover needs and rent.
  public static let needsShare = Observable("needsShare", unit: Dimensionless.self, atRest: 0)
  /// A year's payments on a home over wages, as a multiple of the opening's.
  public static let homeBurden = Observable("homeBurden", unit: Dimensionless.self, atRest: 1)
}

/// Measures wealth by generation, who cannot meet needs out of income, and what a home costs a wage earner.
///
///     wealth_g = Σ_households of g Σ_rows units · price
///     needs    = share of households with income < (needs + rent) · P
///     burden   = P_home · a(r) / w over its opening,   a(r) = r / (1 − (1 + r)^−30)
///
/// Wealth is measured on the first day and at month ends, needs at month ends.
///
/// Ignores: durables, children, needs that differ between places.
///
/// Sees: every household's balances, age, income; home price, mortgage rate, price and wage level. Does: says what it
/// measures. Verified by: `GenerationWealthTests`.
public struct GenerationWealth: Mechanism, ParameterSet {
  public static let name = "generationWealth"
  public static let sees: [Observable] = [.priceLevel, .wageLevel, .mortgageRate, .monthsAged]
  public static let says: [Observable] = [.generationWealth, .generationHouseholds, .needsShare, .homeBurden]

  @Parameter(
    "Needs other than shelter, dollars a month for a household.", range: Amount(0)...Amount(10_000),
    source: .release(
      "BLS", series: "Consumer Expenditure Survey, food, health, transport, utilities; lowest fifth", asOf: "2023"))
  public var needs: Amount = Amount(1_450)

  public static let all: [Field<Self>] = [Field("needs", \.$needs)]

  public struct State: Codable, Sendable {
    var homePrice: Double
    var payment: Double
  }

  /// Dollars a month that a renting household pays at the opening.
  let rent: Double
  public init(rent: Double) { self.rent = rent }

  /// The year for which ages hold at the opening.
  static let yearOfAges = 2025

  public func opening(_ view: borrowing View) -> State {
    State(homePrice: max(view.price(.dwellings).dollars, 1e-9), payment: payment(view[.mortgageRate]))
  }

  public func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) {
    let isMonthEnd = view.calendar.isLastOfMonth(view.day)
    guard isMonthEnd || view.step == 1 else { return }
    var wealth = Generation.allCases.map { _ in 0.0 }
    var count = wealth
    let (age, months) = (view.traits[.age], Int(view[.monthsAged]))
    sumWorth(view) { row, worth in
      let born = Birthday.year(row, age: age[row], monthsAged: months, opening: GenerationWealth.yearOfAges)
      let generation = Generation(born: born).rawValue
      wealth[generation] += worth
      count[generation] += 1
    }
    turn.say(.generationWealth, each: wealth.map { $0 * view.scale })
    turn.say(.generationHouseholds, each: count.map { $0 * view.scale })
    let home = view.price(.dwellings).dollars / state.homePrice * payment(view[.mortgageRate]) / state.payment
    turn.say(.homeBurden, home / max(view[.wageLevel], 1e-6))
    if isMonthEnd { turn.say(.needsShare, needsShare(view)) }
  }

  /// A year's payment on a dollar borrowed for thirty years.
  func payment(_ rate: Double) -> Double {
    let r = max(rate, 1e-4)
    return r / (1 - Elementary.pow(1 + r, -30))
  }

  /// Hands over every household's net worth in dollars, block by block.
  private func sumWorth(_ view: borrowing View, _ take: (Int, Double) -> Void) {
    let rows = Instrument.allCases.compactMap { row in
      view.column(row, .households).map { ($0, row.kind == .nominal ? 0.01 : view.price(row).dollars / 1e6) }
    }
    let households = view.members(.households)
    for start in stride(from: 0, to: households, by: Ledger.blockRows) {
      let block = start..<min(start + Ledger.blockRows, households)
      var worth = [Double](repeating: 0, count: block.count)
      for (column, dollars) in rows {
        for (place, row) in block.enumerated() { worth[place] += Double(column[row]) * dollars }
      }
      for (place, row) in block.enumerated() { take(row, worth[place]) }
    }
  }

  private func needsShare(_ view: borrowing View) -> Double {
    let (income, homes) = (view.traits[.income], view.column(.dwellings, .households))
    let price = view[.priceLevel] * 100
    let (owner, renter) = (needs.value * price, (needs.value + rent) * price)
    var short = 0
    let households = view.members(.households)
    for row in 0..<households where Double(income[row]) < ((homes?[row] ?? 0) > 0 ? owner : renter) { short += 1 }
    return Double(short) / Double(max(1, households))
  }
}
