import Accounting
import Quantities
import Simulation

/// The bond side of a shift between equity and bonds: the Treasury row of which the seller has most, against deposits,
/// with banks in equal parts, at the row's price.
///
/// An order of equity settles at the close, so its counterpart in bonds is traded the next morning. A swap takes at most
/// a sixth of what the seller has, for several mechanisms may trade one row on one day.
struct BondSwap: Codable, Sendable {
  /// Dollars of equity ordered since bonds were last traded.
  private var ordered = 0.0

  mutating func note(equityOrdered dollars: Double) { ordered += dollars }

  /// Buys bonds for what equity was sold, or sells them for what was bought.
  mutating func settle(for fund: Holder, _ view: borrowing View, _ turn: inout Turn) throws {
    guard ordered != 0 else { return }
    let banks = view.members(.banks)
    let parts = try Money(dollars: abs(ordered)).split(by: Array(repeating: 1, count: banks))
    for (bank, part) in parts.enumerated() {
      let (seller, buyer) = ordered < 0 ? (Holder(.banks, bank), fund) : (fund, Holder(.banks, bank))
      let row = BondSwap.largest(of: seller, view)
      let sellable = max(0, view.units(row, of: seller)) / (ordered < 0 ? 6 : 6 * Int64(banks))
      turn.trade(min(try view.price(row).units(for: part.cents), sellable), row, from: seller, to: buyer)
    }
    ordered = 0
  }

  private static func largest(of seller: Holder, _ view: borrowing View) -> Instrument {
    var largest = Instrument.bonds10
    for row in Instrument.treasuryBonds where view.units(row, of: seller) > view.units(largest, of: seller) {
      largest = row
    }
    return largest
  }
}
