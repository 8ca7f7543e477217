import Quantities
import Simulation

// What Treasury, central bank and money markets say of liquidity. Amounts are national. What is at rest in the plans is
// what was known on 2025-12-01.
extension Observable {
  // Plans.

  /// Bills the central bank buys beyond what it reinvests. At rest: what dealers foresaw before it was announced, the
  /// lower of two published forecasts that state a net amount (20 of 8 to 45 billion a month from January 2026).
  public static let reservePurchases = Observable(
    "reservePurchases", unit: DollarsPerAnnum.self, atRest: 240_000_000_000)
  /// The cash account the Treasury aims at. At rest: end of December 2025 in the estimates of November 2025.
  public static let cashTarget = Observable("cashTarget", unit: Dollars.self, atRest: 850_000_000_000)
  /// What is added to the share of bills in net borrowing. At rest: coupon sizes stay as they are.
  public static let billShareShift = Observable("billShareShift", unit: Dimensionless.self, atRest: 0)
  /// Short coupons bought back for cash management. At rest: up to 25 billion in the quarter from November 2025.
  public static let cashBuybacks = Observable("cashBuybacks", unit: DollarsPerAnnum.self, atRest: 100_000_000_000)

  // What came of them.

  /// Cash the calendar foretells for the Treasury on the next trading day, and over the next ten, without borrowing.
  public static let nextCash = Observable("nextCash", unit: Dollars.self, atRest: 0)
  public static let scheduledCash = Observable("scheduledCash", unit: Dollars.self, atRest: 0)
  /// What settles of the Treasury's announced borrowing, less buybacks, on the next trading day.
  public static let foretoldBorrowing = Observable("foretoldBorrowing", unit: Dollars.self, atRest: 0)
  /// Central-bank assets less cash account and reverse repo.
  public static let netLiquidity = Observable("netLiquidity", unit: Dollars.self, atRest: 5_750_000_000_000)
  public static let bankReserves = Observable("bankReserves", unit: Dollars.self, atRest: 0)
  public static let cashAccount = Observable("cashAccount", unit: Dollars.self, atRest: 0)
  public static let reverseRepo = Observable("reverseRepo", unit: Dollars.self, atRest: 0)
  /// The repo rate over interest on reserves, and over the middle of the target range.
  public static let moneyMarketSpread = Observable("moneyMarketSpread", unit: PerAnnum.self, atRest: 0)
  public static let repoSpread = Observable("repoSpread", unit: PerAnnum.self, atRest: 0)

  // What consensus makes of it.

  /// What yesterday's forecast had for net liquidity at yesterday's close.
  public static let expectedNetLiquidity = Observable("expectedNetLiquidity", unit: Dollars.self, atRest: 0)
  /// Realised less expected, over net liquidity.
  public static let netLiquiditySurprise = Observable("netLiquiditySurprise", unit: Dimensionless.self, atRest: 0)
  /// What surprises have added to the spread of loans and not lost again.
  public static let creditSpreadShift = Observable("creditSpreadShift", unit: PerAnnum.self, atRest: 0)
  /// What duration taken from the public beyond the plans at rest has done to the ten-year yield.
  public static let termPremiumShift = Observable("termPremiumShift", unit: PerAnnum.self, atRest: 0)
}
