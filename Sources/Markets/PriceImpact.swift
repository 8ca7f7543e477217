import Quantities
import Statistics

/// How fast the impact of a trade fades.
///
///     κ = 1 − 2^(−1/H)        of the permanent part, H its half-life in days
///     ρ = 2^(−1/h)            of the transient part
public struct ImpactDecay: Sendable, Equatable {
  /// π, the share of an impact that is permanent.
  public let permanentShare: Double
  /// κ, the share of the permanent part that value investors undo in a day.
  public let fading: Double
  /// ρ, the share of the transient part that is left a day later.
  public let persistence: Double

  public init(permanentShare: Share, permanentHalfLife: TradingSpan, transientHalfLife: TradingSpan) {
    self.permanentShare = permanentShare.value
    fading = 1 - Decay.factor(halfLife: permanentHalfLife)
    persistence = Decay.factor(halfLife: transientHalfLife)
  }
}

/// Exponential decay by half-life.
public enum Decay {
  /// What is left after a day: 2^(−1/h); nothing when the half-life is not above zero.
  public static func factor(halfLife: TradingSpan) -> Double {
    halfLife.value > 0 ? Elementary.pow(2, -1 / halfLife.value) : 0
  }
}

/// What the trading of one cause has done to the log price of one basket, and not yet undone.
///
///     d ← d + πF − κd          permanent part
///     x ← ρx + (1 − π)F        transient part
///
/// The reversal is booked to the cause that made the impact, so no flow is counted twice.
///
/// Sources: Gabaix and Koijen (2021), NBER 28967; Bouchaud et al. (2018), *Trades, Quotes and Prices*, chapter 13.
/// Verified by: `PriceImpactTests`.
public struct PriceImpact: Sendable, Codable, Equatable {
  public private(set) var permanent = 0.0
  public private(set) var transient = 0.0

  public init() {}

  /// d + x.
  public var total: Double { permanent + transient }

  /// Takes the push F of a day and returns the change of d + x.
  public mutating func step(_ push: Double, _ decay: ImpactDecay) -> Double {
    let (π, κ, ρ) = (decay.permanentShare, decay.fading, decay.persistence)
    let change = π * push - κ * permanent
    let passing = (1 - π) * push - (1 - ρ) * transient
    permanent += change
    transient += passing
    return change + passing
  }
}
