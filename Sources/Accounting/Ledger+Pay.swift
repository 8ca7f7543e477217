import Quantities

/// What happens when a payer's means do not cover a payment. A payment beyond means is never silent.
public enum Shortfall: Sendable {
  /// The missing amount is lent by a bank (or another lender) in the row named.
  case orBorrow(Instrument, from: Holder)
  /// Only what there is, is paid.
  case orPart
  /// Nothing is paid.
  case orDefault
}

extension Ledger {
  /// Pays an amount for a reason and returns what was paid.
  ///
  /// A payment between customers of two banks moves reserves between them; one to or from the Treasury moves them
  /// against its cash account.
  @discardableResult
  public func pay(
    _ amount: Money, from payer: Holder, to payee: Holder, as flow: Flow, ifShort shortfall: Shortfall
  ) throws(LedgerError) -> Money {
    guard !flow.isFinancial else { throw .financialCause(flow) }
    return try whole { () throws(LedgerError) in
      let paid = try raise(amount, for: payer, ifShort: shortfall)
      guard paid > .zero else { return .zero }
      try settle(paid, from: payer, to: payee, as: flow)
      record(flow, paid.cents, from: payer.sector, to: payee.sector)
      return paid
    }
  }

  /// What a holder can pay today; nil for one that creates the money it pays.
  public func means(of holder: Holder) -> Money? { money(of: holder).map { balance($0, of: holder) } }

  /// The row a holder pays out of; nil for one that creates the money it pays.
  func money(of holder: Holder) -> Instrument? {
    switch chart.settlement[holder.sector] {
    case .deposit: .deposits
    case .cashAccount: .cashAccount
    case .currency: .currency
    case .bank, .centralBank, .currencyIssuer: nil
    }
  }

  /// Makes sure of an amount, borrowing if that was agreed, and returns what can be paid.
  func raise(_ amount: Money, for payer: Holder, ifShort shortfall: Shortfall) throws(LedgerError) -> Money {
    guard amount >= .zero else { throw .negative(amount) }
    guard exists(payer) else { throw .noSuchHolder(payer) }
    guard let means = means(of: payer), means < amount else { return amount }
    switch shortfall {
    case .orPart: return max(means, .zero)
    case .orDefault: return .zero
    case .orBorrow(let row, let lender):
      let (missing, overflow) = amount.cents.subtractingReportingOverflow(means.cents)
      guard !overflow else { throw .outOfRange("a loan to \(payer)") }
      try lend(Money(cents: missing), row, from: lender, to: payer)
      return amount
    }
  }

  /// Moves money through the institutions that keep it.
  func settle(_ amount: Money, from payer: Holder, to payee: Holder, as cause: Flow) throws(LedgerError) {
    let cents = amount.cents
    let (payerWay, payeeWay) = (chart.settlement[payer.sector], chart.settlement[payee.sector])
    switch (payerWay, payeeWay) {
    case (.currency, .currency), (.currency, .currencyIssuer), (.currencyIssuer, .currency):
      try exchange(.currency, cents, worth: cents, from: payer, to: payee, as: cause)
    case (.currency, _), (_, .currency), (.currencyIssuer, _), (_, .currencyIssuer):
      throw .cannotSettle(from: payer, to: payee)
    default:
      let (sender, receiver) = (keeper(of: payer), keeper(of: payee))
      if payerWay == .deposit { try exchange(.deposits, cents, worth: cents, from: payer, to: sender, as: cause) }
      if payerWay == .cashAccount {
        try exchange(.cashAccount, cents, worth: cents, from: payer, to: sender, as: cause)
      }
      if sender != receiver { try exchange(.reserves, cents, worth: cents, from: sender, to: receiver, as: cause) }
      if payeeWay == .deposit { try exchange(.deposits, cents, worth: cents, from: receiver, to: payee, as: cause) }
      if payeeWay == .cashAccount {
        try exchange(.cashAccount, cents, worth: cents, from: receiver, to: payee, as: cause)
      }
    }
  }

  /// The institution on whose books a holder's money is: its bank, itself, or the central bank.
  func keeper(of holder: Holder) -> Holder {
    switch chart.settlement[holder.sector] {
    case .deposit: Holder(.banks, Int(bank(of: holder)))
    case .bank: holder
    default: Holder(.centralBank)
    }
  }

  /// The bank of a holder that settles in deposits.
  public func bank(of holder: Holder) -> Int32 {
    guard holder.sector == .households else {
      let banks = chart.banks[holder.sector]
      return banks[max(holder.row, 0) % banks.count]
    }
    return Int32((chart.householdSegments.lastIndex { $0 <= holder.row }) ?? 0)
  }
}
