import Accounting
import Quantities
import Statistics

/// What a large order pays to those who take its other side, beyond the price: the square-root law.
///
///     cost = Y σ_d √(Q/V) · Q                  Q: what elastic holders took of it, V: a usual day's volume
///
/// It is a price concession within the day that is gone at the close, so it is a payment and not a part of the return.
/// Orders below a share of the day's volume pay nothing: they trade inside the spread.
///
/// Sources: Bouchaud, Bonart, Donier and Gould (2018), *Trades, Quotes and Prices*, chapter 12; Tóth et al. (2011),
/// Physical Review X 1, 021006.
/// Verified by: `ExecutionShortfallTests`.
public struct ExecutionShortfall: Sendable, Equatable {
  /// Y.
  public let coefficient: Double
  /// σ_d, the volatility of a day.
  public let dailyVolatility: Double
  /// V, in dollars.
  public let volume: Double
  /// The least Q/V that pays.
  public let threshold: Double

  /// The usual threshold: orders below a hundredth of a day's volume trade inside the spread.
  public static let least = 0.01

  public init(coefficient: Double, dailyVolatility: Double, volume: Double, threshold: Double) {
    (self.coefficient, self.dailyVolatility) = (coefficient, dailyVolatility)
    (self.volume, self.threshold) = (volume, threshold)
  }

  /// The cost of an order of a size in dollars; zero without volume.
  public func cost(of size: Double) -> Double {
    guard volume > 0, size > 0, size / volume >= threshold else { return 0 }
    return coefficient * dailyVolatility * (size / volume).squareRoot() * size
  }

  /// Pairs what payers owe with what payees are due, in order, to the cent; payees share by weight.
  public static func forEachPayment(
    _ owed: [(holder: Holder, cents: Int64)], to payees: [(holder: Holder, weight: Double)],
    _ body: (_ payer: Holder, _ payee: Holder, _ cents: Int64) -> Void
  ) {
    let total = owed.reduce(Int64(0)) { $0 + $1.cents }
    guard total > 0, payees.contains(where: { $0.weight > 0 }) else { return }
    var due = Money(cents: total).split(by: payees.map(\.weight)).map(\.cents)
    var payee = 0
    for (payer, cents) in owed {
      var left = cents
      while left > 0, payee < due.count {
        let paid = min(left, due[payee])
        if paid > 0 { body(payer, payees[payee].holder, paid) }
        (left, due[payee]) = (left - paid, due[payee] - paid)
        if due[payee] == 0 { payee += 1 }
      }
    }
  }
}
