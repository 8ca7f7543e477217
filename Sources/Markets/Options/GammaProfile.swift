import Quantities
import Statistics

/// The gamma of a list of options as a function of the spot.
///
///     Γ(S) = Σ q S² ∂²V/∂S² = S Σ q e^{(b−r)T}/(σ√T) n((log S + a)/(σ√T)),   a = (b + σ²/2) T − log K
///
/// Each option keeps its own volatility while the spot moves. Everything but log S is worked out beforehand, which leaves
/// one exponential for an option and a spot. Signed like q: positive is long. Options without time, volatility or a
/// strike above zero have no gamma and are left out.
///
/// Verified by: `GammaProfileTests`.
public struct GammaProfile: Sendable {
  /// 1/(√2 σ√T), a/(√2 σ√T) and q e^{(b−r)T}/(σ√T√(2π)) of each option.
  private var slopes: [Double] = []
  private var offsets: [Double] = []
  private var weights: [Double] = []

  public init() {}

  public var count: Int { weights.count }

  public mutating func reserveCapacity(_ count: Int) {
    slopes.reserveCapacity(count)
    offsets.reserveCapacity(count)
    weights.reserveCapacity(count)
  }

  /// Adds an option.
  ///
  /// - Parameter dollarsPerPoint: q, contracts times dollars a point, negative when short.
  public mutating func add(
    _ dollarsPerPoint: Double, strike: Double, maturity: Tenor, volatility: Volatility, rate: Rate, carry: Rate
  ) {
    let (t, σ, b) = (maturity.value, volatility.value, carry.value)
    let deviation = σ * max(t, 0).squareRoot()
    guard deviation > 0, deviation.isFinite, strike > 0, strike.isFinite, dollarsPerPoint.isFinite else { return }
    let slope = 0.5.squareRoot() / deviation
    slopes.append(slope)
    offsets.append(((b + σ * σ / 2) * t - Elementary.log(strike)) * slope)
    weights.append(dollarsPerPoint * Elementary.exp((b - rate.value) * t) / deviation * NormalDensity.atZero)
  }

  /// The lines of a book at the close of a day, each at its volatility on a surface at a spot.
  public init(
    _ book: OptionBook, at spot: Double, on day: Day, _ surface: VolatilitySurface, rate: Rate, carry: Rate
  ) {
    reserveCapacity(book.count)
    for block in book.expiryBlocks {
      let maturity = OptionBook.maturity(of: book.expiries[block.lowerBound], from: day)
      let forward = spot * Elementary.exp(carry.value * maturity.value)
      for row in block {
        guard
          let volatility = surface.volatility(strike: book.strikes[row], forward: forward, maturity: maturity)
        else { continue }
        add(
          book.dollarsPerPoint(row), strike: book.strikes[row], maturity: maturity, volatility: volatility, rate: rate,
          carry: carry)
      }
    }
  }

  /// Γ(S) in dollars per unit return; zero where spot is not above zero. O(n).
  ///
  /// An option that far from the money that its gamma is below e^{−40} of its highest is passed over.
  public func gamma(at spot: Double) -> Amount {
    guard spot > 0, spot.isFinite else { return Amount(0) }
    let logSpot = Elementary.log(spot)
    var sum = 0.0
    for i in weights.indices {
      let d = logSpot * slopes[i] + offsets[i]
      if d * d < 40 { sum += weights[i] * Elementary.exp(-d * d) }
    }
    return Amount(spot * sum)
  }

  /// Γ at each of some spots.
  public func gamma(over spots: [Double]) -> [Amount] { spots.map(gamma(at:)) }

  /// The spots between neighbours of a list at which gamma changes sign, by the chord.
  public static func flips(_ spots: [Double], _ gamma: [Amount]) -> [Double] {
    let pairs = zip(zip(spots, gamma), zip(spots, gamma).dropFirst())
    return pairs.compactMap { left, right in
      let (a, b) = (left.1.value, right.1.value)
      guard (a < 0) != (b < 0), a != b else { return nil }
      return left.0 + (right.0 - left.0) * a / (a - b)
    }
  }
}
