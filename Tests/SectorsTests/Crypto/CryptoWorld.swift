import Accounting
import Markets
import Quantities
import Sectors
import Simulation

/// A few households and one of everybody else with crypto in their hands, and what they are told about it.
enum CryptoWorld {
  /// A household: age of its head, income of the month, home and stake in dollars.
  struct Household {
    var age: Int32 = 40
    var income = 1_000.0
    var home = 0.0
    var stake = 0.0
    var skill: Int32 = 1
  }

  /// Dollars of crypto abroad and in funds.
  static let abroad = 50e6
  static let inFunds = 10e6

  static func world(
    _ page: DayPage, _ households: [Household] = [Household()], coins: Double = 0, bills: Double = 0, scale: Double = 1,
    seed: UInt64 = 1
  ) throws -> World {
    var books = FirmWorld.Books(households: households.count)
    func units(_ dollars: Double) -> Int64 { Int64((dollars * 10_000).rounded()) }
    books.own(.crypto, units(abroad), by: Holder(.restOfWorld))
    books.own(.crypto, units(inFunds), by: Holder(.mutualFunds))
    for (row, household) in households.enumerated() {
      books.own(.crypto, units(household.stake), by: Holder(.households, row))
      books.own(.dwellings, units(household.home), by: Holder(.households, row))
    }
    if coins > 0 {
      books.owe(.stablecoins, Int64(coins * 100), from: Holder(.stablecoinIssuers), to: Holder(.restOfWorld))
      books.deposit(Money(cents: Int64(coins * 100)), of: Holder(.stablecoinIssuers))
    }
    if bills > 0 { books.owe(.bills, Int64(bills * 100), from: Holder(.treasury), to: Holder(.moneyFunds)) }
    let traits = Traits(count: households.count)
    traits.set(.age, households.map(\.age))
    traits.set(.skill, households.map(\.skill))
    traits.set(.income, households.map { Int32(($0.income * 100).rounded()) })
    return try FirmWorld.world(page, books, traits: traits, scale: scale, seed: seed)
  }

  /// A market without luck and without leverage.
  static let quiet = [
    ("crypto.foreignVolatility", "0"), ("crypto.fundNoise", "0"), ("crypto.fundChasing", "0"), ("crypto.leverage", "0"),
  ]
}

extension DayPage {
  /// The page with several parameters set.
  func setting(_ settings: [(String, String)]) throws -> DayPage {
    try settings.reduce(self) { try $0.setting($1.0, to: $1.1) }
  }
}

enum EquityReturnTopic: Topic {
  static let name = "equityReturn"
  static let observables: [Observable] = [.indexReturn]
}

enum CryptoAccessTopic: Topic {
  static let name = "access"
  static let observables: [Observable] = [.cryptoAccess]
}

enum CryptoPeersTopic: Topic {
  static let name = "peers"
  static let observables: [Observable] = [.cryptoOwnership]
}

enum CryptoAgesTopic: Topic {
  static let name = "ages"
  static let observables: [Observable] = [.cryptoAgeShares]
}

enum CryptoFallTopic: Topic {
  static let name = "fall"
  static let observables: [Observable] = [.cryptoFall]
}

enum HomeBurdenTopic: Topic {
  static let name = "burden"
  static let observables: [Observable] = [.homeBurden]
}
