import Quantities

extension Ledger {
  /// Lends an amount: the borrower gets money, the lender a claim of the same amount.
  ///
  /// For a bank this creates the deposit. Any nominal row can be lent in: loans, mortgages, repo, bills, shares of a
  /// money fund (the fund borrows). A lender that is no bank must have the money.
  public func lend(
    _ amount: Money, _ row: Instrument, from lender: Holder, to borrower: Holder, as cause: Flow = .lending
  )
    throws(LedgerError)
  {
    guard row.kind == .nominal, !row.isMoney else { throw .wrongKind(row, verb: "lend") }
    guard amount >= .zero else { throw .negative(amount) }
    guard lender != borrower else { throw .withItself(lender) }
    if let money = money(of: lender) { try requireHolding(amount.cents, money, of: lender) }
    try whole { () throws(LedgerError) in
      try exchange(row, amount.cents, worth: amount.cents, from: borrower, to: lender, as: cause)
      try settle(amount, from: lender, to: borrower, as: cause)
    }
  }

  /// Repays a debt, at most what is owed and what the borrower can pay, and returns what was repaid.
  @discardableResult
  public func repay(
    _ amount: Money, _ row: Instrument, from borrower: Holder, to lender: Holder, as cause: Flow = .repayment
  )
    throws(LedgerError) -> Money
  {
    guard row.kind == .nominal, !row.isMoney else { throw .wrongKind(row, verb: "repay") }
    let owed = max(-balance(row, of: borrower), .zero)
    let held = max(balance(row, of: lender), .zero)
    let paid = min(try raise(amount, for: borrower, ifShort: .orPart), owed, held)
    guard paid > .zero else { return .zero }
    return try whole { () throws(LedgerError) in
      try settle(paid, from: borrower, to: lender, as: cause)
      try exchange(row, paid.cents, worth: paid.cents, from: lender, to: borrower, as: cause)
      return paid
    }
  }

  /// Cancels a claim that will not be paid. The loss is a revaluation, not a transaction.
  ///
  /// - Throws: ``LedgerError/notOwned(_:_:has:needs:)`` when the creditor has less, or the debtor owes less.
  public func writeOff(_ amount: Money, _ row: Instrument, owedBy debtor: Holder, to creditor: Holder)
    throws(LedgerError)
  {
    guard row.kind == .nominal else { throw .wrongKind(row, verb: "writeOff") }
    guard amount >= .zero else { throw .negative(amount) }
    for (holder, has) in [(creditor, units(row, of: creditor)), (debtor, -units(row, of: debtor))]
    where has < amount.cents {
      throw .notOwned(holder, row, has: has, needs: amount.cents)
    }
    try whole { () throws(LedgerError) in
      try exchange(row, amount.cents, worth: amount.cents, from: creditor, to: debtor, as: .writeOffs)
    }
    for (sector, cents) in [(creditor.sector, -amount.cents), (debtor.sector, amount.cents)] {
      let cell = Ledger.cell(row, sector)
      transactions[cell] &-= cents
      revaluations[cell] &+= cents
    }
  }
}
