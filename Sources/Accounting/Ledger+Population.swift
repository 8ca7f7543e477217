import Quantities

/// Runs work for 0, 1, ... n−1, in any order or at once.
public typealias Executor = (_ count: Int, _ work: @Sendable (Int) -> Void) -> Void

extension Ledger {
  /// The rows a population is posted in.
  public static let blockRows = 8192

  /// Posts the legs of a population rule: fills them block by block, adds them to the columns of the households, and
  /// makes one entry for each leg, bank and payee.
  ///
  /// The columns and the cells move by the same integers, so a cell stays the exact sum of its column, and the sums do
  /// not depend on the order of blocks or the number of threads. Work of O(rows · legs).
  ///
  /// - Throws: ``LedgerError/overdrawn(_:_:)`` when the legs leave a household or a counterparty below zero,
  ///   ``LedgerError/notOwned(_:_:has:needs:)`` when one of them sells more than it has or repays more than is owed,
  ///   ``LedgerError/negative(_:)``, ``LedgerError/outOfRange(_:)`` and ``LedgerError/noSuchHolder(_:)`` for what was
  ///   filled. The run that posted it must end: the failing block is not booked, but others are, and balance.
  public func post(
    _ legs: [Leg], executor: Executor = { n, work in for i in 0..<n { work(i) } }, lanes: Int = 1,
    fill: @escaping @Sendable (_ legs: borrowing LegBuffers, _ rows: Range<Int>) -> Void
  ) throws(LedgerError) {
    for leg in legs { try check(leg) }
    appraiseStale()
    let lanes = max(1, lanes)
    let tallies = (0..<lanes).map { _ in LegTally(legs, chart, lanes: lanes) }
    let sweep = PopulationSweep(self, legs, tallies)
    executor(lanes) { lane in sweep.run(lane, fill) }
    var givers: [Giver] = []
    try settle(legs, tallies, &givers)
    if let failure = tallies.compactMap(\.failure).first { throw failure }
    for giver in givers { try cover(giver) }
  }

  /// Refuses a leg that the verbs would refuse.
  private func check(_ leg: Leg) throws(LedgerError) {
    switch leg.way {
    case .pays, .receives: if leg.flow.isFinancial { throw .financialCause(leg.flow) }
    case .borrows(let row), .repays(let row):
      if row.kind != .nominal || row.isMoney { throw .wrongKind(row, verb: "lend") }
    case .buys(let row), .sells(let row):
      if row.isMoney && row != .currency { throw .wrongKind(row, verb: "trade") }
      if row.kind != .nominal && price(row).microcents == 0 { throw .outOfRange("the price of \(row)") }
    }
    if let credit = leg.credit, credit.kind != .nominal || credit.isMoney { throw .wrongKind(credit, verb: "lend") }
    guard chart.settlement[.households] == .deposit else {
      throw .cannotSettle(from: Holder(.households), to: Holder(.banks))
    }
    switch leg.counterparty {
    case .one(let holder):
      guard holder.sector != .households else { throw .withItself(holder) }
      guard exists(holder) else { throw .noSuchHolder(holder) }
    case .each(let sector): guard sector != .households else { throw .withItself(Holder(.households)) }
    case .ownBank: break
    }
  }

  /// The entries that match what was added to the columns.
  private func settle(_ legs: [Leg], _ tallies: [LegTally], _ givers: inout [Giver]) throws(LedgerError) {
    defer { entries.clear() }
    for (index, leg) in legs.enumerated() {
      for bank in chart.householdSegments.indices {
        for payee in 0..<LegTally.payees(of: leg, chart) {
          let slot = tallies[0].slot(leg: index, bank: bank, payee: payee)
          let cents = tallies.reduce(Int64(0)) { $0 &+ $1.cents[slot] }
          let units = tallies.reduce(Int64(0)) { $0 &+ $1.units[slot] }
          guard cents != 0 || units != 0 else { continue }
          let other = counterparty(of: leg, bank, payee)
          givers += gives(other, in: leg)
          try enter(leg, cents: cents, units: units, bank: Holder(.banks, bank), other)
        }
      }
    }
  }

