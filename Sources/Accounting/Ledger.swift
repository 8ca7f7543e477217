import Quantities

/// Who owes what to whom: every balance, every flow and every price gain of an economy, exact to the cent.
///
/// The balance-sheet matrix has a row for each ``Instrument`` and a column for each ``Sector``. A cell is the exact
/// sum of its members' balances. Everything that changes hands goes through one primitive that takes from one holder
/// what it gives to another, and a verb that fails takes back what it had exchanged, so half an entry cannot be written.
///
///     Σ_sector balance = 0                                     every financial row
///     Δbalance = transactions + revaluation + volume           every cell
///     Σ_flow flow = Σ_instrument transactions                  every column
///
/// The verbs are in the extensions: pay, lend, repay, trade, issue, redeem, transfer, reclassify, consume, produce,
/// revalue, writeOff, and `post` for the legs of a population.
public final class Ledger {
  public let chart: Chart
  /// Balances of members, by instrument and sector; nil while every member has zero.
  let columns: UnsafeMutablePointer<BalanceColumn?>
  /// The rows that a sector ever had any of, one bit each.
  private let usedRows: UnsafeMutablePointer<UInt64>
  /// Sums of columns: cents for nominal rows, micro-units for unit and real rows.
  let quantity = Cells(count: Ledger.cells)
  /// Cents; equal to `quantity` for nominal rows. Read ``value(_:_:)``, which brings it up to date.
  let value = Cells(count: Ledger.cells)
  /// Millionths of a cent, by instrument.
  let prices = Cells(count: Instrument.count)
  /// Cumulated since the opening, by instrument and sector.
  let transactions = Cells(count: Ledger.cells)
  let revaluations = Cells(count: Ledger.cells)
  let volumes = Cells(count: Ledger.cells)
  /// Cumulated since the opening, by flow and sector.
  let flows = Cells(count: Flow.count * Sector.count)
  /// What each sector paid for each flow, members to members of the same sector included, cumulated since the opening.
  let outlays = Cells(count: Flow.count * Sector.count)
  /// Value changes by instrument, sector and cause, cumulated since the opening.
  let causes = Cells(count: Ledger.cells * Flow.count)
  /// The value of every cell at the opening.
  let openingValue = Cells(count: Ledger.cells)
  /// The unit and real rows whose values have not followed units and price yet, one bit each.
  @exclusivity(unchecked) var stale: UInt64 = 0
  /// What the verb that is being written has exchanged so far.
  @exclusivity(unchecked) var entries = Journal()
  /// How many verbs are being written, one within another.
  @exclusivity(unchecked) var depth = 0

  static let cells = Instrument.count * Sector.count

  /// Books an opening.
  ///
  /// - Throws: ``LedgerError/openingRowNotZero(_:residual:)`` when a financial row does not sum to zero, or
  ///   ``LedgerError/brokenChart(_:)``, ``LedgerError/noSuchHolder(_:)``, ``LedgerError/outOfRange(_:)``.
  public init(_ chart: Chart, opening entries: Opening) throws(LedgerError) {
    try chart.check()
    self.chart = chart
    columns = .allocate(capacity: Ledger.cells)
    columns.initialize(repeating: nil, count: Ledger.cells)
    usedRows = .allocate(capacity: Sector.count)
    usedRows.initialize(repeating: 0, count: Sector.count)
    prices.fill(entries.prices.map(\.microcents))
    for (instrument, sector, balances) in entries.columns { try book(instrument, sector, balances) }
    for instrument in Instrument.allCases {
      guard price(instrument).microcents >= 0 else { throw .outOfRange("the price of \(instrument)") }
      let residual = Sector.allCases.reduce(Int64(0)) { $0 &+ quantity[Ledger.cell(instrument, $1)] }
      guard !instrument.isFinancial || residual == 0 else { throw .openingRowNotZero(instrument, residual: residual) }
      for (sector, cents) in zip(Sector.allCases, try appraise(instrument)) {
        value[Ledger.cell(instrument, sector)] = cents
      }
    }
    openingValue.fill(value.numbers)
  }

  deinit {
    for table in tables { table.deallocate() }
    for cell in 0..<Ledger.cells { columns[cell]?.deallocate() }
    columns.deallocate()
    entries.deallocate()
    usedRows.deallocate()
  }

  private func book(_ instrument: Instrument, _ sector: Sector, _ balances: [Int64]) throws(LedgerError) {
    guard balances.count == chart.members[sector] else { throw .noSuchHolder(Holder(sector, balances.count)) }
    let cell = Ledger.cell(instrument, sector)
    let column = column(cell, sector)
    for (row, balance) in balances.enumerated() {
      guard Ledger.hasRoom(column.base[row], balance, instrument), Ledger.hasRoom(quantity[cell], balance, instrument)
      else { throw .outOfRange("the opening of \(instrument) in \(sector)") }
      column.base[row] += balance
      quantity[cell] += balance
    }
  }

  /// Every table of the books, in the order of a checkpoint.
  var tables: [Cells] {
    [quantity, value, prices, transactions, revaluations, volumes, flows, outlays, causes, openingValue]
  }

