import Accounting
import Quantities
import Simulation

/// The ages that surveys of crypto ownership tell apart.
public enum CryptoAges {
  public static let labels = ["under50", "from50", "from65"]

  /// The group of an age.
  @inlinable public static func group(_ age: Int32) -> Int { age < 50 ? 0 : age < 65 ? 1 : 2 }
}

/// Who moves the price of crypto.
public enum CryptoFlows {
  public static let labels = ["households", "funds", "foreign", "leverage", "liquidations"]
}

extension Observable {
  /// The price of crypto over its opening.
  public static let cryptoPrice = Observable("cryptoPrice", unit: Dimensionless.self, atRest: 1)
  /// The day's log return of crypto.
  public static let cryptoReturn = Observable("cryptoReturn", unit: Dimensionless.self, atRest: 0)
  /// How far crypto stands below its highest price of a year.
  public static let cryptoFall = Observable("cryptoFall", unit: Dimensionless.self, atRest: 0)
  /// What is bought in the day, by who buys, in national dollars.
  public static let cryptoFlow = Observable(
    "cryptoFlow", unit: Dollars.self, atRest: 0, width: .each(CryptoFlows.labels))
  /// Leveraged positions over capitalisation.
  public static let cryptoLeverage = Observable("cryptoLeverage", unit: Dimensionless.self, atRest: 0)
  /// How freely people at home can buy: 1 as at the opening, 0 where there is no market.
  public static let cryptoAccess = Observable("cryptoAccess", unit: Dimensionless.self, atRest: 0)
  /// The share of households that own crypto, by age of the head.
  public static let cryptoOwnership = Observable(
    "cryptoOwnership", unit: Dimensionless.self, atRest: 0, width: .each(CryptoAges.labels))
  /// The share of households in each of those ages.
  public static let cryptoAgeShares = Observable(
    "cryptoAgeShares", unit: Dimensionless.self, atRest: 0, width: .each(CryptoAges.labels))
  /// Where regulation of crypto stands: 0 as at the opening, 1 all that owners want, −1 a ban.
  public static let cryptoStance = Observable("cryptoStance", unit: Dimensionless.self, atRest: 0)
  /// Stablecoins outstanding, national.
  public static let stablecoinSupply = Observable("stablecoinSupply", unit: Dollars.self, atRest: 0)
}

extension View {
  /// What all crypto is worth, in dollars at the scale of the run.
  var cryptoCapitalisation: Double { Sector.allCases.reduce(0) { $0 + max(0, value(.crypto, $1).dollars) } }
}

/// Where a household begins to count as an owner: ten dollars, in cents.
enum CryptoStake {
  static let least = 1_000.0
}
