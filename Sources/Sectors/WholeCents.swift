import Accounting

extension Int64 {
  /// The whole cents of an amount that a formula came to; what is behind the point is cut off.
  ///
  /// The door between the formulas of a household and its legs. An amount that no leg can hold becomes the nearest
  /// ``Accounting/Leg/ceiling``, and what is no number becomes the ceiling: where such an amount is paid the ledger
  /// refuses it, so that the run ends with the mechanism's name and not in a trap.
  init(clampingCents amount: Double) {
    self = amount.magnitude < Double(Leg.ceiling) ? Int64(amount) : amount < 0 ? -Leg.ceiling : Leg.ceiling
  }
}
