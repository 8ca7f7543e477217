import Quantities

extension Ledger {
  /// Gives a holding away without a counter-payment: inheritance, gifts.
  ///
  /// The quantity is cents of a nominal row and micro-units of a unit or real row. A giver that owes a nominal row, or
  /// has none of it, creates the claim (an entitlement accrues); money, units and real things must be owned.
  public func transfer(_ quantity: Int64, _ row: Instrument, from giver: Holder, to taker: Holder, as flow: Flow)
    throws(LedgerError)
  {
    guard !flow.isFinancial else { throw .financialCause(flow) }
    guard quantity >= 0 else { throw .negative(Money(cents: quantity)) }
    let cents = row.kind == .nominal ? quantity : try price(row).value(of: quantity)
    try requireHolding(quantity, row, of: giver, mayIssue: row.kind == .nominal)
    try hand(over: quantity, row, worth: cents, from: giver, to: taker, as: flow)
    record(flow, cents, from: giver.sector, to: taker.sector)
  }

  /// Moves a holding between members of one sector; the sector's cells do not change.
  ///
  /// What a holder owes moves the other way: the new debtor gives to the old one.
  ///
  /// - Throws: ``LedgerError/wrongKind(_:verb:)`` when the sectors differ: that is a transfer.
  public func reclassify(_ quantity: Int64, _ row: Instrument, from giver: Holder, to taker: Holder) throws(LedgerError)
  {
    guard giver.sector == taker.sector else { throw .wrongKind(row, verb: "reclassify between sectors") }
    guard quantity >= 0 else { throw .negative(Money(cents: quantity)) }
    try requireHolding(quantity, row, of: giver)
    try hand(over: quantity, row, worth: 0, from: giver, to: taker, as: .reclassification)
  }

  /// Moves a holding; deposits move as a payment does, through the banks that keep them.
  private func hand(
    over quantity: Int64, _ row: Instrument, worth cents: Int64, from giver: Holder, to taker: Holder, as cause: Flow
  ) throws(LedgerError) {
    try whole { () throws(LedgerError) in
      guard row == .deposits, money(of: giver) == .deposits else {
        return try exchange(row, quantity, worth: cents, from: giver, to: taker, as: cause)
      }
      try settle(Money(cents: quantity), from: giver, to: taker, as: cause)
    }
  }
}
