import Accounting
import Quantities
import Sectors
import Simulation

/// A household of a small world; amounts in dollars, debts negative.
struct SmallHousehold {
  var age: Int32 = 40
  var employer = Int32(Industry.tradeAndTransport.rawValue)
  /// Dollars a month.
  var wage = 0.0
  /// Dollars of the month so far.
  var income = 0.0
  /// What it means to hold at risk beyond the average, over its financial wealth; nothing for who takes no part.
  var riskTilt = 0.0
  /// Dollars of it that are no income of capital; nil for all.
  var earnings: Double?
  var patience: Int32 = 0
  var holdings: KeyValuePairs<Instrument, Double> = [:]
  /// Traits besides those above.
  var notes: [(trait: Trait, value: Int32)] = []
}

/// What the world is told at the start of the day, in place of those who would say it.
struct Told: Mechanism {
  static let name = "told"
  static let says: [Observable] = [
    .priceLevel, .corePriceLevel, .productivityLevel, .wageLevel, .policyRate, .mortgageRate, .perceivedMortgageRate,
    .couponRates, .declaredDividends, .proprietorsIncome, .earningsGrowth, .fundDistribution, .nominalGDP, .shock,
  ]
  let words: [(observable: Observable, index: Int, value: Double)]

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    for word in words { turn.say(word.observable, at: word.index, word.value) }
  }
}

/// Payments that somebody makes on a day of the run, before the mechanism acts.
struct Payments: Mechanism {
  static let name = "payments"
  let list: [(step: Int, dollars: Double, payer: Holder, payee: Holder, flow: Flow)]

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    for one in list where one.step == view.step {
      turn.pay(try Money(dollars: one.dollars), from: one.payer, to: one.payee, as: one.flow, ifShort: .orDefault)
    }
  }
}

/// A few households on two banks, and one of each institution they deal with, everyone else with a million dollars.
struct HouseholdWorld {
  var households: [SmallHousehold]
  /// Deposits, or cash of the Treasury, that differ from a million dollars.
  var cash: KeyValuePairs<Sector, Double> = [:]
  var told: [(observable: Observable, index: Int, value: Double)] = []
  var payments: [(step: Int, dollars: Double, payer: Holder, payee: Holder, flow: Flow)] = []
  var scale = 1.0
  /// Balances of institutions besides money, in dollars; each row must sum to zero over institutions.
  var institutions: [(row: Instrument, holder: Holder, dollars: Double)] = []

  func world(_ rule: some PopulationRule) throws -> World {
    try world(
      DayPage {
        Phase("tell") { Told(words: told) }
        Phase("pay") { Payments(list: payments) }
        Phase("act") { rule }
      })
  }

  func world(_ mechanism: some Mechanism) throws -> World {
    try world(
      DayPage {
        Phase("tell") { Told(words: told) }
        Phase("pay") { Payments(list: payments) }
        Phase("act") { mechanism }
      })
  }

  /// The world after one day of a rule.
  func day(of rule: some PopulationRule) throws -> World {
    let world = try world(rule)
    try world.advance()
    return world
  }

  func day(of mechanism: some Mechanism) throws -> World {
    let world = try world(mechanism)
    try world.advance()
    return world
  }

  func world(_ page: DayPage) throws -> World {
    let traits = Traits(count: households.count)
    traits.set(.age, households.map(\.age))
    traits.set(.employer, households.map(\.employer))
    traits.set(.wage, households.map { Int32(($0.wage * 100).rounded()) })
    traits.set(.patience, households.map(\.patience))
    traits.set(.income, households.map { Int32(($0.income * 100).rounded()) })
    traits.set(.riskTilt, households.map { Int32(($0.riskTilt * 1e6).rounded()) })
    traits.set(.earnings, households.map { Int32((($0.earnings ?? $0.income) * 100).rounded()) })
    for trait in households.flatMap({ $0.notes.map(\.trait) }) {
      traits.set(trait, households.map { $0.notes.first { $0.trait == trait }?.value ?? 0 })
    }
    return try World(
      .init(
        page: page, ledger: try Ledger(chart, opening: opening), traits: traits, clock: .periods,
        opens: Day(2025, 12, 31)!, scale: scale))
  }

