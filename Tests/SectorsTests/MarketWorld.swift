import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Statistics

/// A small world with nothing but the daily market half: companies, funds, dealers, foreigners, one household, banks.
enum MarketWorld {
  static let scale = 10_000.0
  static let opens = Day(2025, 12, 31)!

  static let page = DayPage {
    Phase("policy") { PolicyRate() }
    Phase("yields") { TermStructure() }
    Phase("announce") {
      News()
      Valuation()
      FlowPricing()
    }
    Phase("decide") {
      VolTargetFunds()
      TrendFollowers()
      Buybacks()
      ValueFunds()
      ActiveFunds()
      ForeignInvestors()
    }
    Phase("trade") { EquityVenue() }
    Phase("settle") { IndexFutures() }
    Phase("account") { FundShares() }
  }

  static func world(seed: UInt64 = 1, page: DayPage = page, cash: Double = 1, opening: Opening? = nil) throws -> World {
    try World(
      .init(
        page: page, ledger: try Ledger(chart, opening: opening ?? self.opening(cash: cash)), clock: .tradingDays(.nyse),
        opens: opens,
        seed: seed, scale: scale))
  }

  static func run(seed: UInt64 = 1, page: DayPage = page, days: Int) throws -> World {
    let world = try world(seed: seed, page: page)
    for _ in 0..<days { try world.advance() }
    return world
  }

  static var chart: Chart {
    var chart = Chart()
    for (sector, count) in [
      (Sector.firms, 13), (.aiFirms, 6), (.banks, 4), (.volTargetFunds, 6), (.trendFollowers, 9),
    ] { chart.members[sector] = count }
    for sector in Sector.allCases { chart.banks[sector] = [0, 1, 2, 3] }
    return chart
  }

  /// The same with pension funds, risk-parity funds, and bonds that banks hold too.
  static func withPensions() -> Opening { opening(cash: 1, pensions: true) }

  /// Billions of dollars, national; `cash` scales what elastic holders have.
  private static func opening(cash: Double, pensions: Bool = false) -> Opening {
    var sheet = Sheet(chart)
    let (volTarget, trend) = ([Double](repeating: 350 / 6, count: 6), [Double](repeating: 340 / 9, count: 9))
    let hedge = IndexFutures.openingHedge(volTargetAssets: volTarget, trendAssets: trend)
    let (ai, rest) = (22_000.0, 48_000.0)
    let weight = ai / (ai + rest)
    sheet.issue(.aiEquity, .aiFirms, ai)
    sheet.issue(.restEquity, .firms, rest)
    for (sector, amount) in [
      (Sector.mutualFunds, 26_000.0), (.restOfWorld, 18_000), (.valueFunds, 2_000), (.dealers, hedge),
    ] {
      sheet.hold(.aiEquity, sector, amount * weight)
      sheet.hold(.restEquity, sector, amount * (1 - weight))
    }
    if pensions {
      sheet.hold(.aiEquity, .pensionFunds, 4_000 * weight)
      sheet.hold(.restEquity, .pensionFunds, 4_000 * (1 - weight))
      sheet.hold(.aiEquity, .riskParityFunds, 37.5 * weight)
      sheet.hold(.restEquity, .riskParityFunds, 37.5 * (1 - weight))
      sheet.hold(.deposits, .riskParityFunds, 25)
      sheet.hold(.deposits, .households, 1_000)
      sheet.lend(.bonds10, from: .pensionFunds, to: .treasury, 3_000)
      sheet.lend(.bonds10, from: .banks, to: .treasury, 2_000)
      sheet.lend(.bonds10, from: .riskParityFunds, to: .treasury, 87.5)
      sheet.issueShares(.riskParityShares, .riskParityFunds, 150)
    }
    sheet.hold(.deposits, .volTargetFunds, 350)
    sheet.hold(.deposits, .trendFollowers, 340)
    sheet.hold(.deposits, .mutualFunds, 400 * cash)
    sheet.hold(.deposits, .valueFunds, 150 * cash)
    sheet.hold(.deposits, .restOfWorld, 2_100 * cash)
    sheet.hold(.deposits, .firms, 3_300)
    sheet.hold(.deposits, .aiFirms, 400)
    sheet.hold(.deposits, .dealers, 40)
    sheet.lend(.repo, from: .banks, to: .dealers, hedge)
    sheet.issueShares(.volTargetShares, .volTargetFunds, 350)
    sheet.issueShares(.trendShares, .trendFollowers, 340)
    sheet.issueShares(.fundShares, .mutualFunds, 26_000 + 400 * cash)
    sheet.issueShares(.valueShares, .valueFunds, 2_000 + 150 * cash)
    sheet.lend(.reserves, from: .banks, to: .centralBank, 3_000)
    sheet.closeWithHouseholds([.aiEquity, .restEquity])
    sheet.closeWithBanks()
    return sheet.opening
  }
}

/// Writes an opening in billions of national dollars so that every row sums to zero.
private struct Sheet {
  private let chart: Chart
  private var columns: [(row: Instrument, sector: Sector, values: [Int64])] = []

  init(_ chart: Chart) { self.chart = chart }

  /// Cents of nominal rows and micro-units at 100 dollars of the others for an amount.
  private func quantity(_ row: Instrument, _ billions: Double) -> Int64 {
    let cents = (billions * 1e9 / MarketWorld.scale * 100).rounded()
    return row.kind == .nominal ? Int64(cents) : Int64(cents) * 100
  }

  mutating func hold(_ row: Instrument, _ sector: Sector, _ billions: Double) {
    add(row, sector, quantity(row, billions))
  }
  mutating func issue(_ row: Instrument, _ sector: Sector, _ billions: Double) {
    add(row, sector, -quantity(row, billions))
  }

  mutating func lend(_ row: Instrument, from lender: Sector, to borrower: Sector, _ billions: Double) {
    hold(row, lender, billions)
    issue(row, borrower, billions)
  }

  mutating func issueShares(_ row: Instrument, _ sector: Sector, _ billions: Double) {
    issue(row, sector, billions)
    hold(row, .households, billions)
  }

  private mutating func add(_ row: Instrument, _ sector: Sector, _ total: Int64) {
    let parts = Money(cents: total).split(by: [Double](repeating: 1, count: chart.members[sector])).map(\.cents)
    if let known = columns.firstIndex(where: { $0.row == row && $0.sector == sector }) {
      columns[known].values = zip(columns[known].values, parts).map { $0 + $1 }
    } else {
      columns.append((row, sector, parts))
    }
  }

  /// Households hold what is left of rows.
  mutating func closeWithHouseholds(_ rows: [Instrument]) {
    for row in rows { add(row, .households, -columns.filter { $0.row == row }.flatMap(\.values).reduce(0, +)) }
  }

  /// Each bank owes the deposits of its customers.
  mutating func closeWithBanks() {
    var owed = [Int64](repeating: 0, count: chart.members[.banks])
    for column in columns where column.row == .deposits {
      let banks = chart.banks[column.sector]
      for (member, cents) in column.values.enumerated() { owed[Int(banks[member % banks.count])] -= cents }
    }
    columns.append((.deposits, .banks, owed))
  }

  var opening: Opening {
    var opening = Opening()
    for (row, sector, values) in columns { opening.set(row, sector, values) }
    return opening
  }
}
