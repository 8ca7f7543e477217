import Statistics

/// One fact of a daily market, as a number.
public struct MarketFact: Sendable {
  /// What it needs beside returns.
  public enum Need: Sendable { case returns, vix, vix3M }

  public let name: String
  public let unit: String
  /// Whether a parameter of the model was set with this fact in view.
  public let isTargeted: Bool
  public let need: Need
  let compute: @Sendable (MarketHistory) -> Double?

  /// The fact of a history; nil where it is undefined.
  public func value(of history: MarketHistory) -> Double? { absence(in: history) == nil ? compute(history) : nil }

  /// Why a history cannot have the fact.
  public func absence(in history: MarketHistory) -> String? {
    switch need {
    case .vix where !history.hasVIX: "no implied volatility is recorded"
    case .vix3M where !history.hasVIX3M: "no three-month implied volatility is recorded"
    default: nil
    }
  }
}

/// The facts that `penstock validate market` compares: 21 of returns and 8 of implied volatility.
///
/// Targeted are those that something was fitted to. ``NewsFit`` fits news to volatility, skewness, the tails, the memory of
/// |r|, the correlation of days that follow each other, and the leverage effect at 1 and 20 days, all of the chosen period.
/// ``Sectors/VolatilityCurve`` was set to the means of implied volatilities over expected variance and to what past falls
/// add to them, 2011 to 2025. Nothing was fitted to the other twelve.
public enum MarketFacts {
  public static let all = ofReturns + ofImpliedVolatility

  private static func fact(
    _ name: String, _ unit: String = "1", targeted: Bool = false, needs need: MarketFact.Need = .returns,
    _ compute: @escaping @Sendable (MarketHistory) -> Double?
  ) -> MarketFact { MarketFact(name: name, unit: unit, isTargeted: targeted, need: need, compute: compute) }

  static let ofReturns: [MarketFact] =
    [fact("volatility", "% a year", targeted: true) { StylisedFacts.annualVolatility($0.returns).map { 100 * $0 } }]
    + [1, 5, 21].map { days in fact("kurtosis, \(days) d") { StylisedFacts.kurtosis($0.returns, over: days) } }
    + [
      fact("skewness", targeted: true) { StylisedFacts.skewness($0.returns) },
      fact("tail index of losses", targeted: true) { StylisedFacts.tailIndex($0.returns, .losses) },
      fact("tail index of gains", targeted: true) { StylisedFacts.tailIndex($0.returns, .gains) },
    ]
    + [1, 10, 50, 100].map { lag in
      fact("autocorrelation of r, \(lag) d", targeted: lag == 1) { StylisedFacts.autocorrelation($0.returns, lag: lag) }
    }
    + [1, 10, 50, 100].map { lag in
      fact("autocorrelation of |r|, \(lag) d", targeted: true) {
        StylisedFacts.absoluteAutocorrelation($0.returns, lag: lag)
      }
    }
    + [1, 5, 20].map { lag in
      fact("leverage effect, \(lag) d", targeted: lag != 5) { StylisedFacts.leverage($0.returns, lag: lag) }
    }
    + [
      fact("deepest drawdown", "%") { 100 * Drawdowns($0.returns).deepest },
      fact("longest drawdown", "day") { Double(Drawdowns($0.returns).longest) },
      fact("large moves in clusters") { StylisedFacts.clusteredShare($0.returns) },
    ]

  static let ofImpliedVolatility = [
    fact("VIX", "point", targeted: true, needs: .vix) { Moments.mean($0.vix.filter { !$0.isNaN }) },
    fact("VIX less realised", "point", targeted: true, needs: .vix) { ImpliedVolatilityFacts.gap($0) },
    fact("VIX3M over VIX", targeted: true, needs: .vix3M) { ImpliedVolatilityFacts.slope($0) },
    fact("share of days inverted", needs: .vix3M) { ImpliedVolatilityFacts.inverted($0) },
    fact("length of an inversion", "day", needs: .vix3M) { ImpliedVolatilityFacts.spell($0) },
    fact("VIX for +1 %", "point", targeted: true, needs: .vix) { ImpliedVolatilityFacts.response($0, to: .up) },
    fact("VIX for −1 %", "point", targeted: true, needs: .vix) {
      ImpliedVolatilityFacts.response($0, to: .down).map { -$0 }
    },
    fact("variance risk premium", "%²", targeted: true, needs: .vix) { ImpliedVolatilityFacts.premium($0) },
  ]
}
