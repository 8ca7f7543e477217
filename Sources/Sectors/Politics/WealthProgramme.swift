import Quantities
import Simulation

extension Observable {
  /// How aggrieved voters are, in standard deviations.
  public static let grievance = Observable("grievance", unit: Dimensionless.self, atRest: 0)
  /// How much of the programme of redistribution is in force, from 0 to 1.
  public static let redistribution = Observable("redistribution", unit: Dimensionless.self, atRest: 0)
  /// Laws of redistribution since the opening.
  public static let redistributionActs = Observable("redistributionActs", unit: Dimensionless.self, atRest: 0)
  /// What one household under 45 gets for children, dollars a month.
  public static let childSupport = Observable("childSupport", unit: Dollars.self, atRest: 0)
  /// What one household under 45 that rents gets towards a home, dollars a month.
  public static let housingSupport = Observable("housingSupport", unit: Dollars.self, atRest: 0)
  /// What one household below pension age in the lowest tercile of skill gets, dollars a month.
  public static let workSupport = Observable("workSupport", unit: Dollars.self, atRest: 0)
  /// Tax on net worth above the threshold, a year.
  public static let wealthTax = Observable("wealthTax", unit: PerAnnum.self, atRest: 0)
  /// Added tax on gains, over listed equity and funds of large holders, a year.
  public static let gainsTax = Observable("gainsTax", unit: PerAnnum.self, atRest: 0)
}

/// Who is meant by each part of the programme.
public enum Recipients {
  /// Below this age a household counts as one with children, or as a first-time buyer if it rents.
  public static let youngerThan: Int32 = 45

  static func getsChildSupport(age: Int32) -> Bool { age < youngerThan }
  static func getsHousingSupport(age: Int32, owns: Bool) -> Bool { age < youngerThan && !owns }
  static func getsWorkSupport(age: Int32, skill: Int32) -> Bool {
    age < TaxesAndTransfers.pensionAge && skill == 0
  }
}
