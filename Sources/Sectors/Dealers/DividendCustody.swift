import Accounting
import Quantities
import Simulation

/// The dealers' custody passes dividends on to every institution that holds the baskets; households receive theirs in
/// `capitalIncome`.
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
          let cents = (perUnit * Double(units) * 100).rounded(.down)
          turn.pay(Money(cents: Int64(cents)), from: custody, to: Holder(sector, index), as: .dividends, ifShort: .orPart)
        }
      }
    }
  }
}
