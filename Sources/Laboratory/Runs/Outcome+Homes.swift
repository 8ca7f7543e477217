import Quantities
import Sectors

extension Outcome {
  /// What households buy, own and leave behind.
  static let homes = [
    Outcome(
      "homesBought", "homes renters buy in a year", unit: DollarsPerAnnum.self, .dollars,
      "What renters paid for homes, mean over months times twelve."
    ) { evidence throws(Unreadable) in
      let bought = try evidence.months("homeTrades.bought", atRest: 0)
      return 12 * bought.reduce(0, +) / Double(bought.count)
    },
    Outcome(
      "homeownership", "households from 35 to 54 that own their home", unit: Dimensionless.self, .fraction,
      "Owners over households with a head of 35 to 54 at the end."
    ) { evidence throws(Unreadable) in try evidence.last(.homeownership, "from35to54") },
    Outcome(
      "bequests", "left to heirs in a year", unit: DollarsPerAnnum.self, .dollars,
      "What estates were worth to their heirs, mean over months times twelve."
    ) { evidence throws(Unreadable) in
      let left = try evidence.months(.bequests)
      return 12 * left.reduce(0, +) / Double(left.count)
    },
  ]
}
