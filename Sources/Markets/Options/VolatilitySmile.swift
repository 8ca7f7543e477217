import Quantities
import Statistics

/// How implied volatility differs by strike: the surface SVI of power 1/2.
///
///     w(k, θ) = θ/2 (1 + ρφk + √((φk + ρ)² + 1 − ρ²)),   φ = η/√(θ(1 + θ))
///
/// w is total variance σ²T at log-moneyness k = log(K/F), θ that at the money. The slope of volatility at the money is
/// ρη/(2√(T(1 + θ))): about the −1/2 power of maturity that index options show. With η(1 + |ρ|) ≤ 2 and θ that does not
/// fall with maturity there is no arbitrage between strikes or maturities (theorem 4.2 and corollary 4.1 of the source).
///
/// Sources: Gatheral and Jacquier (2014), *Arbitrage-free SVI volatility surfaces*, Quantitative Finance 14(1).
/// Verified by: `VolatilitySurfaceTests`.
public struct VolatilitySmile: Sendable, Codable, Equatable {
  /// ρ.
  public let skew: Share
  /// η.
  public let curvature: Share

  /// nil if −1 < ρ < 1, η > 0 or η(1 + |ρ|) ≤ 2 fails.
  public init?(skew: Share, curvature: Share) {
    guard abs(skew.value) < 1, curvature.value > 0, curvature.value * (1 + abs(skew.value)) <= 2 else { return nil }
    (self.skew, self.curvature) = (skew, curvature)
  }

  /// w(k, θ).
  public func totalVariance(_ k: Double, atTheMoney θ: Double) -> Double { slice(θ).totalVariance(k) }

  /// The smile of one maturity, with what all strikes share.
  func slice(_ θ: Double) -> Slice { Slice(self, θ) }

  struct Slice {
    private let half: Double
    private let slope: Double
    private let ρ: Double

    init(_ smile: VolatilitySmile, _ θ: Double) {
      half = θ / 2
      slope = θ > 0 ? smile.curvature.value / (θ * (1 + θ)).squareRoot() : 0
      ρ = smile.skew.value
    }

    func totalVariance(_ k: Double) -> Double {
      let z = slope * k
      return half * (1 + ρ * z + ((z + ρ) * (z + ρ) + 1 - ρ * ρ).squareRoot())
    }
  }
}

extension VolatilitySmile {
  /// The total variance a swap on variance would be struck at, which is what VIX measures:
  ///
  ///     w_VS = 2 ∫ Q(k) e^{−k} dk,   Q: the price of the option out of the money at strike e^k over the forward
  ///
  /// By Simpson's rule on each side of the money; 98 prices.
  public func swapVariance(atTheMoney θ: Double) -> Double {
    guard θ > 0, θ.isFinite else { return 0 }
    let (slice, panels) = (slice(θ), 24)
    func side(_ right: OptionRight, reach: Double) -> Double {
      let step = reach * θ.squareRoot() / Double(2 * panels)
      return (0...2 * panels).reduce(0.0) { sum, i in
        let k = Double(i) * step * right.sign
        let weight = i == 0 || i == 2 * panels ? 1.0 : i % 2 == 1 ? 4 : 2
        return sum + weight * Black.outOfTheMoney(right, k, slice.totalVariance(k)) * Elementary.exp(-k)
      } * step / 3
    }
    return 2 * (side(.put, reach: 14) + side(.call, reach: 9))
  }
}

/// Black's price over the forward, at a log-moneyness and total variance.
enum Black {
  static func outOfTheMoney(_ right: OptionRight, _ k: Double, _ w: Double) -> Double {
    let s = w.squareRoot()
    let (φ, d1) = (right.sign, -k / s + s / 2)
    return max(φ * (Elementary.normalCDF(φ * d1) - Elementary.exp(k) * Elementary.normalCDF(φ * (d1 - s))), 0)
  }
}
