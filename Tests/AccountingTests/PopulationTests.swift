import Accounting
import Quantities
import Testing

@Suite("The legs of a population")
struct PopulationTests {
  static let households = 21_000

  /// Three banks of 9,000, 0 and 12,000 households: two blocks each for the first and the last.
  static func ledger() throws -> Ledger {
    var chart = Chart()
    chart.members[.households] = households
    chart.members[.banks] = 3
    chart.members[.firms] = 7
    chart.banks[.firms] = [2, 0, 1]
    chart.banks[.mutualFunds] = [1]
    chart.householdSegments = [0, 9_000, 9_000]
    var opening = Opening()
    func set(_ row: Instrument, each: Int64, against sector: Sector, by members: [Int64]) {
      opening.set(row, .households, Array(repeating: each, count: households))
      let total = each * Int64(households)
      opening.set(row, sector, members.map { -total * $0 / members.reduce(0, +) })
    }
    set(.deposits, each: 1_000_000, against: .banks, by: [1, 1, 1])
    set(.consumerCredit, each: -50_000, against: .banks, by: [1, 1, 1])
    set(.aiEquity, each: 4_000_000, against: .aiFirms, by: [1])
    opening.set(.dwellings, .households, Array(repeating: 3_000_000, count: households))
    opening.set(.restEquity, .mutualFunds, [900_000_000_000])
    opening.set(.restEquity, .firms, [-900_000_000_000, 0, 0, 0, 0, 0, 0])
    for sector: Sector in [.valueFunds, .mutualFunds, .restOfWorld] { opening.set(.deposits, sector, [9_000_000_000]) }
    opening.set(.deposits, .firms, Array(repeating: 9_000_000_000, count: 7))
    opening.set(.deposits, .banks, [-30_000_000_000, -30_000_000_000, -30_000_000_000])
    opening.set(.cashAccount, .treasury, [5_000_000_000])
    opening.set(.cashAccount, .centralBank, [-5_000_000_000])
    opening.price(.aiEquity, Price(microcents: 7_123_456_789))
    opening.price(.restEquity, Price(microcents: 31_415_926_535))
    opening.price(.dwellings, Price(microcents: 888_888_888_887))
    return try Ledger(chart, opening: opening)
  }

  static let legs: [Leg] = [
    .receives(from: .each(.firms), as: .wages),
    .receives(from: .one(treasury), as: .socialBenefits),
    .pays(.each(.firms), as: .consumption),
    .pays(.one(treasury), as: .incomeTax),
    .pays(.ownBank, as: .loanInterest),
    .receives(from: .ownBank, as: .depositInterest),
    .borrows(.mortgages, from: .ownBank),
    .borrows(.consumerCredit, from: .each(.banks)),
    .repays(.consumerCredit, to: .ownBank),
    .buys(.restEquity, from: Holder(.mutualFunds), as: .trading),
    .sells(.aiEquity, to: Holder(.valueFunds), as: .buybacks),
    .sells(.dwellings, to: Holder(.restOfWorld), as: .trading),
    .buys(.moneyFundShares, from: Holder(.moneyFunds), as: .moneyMarkets),
    .buys(.currency, from: centralBank, as: .moneyMarkets),
    Leg(.buys(.corporateLong), as: .issuance, with: .each(.firms)),
  ]

  /// What a row fills for a leg: zero for some, at most some thousand cents.
  static func amount(_ leg: Int, _ row: Int) -> (cents: Int64, payee: Int) {
    let mixed = UInt64(leg * 1_000_003 + row) &* 0x9E37_79B9_7F4A_7C15
    let size = Int64(mixed >> 40) % 20_000
    return (mixed & 7 == 0 ? 0 : size, Int(mixed >> 20) % (leg == 7 ? 3 : 7))
  }

  static func post(on ledger: Ledger, lanes: Int, backwards: Bool = false) throws {
    try ledger.post(
      legs,
      executor: { count, work in for lane in backwards ? Array((0..<count).reversed()) : Array(0..<count) { work(lane) }
      },
      lanes: lanes
    ) { buffers, rows in
      for leg in legs.indices {
        for (index, row) in rows.enumerated() {
          let (cents, payee) = amount(leg, row)
          buffers.cents(leg)[index] = cents
          if case .each = legs[leg].counterparty { buffers.payees(leg)[index] = UInt8(payee) }
        }
      }
    }
  }

  /// The same legs with a verb for each household and leg.
  static func payOneByOne(on ledger: Ledger) throws {
    for row in 0..<households {
      for (index, leg) in legs.enumerated() {
        let (cents, payee) = amount(index, row)
        guard cents > 0 else { continue }
        let other =
          switch leg.counterparty {
          case .one(let holder): holder
          case .each(let sector): Holder(sector, payee)
          case .ownBank: bank(Int(ledger.bank(of: household(row))))
          }
        try payOne(leg, cents, household(row), other, ledger)
      }
    }
  }

  private static func payOne(_ leg: Leg, _ cents: Int64, _ own: Holder, _ other: Holder, _ ledger: Ledger) throws {
    func units(_ row: Instrument) throws -> Int64 {
      row.kind == .nominal ? cents : try ledger.price(row).units(for: cents)
    }
    switch leg.way {
    case .pays: try ledger.pay(Money(cents), from: own, to: other, as: leg.flow, ifShort: .orDefault)
    case .receives: try ledger.pay(Money(cents), from: other, to: own, as: leg.flow, ifShort: .orDefault)
    case .borrows(let row): try ledger.lend(Money(cents), row, from: other, to: own, as: leg.flow)
    case .repays(let row):
      #expect(try ledger.repay(Money(cents), row, from: own, to: other, as: leg.flow) == Money(cents))
    case .buys(let row): try ledger.trade(units(row), row, from: other, to: own, as: leg.flow)
    case .sells(let row) where row.kind == .real: try ledger.sell(units(row), row, from: own, to: other)
    case .sells(let row): try ledger.trade(units(row), row, from: own, to: other, as: leg.flow)
    }
  }

  @Test("give the very books that the same payments made one by one give, in any order and number of lanes")
  func equalLedgers() throws {
    let one = try PopulationTests.ledger()
    try PopulationTests.payOneByOne(on: one)
    #expect(try one.isBalanced())
    for (lanes, backwards) in [(1, false), (2, true), (5, false), (64, true)] {
      let all = try PopulationTests.ledger()
      try PopulationTests.post(on: all, lanes: lanes, backwards: backwards)
      #expect(try all.isBalanced())
      #expect(all.books() == one.books(), "\(lanes) lanes")
    }
  }

  @Test("move reserves between the households' banks and the counterparties'")
  func reserves() throws {
    let ledger = try PopulationTests.ledger()
    try ledger.post([.pays(.one(firm(2)), as: .rent)]) { buffers, rows in
      for index in 0..<rows.count { buffers.cents(0)[index] = 100 }
    }
    #expect(ledger.balance(.reserves, of: bank(0)) == Money(-900_000))
    #expect(ledger.balance(.reserves, of: bank(2)) == Money(-1_200_000))
    #expect(ledger.balance(.reserves, of: bank(1)) == Money(2_100_000))
  }
}
