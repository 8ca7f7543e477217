import Quantities

extension Ledger {
  /// Writes everything in the body or nothing: what was exchanged before it threw is taken back. A verb that calls
  /// another takes back the other's entries too.
  func whole<Result>(_ body: () throws(LedgerError) -> Result) throws(LedgerError) -> Result {
    let mark = entries.count
    depth += 1
    defer {
      depth -= 1
      if depth == 0 { entries.clear() }
    }
    do { return try body() } catch {
      while entries.count > mark { takeBack(entries.removeLast()) }
      throw error
    }
  }

  private func takeBack(_ entry: Entry) {
    // Both holders exist: they exchanged it.
    guard let from = try? side(entry.instrument, entry.taker), let to = try? side(entry.instrument, entry.giver) else {
      return
    }
    write(from, -entry.quantity, worth: -entry.cents, entry.instrument, entry.cause)
    write(to, entry.quantity, worth: entry.cents, entry.instrument, entry.cause)
  }

  /// Takes a quantity of a row from one holder and gives it to another; the only way anything changes hands. Callers
  /// are in ``whole(_:)``.
  ///
  /// A claim comes into being when the giver is its issuer (whose balance turns more negative), and ends when the
  /// taker is. `cents` is the amount at which both sides book the transaction.
  func exchange(
    _ instrument: Instrument, _ quantity: Int64, worth cents: Int64, from giver: Holder, to taker: Holder,
    as cause: Flow
  ) throws(LedgerError) {
    guard quantity >= 0 else { throw .negative(Money(cents: quantity)) }
    let giving = try side(instrument, giver)
    let taking = try side(instrument, taker)
    guard hasRoom(giving, -quantity, instrument) else { throw .outOfRange("\(instrument) of \(giver.sector)") }
    guard hasRoom(taking, quantity, instrument) else { throw .outOfRange("\(instrument) of \(taker.sector)") }
    write(giving, -quantity, worth: -cents, instrument, cause)
    write(taking, quantity, worth: cents, instrument, cause)
    entries.append(
      Entry(instrument: instrument, quantity: quantity, cents: cents, giver: giver, taker: taker, cause: cause))
    if instrument.kind != .nominal { try requireValue(instrument, of: giver.sector, and: taker.sector) }
  }

  /// One holder's side of an exchange: its cell and where its balance is kept.
  private typealias Side = (cell: Int, balance: UnsafeMutablePointer<Int64>)

  @inline(__always) private func side(_ instrument: Instrument, _ holder: Holder) throws(LedgerError) -> Side {
    let cell = Ledger.cell(instrument, holder.sector)
    if let column = columns[cell], holder.row >= 0, holder.row < column.count {
      return (cell, column.base + holder.row)
    }
    guard exists(holder) else { throw .noSuchHolder(holder) }
    return (cell, column(cell, holder.sector).base + holder.row)
  }

  @inline(__always) private func hasRoom(_ side: Side, _ change: Int64, _ instrument: Instrument) -> Bool {
    Ledger.hasRoom(side.balance.pointee, change, instrument) && Ledger.hasRoom(quantity[side.cell], change, instrument)
  }

  /// Changes balance, cell and books of one side.
  @inline(__always) private func write(
    _ side: Side, _ change: Int64, worth cents: Int64, _ instrument: Instrument, _ cause: Flow
  ) {
    side.balance.pointee += change
    quantity[side.cell] += change
    if instrument.kind == .nominal { value[side.cell] += change } else { stale |= 1 << UInt64(instrument.index) }
    transactions[side.cell] &+= cents
    causes[side.cell * Flow.count + cause.index] &+= cents
  }

  /// Refuses units that are worth more than money holds.
  func requireValue(_ instrument: Instrument, of one: Sector, and other: Sector) throws(LedgerError) {
    let (a, b) = (quantity[Ledger.cell(instrument, one)], quantity[Ledger.cell(instrument, other)])
    let largest = abs(a) > abs(b) ? a : b
    // Below this high word of the product no division is needed to know that the value is in range.
    guard largest.magnitude.multipliedFullWidth(by: prices[instrument.index].magnitude).high >= 1 << 35 else { return }
    _ = try price(instrument).value(of: largest)
  }

