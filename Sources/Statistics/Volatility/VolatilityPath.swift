/// The variance of a ``VolatilityModel`` day by day, with its derivatives by μ, ω, α, γ and β (lanes 0 to 4).
///
///     σ^δ:     ∂s_t = ∂(ω + A |ε|^δ) + β ∂s_{t-1}            A = α, and α + γ after a fall
///     log σ²:  ∂x_t = ∂(ω + α (|z| - c) + γ z) + (β - ½ (α |z| + γ z)) ∂x_{t-1}
struct VolatilityPath {
  private let model: VolatilityModel
  private let p: VolatilityParameters
  private let γ: Double
  /// σ^δ, or log σ².
  private var level: Double
  private var slope: SIMD8<Double>
  private(set) var variance = 0.0

  init(_ model: VolatilityModel, _ p: VolatilityParameters, _ backcast: Double) {
    (self.model, self.p) = (model, p)
    γ = model.isAsymmetric ? p.asymmetry : 0
    if model.dynamics == .egarch {
      level = p.constant + p.memory * backcast
      slope = SIMD8(0, 1, 0, 0, backcast, 0, 0, 0)
    } else {
      level = p.constant + (p.response + γ / 2 + p.memory) * backcast
      slope = SIMD8(0, 1, backcast, backcast / 2, backcast, 0, 0, 0)
    }
    setVariance()
  }

  /// The derivatives of log σ².
  @inline(__always) var logVarianceSlope: SIMD8<Double> {
    switch model.dynamics {
    case .garch, .gjr: slope * (1 / level)
    case .tarch: slope * (2 / level)
    case .egarch: slope
    }
  }

  /// Goes to the next day after a surprise.
  @inline(__always) mutating func advance(past ε: Double) {
    switch model.dynamics {
    case .garch, .gjr: advance(size: ε * ε, bySurprise: 2 * ε, isFall: ε < 0)
    case .tarch: advance(size: ε.magnitude, bySurprise: ε < 0 ? -1 : 1, isFall: ε < 0)
    case .egarch: advanceLogarithm(z: ε / variance.squareRoot())
    }
    setVariance()
  }

  @inline(__always) private mutating func advance(size: Double, bySurprise: Double, isFall: Bool) {
    let answer = isFall ? p.response + γ : p.response
    let own = SIMD8(-answer * bySurprise, 1, size, isFall ? size : 0, level, 0, 0, 0)
    slope = own + p.memory * slope
    level = p.constant + answer * size + p.memory * level
  }

  private mutating func advanceLogarithm(z: Double) {
    let size = z.magnitude - VolatilityModel.meanSize
    let sign = z < 0 ? -1.0 : 1
    let answer = p.response * sign + γ
    let own = SIMD8(-answer / variance.squareRoot(), 1, size, z, level, 0, 0, 0)
    slope = own + (p.memory - 0.5 * answer * z) * slope
    level = p.constant + p.response * size + γ * z + p.memory * level
  }

  @inline(__always) private mutating func setVariance() {
    switch model.dynamics {
    case .garch, .gjr: variance = level
    case .tarch: variance = level * level
    case .egarch: variance = Elementary.exp(level)
    }
  }
}