  private func counterparty(of leg: Leg, _ bank: Int, _ payee: Int) -> Holder {
    switch leg.counterparty {
    case .one(let holder): holder
    case .each(let sector): Holder(sector, payee)
    case .ownBank: Holder(.banks, bank)
    }
  }

  /// One entry of a leg: the households' cells (their columns are already moved) against the counterparty.
  private func enter(_ leg: Leg, cents: Int64, units: Int64, bank: Holder, _ other: Holder) throws(LedgerError) {
    let inward = leg.isInward
    if leg.row == nil {
      record(leg.flow, cents, from: inward ? other.sector : .households, to: inward ? .households : other.sector)
    }
    if inward { try settle(Money(cents: cents), from: other, to: bank, as: leg.flow) }
    try exchangeWithHouseholds(.deposits, cents, worth: cents, with: bank, in: inward, as: leg.flow)
    if !inward { try settle(Money(cents: cents), from: bank, to: other, as: leg.flow) }
    if let row = leg.row {
      try exchangeWithHouseholds(row, units, worth: cents, with: other, in: !inward, as: leg.flow)
    }
  }

  /// The population's twin of ``exchange(_:_:worth:from:to:as:)``: the households' column has moved, the cell follows.
  private func exchangeWithHouseholds(
    _ row: Instrument, _ quantity: Int64, worth cents: Int64, with other: Holder, in inward: Bool, as cause: Flow
  ) throws(LedgerError) {
    let (change, worth) = inward ? (quantity, cents) : (-quantity, -cents)
    let (ours, theirs) = (Ledger.cell(row, .households), Ledger.cell(row, other.sector))
    guard Ledger.hasRoom(self.quantity[ours], change, row) else { throw .outOfRange("\(row) of households") }
    try requireRoom(row, other, -change)
    self.quantity[ours] += change
    self.quantity[theirs] -= change
    column(theirs, other.sector).base[other.row] -= change
    book(row, .households, worth, cause)
    book(row, other.sector, -worth, cause)
    if row.kind == .nominal {
      value[ours] += change
      value[theirs] -= change
    } else {
      stale |= 1 << UInt64(row.index)
      try requireValue(row, of: .households, and: other.sector)
    }
  }
}

// MARK: - Counterparties

extension Ledger {
  /// A counterparty that gave up some of a row, and how it may borrow if it had too little money.
  private typealias Giver = (holder: Holder, row: Instrument, credit: Instrument?)

  /// What a leg takes from its counterparty: money it pays out of, and what it sells.
  private func gives(_ other: Holder, in leg: Leg) -> [Giver] {
    let money = leg.isInward ? money(of: other) : nil
    // One that has none of a row issues it; real things and currency are never owed.
    let sold = leg.row.flatMap { row in
      if case .buys = leg.way, units(row, of: other) > 0 || row.kind == .real || row == .currency { row } else { nil }
    }
    return [money, sold].compactMap { row in row.map { (other, $0, leg.credit) } }
  }

  /// Lends a counterparty what it paid beyond its means, if the leg agreed to that, and refuses it otherwise.
  private func cover(_ giver: Giver) throws(LedgerError) {
    let left = units(giver.row, of: giver.holder)
    if left >= 0 { return }
    guard giver.row == money(of: giver.holder) else {
      if giver.row == .currency, money(of: giver.holder) == nil, giver.holder.sector == .centralBank { return }
      throw .notOwned(giver.holder, giver.row, has: 0, needs: -left)
    }
    guard let credit = giver.credit else { throw .overdrawn(giver.holder, Money(cents: left)) }
    let bank = giver.row == .deposits ? Int(bank(of: giver.holder)) : 0
    try lend(Money(cents: -left), credit, from: Holder(.banks, bank), to: giver.holder)
  }
}
