/// What types of households plan to consume out of cash on hand, tabulated for a kernel.
///
///     c(m) = (m + h) · s(m/(m + h))
///
/// s is linear between equidistant points; h is ``half``, in periods of permanent income. Where everything is consumed s is
/// its own argument and nothing is lost; at the end of the table it is the propensity to consume boundless cash.
public struct ConsumptionPlans: Sendable {
  static let cells = 256
  /// Cash on hand in the middle of the table.
  static let half = 4.0

  public let types: Int
  /// Months of a period that the plans are for.
  public let months: Double
  /// s of each type in turn, with one point more than cells.
  let shares: [Double]

  /// - Parameter plans: of the least patient first; at least one.
  public init(_ plans: [BufferStock], months: Double) {
    (types, self.months) = (plans.count, months)
    shares = plans.flatMap { plan in
      (0..<ConsumptionPlans.cells).map { cell in
        let place = Double(cell) / Double(ConsumptionPlans.cells)
        let cash = ConsumptionPlans.half * place / (1 - place)
        return plan.consumption(cash) / (cash + ConsumptionPlans.half)
      } + [plan.leastPropensity]
    }
  }
}
