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

  /// Delivers what a sale sells against money.
  func settle(_ sale: Sale, _ turn: inout Turn) {
    for part in sale.parts {
      turn.trade(part, sale.row, from: sale.seller, to: sale.buyer, ifShort: credit(to: sale.buyer))
    }
  }

  /// Repays what is owed in a row, as far as the debtor's money goes.
  func collect(_ row: Instrument, from debtor: Holder, _ turn: inout Turn) {
    turn.repay(.limit, row, from: debtor, to: holder)
  }
}

/// A sale of cents of a nominal row, or of micro-units of a unit row, of either sign.
///
/// A negative quantity is sold the other way. A side first sells what it has of the row and then issues the rest: a
/// portfolio may go short, as the equations allow.
struct Sale {
  /// A holder with what it has of the row before the sale.
  typealias Side = (holder: Holder, has: Int64)

  let row: Instrument
  let seller: Holder
  let buyer: Holder
  /// What the seller had, and what it issues.
  let parts: [Int64]
  private let isReversed: Bool

  init(_ quantity: Int64, _ row: Instrument, from first: Side, to second: Side) {
    isReversed = quantity < 0
    let (from, to) = isReversed ? (second, first) : (first, second)
    let size = abs(quantity)
    let owned = min(size, max(from.has, 0))
    (self.row, seller, buyer, parts) = (row, from.holder, to.holder, [owned, size - owned])
  }

  /// What the first side receives, to the cent.
  func proceeds(at price: Price) throws -> Money {
    let cents = try parts.reduce(0) { try $0 + price.value(of: $1) }
    return Money(cents: isReversed ? -cents : cents)
  }
}

extension View {
  /// Money less what is owed for it: the book's cash of households.
  func cash(_ money: Instrument, _ sector: Sector) -> Money { value(money, sector) + value(.consumerCredit, sector) }
}
