import Quantities
import Statistics

/// What a file of prices says of itself: the stylised facts of its returns, and the GARCH family fitted to them.
public enum FactsFile {
  /// Facts of each column, over its last ten years of days.
  public static func readings(_ prices: PriceFile, file: String, asOf day: Day) -> [Reading] {
    prices.columns.flatMap { column -> [Reading] in
      let facts = StylisedFactsGauge(column: column).readings(of: prices.panel, asOf: day)
      return (facts + garch(column, prices, day)).reading(["\(file): \(column)"])
    }
  }

  private static func garch(_ column: String, _ prices: PriceFile, _ day: Day) -> [Reading] {
    do throws(Absence) {
      let history = try PriceHistory(column, of: prices.panel, through: day)
      return try GARCHFamilyGauge().readings(of: history.last(2521), seenFrom: day).map {
        $0.renamed("\($0.gauge) of \(column)")
      }
    } catch {
      return [
        Reading(
          gauge: "\(GARCHFamilyGauge.name) of \(column)", unit: RootPerAnnum.symbol, method: "",
          absentBecause: error.reason, last: error.last, seenFrom: day)
      ]
    }
  }
}
