/// A model in which today's variance follows from yesterday's and from yesterday's surprise.
///
///     y_t = μ + ε_t,   ε_t = σ_t z_t
///
///     garch    σ_t² = ω + α ε²_{t-1} + β σ²_{t-1}
///     gjr      σ_t² = ω + (α + γ 1[ε_{t-1} < 0]) ε²_{t-1} + β σ²_{t-1}
///     tarch    σ_t  = ω + (α + γ 1[ε_{t-1} < 0]) |ε_{t-1}| + β σ_{t-1}
///     egarch   log σ_t² = ω + α (|z_{t-1}| - √(2/π)) + γ z_{t-1} + β log σ²_{t-1}
///
/// z is standard normal, or Student's t scaled to a variance of one.
///
/// Sources: Bollerslev (1986), J. Econometrics 31(3); Glosten, Jagannathan and Runkle (1993), J. Finance 48(5); Zakoïan
/// (1994), J. Econ. Dynamics and Control 18(5); Nelson (1991), Econometrica 59(2).
public struct VolatilityModel: Sendable, Hashable, Codable {
  public enum Dynamics: String, Sendable, Hashable, Codable, CaseIterable { case garch, gjr, tarch, egarch }
  public enum Errors: String, Sendable, Hashable, Codable, CaseIterable { case normal, studentT }

  public var dynamics: Dynamics
  public var errors: Errors

  public init(_ dynamics: Dynamics, errors: Errors = .normal) { (self.dynamics, self.errors) = (dynamics, errors) }

  var isAsymmetric: Bool { dynamics != .garch }
  /// The power of σ that the recursion is in; EGARCH's is in log σ².
  var power: Double { dynamics == .tarch ? 1 : 2 }

  /// How many parameters are estimated.
  public var dimension: Int { 4 + (isAsymmetric ? 1 : 0) + (errors == .studentT ? 1 : 0) }
}

/// The numbers of a ``VolatilityModel``.
public struct VolatilityParameters: Sendable, Hashable, Codable {
  /// μ, in the unit of the returns.
  public var mean: Double
  /// ω
  public var constant: Double
  /// α: the answer to a surprise's size.
  public var response: Double
  /// γ: what a fall adds (EGARCH: what the sign does); 0 for GARCH.
  public var asymmetry: Double
  /// β
  public var memory: Double
  /// ν of Student's t; nil for normal errors.
  public var degrees: Double?

  public init(
    mean: Double, constant: Double, response: Double, asymmetry: Double = 0, memory: Double, degrees: Double? = nil
  ) {
    (self.mean, self.constant, self.response) = (mean, constant, response)
    (self.asymmetry, self.memory, self.degrees) = (asymmetry, memory, degrees)
  }
}

extension VolatilityModel {
  /// E|z| of a standard normal z, √(2/π).
  static let meanSize = (2 / Double.pi).squareRoot()

  /// Whether the recursion stays finite and positive whatever the surprises: ω > 0, α ≥ 0, α + γ ≥ 0, β ≥ 0 and
  /// α + γ/2 + β ≤ 1; for EGARCH |β| < 1; and ν > 2.
  public func isAdmissible(_ p: VolatilityParameters) -> Bool {
    guard [p.mean, p.constant, p.response, p.asymmetry, p.memory].allSatisfy(\.isFinite) else { return false }
    if errors == .studentT { guard let ν = p.degrees, ν > 2 else { return false } }
    if dynamics == .egarch { return p.memory.magnitude < 1 }
    let γ = isAsymmetric ? p.asymmetry : 0
    return p.constant > 0 && p.response >= 0 && p.response + γ >= 0 && p.memory >= 0
      && p.response + γ / 2 + p.memory <= 1 + 1e-12
  }
}
