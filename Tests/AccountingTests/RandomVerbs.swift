import Accounting
import Quantities

/// Draws verbs with any holders, rows and amounts: most can be done, some are nonsense, none may trap.
struct RandomVerbs {
  var chance: Chance
  static let kinds = 14
  private static let extremes: [Int64] = [
    0, 1, -1, .max, .min, .max / 4, Money.limit.cents, Money.limit.cents + 1, -Money.limit.cents,
  ]
  private static let sectors: [Sector] = [
    .households, .firms, .aiFirms, .banks, .treasury, .centralBank, .mutualFunds, .restOfWorld, .moneyFunds,
  ]

  init(seed: UInt64) { chance = Chance(seed) }

  mutating func amount() -> Int64 {
    if chance.oneIn(25) { return chance.pick(RandomVerbs.extremes) }
    let size = Int64(chance.word() >> UInt64(chance.oneIn(8) ? chance.below(60) + 3 : chance.below(16) + 44))
    return chance.oneIn(30) ? -size : size
  }

  mutating func holder(_ ledger: Ledger) -> Holder {
    let sector = chance.oneIn(10) ? chance.pick(Sector.allCases) : chance.pick(RandomVerbs.sectors)
    let members = ledger.chart.members[sector]
    return Holder(sector, chance.oneIn(60) ? chance.below(9) - 4 : chance.below(max(members, 1)))
  }

  mutating func row(_ kind: Instrument.Kind) -> Instrument {
    if chance.oneIn(20) { return chance.pick(Instrument.allCases) }
    return switch kind {
    case .nominal:
      chance.pick([.corporateLoans, .mortgages, .bills, .consumerCredit, .repo, .currency, .moneyFundShares])
    case .unit: chance.pick([.bonds10, .restEquity, .aiEquity, .fundShares])
    case .real: chance.pick([.dwellings, .compute, .plant])
    }
  }

  mutating func shortfall(_ ledger: Ledger) -> Shortfall {
    switch chance.below(3) {
    case 0: .orPart
    case 1: .orDefault
    default: .orBorrow(row(.nominal), from: chance.oneIn(4) ? holder(ledger) : bank(chance.below(2)))
    }
  }

  mutating func flow() -> Flow {
    chance.oneIn(15) ? chance.pick(Flow.allCases) : chance.pick([.wages, .rent, .gifts, .dividends])
  }

  /// Does one verb; returns its kind.
  mutating func act(on ledger: Ledger) throws -> Int {
    let kind = chance.below(RandomVerbs.kinds)
    let (a, b, amount) = (holder(ledger), holder(ledger), amount())
    switch kind {
    case 0, 1: try ledger.pay(Money(amount), from: a, to: b, as: flow(), ifShort: shortfall(ledger))
    case 2: try ledger.lend(Money(amount), row(.nominal), from: chance.oneIn(2) ? bank(0) : a, to: b)
    case 3: try ledger.repay(Money(amount), row(.nominal), from: a, to: b)
    case 4: try ledger.trade(amount, row(.unit), from: a, to: b, ifShort: shortfall(ledger))
    case 5: try ledger.trade(amount, row(.nominal), from: a, to: b, ifShort: shortfall(ledger))
    case 6: try ledger.issue(amount, row(.unit), by: a, to: b)
    case 7: try ledger.redeem(amount, row(.unit), of: a, by: b, ifShort: shortfall(ledger))
    case 8: try ledger.transfer(amount, row(chance.pick([.nominal, .unit, .real])), from: a, to: b, as: flow())
    case 9:
      let sibling = Holder(a.sector, chance.below(max(1, ledger.chart.members[a.sector])))
      try ledger.reclassify(
        amount, row(chance.pick([.nominal, .unit, .real])), from: a, to: chance.oneIn(20) ? b : sibling)
    case 10: try ledger.produce(amount, row(.real), by: a)
    case 11: try ledger.consume(amount, row(.real), by: a)
    case 12: try ledger.sell(amount, row(.real), from: a, to: b, ifShort: shortfall(ledger))
    default:
      if chance.oneIn(2) {
        try ledger.writeOff(Money(amount), row(.nominal), owedBy: a, to: b)
      } else {
        try ledger.revalue(
          row(.unit),
          to: Price(microcents: chance.oneIn(10) ? amount : Int64(chance.word() >> UInt64(24 + chance.below(20)))))
      }
    }
    return kind
  }
}
