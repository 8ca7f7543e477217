import Accounting
import Quantities
import Sectors
import Simulation
import Statistics

extension Outcome {
  /// What became of crypto, who owns it and how it is regulated.
  static let crypto = [
    Outcome(
      "cryptoGain", "gain of crypto", unit: Dimensionless.self, .fraction,
      "Price of crypto at the end over its opening, less one."
    ) { evidence throws(Unreadable) in try evidence.last(.cryptoPrice) - 1 },
    Outcome(
      "cryptoVolatility", "volatility of crypto", unit: RootPerAnnum.self, .fraction,
      "Standard deviation of daily log returns, a year."
    ) { evidence throws(Unreadable) in
      let returns = evidence.series(.cryptoReturn).dropFirst()
      guard returns.count >= 20 else {
        throw Unreadable("volatility needs at least 20 days; there are \(returns.count)")
      }
      let mean = returns.reduce(0, +) / Double(returns.count)
      let variance = returns.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(returns.count - 1)
      return (252 * variance).squareRoot()
    },
    Outcome(
      "cryptoOwners", "households that own crypto", unit: Dimensionless.self, .fraction,
      "Share of households with a stake of ten dollars or more at the end."
    ) { evidence throws(Unreadable) in
      var owners = 0.0
      for age in CryptoAges.labels {
        owners += try evidence.last(.cryptoOwnership, age) * evidence.last(.cryptoAgeShares, age)
      }
      return owners
    },
    Outcome(
      "cryptoAgeGap", "crypto ownership, under 50 less 65 and over", unit: Dimensionless.self, .fraction,
      "Difference of the shares of households that own crypto at the end."
    ) { evidence throws(Unreadable) in
      try evidence.last(.cryptoOwnership, "under50") - evidence.last(.cryptoOwnership, "from65")
    },
    Outcome(
      "cryptoStance", "stance of crypto regulation", unit: Dimensionless.self, .number,
      "Where regulation stands at the end: 0 as at the opening, 1 all that owners want."
    ) { evidence throws(Unreadable) in try evidence.last(.cryptoStance) },
    Outcome(
      "stablecoins", "stablecoins", unit: Dollars.self, .dollars, "What issuers of stablecoins owe at the end."
    ) { evidence throws(Unreadable) in
      0 - evidence.balance(of: Sector.stablecoinIssuers.name) { $0 == "stablecoins" }
    },
  ]
}

extension Evidence {
  /// The last value of one number of a vector observable.
  func last(_ observable: Observable, _ label: String) throws(Unreadable) -> Double {
    guard let value = daily["\(observable.name).\(label)"]?.values.last else {
      throw Unreadable("the run has no \(observable.name) of \(label)")
    }
    return value
  }
}
