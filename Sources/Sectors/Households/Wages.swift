import Accounting
import Quantities
import Simulation

extension Trait {
  /// Disposable income of the month, in cents: begun by wages, moved on by taxes and benefits, capital income, and the
  /// service of debts less what is newly borrowed.
  public static let income = Trait("income")
}

extension Int64 {
  /// The nearest number a trait can hold.
  var asTrait: Int32 { Int32(clamping: self) }
}

/// Employers pay wages: every employed household receives its wage at the current wage level from where it works.
///
///     w_h(t) = w_h(0) · wageLevel(t)
///
/// The Treasury pays a fixed share of every public wage, state and local government the rest. An employer that is short
/// borrows. Who does not work earns nothing, and the month's income starts from zero.
///
/// Ignores: hours, second earners as their own persons, and which AI firm a household works for: each has as many.
///
/// Sees: the wage level; employer and wage of each household. Does: five legs of wages; begins the trait `income`.
/// Verified by: `WagesTests`.
public struct Wages: PopulationRule {
  public static let name = "wages"
  public static let sees: [Observable] = [.wageLevel]
  public static let notes: [Trait] = [.income]
  public static let legs: [Leg] = [
    .receives(from: .each(.firms), as: .wages, orBorrow: .corporateLoans),
    .receives(from: .one(Holder(.energy)), as: .wages, orBorrow: .corporateLoans),
    .receives(from: .each(.aiFirms), as: .wages, orBorrow: .corporateLoans),
    .receives(from: .one(Holder(.stateLocal)), as: .wages, orBorrow: .corporateLoans),
    .receives(from: .one(Holder(.treasury)), as: .wages, orBorrow: .bills),
  ]

  /// The Treasury's share of public wages.
  let federalShare: Double
  public init(federalShare: Double) { self.federalShare = federalShare }

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
  {
    let (employer, wage) = (view.traits[.employer], view.traits[.wage])
    let level = view[.wageLevel]
    let members = UInt8(clamping: view.members(.aiFirms))
    let (income, firms, firm) = (notes[0], legs.cents(0), legs.payees(0))
    let (energy, ai, aiFirm) = (legs.cents(1), legs.cents(2), legs.payees(2))
    let (state, federal) = (legs.cents(3), legs.cents(4))
    for (i, row) in rows.enumerated() {
      (firms[i], energy[i], ai[i], state[i], federal[i]) = (0, 0, 0, 0, 0)
      (firm[i], aiFirm[i]) = (0, 0)
      income[i] = 0
      let code = employer[row]
      guard code < Int32(Employment.employers) else { continue }
      let pay = Int64(clampingCents: (Double(wage[row]) * level).rounded())
      income[i] = pay.asTrait
      switch code {
      case Int32(Industry.energyAndUtilities.rawValue): energy[i] = pay
      case Employment.aiFirms: (ai[i], aiFirm[i]) = (pay, UInt8(truncatingIfNeeded: row) % max(1, members))
      case Int32(Industry.government.rawValue):
        federal[i] = Int64(clampingCents: (Double(pay) * federalShare).rounded())
        state[i] = pay - federal[i]
      default: (firms[i], firm[i]) = (pay, UInt8(truncatingIfNeeded: code))
      }
    }
  }
}
