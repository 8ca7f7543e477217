import Accounting
import Quantities
import Simulation

/// What households own besides homes, businesses and pensions, in cents by row of the population.
struct FinancialWealth {
  private typealias Part = (column: UnsafeBufferPointer<Int64>?, cents: Double)
  private let safe: [Part]
  private let direct: [Part]
  private let index: Part
  private let active: Part
  private let moneyFunds: Part
  private let cash: Part

  private static let safeRows: [Instrument] =
    [.bills, .municipalBonds, .agencyBonds] + Instrument.treasuryBonds

  /// Months of income that households keep as deposits.
  private static let buffer = Saving().buffer.value

  init(_ column: (Instrument) -> UnsafeBufferPointer<Int64>?, price: (Instrument) -> Price) {
    func part(_ row: Instrument) -> Part {
      (column(row), row.kind == .nominal ? 1 : price(row).dollars / 1e4)
    }
    safe = FinancialWealth.safeRows.map(part)
    direct = Instrument.equities.map(part)
    (index, active) = (part(.fundShares), part(.valueShares))
    (moneyFunds, cash) = (part(.moneyFundShares), part(.deposits))
  }

  /// Of the households that a view shows.
  init(_ view: borrowing View) { self.init({ view.column($0, .households) }, price: { view.price($0) }) }

  func money(_ row: Int) -> Double { worth(moneyFunds, row) }
  func deposits(_ row: Int) -> Double { worth(cash, row) }
  func funds(_ row: Int) -> (index: Double, active: Double) { (worth(index, row), worth(active, row)) }
  func risky(_ row: Int) -> Double { direct.reduce(worth(index, row) + worth(active, row)) { $0 + worth($1, row) } }
  func whole(_ row: Int) -> Double { safe.reduce(risky(row) + money(row) + deposits(row)) { $0 + worth($1, row) } }

  /// What a household buys of funds to hold a share at risk, out of money-fund shares and deposits beyond its buffer;
  /// negative: what it sells of them.
  func purchase(for share: Double, _ row: Int, income: Int32) -> Double {
    let gap = min(max(share, 0), 1) * whole(row) - risky(row)
    guard gap > 0 else { return max(gap, -(worth(index, row) + worth(active, row))) }
    let spare = deposits(row) - FinancialWealth.buffer * Double(max(0, income))
    return index.cents > 0 ? min(gap, money(row) + max(0, spare)) : 0
  }

  private func worth(_ part: Part, _ row: Int) -> Double {
    part.column.map { Double(max(0, $0[row])) * part.cents } ?? 0
  }
}
