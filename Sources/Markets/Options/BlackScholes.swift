import Quantities
import Statistics

/// A European option on something with a cost of carry, and its price.
///
///     price = φ (S e^{(b−r)T} Φ(φ d₁) − K e^{−rT} Φ(φ d₂))
///     d₁ = (log(S/K) + (b + σ²/2) T) / (σ√T),   d₂ = d₁ − σ√T,   φ = 1 for a call, −1 for a put
///
/// b = r for a stock without dividends, r − q for an index that yields q, 0 for a future. Price is in the unit of spot
/// and strike. Rates may be negative. An option in the money is priced as its intrinsic value plus the option out of the
/// money at the same strike, so that no time value is lost in a large price. Without time or volatility the price is the
/// discounted intrinsic value.
///
/// nil if spot or strike is not above zero, time or volatility is below zero, anything is not a number, or the
/// result is not finite. Ignores: early exercise, jumps, volatility that moves with the spot.
///
/// Sources: Black and Scholes (1973), J. Political Economy 81(3); Haug (2007), *The Complete Guide to Option Pricing
/// Formulas*, chapter 1.
/// Verified by: `BlackScholesTests` (ANCHORS T7).
public struct BlackScholes: Sendable, Codable, Equatable {
  public var right: OptionRight
  public var spot: Double
  public var strike: Double
  public var expiry: Tenor
  public var rate: Rate
  public var carry: Rate
  public var volatility: Volatility

  public init(
    _ right: OptionRight, spot: Double, strike: Double, expiry: Tenor, rate: Rate, carry: Rate, volatility: Volatility
  ) {
    (self.right, self.spot, self.strike, self.expiry) = (right, spot, strike, expiry)
    (self.rate, self.carry, self.volatility) = (rate, carry, volatility)
  }

  public var price: Double? {
    guard let terms = Terms(self) else { return nil }
    let (asset, cash) = (terms.asset, terms.cash)
    let φ = asset < cash ? 1.0 : -1.0
    let intrinsic = max(right.sign * (asset - cash), 0)
    guard terms.deviation > 0 else { return intrinsic }
    let time = asset * Elementary.normalCDF(φ * terms.d1) - cash * Elementary.normalCDF(φ * terms.d2)
    return intrinsic + max(φ * time, 0)
  }
}

extension BlackScholes {
  /// What price and Greeks share.
  struct Terms {
    /// S e^{(b−r)T} and K e^{−rT}.
    let asset: Double
    let cash: Double
    /// σ√T.
    let deviation: Double
    let d1: Double
    let d2: Double

    init?(_ option: BlackScholes) {
      let (s, k, t) = (option.spot, option.strike, option.expiry.value)
      let (r, b, σ) = (option.rate.value, option.carry.value, option.volatility.value)
      guard s > 0, k > 0, t >= 0, σ >= 0, s.isFinite, k.isFinite, t.isFinite, σ.isFinite else { return nil }
      asset = s * Elementary.exp((b - r) * t)
      cash = k * Elementary.exp(-r * t)
      deviation = σ * t.squareRoot()
      guard asset.isFinite, cash.isFinite, deviation.isFinite else { return nil }
      d1 = (Elementary.log(s / k) + b * t) / deviation + deviation / 2
      d2 = d1 - deviation
      guard deviation == 0 || !d1.isNaN else { return nil }
    }
  }
}
