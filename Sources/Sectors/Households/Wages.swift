import Accounting
import Quantities
import Simulation

extension Trait {
  /// Disposable income of the month, in cents; begun by wages, completed by taxes, transfers and capital income.
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
/// Public employees are paid by state and local government and the Treasury in fixed shares.
public struct Wages: PopulationRule {
  public static let name = "wages"
  public static let sees: [Observable] = [.wageLevel]
  public static let notes: [Trait] = [.income]
  public static let legs: [Leg] = [
    .receives(from: .each(.firms), as: .wages, orBorrow: .corporateLoans), .receives(from: .one(Holder(.energy)), as: .wages, orBorrow: .corporateLoans),
    .receives(from: .each(.aiFirms), as: .wages, orBorrow: .corporateLoans), .receives(from: .one(Holder(.stateLocal)), as: .wages, orBorrow: .corporateLoans),
    .receives(from: .one(Holder(.treasury)), as: .wages, orBorrow: .bills),
  ]

  /// The Treasury's share of public wages.
  let federalShare: Double
  public init(federalShare: Double) { self.federalShare = federalShare }

  public func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View) {
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
      let pay = Int64((Double(wage[row]) * level).rounded())
      income[i] = pay.asTrait
      switch code {
      case Int32(Industry.energyAndUtilities.rawValue): energy[i] = pay
      case Employment.aiFirms: (ai[i], aiFirm[i]) = (pay, UInt8(truncatingIfNeeded: row) % max(1, members))
      case Int32(Industry.government.rawValue):
        federal[i] = Int64((Double(pay) * federalShare).rounded())
        state[i] = pay - federal[i]
      default: (firms[i], firm[i]) = (pay, UInt8(truncatingIfNeeded: code))
      }
    }
  }
}
