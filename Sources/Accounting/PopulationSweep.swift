import CKernels
import Quantities

/// One sweep over the blocks of a population, shared by its lanes; each lane takes a contiguous run of blocks.
///
/// A block is posted whole or not at all: amounts are checked before they move, and what leaves a household below zero
/// is taken back.
final class PopulationSweep: @unchecked Sendable {
  private typealias Column = UnsafeMutablePointer<Int64>
  private typealias Block = (rows: Range<Int>, bank: Int)

  private let legs: [Leg]
  private let prices: [Price?]
  private let deposits: Column
  private let columns: [Column?]
  private let blocks: [Block]
  private let tallies: [LegTally]

  init(_ ledger: Ledger, _ legs: [Leg], _ tallies: [LegTally]) {
    func base(_ row: Instrument) -> Column { ledger.column(Ledger.cell(row, .households), .households).base }
    (self.legs, self.tallies) = (legs, tallies)
    prices = legs.map { $0.movesUnits ? $0.row.map(ledger.price) : nil }
    deposits = base(.deposits)
    columns = legs.map { $0.row.map(base) }
    blocks = PopulationSweep.blocks(of: ledger.chart)
  }

  /// Blocks of at most ``Ledger/blockRows`` rows, none of which straddles two banks.
  private static func blocks(of chart: Chart) -> [Block] {
    let households = chart.members[.households]
    var blocks: [Block] = []
    for (bank, first) in chart.householdSegments.enumerated() {
      let end = min(
        bank + 1 < chart.householdSegments.count ? chart.householdSegments[bank + 1] : households, households)
      for start in stride(from: first, to: end, by: Ledger.blockRows) {
        blocks.append((start..<min(start + Ledger.blockRows, end), bank))
      }
    }
    return blocks
  }

  /// Fills and posts the blocks of one lane, until one fails.
  func run(_ lane: Int, _ fill: (borrowing LegBuffers, Range<Int>) -> Void) {
    let buffers = LegBuffers(legs, capacity: Ledger.blockRows)
    let tally = tallies[lane]
    for block in blocks[(blocks.count * lane / tallies.count)..<(blocks.count * (lane + 1) / tallies.count)] {
      fill(buffers, block.rows)
      do throws(LedgerError) { try post(buffers, block, tally) } catch {
        tally.failure = error
        return
      }
    }
  }

  private func post(_ buffers: borrowing LegBuffers, _ block: Block, _ tally: LegTally) throws(LedgerError) {
    for leg in legs.indices {
      try check(buffers, leg, block, tally)
      if let price = prices[leg] { try appraise(buffers, leg, at: price, block.rows.count) }
    }
    for leg in legs.indices { move(buffers, leg, block.rows, tally) }
    do throws(LedgerError) { try checkMoved(block.rows, tally) } catch {
      for leg in legs.indices { move(buffers, leg, block.rows, tally, back: true) }
      throw error
    }
    for leg in legs.indices { add(buffers, leg, block, to: tally) }
  }

  /// Refuses amounts and payees that cannot be, before anything moves.
  private func check(_ buffers: borrowing LegBuffers, _ leg: Int, _ block: Block, _ tally: LegTally) throws(LedgerError)
  {
    let (amounts, count) = (buffers.cents[leg], block.rows.count)
    // The sign bit is one of those at or above the ceiling.
    if penstock_bits(amounts, Int64(count)) & ~(Leg.ceiling - 1) != 0 {
      for row in 0..<count where amounts[row] < 0 { throw .negative(Money(cents: amounts[row])) }
      throw .outOfRange("a leg of \(legs[leg].flow)")
    }
    guard case .each(let sector) = legs[leg].counterparty, let payees = buffers.payees[leg] else { return }
    for row in 0..<count where Int(payees[row]) >= tally.width(leg) && amounts[row] != 0 {
      throw .noSuchHolder(Holder(sector, Int(payees[row])))
    }
  }

  /// Turns the cents of a leg into units at the row's price.
  private func appraise(
    _ buffers: borrowing LegBuffers, _ leg: Int, at price: Price, _ count: Int
  ) throws(LedgerError) {
    guard let units = buffers.units[leg] else { return }
    var total: Int128 = 0
    for row in 0..<count {
      units[row] = try price.units(for: buffers.cents[leg][row])
      total += Int128(units[row])
    }
    guard total <= Int64.max / 4 else { throw .outOfRange("units of \(legs[leg].flow)") }
  }

  /// Moves the deposits and the row of a leg, or moves them back.
  private func move(
    _ buffers: borrowing LegBuffers, _ leg: Int, _ rows: Range<Int>, _ tally: LegTally, back: Bool = false
  ) {
    let (cents, count) = (buffers.cents[leg], Int64(rows.count))
    let sign: Int64 = legs[leg].isInward != back ? 1 : -1
    tally.block[leg].cents = penstock_post(deposits + rows.lowerBound, cents, sign, count)
    guard let column = columns[leg] else { return }
    let moved = penstock_post(column + rows.lowerBound, buffers.units[leg] ?? cents, -sign, count)
    tally.block[leg].units = moved
  }

  /// Refuses a block that leaves a household short of money, or of what a leg took.
  private func checkMoved(_ rows: Range<Int>, _ tally: LegTally) throws(LedgerError) {
    let count = Int64(rows.count)
    if penstock_least(deposits + rows.lowerBound, count) < 0, let row = rows.first(where: { deposits[$0] < 0 }) {
      throw .overdrawn(Holder(.households, row), Money(cents: deposits[row]))
    }
    for (leg, column) in zip(legs, columns) {
      guard let row = leg.row, let column else { continue }
      switch leg.way {
      case .sells where penstock_least(column + rows.lowerBound, count) < 0:
        if let short = rows.first(where: { column[$0] < 0 }) {
          throw .notOwned(Holder(.households, short), row, has: 0, needs: -column[short])
        }
      case .repays where penstock_greatest(column + rows.lowerBound, count) > 0:
        if let over = rows.first(where: { column[$0] > 0 }) {
          throw .notOwned(Holder(.households, over), row, has: 0, needs: column[over])
        }
      default: break
      }
    }
    guard tally.hasRoom else { throw .outOfRange("the legs of a population rule") }
  }

  private func add(_ buffers: borrowing LegBuffers, _ leg: Int, _ block: Block, to tally: LegTally) {
    guard let payees = buffers.payees[leg] else { return tally.add(leg, bank: block.bank) }
    let units = columns[leg] == nil ? nil : buffers.units[leg] ?? buffers.cents[leg]
    tally.spread(
      leg, bank: block.bank, cents: buffers.cents[leg], units: units, payees: payees, count: block.rows.count)
  }
}
