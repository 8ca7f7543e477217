import CKernels
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
  /// - Throws: ``LedgerError/overdrawn(_:_:)`` when the legs leave a household below zero, or
  ///   ``LedgerError/negative(_:)`` for an amount below zero. The run that posted it must end: blocks before it are booked.
  public func post(
    _ legs: [Leg], executor: Executor = { n, work in for i in 0..<n { work(i) } }, lanes: Int = 1,
    fill: @escaping @Sendable (_ legs: borrowing LegBuffers, _ rows: Range<Int>) -> Void
  ) throws(LedgerError) {
    let households = chart.members[.households]
    for row in legs.compactMap(\.row) + [.deposits] { _ = column(Ledger.cell(row, .households), .households) }
    let blocks = stretches(of: households)
    let tallies = (0..<lanes).map { _ in LegTally(legs, chart) }
    let fillings = Fillings(ledger: self, legs: legs, blocks: blocks, tallies: tallies, lanes: lanes)
    executor(lanes) { lane in fillings.run(lane, fill) }
    if let failure = tallies.compactMap(\.failure).first { throw failure }
    try settle(legs, tallies)
  }

  /// Blocks of at most ``blockRows`` rows, none of which straddles two banks.
  private func stretches(of households: Int) -> [(rows: Range<Int>, bank: Int)] {
    var blocks: [(Range<Int>, Int)] = []
    for (bank, first) in chart.householdSegments.enumerated() {
      let end = bank + 1 < chart.householdSegments.count ? chart.householdSegments[bank + 1] : households
      var start = first
      while start < end {
        blocks.append((start..<min(start + Ledger.blockRows, end), bank))
        start += Ledger.blockRows
      }
    }
    return blocks
  }

  /// The entries that match what was added to the columns.
  private func settle(_ legs: [Leg], _ tallies: [LegTally]) throws(LedgerError) {
    for (index, leg) in legs.enumerated() {
      for bank in chart.householdSegments.indices {
        for payee in 0..<LegTally.payees(of: leg, chart) {
          let slot = tallies[0].slot(leg: index, bank: bank, payee: payee)
          let cents = tallies.reduce(Int64(0)) { $0 &+ $1.cents[slot] }
          let units = tallies.reduce(Int64(0)) { $0 &+ $1.units[slot] }
          if cents != 0 || units != 0 { try enter(leg, cents: cents, units: units, bank: Holder(.banks, bank), payee: payee) }
        }
      }
    }
  }

  /// One entry of a leg: the households' cells (their columns are already moved) against the counterparty.
  private func enter(_ leg: Leg, cents: Int64, units: Int64, bank: Holder, payee: Int) throws(LedgerError) {
    let other =
      switch leg.counterparty {
      case .one(let holder): holder
      case .each(let sector): Holder(sector, payee)
      case .ownBank: bank
      }
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
    let sign: Int64 = inward ? 1 : -1
    let (ours, theirs) = (Ledger.cell(row, .households), Ledger.cell(row, other.sector))
    guard other.row < chart.members[other.sector] else { throw .noSuchHolder(other) }
    let after = self.quantity[ours].addingReportingOverflow(sign * quantity)
    guard !after.overflow else { throw .outOfRange("\(row) of households") }
    self.quantity[ours] = after.partialValue
    column(theirs, other.sector).base[other.row] &-= sign * quantity
    self.quantity[theirs] &-= sign * quantity
    book(row, .households, sign * cents, cause)
    book(row, other.sector, -sign * cents, cause)
    if row.kind == .nominal {
      value[ours] += sign * cents
      value[theirs] -= sign * cents
    } else {
      try revaluate(row, cause: cause)
    }
  }
}

/// What one lane has added to the columns so far: sums by leg, bank and payee.
private final class LegTally {
  var cents: [Int64]
  var units: [Int64]
  var failure: LedgerError?
  private let strides: [Int]
  private let widths: [Int]

  init(_ legs: [Leg], _ chart: Chart) {
    widths = legs.map { LegTally.payees(of: $0, chart) }
    let banks = chart.householdSegments.count
    var start = 0
    strides = widths.map { width in
      defer { start += width * banks }
      return start
    }
    cents = Array(repeating: 0, count: start)
    units = cents
  }

  static func payees(of leg: Leg, _ chart: Chart) -> Int {
    if case .each(let sector) = leg.counterparty { chart.members[sector] } else { 1 }
  }