  /// Refuses a change that would leave the range, before anything is written.
  func requireRoom(_ instrument: Instrument, _ holder: Holder, _ change: Int64) throws(LedgerError) {
    guard exists(holder) else { throw .noSuchHolder(holder) }
    guard Ledger.hasRoom(quantity[Ledger.cell(instrument, holder.sector)], change, instrument),
      Ledger.hasRoom(units(instrument, of: holder), change, instrument)
    else { throw .outOfRange("\(instrument) of \(holder.sector)") }
  }

  /// Whether a balance stays within what a row can hold.
  static func hasRoom(_ balance: Int64, _ change: Int64, _ instrument: Instrument) -> Bool {
    let (sum, overflow) = balance.addingReportingOverflow(change)
    return !overflow && sum.magnitude <= (instrument.kind == .nominal ? Money.limit.cents : Int64.max / 4).magnitude
  }

  /// Refuses to take from a holder what it does not have. One that has none of a claim, or owes it, may issue it;
  /// money is only issued by those on whose books it is.
  func requireHolding(_ quantity: Int64, _ row: Instrument, of holder: Holder, mayIssue: Bool = true)
    throws(LedgerError)
  {
    guard exists(holder) else { throw .noSuchHolder(holder) }
    let has = units(row, of: holder)
    guard has >= quantity || (mayIssue && has <= 0 && canIssue(row, holder)) else {
      throw .notOwned(holder, row, has: has, needs: quantity)
    }
  }

  private func canIssue(_ row: Instrument, _ holder: Holder) -> Bool {
    switch (row, chart.settlement[holder.sector]) {
    case (.currency, .currencyIssuer), (.currency, .centralBank), (.reserves, .centralBank),
      (.cashAccount, .centralBank),
      (.deposits, .bank):
      true
    default: row.isFinancial && !row.isMoney
    }
  }

  /// Books a transaction of a cell and its cause.
  @inline(__always) func book(_ instrument: Instrument, _ sector: Sector, _ cents: Int64, _ cause: Flow) {
    let cell = Ledger.cell(instrument, sector)
    transactions[cell] &+= cents
    causes[cell * Flow.count + cause.index] &+= cents
  }

  /// Books an income or expenditure flow between two sectors.
  @inline(__always) func record(_ flow: Flow, _ cents: Int64, from payer: Sector, to payee: Sector) {
    flows[flow.index * Sector.count + payer.index] &-= cents
    outlays[flow.index * Sector.count + payer.index] &+= cents
    flows[flow.index * Sector.count + payee.index] &+= cents
  }

  /// Brings the values of stale rows to units times price and books what transactions do not explain as revaluation.
  ///
  /// Values depend on units and price alone, so it does not matter how often this is done; a row that changes hands many
  /// times a day is appraised once. Whoever changes units or price has made sure that values are in range.
  package func appraiseStale() {
    while stale != 0 {
      let row = stale.trailingZeroBitCount
      stale &= stale - 1
      appraise(row: row)
    }
  }

  private func appraise(row: Int) {
    let (first, price) = (row * Sector.count, Price(microcents: prices[row]))
    var (last, sum): (Int?, Int64) = (nil, 0)
    for cell in first..<first + Sector.count {
      let units = quantity[cell]
      value[cell] = units == 0 ? 0 : (try? price.value(of: units)) ?? value[cell]
      sum &+= value[cell]
      if units != 0 { last = cell }
    }
    if let last, Instrument.isFinancial(row) { value[last] &-= sum }
    for cell in first..<first + Sector.count {
      revaluations[cell] = value[cell] &- openingValue[cell] &- transactions[cell] &- volumes[cell]
    }
  }

  /// Values by sector: round(units · price), the last sector that holds any taking the rounding cent of a financial row.
  func appraise(_ instrument: Instrument) throws(LedgerError) -> [Int64] {
    var cents = [Int64](repeating: 0, count: Sector.count)
    if instrument.kind == .nominal {
      for sector in Sector.allCases { cents[sector.index] = quantity[Ledger.cell(instrument, sector)] }
      return cents
    }
    var last: Int?
    var sum: Int64 = 0
    let price = price(instrument)
    for sector in Sector.allCases {
      let units = quantity[Ledger.cell(instrument, sector)]
      if units == 0 { continue }
      cents[sector.index] = try price.value(of: units)
      sum &+= cents[sector.index]
      last = sector.index
    }
    if instrument.isFinancial, let last { cents[last] &-= sum }
    return cents
  }
}
