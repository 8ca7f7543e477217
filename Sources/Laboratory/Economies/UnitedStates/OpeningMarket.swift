import Accounting
import Quantities
import Sectors
import Simulation

/// The market's part of the United States' books: who issues, holds and trades equity, and the money they do it with.
///
/// Every cell is the national matrix's at the scale, but for what has no row here. Bonds, bills and loans that funds
/// hold stand in one row that the Treasury owes (`bonds10`, at par); what futures funds hold beside deposits counts as
/// deposits; households are one holder, who takes what is left of a row.
struct OpeningMarket {
  let chart: Chart
  private(set) var opening = Opening()
  private let matrix: OpeningMatrix
  private let scale: Double
  private let sizes: FuturesFundSizes
  /// Cents of nominal rows and micro-units of unit rows, by row and sector, one number a member.
  private var cells: [[[Int64]]]

  /// Funds that hold a portfolio of equity, bonds and cash, and the shares they issue.
  private static let balancedFunds: [(Sector, Instrument)] = [
    (.mutualFunds, .fundShares), (.riskParityFunds, .riskParityShares), (.valueFunds, .valueShares),
    (.pensionFunds, .pensionEntitlements),
  ]
  private static let futuresFunds: [(Sector, Instrument)] = [
    (.volTargetFunds, .volTargetShares), (.trendFollowers, .trendShares),
  ]

  /// - Parameter sizes: the futures funds' assets; nil shares the published totals evenly.
  init(scale: Double, _ roster: MarketOnlyEconomy.Roster, sizes: FuturesFundSizes? = nil) throws {
    self.scale = scale
    self.sizes = sizes ?? FuturesFundSizes(roster)
    matrix = try OpeningMatrix.unitedStates()
    chart = OpeningMarket.chart(roster, self.sizes)
    cells = Instrument.allCases.map { _ in Sector.allCases.map { _ in [] } }
    try fillEquities()
    try fillMoney()
    for (fund, shares) in OpeningMarket.balancedFunds { try fillBonds(fund, owing: shares) }
    try fillBankBonds()
    try fillDealers()
    for (fund, shares) in OpeningMarket.futuresFunds { try issue(shares, by: fund, worth: value(fund)) }
    closeWithHouseholds([.aiEquity, .restEquity])
    closeWithBanks()
    for row in Instrument.allCases {
      for sector in Sector.allCases where !cells[row.index][sector.index].isEmpty {
        opening.set(row, sector, cells[row.index][sector.index])
      }
    }
  }

  /// In the full roster companies outside the AI basket are one member an industry, else one in all.
  private static func chart(_ roster: MarketOnlyEconomy.Roster, _ sizes: FuturesFundSizes) -> Chart {
    var chart = Chart()
    chart.members[.firms] = roster == .full ? Industry.count : 1
    chart.members[.aiFirms] = AIFirm.all.count
    chart.members[.banks] = OpeningBooks.bankShares.count
    chart.members[.volTargetFunds] = sizes.volTarget.count
    chart.members[.trendFollowers] = sizes.trend.count
    for sector in Sector.allCases where sector != .households { chart.banks[sector] = [0, 1, 2, 3] }
    return chart
  }

  /// Whether a sector opens with any of a row, or owing it.
  func holds(_ row: Instrument, _ sector: Sector) -> Bool { cells[row.index][sector.index].contains { $0 != 0 } }

  // MARK: Rows

  private mutating func fillEquities() throws {
    for row in Instrument.equities {
      for sector in Sector.allCases where sector != .households && sector != .dealers {
        try add(row, sector, matrix[sector, row].dollars)
      }
    }
  }

  /// Deposits, reserves, and the repo that finances the dealers' baskets.
  private mutating func fillMoney() throws {
    for sector in Sector.allCases where sector != .banks {
      try add(.deposits, sector, matrix[sector, .deposits].dollars)
    }
    for (fund, _) in OpeningMarket.futuresFunds {
      let assets = Instrument.allCases.filter { $0.isFinancial && matrix[fund, $0] > .zero }
      try add(.deposits, fund, assets.reduce(0) { $0 + matrix[fund, $1].dollars } - matrix[fund, .deposits].dollars)
      // What a fund has beyond the published total was its customers'.
      let more = (sizes.total(of: fund) - 1) * value(fund)
      try add(.deposits, fund, more)
      try add(.deposits, .households, -more)
    }
    let reserves = matrix[.banks, .reserves].dollars
    try add(.reserves, .banks, reserves)
    negate(.reserves, .banks, as: .centralBank)
  }

