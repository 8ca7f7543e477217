import Markets
import Quantities
import Statistics

/// What option dealers would have to trade when the index moves, under every mix of two hypotheses about their side.
///
///     C, P = Σ Γ_i OI_i 100 S² .01            calls, puts: dollars of delta per 1 % move
///     G(w) = C − w P,  0 ≤ w ≤ 1              dealers long every call and short a share w of the puts
///     breakeven w* = C/P                      G > 0 below it
///
/// Open interest does not say which side dealers are on, so G is an interval, [C − P, C]. w = 1 is the convention of
/// published charts. When customers sell the puts and buy the calls, or buy both, even the sign of C is wrong; the sum
/// −(C + P) of dealers short everything is given beside it.
///
/// Black-Scholes without carry; time in weekdays of 262 a year, at least one. The flip is where G(1) crosses zero between
/// levels of a profile whose options keep their quoted volatility, interpolated linearly.
///
/// Sources: Barbon and Buraschi (2021), *Gamma Fragility*; SqueezeMetrics (2017), *Gamma Exposure*.
/// Verified by: four published variants of one chain at 1e-3 (ANCHORS T6).
public struct DealerGamma: Sendable {
  public let spot: Double
  public let day: Day
  /// The day of the quotes.
  public let quoted: Day
  public let convention: GammaConvention
  /// C and P at the spot, in dollars per 1 %.
  public let calls: Double
  public let puts: Double
  /// Dollars of hedge per point of volatility, calls and puts, dealers long.
  public let vanna: (calls: Double, puts: Double)
  /// Dollars of hedge that pass of themselves per calendar day.
  public let charm: (calls: Double, puts: Double)
  /// Options that count, rows of the chain, and those of them without a weekday left.
  public let counted: Int
  public let listed: Int
  public let expired: Int
  private let book: (calls: GammaProfile, puts: GammaProfile)

  /// - Throws: ``Absence`` when no option counts or the spot is not positive.
  public init(
    _ chain: OptionChain, spot: Double? = nil, asOf day: Day? = nil, convention: GammaConvention = .standard
  ) throws(Absence) {
    guard let spot = spot ?? chain.spot else {
      throw Absence(reason: "the chain does not say the underlying's price; give --spot", last: chain.day)
    }
    guard spot > 0, spot < 1e9 else {
      throw Absence(reason: "the underlying's price is \(spot); give a price above 0", last: chain.day)
    }
    (self.spot, self.day, self.convention) = (spot, day ?? chain.day, convention)
    quoted = chain.day
    let kept = DealerGamma.counting(chain.options, on: self.day, convention)
    guard !kept.isEmpty else {
      throw Absence(reason: "no option of the chain has open interest and life left on \(self.day)", last: chain.day)
    }
    (counted, listed) = (kept.count, chain.options.count)
    expired = chain.options.count { [day = self.day] in day.weekdays(until: $0.expiration) <= 0 }
    book = (DealerGamma.profile(of: .call, in: kept, self.day), DealerGamma.profile(of: .put, in: kept, self.day))
    if convention.usesPrinted {
      let scale = 100 * spot * spot * 0.01
      calls = kept.filter { $0.right == .call }.reduce(0) { $0 + ($1.printedGamma ?? 0) * $1.openInterest } * scale
      puts = kept.filter { $0.right == .put }.reduce(0) { $0 + ($1.printedGamma ?? 0) * $1.openInterest } * scale
    } else {
      (calls, puts) = (DealerGamma.perPercent(book.calls, spot), DealerGamma.perPercent(book.puts, spot))
    }
    (vanna, charm) = DealerGamma.drift(of: kept, spot, self.day)
  }

  private static func counting(
    _ options: [OptionChain.Option], on day: Day, _ convention: GammaConvention
  ) -> [OptionChain.Option] {
    options.filter { option in
      option.openInterest > 0 && (convention.keepsExpiring || day.weekdays(until: option.expiration) > 0)
    }
  }

  /// The options on one side that have a volatility, at what is left of their time.
  private static func profile(of side: OptionRight, in options: [OptionChain.Option], _ day: Day) -> GammaProfile {
    options.reduce(into: GammaProfile()) { profile, option in
      guard option.right == side, option.volatility > 0, option.expiration >= day else { return }
      profile.add(
        option.openInterest * 100, strike: option.strike, maturity: maturity(of: option, day),
        volatility: Volatility(option.volatility), rate: .zero, carry: .zero)
    }
  }

  private static func maturity(of option: OptionChain.Option, _ day: Day) -> Tenor {
    Tenor(max(Double(day.weekdays(until: option.expiration)), 1) / GammaConvention.weekdaysAYear)
  }

  private static func perPercent(_ profile: GammaProfile, _ spot: Double) -> Double {
    profile.gamma(at: spot).value * 0.01
  }

  private static func drift(
    of options: [OptionChain.Option], _ spot: Double, _ day: Day
  ) -> (vanna: (Double, Double), charm: (Double, Double)) {
    var (vanna, charm) = ((0.0, 0.0), (0.0, 0.0))
    for option in options {
      let greeks = BlackScholes(
        option.right, spot: spot, strike: option.strike, expiry: maturity(of: option, day), rate: .zero,
        carry: .zero, volatility: Volatility(option.volatility)
      ).greeks
      guard let greeks, option.volatility > 0, option.expiration >= day else { continue }
      let shares = option.openInterest * 100 * spot
      let (v, c) = (greeks.vanna * shares * 0.01, greeks.charm * shares / 365.25)
      if option.right == .call { (vanna.0, charm.0) = (vanna.0 + v, charm.0 + c) }
      if option.right == .put { (vanna.1, charm.1) = (vanna.1 + v, charm.1 + c) }
    }
    return (vanna, charm)
  }

  /// G(w).
  public func exposure(putWeight w: Double) -> Double { calls - w * puts }

  /// Dealers short every option.
  public var allShort: Double { -(calls + puts) }

  /// w*, above which dealers are short gamma; nil when no put counts.
  public var breakeven: Double? { puts > 0 ? calls / puts : nil }
}

extension DealerGamma {
  /// G(w) at a level of the index.
  public struct Level: Sendable, Equatable {
    public let spot: Double
    public let calls: Double
    public let puts: Double
    public func exposure(putWeight w: Double) -> Double { calls - w * puts }
  }

  /// C and P over evenly spaced levels from 80 to 120 % of the spot. O(levels · options).
  public func profile(levels count: Int = 60) -> [Level] {
    let count = max(count, 2)
    return (0..<count).map { step in
      let level = spot * (0.8 + 0.4 * Double(step) / Double(count - 1))
      return Level(
        spot: level, calls: DealerGamma.perPercent(book.calls, level), puts: DealerGamma.perPercent(book.puts, level))
    }
  }

  /// The levels at which a profile crosses zero.
  public static func flips(of profile: [Level], putWeight w: Double = 1) -> [Double] {
    GammaProfile.flips(profile.map(\.spot), profile.map { Amount($0.exposure(putWeight: w)) })
  }
}
