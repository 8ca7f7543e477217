import Accounting
import Quantities
import Simulation

/// Points of a price index.
public enum IndexPoints: MeasurementUnit { public static let symbol = "index" }

extension Observable {
  // What moves value.

  /// The unforeseen part of what became known about each basket today, a change of the log price.
  public static let news = Observable(
    "news", unit: Dimensionless.self, atRest: 0, width: .each(EquityBasket.labels))
  /// What talk does to prices today, a change of the log price of both baskets.
  public static let tone = Observable("tone", unit: Dimensionless.self, atRest: 0)
  /// What a surprise of net liquidity does to prices today, a change of the log price of both baskets.
  public static let liquidityTone = Observable("liquidityTone", unit: Dimensionless.self, atRest: 0)
  /// Expected earnings of each basket, in dollars a year at national scale. Only their growth counts.
  public static let expectedEarnings = Observable(
    "expectedEarnings", unit: DollarsPerAnnum.self, atRest: 1, width: .each(EquityBasket.labels))
  /// What a unit of each basket is worth on earnings and interest.
  public static let fundamentalValue = Observable(
    "fundamentalValue", unit: Dollars.self, atRest: 100, width: .each(EquityBasket.labels))
  /// The ten-year Treasury yield.
  public static let longRate = Observable("longRate", unit: PerAnnum.self, atRest: 0.0418)
  /// The average real policy rate that is expected over the next four quarters.
  public static let expectedRealRate = Observable("expectedRealRate", unit: PerAnnum.self, atRest: 0.0136)

  // What the venue is told.

  /// How many per cent one per cent of unforeseen demand moves the index: M = 1/ζ.
  public static let impactMultiplier = Observable("impactMultiplier", unit: Dimensionless.self, atRest: 0)
  /// The same for demand for one basket against the other: 1/ζ_rel.
  public static let relativeMultiplier = Observable("relativeMultiplier", unit: Dimensionless.self, atRest: 0)

  // What the venue says.

  public static let logPrice = Observable(
    "logPrice", unit: Dimensionless.self, atRest: 4.605170185988092, width: .each(EquityBasket.labels))
  public static let basketReturn = Observable(
    "basketReturn", unit: Dimensionless.self, atRest: 0, width: .each(EquityBasket.labels))
  /// The part of the basket's return that news and talk made.
  public static let newsContribution = Observable(
    "newsContribution", unit: Dimensionless.self, atRest: 0, width: .each(EquityBasket.labels))
  /// The part that value made: its own change, and the pull of the price back to it.
  public static let valueContribution = Observable(
    "valueContribution", unit: Dimensionless.self, atRest: 0, width: .each(EquityBasket.labels))
  /// The part of the AI basket's return that each cause of orders made.
  public static let contributionAI = Observable(
    "contributionAI", unit: Dimensionless.self, atRest: 0, width: .eachCause)
  /// The part of the other basket's return that each cause of orders made.
  public static let contributionRest = Observable(
    "contributionRest", unit: Dimensionless.self, atRest: 0, width: .eachCause)
  /// The log return of the capitalisation-weighted index.
  public static let indexReturn = Observable("indexReturn", unit: Dimensionless.self, atRest: 0)
  public static let indexLevel = Observable("indexLevel", unit: IndexPoints.self, atRest: IndexHistory.sp500.last)
  /// The realised volatility of the index, exponentially weighted.
  public static let marketVolatility = Observable("marketVolatility", unit: RootPerAnnum.self, atRest: 0.105)
  /// What elastic holders had left to take at the close, over capitalisation; the lesser of the two sides.
  public static let elasticCapacity = Observable("elasticCapacity", unit: Dimensionless.self, atRest: 0)
  /// A usual day's volume over capitalisation.
  public static let marketTurnover = Observable("marketTurnover", unit: Dimensionless.self, atRest: 0.005)
  /// What each sector bought of equity in the day, in dollars of the run's scale: the cents that the ledger trades.
  public static let netPurchases = Observable(
    "netPurchases", unit: Dollars.self, atRest: 0, width: .each(Sector.allCases.map(\.name)))
  /// What each cause traded at the close in answer to the day's return, in dollars of the run's scale.
  public static let closingRebalance = Observable(
    "closingRebalance", unit: Dollars.self, atRest: 0, width: .eachCause)
  /// Whether the floor under the hedging of negative gamma bound in the day: 1 or 0.
  public static let hedgeFloor = Observable("hedgeFloor", unit: Dimensionless.self, atRest: 0)
  /// What large orders paid those who took their other side in the day, national.
  public static let executionShortfall = Observable("executionShortfall", unit: Dollars.self, atRest: 0)
  /// The share of what was to be traded that found no counterparty and waits.
  public static let unfilledShare = Observable("unfilledShare", unit: Dimensionless.self, atRest: 0)
}

extension Observable {
  /// A move of both baskets' log prices that a scenario asks for; it comes once, when it is first said.
  public static let equitySurprise = Observable("equitySurprise", unit: Dimensionless.self, atRest: 0)
}
