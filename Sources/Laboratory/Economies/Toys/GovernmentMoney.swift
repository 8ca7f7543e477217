import Accounting
import Quantities
import Simulation

extension Chart {
  /// The central bank issues the currency that the household, the firms and the Treasury pay with (PC and LP1).
  static var currencyOfCentralBank: Chart {
    var chart = Chart()
    chart.settlement[.centralBank] = .currencyIssuer
    for sector in [Sector.households, .firms, .treasury] { chart.settlement[sector] = .currency }
    return chart
  }
}

extension Opening {
  /// The household's cash and bills, in book units; the central bank backs the cash with bills of its own.
  ///
  /// A household with negative cash owes it to the central bank as consumer credit.
  mutating func setCashAndBills(cash: Double, bills: Double) throws {
    let (cash, bills) = (try Money(book: cash).cents, try Money(book: bills).cents)
    let row = cash < 0 ? Instrument.consumerCredit : .currency
    set(row, .households, [cash])
    set(row, .centralBank, [-cash])
    set(.bills, .households, [bills])
    set(.bills, .centralBank, [cash])
    set(.bills, .treasury, [-bills - cash])
  }
}

extension MoneyIssuer {
  /// The Treasury redeems bills with all the money it has left, and comes to owe `debt`.
  ///
  /// A negative debt means that it holds bills of the central bank: a negative supply, as the equations allow.
  func redeemBills(of treasury: Holder, downTo debt: Money, _ turn: inout Turn) {
    turn.redeem(Money.limit.cents, .bills, of: holder, by: treasury)
    if debt < .zero { turn.trade(Money.limit.cents, .bills, from: holder, to: treasury, ifShort: .orPart) }
  }
}

extension View {
  /// What the Treasury owes in bills: B_s.
  var billsSupplied: Money { Money.zero - value(.bills, .treasury) }
}
