import Quantities
import Sectors
import Simulation

extension Outcome {
  /// What policy does for AI, what it costs, and what it is for.
  static let policy = [
    Outcome(
      "policySupport", "policy support for AI, mean", unit: Dimensionless.self, .fraction,
      "Part of the programme in force, mean over month ends."
    ) { evidence throws(Unreadable) in
      let support = try evidence.months(.policySupport)
      return support.reduce(0, +) / Double(support.count)
    },
    Outcome(
      "supportCost", "cost of policy support for AI", unit: Dollars.self, .dollars,
      "Tax refunds and purchases the Treasury has paid since the opening; loans are not a cost."
    ) { evidence throws(Unreadable) in try evidence.last(.supportCost) },
    Outcome(
      "recessionMonths", "months in recession", unit: Dimensionless.self, .fraction,
      "Share of months whose real GDP of three months is below that of six months before."
    ) { evidence throws(Unreadable) in
      let product = try evidence.months(.realGDP)
      guard product.count >= 10 else {
        throw Unreadable("recession needs at least 10 months; there are \(product.count)")
      }
      let quarters: [Double] = (2..<product.count).map { month in product[month - 2...month].reduce(0, +) }
      let falls = (6..<quarters.count).filter { month in quarters[month] < quarters[month - 6] }
      return Double(falls.count) / Double(quarters.count - 6)
    },
  ]
}
