import Quantities

/// A market of fundamentalists and chartists whose shares drift with their success in attracting each other.
///
///     d_f = n_f (σ_f ζ_f − φ p)                     fundamentalists bet on a return to value, log price 0
///     d_c = n_c (χ (p − p₋₁) + σ_c ζ_c)             chartists on the last move going on;  n_c = 1 − n_f
///     p₊₁ = p + μ (d_f + d_c)                       a market maker moves the log price with what he has to sell
///
///     a   = α₀ + α_n (n_f − n_c) + α_p p²           what speaks for fundamentalism: habit, the herd, misalignment
///     discrete choice:  n_f₊₁ = 1 / (1 + e^{−β a})
///     transition:       n_f₊₁ = n_f + n_c min(1, ν e^a) − n_f min(1, ν e^{−a})
///
/// The noise of a group stands for the differences among its members, so it grows with the group: volatility is that of
/// chartists while they rule and that of fundamentalists while they do. This is structural stochastic volatility, and
/// the two addressed draws make the paper's one ε with variance (n_f σ_f)² + (n_c σ_c)². A unit of demand is $1 billion
/// and an order is a whole number of cents, in the ledger and out of it.
///
/// Ignores: everything but two groups, one market maker and a constant value.
///
/// Sources: Franke and Westerhoff (2009), "Validation of a structural stochastic volatility model of asset pricing",
/// Bamberg working paper; (2012), J. Economic Dynamics and Control 36(8).
/// Verified by: `FrankeWesterhoffTests`, against both papers' moments and against the same market on the kernel.
public struct FrankeWesterhoff: ParameterSet, Equatable {
  /// How traders come to change their minds.
  public enum Switching: String, Sendable, Hashable, Codable, CaseIterable {
    /// All choose anew each day (Brock and Hommes).
    case discreteChoice
    /// A few change over each day, as probabilities of transition say (Weidlich and Haag).
    case transition
  }

  public var switching = Switching.discreteChoice

  @Parameter("Trading on misalignment: φ.", range: Share(0)...Share(10), source: .frankeWesterhoff2012)
  public var phi = Share(0.12)
  @Parameter("Trading on the last move: χ.", range: Share(0)...Share(20), source: .frankeWesterhoff2012)
  public var chi = Share(1.5)
  @Parameter("Noise of fundamentalists: σ_f.", range: Share(0)...Share(10), source: .frankeWesterhoff2012)
  public var fundamentalNoise = Share(0.758)
  @Parameter("Noise of chartists: σ_c.", range: Share(0)...Share(10), source: .frankeWesterhoff2012)
  public var chartNoise = Share(2.087)
  @Parameter("Predisposition to fundamentalism: α₀.", range: Share(-10)...Share(10), source: .frankeWesterhoff2012)
  public var predisposition = Share(-0.327)
  @Parameter("Following the herd: α_n.", range: Share(0)...Share(10), source: .frankeWesterhoff2012)
  public var herding = Share(1.79)
  @Parameter("Fear of misalignment: α_p.", range: Share(0)...Share(1000), source: .frankeWesterhoff2012)
  public var misalignment = Share(18.43)
  @Parameter(
    "Move of the log price for a unit of demand: μ.", range: Share(0)...Share(1), source: .frankeWesterhoff2012)
  public var impact = Share(0.01)
  @Parameter("Pace of switching: β, or ν of transition.", range: Share(0)...Share(10), source: .frankeWesterhoff2012)
  public var pace = Share(1)

  public static let all: [Field<Self>] = [
    Field("phi", \.$phi), Field("chi", \.$chi), Field("fundamentalNoise", \.$fundamentalNoise),
    Field("chartNoise", \.$chartNoise), Field("predisposition", \.$predisposition), Field("herding", \.$herding),
    Field("misalignment", \.$misalignment), Field("impact", \.$impact), Field("pace", \.$pace),
  ]

  public init() {}

  public static func == (a: Self, b: Self) -> Bool { a.equations == b.equations }
}

extension Source {
  static let frankeWesterhoff2012 = paper(
    "Franke and Westerhoff (2012), J. Economic Dynamics and Control 36(8)", at: "Table 1, DCA-HPM")
}
