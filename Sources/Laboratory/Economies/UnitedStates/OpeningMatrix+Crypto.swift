import Accounting
import Quantities

// Crypto assets: without an issuer, so what they are worth is somebody's net worth.

extension OpeningMatrix {
  /// Adds crypto before the shares of funds, which owe what they own.
  mutating func addCrypto() throws(Money.OutOfRange) {
    let abroad = Figures.Holdings.cryptoAbroadShare.value * Figures.Balances.cryptoCap.value
    let funds = Figures.Crypto.fundAssets.value
    try real(
      .crypto,
      [
        (.households, Figures.Balances.cryptoCap.value - abroad - funds), (.mutualFunds, funds), (.restOfWorld, abroad),
      ], from: "capitalisation without stablecoins, what is held abroad and in spot funds as published")
  }
}
