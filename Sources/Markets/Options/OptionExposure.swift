import Quantities
import Statistics

/// What a book of options is worth and how it answers, in dollars of the index.
///
///     value  = Σ q V                  vega  = Σ q ∂V/∂σ                q: contracts times dollars a point
///     delta  = Σ q S ∂V/∂S            dollars of the index that move as the book does
///     gamma  = Σ q S² ∂²V/∂S²         dollars of delta per unit return; a hedged owner trades −gamma · r
///     vanna  = Σ q S ∂²V/∂S∂σ         dollars of delta per unit of volatility
///     charm  = −Σ q S ∂²V/∂S∂T        dollars of delta a year
///
/// A volatility of a line is held at its strike while the spot moves.
public struct OptionExposure: Sendable, Codable, Equatable {
  public var value = Amount(0)
  public var delta = Amount(0)
  public var gamma = Amount(0)
  public var vega = Amount(0)
  public var vanna = Amount(0)
  public var charm = Amount(0)

  public init() {}

  /// Gamma in dollars of delta per 1 % move, the way it is mostly published.
  public var gammaPerPercent: Amount { Amount(gamma.value / 100) }
  /// Charm in dollars of delta a trading day.
  public var charmPerDay: Amount { Amount(charm.value / 252) }
}

extension OptionBook {
  /// Value and Greeks of all lines at the close of a day, in one pass.
  ///
  /// Lines that have expired count with their payoff and have no Greeks. nil if spot is not above zero or a result is
  /// not finite. O(n), two normal probabilities and one exponential a line.
  public func exposure(
    at spot: Double, on day: Day, _ surface: VolatilitySurface, rate: Rate, carry: Rate
  ) -> OptionExposure? {
    guard spot > 0, spot.isFinite else { return nil }
    var sums = Sums()
    for block in expiryBlocks {
      let maturity = OptionBook.maturity(of: expiries[block.lowerBound], from: day)
      if maturity.value > 0 {
        let slice = Slice(spot, maturity, surface, rate, carry)
        for row in block { sums.add(dollarsPerPoint(row), rights[row], strikes[row], logStrike(row), slice) }
      } else {
        for row in block { sums.value += dollarsPerPoint(row) * rights[row].payoff(at: spot, strike: strikes[row]) }
      }
    }
    return sums.exposure
  }

  /// What the lines of one expiry share.
  private struct Slice {
    let years: Double
    let rootYears: Double
    let logForward: Double
    /// S e^{(b−r)T}, its rate of growth b − r, and b.
    let asset: Double
    let yield: Double
    let carry: Double
    let discount: Double
    let smile: VolatilitySmile.Slice

    init(_ spot: Double, _ maturity: Tenor, _ surface: VolatilitySurface, _ rate: Rate, _ carry: Rate) {
      let (t, r, b) = (maturity.value, rate.value, carry.value)
      (years, rootYears) = (t, t.squareRoot())
      logForward = Elementary.log(spot) + b * t
      (asset, yield, self.carry) = (spot * Elementary.exp((b - r) * t), b - r, b)
      discount = Elementary.exp(-r * t)
      smile = surface.smile.slice(surface.atTheMoneyTotal(maturity))
    }
  }

  private struct Sums {
    var (value, delta, gamma, vega, vanna, charm) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    mutating func add(_ q: Double, _ right: OptionRight, _ strike: Double, _ logStrike: Double, _ slice: Slice) {
      let k = logStrike - slice.logForward
      let deviation = slice.smile.totalVariance(k).squareRoot()
      let (φ, d1) = (right.sign, deviation / 2 - k / deviation)
      let d2 = d1 - deviation
      let held = φ * q * slice.asset * Elementary.normalCDF(φ * d1)
      let density = q * slice.asset * NormalDensity.at(d1)
      value += held - φ * q * strike * slice.discount * Elementary.normalCDF(φ * d2)
      delta += held
      gamma += density / deviation
      charm -= slice.yield * held
      vega += density * slice.rootYears
      guard density != 0 else { return }
      vanna -= density * d2 * slice.rootYears / deviation
      charm -= density * (slice.carry / deviation - d2 / (2 * slice.years))
    }

    var exposure: OptionExposure? {
      guard [value, delta, gamma, vega, vanna, charm].allSatisfy(\.isFinite) else { return nil }
      var exposure = OptionExposure()
      (exposure.value, exposure.delta, exposure.gamma) = (Amount(value), Amount(delta), Amount(gamma))
      (exposure.vega, exposure.vanna, exposure.charm) = (Amount(vega), Amount(vanna), Amount(charm))
      return exposure
    }
  }
}
