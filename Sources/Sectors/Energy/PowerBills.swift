import Accounting
import Simulation

/// Households pay what power costs beyond the opening's price, each household the same.
///
///     pay = (surcharge / 12 / households)⁺,   receive = (−surcharge / 12 / households)⁺
///
/// A household that is out of money pays what it has. Income of the month is what is left, so that spending falls.
///
/// Ignores: bills that differ by home and region, arrears.
///
/// Sees: what all households owe. Does: two legs, to and from the energy industry; moves the trait `income` on.
/// Verified by: `PowerBillsTests`.
public struct PowerBills: PopulationRule {
  public static let name = "powerBills"
  public static let sees: [Observable] = [.powerSurcharge]
  public static let notes: [Trait] = [.income]
  public static let legs: [Leg] = [
    .pays(.one(Holder(.energy)), as: .power),
    .receives(from: .one(Holder(.energy)), as: .power, orBorrow: .corporateLoans),
  ]

  public init() {}

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    let deposits = view.column(.deposits, .households)
    let each = view[.powerSurcharge] / 12 / view.scale / Double(max(1, view.traits.count)) * 100
    let (paid, received, income) = (legs.cents(0), legs.cents(1), notes[0])
    for (i, row) in rows.enumerated() {
      paid[i] = min(max(0, Int64(clampingCents: each.rounded())), max(0, deposits?[row] ?? 0))
      received[i] = max(0, Int64(clampingCents: (-each).rounded()))
      income[i] = (Int64(income[i]) + received[i] - paid[i]).asTrait
    }
  }
}
