import Quantities
import Sectors

extension Outcome {
  /// How firms fail, and what that costs their banks and their people.
  static let firms = [
    Outcome(
      "firmFailures", "firms that fail in a year", unit: Dimensionless.self, .fraction,
      "Firms that failed over all firms, mean over months times twelve."
    ) { evidence throws(Unreadable) in
      let rates = try evidence.months(.failureRate)
      return 12 * rates.reduce(0, +) / Double(rates.count)
    },
    Outcome(
      "chargeOffs", "business loans written off", unit: PerAnnum.self, .fraction,
      "Loans of firms that banks wrote off over loans of firms, mean over months at yearly rate."
    ) { evidence throws(Unreadable) in
      let rates = try evidence.months(.chargeOffRate)
      return rates.reduce(0, +) / Double(rates.count)
    },
    Outcome(
      "separations", "workers who lose their job in a month", unit: Dimensionless.self, .fraction,
      "Workers who lost their job over all workers, mean over months."
    ) { evidence throws(Unreadable) in
      let rates = try evidence.months(.separationRate)
      return rates.reduce(0, +) / Double(rates.count)
    },
  ]
}