  func slot(leg: Int, bank: Int, payee: Int) -> Int { strides[leg] + bank * widths[leg] + payee }
  func width(_ leg: Int) -> Int { widths[leg] }
}

/// One sweep over the blocks of a population, shared by its lanes; each lane takes a contiguous run of blocks.
private final class Fillings: @unchecked Sendable {
  let ledger: Ledger
  let legs: [Leg]
  let blocks: [(rows: Range<Int>, bank: Int)]
  let tallies: [LegTally]
  let lanes: Int

  init(ledger: Ledger, legs: [Leg], blocks: [(rows: Range<Int>, bank: Int)], tallies: [LegTally], lanes: Int) {
    (self.ledger, self.legs, self.blocks, self.tallies, self.lanes) = (ledger, legs, blocks, tallies, lanes)
  }

  func run(_ lane: Int, _ fill: (borrowing LegBuffers, Range<Int>) -> Void) {
    let buffers = LegBuffers(legs, capacity: Ledger.blockRows)
    let tally = tallies[lane]
    for block in blocks[(blocks.count * lane / lanes)..<(blocks.count * (lane + 1) / lanes)] {
      fill(buffers, block.rows)
      for index in legs.indices { post(index, buffers, block.rows, block.bank, tally) }
      check(block.rows, tally)
      if tally.failure != nil { return }
    }
  }

  private func post(_ index: Int, _ buffers: borrowing LegBuffers, _ rows: Range<Int>, _ bank: Int, _ tally: LegTally) {
    let leg = legs[index]
    let amounts = buffers.cents[index]
    guard penstock_least(amounts, Int64(rows.count)) >= 0 else {
      tally.failure = tally.failure ?? .negative(Money(cents: penstock_least(amounts, Int64(rows.count))))
      return
    }
    let deposits = ledger.columns[Ledger.cell(.deposits, .households)]!.base + rows.lowerBound
    let total = penstock_post(deposits, amounts, leg.isInward ? 1 : -1, Int64(rows.count))
    if let payees = buffers.payees[index] {
      spread(amounts, payees, rows.count, index, bank, tally)
    } else {
      tally.cents[tally.slot(leg: index, bank: bank, payee: 0)] &+= total
    }
    if let row = leg.row { move(row, leg, amounts, rows, tally, tally.slot(leg: index, bank: bank, payee: 0), total) }
  }

  private func spread(
    _ amounts: UnsafeMutablePointer<Int64>, _ payees: UnsafeMutablePointer<UInt8>, _ count: Int, _ index: Int, _ bank: Int,
    _ tally: LegTally
  ) {
    let first = tally.slot(leg: index, bank: bank, payee: 0)
    let width = tally.width(index)
    tally.cents.withUnsafeMutableBufferPointer { sums in
      for row in 0..<count where Int(payees[row]) < width { sums[first + Int(payees[row])] &+= amounts[row] }
      for row in 0..<count where Int(payees[row]) >= width && amounts[row] != 0 {
        tally.failure = .noSuchHolder(Holder(.households, Int(payees[row])))
      }
    }
  }

  /// Moves the row that is bought, sold, borrowed or repaid.
  private func move(
    _ row: Instrument, _ leg: Leg, _ amounts: UnsafeMutablePointer<Int64>, _ rows: Range<Int>, _ tally: LegTally, _ slot: Int,
    _ total: Int64
  ) {
    let column = ledger.columns[Ledger.cell(row, .households)]!.base + rows.lowerBound
    let sign: Int64 = leg.isInward ? -1 : 1
    if row.kind == .nominal {
      tally.units[slot] &+= penstock_post(column, amounts, sign, Int64(rows.count))
      return
    }
    let price = ledger.price(row)
    for index in 0..<rows.count where amounts[index] != 0 {
      do throws(LedgerError) {
        let units = try price.units(for: amounts[index])
        column[index] &+= sign * units
        tally.units[slot] &+= units
      } catch { tally.failure = error }
    }
  }

  /// A household below zero ends the run.
  private func check(_ rows: Range<Int>, _ tally: LegTally) {
    let deposits = ledger.columns[Ledger.cell(.deposits, .households)]!.base
    guard tally.failure == nil, penstock_least(deposits + rows.lowerBound, Int64(rows.count)) < 0 else { return }
    if let row = rows.first(where: { deposits[$0] < 0 }) {
      tally.failure = .overdrawn(Holder(.households, row), Money(cents: deposits[row]))
    }
  }
}
