import Quantities

extension Ledger {
  /// Takes a quantity of a financial row from one holder and gives it to another; the only writer of financial rows.
  ///
  /// A claim comes into being when the giver is its issuer (whose balance turns more negative), and ends when the
  /// taker is. `cents` is the amount at which both sides book the transaction.
  func exchange(
    _ instrument: Instrument, _ quantity: Int64, worth cents: Int64, from giver: Holder, to taker: Holder, as cause: Flow
  ) throws(LedgerError) {
    try requireRoom(instrument, quantity, giver, taker)
    move(instrument, giver, -quantity)
    move(instrument, taker, quantity)
    book(instrument, giver.sector, -cents, cause)
    book(instrument, taker.sector, cents, cause)
    if instrument.kind == .nominal {
      value[Ledger.cell(instrument, giver.sector)] -= cents
      value[Ledger.cell(instrument, taker.sector)] += cents
    } else {
      try revaluate(instrument, cause: cause)
    }
  }

  /// Refuses an exchange that would leave the range before anything is written.
  func requireRoom(_ instrument: Instrument, _ amount: Int64, _ giver: Holder, _ taker: Holder) throws(LedgerError) {
    guard amount >= 0 else { throw .negative(Money(cents: amount)) }
    for (holder, change) in [(giver, -amount), (taker, amount)] {
      guard holder.row >= 0, holder.row < chart.members[holder.sector] else { throw .noSuchHolder(holder) }
      let (sum, overflow) = quantity[Ledger.cell(instrument, holder.sector)].addingReportingOverflow(change)
      let limit = instrument.kind == .nominal ? Money.limit.cents : Int64.max / 4
      guard !overflow, abs(sum) <= limit else { throw .outOfRange("\(instrument) of \(holder.sector)") }
    }
  }

  /// Changes a member's balance and the cell that is the column's sum, together.
  @inline(__always) private func move(_ instrument: Instrument, _ holder: Holder, _ change: Int64) {
    let cell = Ledger.cell(instrument, holder.sector)
    column(cell, holder.sector).base[holder.row] &+= change
    quantity[cell] &+= change
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
    flows[flow.index * Sector.count + payee.index] &+= cents
  }

  /// Brings the values of a unit row to units times price and books what transactions do not explain as revaluation.
  func revaluate(_ instrument: Instrument, cause: Flow) throws(LedgerError) {
    let values = try appraise(instrument)
    for sector in Sector.allCases {
      let cell = Ledger.cell(instrument, sector)
      let booked = openingValue[cell] &+ transactions[cell] &+ volumes[cell]
      value[cell] = values[sector.index]
      revaluations[cell] = values[sector.index] &- booked
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
    let price = prices[instrument.index]
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
