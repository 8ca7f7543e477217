import Quantities

extension Ledger {
  /// Sells a claim for money: units of a unit row at the row's price, or cents of a nominal row at par.
  ///
  /// The buyer must be able to pay: `ifShort` says what happens otherwise (`.orPart` buys fewer units). A seller that has
  /// some of the row sells at most what it has; one that has none, or owes it, issues it.
  @discardableResult
  public func trade(
    _ units: Int64, _ row: Instrument, from seller: Holder, to buyer: Holder, as cause: Flow = .trading,
    ifShort shortfall: Shortfall = .orPart
  ) throws(LedgerError) -> (units: Int64, paid: Money) {
    guard row.isFinancial, !row.isMoney || row == .currency else { throw .wrongKind(row, verb: "trade") }
    guard units >= 0 else { throw .negative(Money(cents: units)) }
    let atPar = row.kind == .nominal
    let wanted = Money(cents: atPar ? units : try price(row).value(of: units))
    return try whole { () throws(LedgerError) in
      let paid = try raise(wanted, for: buyer, ifShort: shortfall)
      let sold = paid == wanted ? units : atPar ? paid.cents : min(units, try price(row).units(for: paid.cents))
      guard sold > 0 else { return (0, .zero) }
      try requireHolding(sold, row, of: seller)
      try settle(paid, from: buyer, to: seller, as: cause)
      try exchange(row, sold, worth: paid.cents, from: seller, to: buyer, as: cause)
      return (sold, paid)
    }
  }

  /// Creates units and sells them to a first holder.
  @discardableResult
  public func issue(
    _ units: Int64, _ row: Instrument, by issuer: Holder, to buyer: Holder, ifShort shortfall: Shortfall = .orPart
  ) throws(LedgerError) -> (units: Int64, paid: Money) {
    try trade(units, row, from: issuer, to: buyer, as: .issuance, ifShort: shortfall)
  }

  /// Buys units back from a holder and ends them; at most what the holder has.
  @discardableResult
  public func redeem(
    _ units: Int64, _ row: Instrument, of holder: Holder, by issuer: Holder, as cause: Flow = .redemption,
    ifShort shortfall: Shortfall = .orPart
  ) throws(LedgerError) -> (units: Int64, paid: Money) {
    try trade(
      min(units, max(self.units(row, of: holder), 0)), row, from: holder, to: issuer, as: cause, ifShort: shortfall)
  }
}