  /// What a fund owns beside equity and deposits, and the claims on the whole.
  private mutating func fillBonds(_ fund: Sector, owing shares: Instrument) throws {
    let owned = Instrument.allCases.filter { $0.isFinancial && $0 != shares }
      .reduce(0) { $0 + matrix[fund, $1].dollars }
    let bonds = max(0, owned - value(fund))
    try add(.bonds10, fund, bonds)
    try add(.bonds10, .treasury, -bonds)
    try issue(shares, by: fund, worth: value(fund))
  }

  /// Treasury bonds of banks, with which pension funds trade.
  private mutating func fillBankBonds() throws {
    let bonds = Instrument.treasuryBonds.reduce(0) { $0 + max(0, matrix[.banks, $1].dollars) }
    try add(.bonds10, .banks, bonds)
    try add(.bonds10, .treasury, -bonds)
  }

  /// Dealers open with the basket that hedges the funds' futures, bought with repo, and their own cash.
  private mutating func fillDealers() throws {
    func shared(_ fund: Sector) -> [Double] {
      let parts = weights(fund)
      return parts.map { value(fund) * $0 / parts.reduce(0, +) }
    }
    let hedge = IndexFutures.openingHedge(
      volTargetAssets: shared(.volTargetFunds), trendAssets: shared(.trendFollowers))
    let issued = Instrument.equities.map { row in
      Sector.allCases.reduce(0) { $0 - min(0, matrix[$1, row].dollars) }
    }
    for (row, part) in zip(Instrument.equities, issued) {
      try add(row, .dealers, hedge * part / issued.reduce(0, +))
    }
    try add(.repo, .dealers, -hedge)
    negate(.repo, .dealers, as: .banks)
  }

  // MARK: Cells

  /// Adds dollars at national scale to a cell, over the sector's members.
  private mutating func add(_ row: Instrument, _ sector: Sector, _ dollars: Double) throws {
    let cents = try Money(dollars: dollars / scale)
    guard cents != .zero else { return }
    // A unit opens at $100: a cent is a hundred micro-units.
    let parts = cents.split(by: weights(sector)).map { row.kind == .nominal ? $0.cents : $0.cents * 100 }
    let known = cells[row.index][sector.index]
    cells[row.index][sector.index] = known.isEmpty ? parts : zip(known, parts).map { $0 + $1 }
  }

  private func weights(_ sector: Sector) -> [Double] {
    switch sector {
    case .firms where chart.members[.firms] == Industry.count:
      Industry.allCases.map { $0.seller.sector == .firms ? Figures.Industries.output[$0.rawValue] : 0 }
    case .aiFirms: AIFirm.all.map(\.revenue)
    case .banks: OpeningBooks.bankShares
    case .volTargetFunds: sizes.volTarget
    case .trendFollowers: sizes.trend
    default: Array(repeating: 1, count: chart.members[sector])
    }
  }

  /// What a sector holds so far, in dollars at national scale; a unit stands at $100.
  private func value(_ sector: Sector) -> Double {
    Instrument.allCases.reduce(0) { sum, row in
      let held = cells[row.index][sector.index].reduce(0, +)
      return sum + Double(held) / (row.kind == .nominal ? 100 : 10_000) * scale
    }
  }

  private mutating func issue(_ row: Instrument, by sector: Sector, worth dollars: Double) throws {
    try add(row, sector, -dollars)
    negate(row, sector, as: .households)
  }

  /// Puts what one sector has of a row on the other side of another's books.
  private mutating func negate(_ row: Instrument, _ sector: Sector, as other: Sector) {
    let total = cells[row.index][sector.index].reduce(0, +)
    cells[row.index][other.index] = Money(cents: -total).split(by: weights(other)).map(\.cents)
  }

  private mutating func closeWithHouseholds(_ rows: [Instrument]) {
    for row in rows {
      cells[row.index][Sector.households.index] = [-cells[row.index].reduce(0) { $0 + $1.reduce(0, +) }]
    }
  }

  /// Each bank owes the deposits of its customers.
  private mutating func closeWithBanks() {
    var owed = [Int64](repeating: 0, count: chart.members[.banks])
    for sector in Sector.allCases where sector != .banks {
      let banks = chart.banks[sector]
      for (member, cents) in cells[Instrument.deposits.index][sector.index].enumerated() {
        owed[Int(banks[member % banks.count])] -= cents
      }
    }
    cells[Instrument.deposits.index][Sector.banks.index] = owed
  }
}