  @inline(__always) static func cell(_ instrument: Instrument, _ sector: Sector) -> Int {
    instrument.index * Sector.count + sector.index
  }

  func column(_ cell: Int, _ sector: Sector) -> BalanceColumn {
    if let column = columns[cell] { return column }
    let column = BalanceColumn(count: chart.members[sector])
    columns[cell] = column
    usedRows[sector.index] |= 1 << UInt64(cell / Sector.count)
    return column
  }
}

/// The balances an economy starts with.
public struct Opening: Sendable {
  var columns: [(Instrument, Sector, [Int64])] = []
  var prices = Array(repeating: Price(microcents: 10_000_000_000), count: Instrument.count)

  public init() {}

  /// Sets balances of all members of a sector: cents for nominal rows, micro-units for the others.
  public mutating func set(_ instrument: Instrument, _ sector: Sector, _ balances: [Int64]) {
    columns.append((instrument, sector, balances))
  }

  public mutating func price(_ instrument: Instrument, _ price: Price) { prices[instrument.index] = price }
  public func price(of instrument: Instrument) -> Price { prices[instrument.index] }
}

// MARK: - Reading

extension Ledger {
  /// A member's balance of a nominal row; zero for a holder that does not exist.
  public func balance(_ instrument: Instrument, of holder: Holder) -> Money {
    Money(cents: units(instrument, of: holder))
  }

  /// A member's micro-units of a unit or real row; zero for a holder that does not exist.
  public func units(_ instrument: Instrument, of holder: Holder) -> Int64 {
    guard let column = columns[Ledger.cell(instrument, holder.sector)], column.rows.indices.contains(holder.row) else {
      return 0
    }
    return column.base[holder.row]
  }

  /// Whether this economy has such a holder.
  public func exists(_ holder: Holder) -> Bool { holder.row >= 0 && holder.row < chart.members[holder.sector] }

  /// The value of a member's position at the row's price.
  public func worth(_ instrument: Instrument, of holder: Holder) throws(LedgerError) -> Money {
    let units = units(instrument, of: holder)
    return Money(cents: instrument.kind == .nominal || units == 0 ? units : try price(instrument).value(of: units))
  }

  /// A cell of the balance-sheet matrix, in dollars and cents.
  public func value(_ instrument: Instrument, _ sector: Sector) -> Money {
    if stale != 0 { appraiseStale() }
    return Money(cents: value[Ledger.cell(instrument, sector)])
  }

  /// The sum of a sector's members: cents for nominal rows, micro-units for the others.
  public func quantity(_ instrument: Instrument, _ sector: Sector) -> Int64 {
    quantity[Ledger.cell(instrument, sector)]
  }

  public func price(_ instrument: Instrument) -> Price { Price(microcents: prices[instrument.index]) }

  /// The members' balances of one row, read-only; nil while all are zero.
  public func column(_ instrument: Instrument, _ sector: Sector) -> UnsafeBufferPointer<Int64>? {
    columns[Ledger.cell(instrument, sector)]?.rows
  }

  /// What the sectors that owe a row owe of it, together.
  public func owed(_ row: Instrument) -> Money {
    if stale != 0 { appraiseStale() }
    var cents: Int64 = 0
    for cell in row.index * Sector.count..<(row.index + 1) * Sector.count { cents &-= min(value[cell], 0) }
    return Money(cents: cents)
  }

  /// What a member owns less what it owes at the rows' prices, one row left out.
  public func netAssets(of holder: Holder, besides left: Instrument) throws(LedgerError) -> Money {
    var (sum, rows) = (Money.zero, usedRows[holder.sector.index] & ~(1 << UInt64(left.index)))
    while rows != 0 {
      if let row = Instrument(rawValue: UInt8(rows.trailingZeroBitCount)) { sum += try worth(row, of: holder) }
      rows &= rows - 1
    }
    return sum
  }

  /// Assets less liabilities of a sector.
  public func netWorth(_ sector: Sector) -> Money {
    if stale != 0 { appraiseStale() }
    var (sum, rows) = (Int128(0), usedRows[sector.index])
    while rows != 0 {
      sum += Int128(value[rows.trailingZeroBitCount * Sector.count + sector.index])
      rows &= rows - 1
    }
    return Money(cents: Int64(clamping: sum))
  }

  /// What a sector paid for a flow since the opening, gross: what its members paid each other counts.
  public func outlay(_ flow: Flow, _ sector: Sector) -> Money {
    Money(cents: outlays[flow.index * Sector.count + sector.index])
  }

  /// What a sector added to a row by transactions since the opening: neither prices nor volumes.
  public func transaction(_ row: Instrument, _ sector: Sector) -> Money {
    Money(cents: transactions[Ledger.cell(row, sector)])
  }

  /// What was produced less what was used up of a real row since the opening, at the prices of the day.
  public func volume(_ row: Instrument, _ sector: Sector) -> Money { Money(cents: volumes[Ledger.cell(row, sector)]) }

  /// A flow row's cell, cumulated since the opening: received less paid.
  public func flow(_ flow: Flow, _ sector: Sector) -> Money {
    Money(cents: flows[flow.index * Sector.count + sector.index])
  }
}
