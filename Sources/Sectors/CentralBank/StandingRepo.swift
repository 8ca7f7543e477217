import Accounting
import Quantities
import Simulation

/// The standing repo facility: banks and dealers may borrow overnight at its rate, so no repo rate stays above it.
enum StandingRepo {
  /// The rate over the middle of the target range: the top of the range (FOMC implementation note, 10 December 2025).
  static let spread = 0.00125

  /// Brings what banks owe at the facility to an amount, in proportion to their reserves.
  static func settle(_ wanted: Money, _ view: borrowing View, _ turn: inout Turn) {
    let (fed, banks) = (Holder(.centralBank), view.banks)
    let weights = banks.map { max(0, view.balance(.reserves, of: $0).dollars) + 1 }
    for (target, bank) in zip(wanted.split(by: weights), banks) {
      let change = target + view.balance(.standingRepo, of: bank)
      if change > .zero {
        turn.lend(change, .standingRepo, from: fed, to: bank, as: .moneyMarkets)
      } else {
        turn.repay(-change, .standingRepo, from: bank, to: fed, as: .moneyMarkets)
      }
    }
  }
}
