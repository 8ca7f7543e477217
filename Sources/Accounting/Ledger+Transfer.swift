import Quantities

extension Ledger {
  /// Gives a holding away without a counter-payment: inheritance, gifts.
  ///
  /// The quantity is cents of a nominal row and micro-units of a unit or real row. A giver that owes the row, or has
  /// none of it, creates the claim (an entitlement accrues); money and real things must be owned.
  public func transfer(_ quantity: Int64, _ row: Instrument, from giver: Holder, to taker: Holder, as flow: Flow)
    throws(LedgerError)
  {
    guard !flow.isFinancial else { throw .wrongKind(row, verb: "transfer as a financial cause") }
    let cents = row.kind == .nominal ? quantity : try price(row).value(of: quantity)
    let has = units(row, of: giver)
    let canOwe = row.kind == .nominal && row != .deposits && row != .currency && has <= 0
    guard has >= quantity || canOwe else { throw .notOwned(giver, row, has: has, needs: quantity) }
    if row.kind == .real {
      try shift(row, quantity, worth: cents, from: giver, to: taker, as: flow)
    } else if row == .deposits {
      try settle(Money(cents: cents), from: giver, to: taker, as: flow)
    } else {
      try exchange(row, quantity, worth: cents, from: giver, to: taker, as: flow)
    }
    record(flow, cents, from: giver.sector, to: taker.sector)
  }

  /// Moves a holding between members of one sector; the sector's cells do not change.
  ///
  /// - Throws: ``LedgerError/wrongKind(_:verb:)`` when the sectors differ: that is a transfer.
  public func reclassify(_ quantity: Int64, _ row: Instrument, from giver: Holder, to taker: Holder) throws(LedgerError) {
    guard giver.sector == taker.sector else { throw .wrongKind(row, verb: "reclassify between sectors") }
    if row.kind == .real {
      try shift(row, quantity, worth: 0, from: giver, to: taker, as: .reclassification)
    } else if row == .deposits {
      try settle(Money(cents: quantity), from: giver, to: taker, as: .reclassification)
    } else {
      try exchange(row, quantity, worth: 0, from: giver, to: taker, as: .reclassification)
    }
  }
}