  private var chart: Chart {
    var chart = Chart()
    chart.members[.households] = households.count
    chart.members[.firms] = Industry.count
    chart.members[.aiFirms] = 2
    chart.members[.banks] = 2
    chart.bankHouseholds(shares: [1, 1])
    return chart
  }

  // MARK: Books

  private var opening: Opening {
    var opening = Opening()
    var owed: [Int64] = [0, 0]
    for sector in Sector.allCases where chart.settlement[sector] == .deposit && sector != .households {
      let dollars = cash.first { $0.key == sector }?.value ?? 1e6
      opening.set(.deposits, sector, Array(repeating: Int64(dollars * 100), count: chart.members[sector]))
      owed[0] -= Int64(dollars * 100) * Int64(chart.members[sector])
    }
    for row in Instrument.allCases {
      let column = households.map { household in
        quantity(row, household.holdings.reduce(0) { $0 + ($1.key == row ? $1.value : 0) })
      }
      guard column.contains(where: { $0 != 0 }) else { continue }
      opening.set(row, .households, column)
      for (index, amount) in column.enumerated() {
        let bank = chart.householdSegments.lastIndex { $0 <= index } ?? 0
        if row == .deposits { owed[bank] -= amount } else { oppose(row, amount, bank, &opening) }
      }
    }
    opening.set(.deposits, .banks, owed)
    opening.set(.reserves, .banks, [1_000_000_000, 1_000_000_000])
    opening.set(.reserves, .centralBank, [-2_000_000_000])
    let account = Int64((cash.first { $0.key == .treasury }?.value ?? 1e6) * 100)
    opening.set(.cashAccount, .treasury, [account])
    opening.set(.cashAccount, .centralBank, [-account])
    for entry in institutions { put(quantity(entry.row, entry.dollars), entry.row, entry.holder, &opening) }
    return opening
  }

  /// The other side of what a household holds or owes.
  private func oppose(_ row: Instrument, _ amount: Int64, _ bank: Int, _ opening: inout Opening) {
    guard row.isFinancial else { return }
    let holder: Holder =
      switch row {
      case .moneyFundShares: Holder(.moneyFunds)
      case .fundShares: Holder(.mutualFunds)
      case .valueShares: Holder(.valueFunds)
      case .pensionEntitlements: Holder(.pensionFunds)
      case .aiEquity: Holder(.aiFirms)
      case .restEquity, .privateEquity: Holder(.firms, 1)
      case .municipalBonds: Holder(.stateLocal)
      case .bills: Holder(.treasury)
      case _ where Instrument.treasuryBonds.contains(row): Holder(.treasury)
      default: Holder(.banks, bank)
      }
    put(-amount, row, holder, &opening)
  }

  private func put(_ amount: Int64, _ row: Instrument, _ holder: Holder, _ opening: inout Opening) {
    var balances = [Int64](repeating: 0, count: chart.members[holder.sector])
    balances[holder.row] = amount
    opening.set(row, holder.sector, balances)
  }

  /// Cents of nominal rows, micro-units at 100 dollars of the others.
  private func quantity(_ row: Instrument, _ dollars: Double) -> Int64 {
    Int64((dollars * (row.kind == .nominal ? 100 : 10_000)).rounded())
  }
}

extension World {
  /// A household's balance in dollars; the worth of a unit row at its price.
  func dollars(_ row: Instrument, _ household: Int) throws -> Double {
    try ledger.worth(row, of: Holder(.households, household)).dollars
  }

  /// Dollars of the month's income of a household.
  func income(_ household: Int) -> Double { Double(traits[.income][household]) / 100 }

  /// Dollars that households have paid net for a flow.
  func paid(_ flow: Flow) -> Double { -ledger.flow(flow, .households).dollars }

  /// Whether every identity holds and no household is overdrawn.
  var isSound: Bool {
    let least = ledger.column(.deposits, .households)?.min() ?? 0
    return least >= 0 && ((try? ledger.audit(members: true).isClean) ?? false)
  }
}
