import Quantities
import Statistics

/// The published formula of the VIX for options of one expiry.
///
///     F  = K* + e^{RT} (C(K*) − P(K*)),   K*: where call and put are nearest;   K₀: the highest strike not above F
///     σ² = (2/T) Σ ΔK/K² e^{RT} Q(K) − (1/T) (F/K₀ − 1)²
///
/// Q is the middle of the quote of the put below K₀, of the call above, and of both at K₀. Going out from K₀, options
/// without a bid or an offer are left out, and after two of them in a row so is everything beyond. ΔK is half the
/// distance between the neighbours that are left in, at the ends the distance to the one.
///
/// Sources: Cboe Volatility Index methodology (Cboe Global Indices), whose worked example is the test; Demeterfi,
/// Derman, Kamal and Zou (1999), Goldman Sachs Quantitative Strategies.
/// Verified by: `VIXStripTests`.
public struct VIXStrip: Sendable, Equatable {
  public let maturity: Tenor
  /// F.
  public let forward: Double
  /// K₀.
  public let centre: Double
  /// The strikes left in, and ΔK/K² e^{RT} Q(K) of each.
  public let strikes: [Double]
  public let contributions: [Double]
  /// σ², annual.
  public let variance: Double

  /// - Parameter quotes: in order of rising strike.
  public init(_ quotes: [StrikeQuote], maturity: Tenor, rate: Rate) throws(VIXStripError) {
    let t = maturity.value
    guard t > 0, t.isFinite else { throw .expired }
    let growth = Elementary.exp(rate.value * t)
    guard VIXStrip.areUsable(quotes), growth > 0, growth.isFinite else { throw .quotes }
    guard let forward = VIXStrip.forward(quotes, growth) else { throw .noForward }
    guard let middle = quotes.lastIndex(where: { $0.strike <= forward }), quotes[middle].call.ask > 0,
      quotes[middle].put.ask > 0
    else { throw .noCentre }
    let puts = VIXStrip.wing(quotes[..<middle].reversed().map { ($0.strike, $0.put) })
    let calls = VIXStrip.wing(quotes[(middle + 1)...].map { ($0.strike, $0.call) })
    guard !puts.isEmpty, !calls.isEmpty else { throw .noWing }
    let k0 = quotes[middle].strike
    let both = (quotes[middle].call.middle + quotes[middle].put.middle) / 2
    let kept = puts.reversed() + [(k0, both)] + calls
    (self.maturity, self.forward, centre) = (maturity, forward, k0)
    strikes = kept.map(\.0)
    contributions = kept.indices.map { i in
      let (below, above) = (max(i - 1, 0), min(i + 1, kept.count - 1))
      let width = (kept[above].0 - kept[below].0) / Double(above - below)
      return width / (kept[i].0 * kept[i].0) * growth * kept[i].1
    }
    let gap = forward / k0 - 1
    variance = (2 * contributions.reduce(0, +) - gap * gap) / t
    guard variance >= 0, variance.isFinite else { throw .noVariance }
  }

  /// F, by parity at the strike where call and put are nearest; nil if none is quoted in both.
  private static func forward(_ quotes: [StrikeQuote], _ growth: Double) -> Double? {
    quotes.filter { $0.call.isTwoSided && $0.put.isTwoSided }
      .map { (strike: $0.strike, difference: $0.call.middle - $0.put.middle) }
      .min { abs($0.difference) < abs($1.difference) }
      .map { $0.strike + growth * $0.difference }
  }

  /// The options of one side going out from the centre, each strike with the middle of its quote.
  private static func wing(_ side: [(Double, OptionQuote)]) -> [(Double, Double)] {
    var (kept, missing) = ([(Double, Double)](), 0)
    for (strike, quote) in side {
      missing = quote.isTwoSided ? 0 : missing + 1
      if missing == 2 { break }
      if missing == 0 { kept.append((strike, quote.middle)) }
    }
    return kept
  }

  /// Whether strikes rise from above zero and every number is finite and not below zero.
  private static func areUsable(_ quotes: [StrikeQuote]) -> Bool {
    guard let first = quotes.first, let last = quotes.last, first.strike > 0, last.strike.isFinite else { return false }
    return zip(quotes, quotes.dropFirst()).allSatisfy { $0.strike < $1.strike }
      && quotes.allSatisfy { $0.call.isUsable && $0.put.isUsable }
  }
}

extension VIXStrip {
  /// The index at a horizon between two expiries, as a volatility: total variance is linear in time.
  ///
  ///     VIX² = [T₁σ₁² (T₂ − H) + T₂σ₂² (H − T₁)] / (T₂ − T₁) / H
  ///
  /// - Throws: ``VIXStripError/notBetween`` unless T₁ ≤ H ≤ T₂ and T₁ < T₂: the index is never extrapolated.
  public static func index(
    near: VIXStrip, next: VIXStrip, horizon: Tenor
  ) throws(VIXStripError) -> Volatility {
    let (t1, t2, h) = (near.maturity.value, next.maturity.value, horizon.value)
    guard t1 < t2, t1 <= h, h <= t2 else { throw .notBetween }
    let total = (t1 * near.variance * (t2 - h) + t2 * next.variance * (h - t1)) / (t2 - t1)
    return Volatility((total / h).squareRoot())
  }
}

/// Why quotes have no index.
public enum VIXStripError: Error, Equatable, CustomStringConvertible {
  case expired, quotes, noForward, noCentre, noWing, noVariance, notBetween

  public var description: String {
    switch self {
    case .expired: "the options have no time left"
    case .quotes: "strikes must rise from above zero, and quotes be numbers not below zero"
    case .noForward: "no strike has quotes for both call and put, so there is no forward"
    case .noCentre: "there is no quoted strike at or below the forward"
    case .noWing: "no put below or no call above the forward has a bid"
    case .noVariance: "the quotes imply a variance below zero"
    case .notBetween: "the horizon must lie between the two expiries"
    }
  }
}
