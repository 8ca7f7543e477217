import Quantities
import Sectors
import Simulation
import Statistics

extension Outcome {
  /// What happened in production, work and prices.
  static let economy = [
    Outcome(
      "realGDPGrowth", "real GDP growth", unit: PerAnnum.self, .fraction,
      "Mean of the last three months over the mean of the first three, a year."
    ) { evidence throws(Unreadable) in
      let product = try evidence.months(.realGDP)
      guard product.count >= 6 else { throw Unreadable("growth needs at least 6 months; there are \(product.count)") }
      let ratio = product.suffix(3).reduce(0, +) / product.prefix(3).reduce(0, +)
      guard ratio > 0 else { throw Unreadable("real GDP is not positive") }
      return Elementary.exp(Elementary.log(ratio) * 12 / Double(product.count - 3)) - 1
    },
    Outcome(
      "meanUnemployment", "unemployment, mean", unit: Dimensionless.self, .fraction,
      "Share of the labour force without work, mean over month ends."
    ) { evidence throws(Unreadable) in
      let rates = try evidence.months(.unemployment)
      return rates.reduce(0, +) / Double(rates.count)
    },
    Outcome(
      "finalUnemployment", "unemployment at the end", unit: Dimensionless.self, .fraction,
      "Share of the labour force without work in the last month."
    ) { evidence throws(Unreadable) in try evidence.last(.unemployment) },
    Outcome(
      "inflation", "inflation", unit: PerAnnum.self, .fraction,
      "Growth of the price level over the run, a year."
    ) { evidence throws(Unreadable) in
      let months = Double(try evidence.months(.priceLevel).count)
      let level = evidence.series(.priceLevel)
      guard let first = level.first, let last = level.last, first > 0, last > 0 else {
        throw Unreadable("the price level is not positive")
      }
      return Elementary.exp(Elementary.log(last / first) * 12 / months) - 1
    },
    Outcome(
      "nominalGDP", "nominal GDP at the end", unit: DollarsPerAnnum.self, .dollars,
      "Gross domestic product of the last month at current prices, at annual rate."
    ) { evidence throws(Unreadable) in try evidence.last(.nominalGDP) },
    Outcome(
      "aiCapex", "AI capex above trend", unit: DollarsPerAnnum.self, .dollars,
      "Capital expenditure of the AI firms above its 2019 trend in the last month, at annual rate."
    ) { evidence throws(Unreadable) in try evidence.last(.aiCapexRate) },
  ]
}
