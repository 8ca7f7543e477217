import Accounting
import Quantities
import Simulation

/// Whoever issues an economy's money, and lends it to a payer that runs short before its own receipts arrive.
///
/// The book's flows of a period are simultaneous; a ledger pays one after another. Firms pay wages before they have
/// sold anything, so they borrow here at the start of a period and repay at its end: the loan is zero in every matrix of
/// a whole period. A household whose wanted cash is negative owes the difference here, in its own row.
struct MoneyIssuer {
  let holder: Holder
  init(_ sector: Sector) { holder = Holder(sector) }

  /// How a holder covers what it lacks.
  func credit(to payer: Holder) -> Shortfall {
    switch payer.sector {
    case .households: .orBorrow(.consumerCredit, from: holder)
    case .firms: .orBorrow(.corporateLoans, from: holder)
    case .treasury: .orBorrow(.bills, from: holder)
    default: .orDefault
    }
  }

  /// Pays an amount; a negative one is paid the other way.
  func pay(_ amount: Money, from payer: Holder, to payee: Holder, as flow: Flow, _ turn: inout Turn) {
    let (from, to) = amount < .zero ? (payee, payer) : (payer, payee)
    turn.pay(amount.magnitude, from: from, to: to, as: flow, ifShort: credit(to: from))
  }

  /// Sells cents of a nominal row, or micro-units of a unit row; a negative quantity is sold the other way.
  func sell(_ quantity: Int64, _ row: Instrument, from seller: Holder, to buyer: Holder, _ turn: inout Turn) {
    let (from, to) = quantity < 0 ? (buyer, seller) : (seller, buyer)
    turn.trade(abs(quantity), row, from: from, to: to, ifShort: credit(to: to))
  }

  /// Repays what is owed in a row, as far as the debtor's money goes.
  func collect(_ row: Instrument, from debtor: Holder, _ turn: inout Turn) {
    turn.repay(.limit, row, from: debtor, to: holder)
  }
}

extension View {
  /// Money less what is owed for it: the book's cash of households.
  func cash(_ money: Instrument, _ sector: Sector) -> Money { value(money, sector) + value(.consumerCredit, sector) }
}
