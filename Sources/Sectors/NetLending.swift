import Accounting
import Quantities
import Simulation

/// What a sector has lent, net: its income less its spending, homes and plant included.
///
///     lent = Σ_f received_f − paid_f          over the flows of income and expenditure
///
/// It equals what the sector added to claims less debts, whatever their prices did. Over all sectors it sums to zero.
enum NetLending {
  /// Since the opening.
  static func cumulated(_ sector: Sector, _ view: borrowing View) -> Money {
    var sum = Money.zero
    for flow in Flow.allCases where !flow.isFinancial { sum = sum + view.flow(flow, sector) }
    return sum
  }
}
