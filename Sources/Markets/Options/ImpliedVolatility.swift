import Quantities
import Statistics

/// The volatility at which ``BlackScholes`` gives a price.
///
/// The price is undiscounted, made that of the option out of the money and divided by the geometric mean of forward
/// and strike, which leaves one equation in s = σ√T with x = −|log(F/K)|:
///
///     β = b(s) = e^{x/2} Φ(x/s + s/2) − e^{−x/2} Φ(x/s − s/2)
///
/// b has one inflection, at s_c = √(2|x|). Below it 1/log b, above it b or log(e^{x/2} − b) is nearly straight in s,
/// and is solved by Householder's method of order three: convergence of order four, two or three steps from guesses
/// that are exact at β → 0, at s_c, at x = 0 and at β → e^{x/2}. A bracket guards every step.
///
/// Relative precision is that of the price: an option deep in the money tells its volatility only by the last digits.
/// O(1).
///
/// Sources: Jäckel (2006), *By Implication*, and (2015), *Let's Be Rational*, Wilmott 75.
/// Verified by: `ImpliedVolatilityTests` (round trips to 1e-10).
public enum ImpliedVolatility {
  /// - Parameter price: in the unit of spot and strike.
  public static func of(
    price: Double, _ right: OptionRight, spot: Double, strike: Double, expiry: Tenor, rate: Rate, carry: Rate
  ) throws(ImpliedVolatilityError) -> Volatility {
    let t = expiry.value
    guard spot > 0, strike > 0, spot.isFinite, strike.isFinite, price.isFinite, t.isFinite else { throw .invalid }
    guard t > 0 else { throw .expired }
    let forward = spot * Elementary.exp(carry.value * t)
    let undiscounted = price * Elementary.exp(rate.value * t)
    guard forward > 0, forward.isFinite, undiscounted.isFinite else { throw .invalid }
    let timeValue = undiscounted - right.payoff(at: forward, strike: strike)
    guard timeValue >= 0 else { throw .belowIntrinsic }
    let black = NormalisedBlack(-abs(Elementary.log(spot / strike) + carry.value * t))
    let β = timeValue / (forward.squareRoot() * strike.squareRoot())
    guard β > 0 else { throw .noTimeValue }
    guard β < black.bound else { throw .aboveBound }
    return Volatility(try black.deviation(at: β) / t.squareRoot())
  }
}

/// Why a price has no volatility.
public enum ImpliedVolatilityError: Error, Equatable, CustomStringConvertible {
  /// An input is not finite, or spot or strike is not above zero.
  case invalid
  /// Nothing is left of the option's life.
  case expired
  /// Less than the option is worth without any volatility.
  case belowIntrinsic
  /// Exactly what the option is worth without volatility: every low volatility fits.
  case noTimeValue
  /// At or above what the option is worth at infinite volatility: the asset for a call, the strike for a put.
  case aboveBound
  /// The time value is too small for a double to be told from none.
  case unresolved

  public var description: String {
    switch self {
    case .invalid: "price, spot and strike must be finite numbers, spot and strike above zero"
    case .expired: "the option has expired"
    case .belowIntrinsic: "the price is below the option's intrinsic value"
    case .noTimeValue: "the price is the option's intrinsic value, which every low volatility gives"
    case .aboveBound: "the price is not below the most that an option can be worth"
    case .unresolved: "the option's time value is too small to have a volatility"
    }
  }
}
