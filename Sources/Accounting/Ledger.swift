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
  var columns: [BalanceColumn?]
  /// Sums of columns: cents for nominal rows, micro-units for unit and real rows.
  var quantity: [Int64]
  /// Cents; equal to `quantity` for nominal rows.
  var value: [Int64]
  var prices: [Price]
  /// Cumulated since the opening, by instrument and sector.
  var transactions: [Int64]
  var revaluations: [Int64]
  var volumes: [Int64]
  /// Cumulated since the opening, by flow and sector.
  var flows: [Int64]
  /// What each sector paid for each flow, members to members of the same sector included, cumulated since the opening.
  var outlays: [Int64]
  /// Value changes by instrument, sector and cause, cumulated since the opening.
  var causes: [Int64]
  /// The value of every cell at the opening.
  var openingValue: [Int64]
  /// What the verb that is being written has exchanged so far.
  var entries: [Entry] = []
  /// How many verbs are being written, one within another.
  var depth = 0

  /// Books an opening.
  ///
  /// - Throws: ``LedgerError/openingRowNotZero(_:residual:)`` when a financial row does not sum to zero, or
  ///   ``LedgerError/brokenChart(_:)``, ``LedgerError/noSuchHolder(_:)``, ``LedgerError/outOfRange(_:)``.
  public init(_ chart: Chart, opening entries: Opening) throws(LedgerError) {
    try chart.check()
    self.chart = chart
    let cells = Instrument.count * Sector.count
    columns = Array(repeating: nil, count: cells)
    quantity = Array(repeating: 0, count: cells)
    value = quantity
    transactions = quantity
    revaluations = quantity
    volumes = quantity
    openingValue = quantity
    flows = Array(repeating: 0, count: Flow.count * Sector.count)
    outlays = flows
    causes = Array(repeating: 0, count: cells * Flow.count)
    prices = entries.prices
    for (instrument, sector, balances) in entries.columns { try book(instrument, sector, balances) }
    for instrument in Instrument.allCases {
      guard prices[instrument.index].microcents >= 0 else { throw .outOfRange("the price of \(instrument)") }
      let residual = Sector.allCases.reduce(Int64(0)) { $0 &+ quantity[Ledger.cell(instrument, $1)] }
      guard !instrument.isFinancial || residual == 0 else { throw .openingRowNotZero(instrument, residual: residual) }
      for (sector, cents) in zip(Sector.allCases, try appraise(instrument)) {
        value[Ledger.cell(instrument, sector)] = cents
      }
    }
    openingValue = value
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

  @inline(__always) static func cell(_ instrument: Instrument, _ sector: Sector) -> Int {
    instrument.index * Sector.count + sector.index
  }

  func column(_ cell: Int, _ sector: Sector) -> BalanceColumn {
    if let column = columns[cell] { return column }
    let column = BalanceColumn(count: chart.members[sector])
    columns[cell] = column
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
    guard let column = columns[Ledger.cell(instrument, holder.sector)], exists(holder) else { return 0 }
    return column.base[holder.row]
  }

  /// Whether this economy has such a holder.
  public func exists(_ holder: Holder) -> Bool { holder.row >= 0 && holder.row < chart.members[holder.sector] }

  /// The value of a member's position at the row's price.
  public func worth(_ instrument: Instrument, of holder: Holder) throws(LedgerError) -> Money {
    instrument.kind == .nominal
      ? balance(instrument, of: holder) : Money(cents: try price(instrument).value(of: units(instrument, of: holder)))
  }

  /// A cell of the balance-sheet matrix, in dollars and cents.
  public func value(_ instrument: Instrument, _ sector: Sector) -> Money {
    Money(cents: value[Ledger.cell(instrument, sector)])
  }

  /// The sum of a sector's members: cents for nominal rows, micro-units for the others.
  public func quantity(_ instrument: Instrument, _ sector: Sector) -> Int64 {
    quantity[Ledger.cell(instrument, sector)]
  }

  public func price(_ instrument: Instrument) -> Price { prices[instrument.index] }

  /// The members' balances of one row, read-only; nil while all are zero.
  public func column(_ instrument: Instrument, _ sector: Sector) -> UnsafeBufferPointer<Int64>? {
    columns[Ledger.cell(instrument, sector)]?.rows
  }

  /// Assets less liabilities of a sector.
  public func netWorth(_ sector: Sector) -> Money {
    Money(cents: Int64(clamping: Instrument.allCases.reduce(Int128(0)) { $0 + Int128(value($1, sector).cents) }))
  }

  /// What a sector paid for a flow since the opening, gross: what its members paid each other counts.
  public func outlay(_ flow: Flow, _ sector: Sector) -> Money {
    Money(cents: outlays[flow.index * Sector.count + sector.index])
  }

  /// A flow row's cell, cumulated since the opening: received less paid.
  public func flow(_ flow: Flow, _ sector: Sector) -> Money {
    Money(cents: flows[flow.index * Sector.count + sector.index])
  }
}
