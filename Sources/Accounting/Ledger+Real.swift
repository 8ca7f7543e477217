import Quantities

extension Ledger {
  /// Adds to a real row what was built, grown or mined.
  public func produce(_ units: Int64, _ row: Instrument, by holder: Holder) throws(LedgerError) {
    guard units >= 0 else { throw .negative(Money(cents: units)) }
    try change(row, holder, by: units, as: .production)
  }

  /// Takes from a real row what was used up or wore out; at most what there is. Returns what was taken.
  @discardableResult
  public func consume(_ units: Int64, _ row: Instrument, by holder: Holder) throws(LedgerError) -> Int64 {
    guard units >= 0 else { throw .negative(Money(cents: units)) }
    let taken = min(units, max(self.units(row, of: holder), 0))
    try change(row, holder, by: -taken, as: .use)
    return taken
  }

  /// Sells units of a real row that exist: dwellings, plant, crypto.
  @discardableResult
  public func sell(
    _ units: Int64, _ row: Instrument, from seller: Holder, to buyer: Holder, ifShort shortfall: Shortfall = .orPart
  ) throws(LedgerError) -> (units: Int64, paid: Money) {
    guard row.kind == .real else { throw .wrongKind(row, verb: "sell") }
    guard units >= 0 else { throw .negative(Money(cents: units)) }
    try requireHolding(units, row, of: seller)
    let wanted = Money(cents: try price(row).value(of: units))
    return try whole { () throws(LedgerError) in
      let paid = try raise(wanted, for: buyer, ifShort: shortfall)
      let sold = paid == wanted ? units : min(units, try price(row).units(for: paid.cents))
      guard sold > 0 else { return (0, .zero) }
      try settle(paid, from: buyer, to: seller, as: .trading)
      try exchange(row, sold, worth: paid.cents, from: seller, to: buyer, as: .trading)
      return (sold, paid)
    }
  }

  private func change(_ row: Instrument, _ holder: Holder, by units: Int64, as cause: Flow) throws(LedgerError) {
    guard row.kind == .real else { throw .wrongKind(row, verb: cause.name) }
    try requireRoom(row, holder, units)
    let cell = Ledger.cell(row, holder.sector)
    let sum = quantity[cell] + units
    let before = try price(row).value(of: quantity[cell])
    let after = try price(row).value(of: sum)
    column(cell, holder.sector).base[holder.row] &+= units
    quantity[cell] = sum
    volumes[cell] &+= after &- before
    causes[cell * Flow.count + cause.index] &+= after &- before
    stale |= 1 << UInt64(row.index)
  }
}
