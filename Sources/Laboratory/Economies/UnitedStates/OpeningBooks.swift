import Accounting
import Quantities
import Sectors
import Simulation

/// The books of the United States at a scale: the national matrix divided, members and households filled in.
///
/// Division by the scale leaves cents over; inside each row they go by largest remainder, first over the asset side and
/// then over the liability side, so every row still sums to zero exactly.
package struct OpeningBooks {
  package let chart: Chart
  package private(set) var opening = Opening()
  private let sample: HouseholdSample
  private let traits: OpeningTraits
  private let scale: Double
  /// Quantities by row and sector: cents of nominal rows, micro-units of the others.
  private var cells: [[Int64]]

  static let trendManagers = Int(Figures.Opening.trendManagers.value)
  package static let bankShares = Figures.Opening.bankShares.map(\.value)

  package init(
    _ matrix: OpeningMatrix, sample: HouseholdSample, traits: OpeningTraits, flows: OpeningFlows, scale: Double
  )
    throws
  {
    (self.sample, self.traits, self.scale) = (sample, traits, scale)
    chart = OpeningBooks.chart(households: sample.members.count)
    cells = try Instrument.allCases.map { try OpeningBooks.divided(matrix, $0, by: scale) }
    handDealersTheirBasket()
    for row in Instrument.allCases where row != .deposits { fill(row, flows) }
    fillDeposits(flows)
  }

  private static func chart(households: Int) -> Chart {
    var chart = Chart()
    chart.members[.households] = households
    chart.members[.firms] = Industry.count
    chart.members[.aiFirms] = AIFirm.all.count
    chart.members[.banks] = bankShares.count
    chart.members[.volTargetFunds] = VolTargetFunds.targets.count
    chart.members[.trendFollowers] = OpeningBooks.trendManagers
    for sector in Sector.allCases where sector != .households {
      chart.banks[sector] = bankShares.indices.map(Int32.init)
    }
    chart.bankHouseholds(shares: bankShares)
    return chart
  }

  /// A row of the national matrix at the scale: assets and liabilities each divided and rounded as a whole.
  private static func divided(_ matrix: OpeningMatrix, _ row: Instrument, by scale: Double) throws -> [Int64] {
    let national = Sector.allCases.map { Double(matrix[$0, row].cents) }
    // A unit opens at $100: a cent is a hundred micro-units.
    let perCent = row.kind == .nominal ? 1.0 : 100.0
    let assets = national.map { max(0, $0) }
    let debts = national.map { max(0, -$0) }
    let total = Money(cents: Int64((assets.reduce(0, +) / scale * perCent).rounded()))
    let held = total.split(by: assets)
    guard row.isFinancial else { return held.map(\.cents) }
    let owed = total.split(by: debts)
    guard debts.contains(where: { $0 > 0 }) else { return national.map { _ in 0 } }
    return zip(held, owed).map { $0.cents - $1.cents }
  }

  /// Gives dealers the baskets that hedge the futures the funds open with, from what active funds hold.
  private mutating func handDealersTheirBasket() {
    let exposure = OpeningBooks.futuresExposure() / scale
    let (dealers, source) = (Sector.dealers.index, Sector.valueFunds.index)
    let listed = Instrument.equities.map { Double(cells[$0.index][dealers]) + Double(cells[$0.index][source]) }
    let whole = listed.reduce(0, +)
    for (row, held) in zip(Instrument.equities, listed) where whole > 0 {
      let wanted = Int64((exposure * 1e4 * held / whole).rounded())
      let moved = wanted - cells[row.index][dealers]
      cells[row.index][dealers] += moved
      cells[row.index][source] -= moved
    }
  }

  /// Dollars of index futures that vol-target funds and trend followers hold at the opening, at national scale.
  private static func futuresExposure() -> Double {
    func even(_ assets: Figure, _ members: Int) -> [Double] {
      Array(repeating: assets.value / Double(members), count: members)
    }
    return IndexFutures.openingHedge(
      volTargetAssets: even(Figures.Holdings.volTargetAssets, VolTargetFunds.targets.count),
      trendAssets: even(Figures.Holdings.trendAssets, OpeningBooks.trendManagers))
  }

  // MARK: Members

  private mutating func fill(_ row: Instrument, _ flows: OpeningFlows) {
    for sector in Sector.allCases where cells[row.index][sector.index] != 0 {
      let total = cells[row.index][sector.index]
      opening.set(row, sector, sector == .households ? households(row, total) : members(row, sector, total, flows))
    }
  }

  private func members(_ row: Instrument, _ sector: Sector, _ total: Int64, _ flows: OpeningFlows) -> [Int64] {
    let weights =
      switch row {
      case .inventories: makers(flows)
      case .dwellings: Industry.allCases.map { $0 == .housingServices ? 1.0 : 0 }
      default: weights(sector, flows)
      }
    return Money(cents: total).split(by: weights).map(\.cents)
  }

  /// Output of the industries whose output can be stored: they hold the stocks.
  private func makers(_ flows: OpeningFlows) -> [Double] {
    Industry.allCases.map { Inventories.stored.contains($0) ? flows.output[$0.rawValue] : 0 }
  }

  /// How a sector's balances are shared by its members.
  private func weights(_ sector: Sector, _ flows: OpeningFlows) -> [Double] {
    switch sector {
    case .firms:
      Industry.allCases.map { $0.seller.sector == .firms ? flows.output[$0.rawValue] : 0 }
    case .aiFirms: AIFirm.all.map(\.revenue)
    case .banks: OpeningBooks.bankShares
    default: Array(repeating: 1, count: chart.members[sector])
    }
  }

  /// Banks owe what their customers hold: each bank's deposits are the sum over the holders that bank with it.
  private mutating func fillDeposits(_ flows: OpeningFlows) {
    var owed = [Int64](repeating: 0, count: chart.members[.banks])
    for sector in Sector.allCases where sector != .banks && cells[Instrument.deposits.index][sector.index] != 0 {
      let total = cells[Instrument.deposits.index][sector.index]
      let balances = sector == .households ? households(.deposits, total) : members(.deposits, sector, total, flows)
      for (index, balance) in balances.enumerated() { owed[bank(of: sector, index)] += balance }
      opening.set(.deposits, sector, balances)
    }
    opening.set(.deposits, .banks, owed.map { -$0 })
  }

  private func bank(of sector: Sector, _ index: Int) -> Int {
    guard sector == .households else { return Int(chart.banks[sector][index % chart.banks[sector].count]) }
    return chart.householdSegments.lastIndex { $0 <= index } ?? 0
  }

  // MARK: Households

  /// Divides a row of the households by what the published line says each holds.
  private func households(_ row: Instrument, _ total: Int64) -> [Int64] {
    Money(cents: total).split(by: holdings(row)).map(\.cents)
  }

  private func holdings(_ row: Instrument) -> [Double] {
    switch row {
    case .dwellings: housed(.realEstate)
    case .mortgages: housed(.homeMortgages)
    case .consumerCredit: sample.weights(.consumerCredit)
    case .moneyFundShares: sample.weights(.moneyMarketFundShares)
    case .privateEquity: sample.weights(.privateBusinessEquity)
    case .corporateLoans: sample.weights(.loansAssets)
    case .bills, .agencyBonds, .municipalBonds: sample.weights(.governmentSecurities)
    case .pensionEntitlements:
      zip(
        sample.weights(.dcPensionEntitlements), zip(sample.weights(.dbPensionEntitlements), sample.weights(.annuities))
      )
      .map { $0 + $1.0 + $1.1 }
    case .crypto, .stablecoins: zip(sample.weights(.deposits), traits.ownsCrypto).map { $1 ? $0 : 0 }
    case .deposits, .currency: sample.weights(.deposits)
    default:
      Instrument.treasuryBonds.contains(row) ? sample.weights(.governmentSecurities) : sample.weights(.equitiesAndFunds)
    }
  }

  /// A line of homes: only owners have any.
  private func housed(_ line: WealthLine) -> [Double] {
    sample.weights(line, taking: traits.owns)
  }
}
