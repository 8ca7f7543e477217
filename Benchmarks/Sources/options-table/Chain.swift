import Markets
import Quantities

/// A chain of options around one spot, the same on every run: 21,038 lines of 60 expiries, like a full SPX chain.
struct Chain {
  static let spot = 4700.0
  static let (rate, carry) = (Rate(0.05), Rate(0.035))
  static let count = 21_038

  let options: [BlackScholes]
  let contracts: [Double]

  init() {
    options = (0..<Chain.count).map { i in
      let (u, v) = (Chain.fraction(i, 2_654_435_761), Chain.fraction(i, 40_503))
      return BlackScholes(
        i % 2 == 0 ? .call : .put, spot: Chain.spot, strike: (Chain.spot * (0.4 + 0.9 * u)).rounded(),
        expiry: Tenor(Double(1 + (i % 60) * 12) / 365), rate: Chain.rate, carry: Chain.carry,
        volatility: Volatility(0.08 + 0.4 * v))
    }
    contracts = (0..<Chain.count).map { Double($0 % 997) }
  }

  /// A fraction of one that looks scattered in i.
  private static func fraction(_ i: Int, _ step: Int) -> Double { Double((i &* step) % 1_000_003) / 1_000_003 }

  /// Options whose price holds their volatility, with the price.
  var quoted: [(option: BlackScholes, price: Double)] {
    options.compactMap { option in
      guard let price = option.price, let vega = option.greeks?.vega, vega > 1e-3 else { return nil }
      return (option, price)
    }
  }

  var profile: GammaProfile {
    var profile = GammaProfile()
    for (option, contracts) in zip(options, contracts) {
      profile.add(
        contracts * 100, strike: option.strike, maturity: option.expiry, volatility: option.volatility,
        rate: Chain.rate,
        carry: Chain.carry)
    }
    return profile
  }

  func book(from day: Day) throws -> OptionBook {
    var book = OptionBook()
    for (i, option) in options.enumerated() {
      try book.add(
        Int64(contracts[i]) * 1_000_000, option.right, strike: option.strike,
        expiry: day.advanced(by: 1 + (i % 60) * 12))
    }
    return book
  }
}
