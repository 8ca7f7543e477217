import Quantities

/// Why a verb refused to write. Nothing has been written when one is thrown, but for ``Ledger/post(_:executor:lanes:fill:)``.
public enum LedgerError: Error, Equatable, CustomStringConvertible {
  /// A balance would leave the range that money keeps.
  case outOfRange(String)
  /// Amounts and units are never negative; the direction is in the verb.
  case negative(Money)
  /// The holder does not exist in this economy.
  case noSuchHolder(Holder)
  /// A row that is counted differently than the verb needs.
  case wrongKind(Instrument, verb: String)
  /// A payment needs an income or expenditure flow.
  case financialCause(Flow)
  /// A holder cannot deliver what it does not own.
  case notOwned(Holder, Instrument, has: Int64, needs: Int64)
  /// The legs of a population rule took more than a household, or a counterparty, had.
  case overdrawn(Holder, Money)
  /// A financial row of an opening does not sum to zero.
  case openingRowNotZero(Instrument, residual: Int64)
  /// The two holders have no common way to settle.
  case cannotSettle(from: Holder, to: Holder)
  /// A lender cannot be its own borrower, and households as one cannot be their own counterparty.
  case withItself(Holder)
  /// The shape of the books makes no sense.
  case brokenChart(String)
  /// A saved ledger does not fit this economy.
  case restoreMismatch(String)

  public var description: String {
    switch self {
    case .outOfRange(let what): "\(what) is beyond the range of money (\(Money.limit.dollars) dollars)"
    case .negative(let amount): "an entry of \(amount.dollars) dollars: amounts are never negative"
    case .noSuchHolder(let holder): "there is no \(holder) in this economy"
    case .wrongKind(let instrument, let verb): "\(verb) does not apply to the row \(instrument)"
    case .financialCause(let flow): "\(flow) is a financial cause, not a flow that can be paid"
    case .notOwned(let holder, let instrument, let has, let needs):
      "\(holder) has \(has) of \(instrument) and would need \(needs)"
    case .overdrawn(let holder, let balance):
      "\(holder) was overdrawn to \(balance.dollars) dollars by a population rule"
    case .openingRowNotZero(let instrument, let residual):
      "the opening row \(instrument) sums to \(residual), not zero"
    case .cannotSettle(let from, let to): "\(from) and \(to) have no common means of payment"
    case .withItself(let holder): "\(holder) would deal with itself"
    case .brokenChart(let what): "the chart of accounts is broken: \(what)"
    case .restoreMismatch(let what): "the saved ledger does not fit this economy: \(what)"
    }
  }
}
