import Laboratory
import Quantities
import Statistics
import Testing

@Suite("Outcomes")
struct OutcomeTests {
  /// Twelve months of a world whose every outcome is known.
  static let days = TradingCalendar.nyse.days(from: RunRequest.opens, through: Day(number: 20_818))

  static func outcomes() throws -> Outcomes {
    let calendar = TradingCalendar.nyse
    let steps = days.indices.map(Double.init)
    // Up a hundredth on odd days and down on even ones, in logs.
    let returns = steps.map { $0 == 0 ? 0 : Int($0) % 2 == 1 ? 0.01 : -0.01 }
    let ends = days.filter { $0 == RunRequest.opens || calendar.isLastOfMonth($0) }
    let months = days.map { day in Double(ends.dropFirst().count { $0 <= day }) }
    let daily = try Panel(
      .day, days: days,
      columns: [
        PanelColumn("indexReturn", unit: "1", values: returns),
        PanelColumn(
          "indexLevel", unit: "index", values: steps.map { Int($0) % 2 == 1 ? 100 * Elementary.exp(0.01) : 100 }),
        // Above the quarter's on every fourth day.
        PanelColumn("vix", unit: "1", values: steps.map { Int($0) % 4 == 1 ? 0.3 : 0.1 }),
        PanelColumn("vix3M", unit: "1", values: steps.map { _ in 0.2 }),
        PanelColumn("realGDP", unit: "$/year", values: months.map { 100 * Elementary.exp(0.03 * $0 / 12) }),
        PanelColumn("unemployment", unit: "1", values: months.map { 0.04 + 0.001 * $0 }),
        PanelColumn("priceLevel", unit: "1", values: months.map { Elementary.exp(0.02 * $0 / 12) }),
        PanelColumn("nominalGDP", unit: "$/year", values: months.map { _ in 200 }),
        PanelColumn("energisedShare", unit: "1", values: months.map { 1 - 0.01 * $0 }),
        PanelColumn("connectionQueue", unit: "kW", values: months.map { 3e7 + 1e6 * $0 }),
        PanelColumn(
          "computeElasticity.megawatts", unit: "1", values: months.map { $0 < 3 ? 0 : 0.1 * ($0 / 3).rounded(.down) }),
        PanelColumn("employmentBySkill.low", unit: "1", values: months.map { 1 - 0.005 * $0 }),
        PanelColumn("labourShare", unit: "1", values: months.map { 0.52 - 0.001 * $0 }),
        PanelColumn("automatedShare.high", unit: "1", values: months.map { 0.003 * $0 }),
      ])
    let monthly = try Panel(
      .month, days: ends,
      columns: [
        PanelColumn("households.deposits", unit: "$", values: ends.map { _ in 500 }),
        PanelColumn("households.mortgages", unit: "$", values: ends.map { _ in -120 }),
        PanelColumn("treasury.bills", unit: "$", values: ends.map { _ in -60 }),
        PanelColumn("treasury.bonds10", unit: "$", values: ends.map { _ in -180 }),
        PanelColumn("treasury.cashAccount", unit: "$", values: ends.map { _ in 40 }),
      ])
    return Outcomes(daily: daily, monthly: monthly)
  }

  /// How many of the days after the opening are the first of four.
  private static let loud = Double(days.indices.dropFirst().count { $0 % 4 == 1 })
  private static let count = Double(days.count - 1)

  static let known: [(name: String, value: Double)] = [
    ("inversionFrequency", loud / count), ("meanVIX", 0.1 + 0.2 * loud / count),
    ("annualisedVolatility", 0.01 * 252.0.squareRoot()), ("maximumDrawdown", 1 - Elementary.exp(-0.01)),
    ("realGDPGrowth", Elementary.exp(0.03) - 1), ("inflation", Elementary.exp(0.02) - 1),
    ("meanUnemployment", 0.0465), ("finalUnemployment", 0.052), ("nominalGDP", 200), ("aiCapex", 0),
    ("householdNetWorth", 380), ("householdDebtToGDP", 0.6), ("federalDebtToGDP", 1.2),
    ("energisedShare", 0.935), ("connectionQueue", 42), ("powerElasticity", 0.25), ("acceleratorElasticity", 0),
    ("employment.low", 0.94), ("employment.high", 1), ("automatedShare", 0.012), ("computeDelivered", 1),
    ("taskPrice", 1), ("labourShare", 0.5135), ("wages", 1), ("aiRevenue", 0), ("powerPrice", 1), ("reserveMargin", 0),
  ]

  @Test("Each is what its meaning says, on a world where it is known", arguments: known)
  func areRight(known: (name: String, value: Double)) throws {
    let value = try #require(try OutcomeTests.outcomes()[known.name])
    #expect(abs(value - known.value) <= 1e-12 * max(1, abs(known.value)))
  }

  @Test("What cannot be read says why instead of a number")
  func saysWhy() throws {
    let short = try Panel(.day, days: [RunRequest.opens], columns: [])
    let outcomes = Outcomes(daily: short, monthly: try Panel(.month, days: [RunRequest.opens]))
    for (outcome, value) in outcomes.values
    where !["householdNetWorth", "finalUnemployment", "aiCapex", "nominalGDP"].contains(outcome.name) {
      guard case .failure(let reason) = value else { continue }
      #expect(!reason.description.isEmpty)
    }
    #expect(outcomes["realGDPGrowth"] == nil)
    #expect(outcomes["excessKurtosis"] == nil)
  }

  @Test("Names are distinct, and headlines are among them")
  func areDistinct() {
    #expect(Set(Outcome.all.map(\.name)).count == Outcome.all.count)
    #expect(Outcome.headlines.count == 8)
  }
}
