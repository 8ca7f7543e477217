import Accounting
import Quantities
import Simulation

/// The dealers' custody passes dividends on to every institution that holds the baskets; households receive theirs in
/// `capitalIncome`.
///
///     dividend_h = declared_b · units_h / units outstanding, rounded down
///
/// What rounding leaves, and the dividends of the dealers' own baskets, stay with the dealers.
///
/// Ignores: record dates, withholding on foreigners.
///
/// Sees: declared dividends. Does: pays institutions.
/// Verified by: `DividendCustodyTests`.
public struct DividendCustody: Mechanism {
  public static let name = "dividendCustody"
  public static let sees: [Observable] = [.declaredDividends]

  public init() {}

  public func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) throws {
    let custody = Holder(.dealers)
    for (basket, row) in Instrument.equities.enumerated() {
      let outstanding = Sector.allCases.reduce(0.0) { $0 + max(0, Double(view.quantity(row, $1))) }
      guard outstanding > 0 else { continue }
      let perUnit = view[.declaredDividends, basket] / outstanding
      for sector in Sector.allCases where sector != .households && sector != .dealers {
        for index in 0..<view.members(sector) {
          let units = view.units(row, of: Holder(sector, index))
          guard units > 0 else { continue }
          let dividend = try Money(dollars: (perUnit * Double(units) * 100).rounded(.down) / 100)
          turn.pay(dividend, from: custody, to: Holder(sector, index), as: .dividends, ifShort: .orPart)
        }
      }
    }
  }
}
