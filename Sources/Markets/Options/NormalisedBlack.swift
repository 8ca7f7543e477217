import Statistics

/// The price of an option at or out of the money as a function of total deviation s alone, and its inverse.
///
///     b(s)  = e^{x/2} Φ(x/s + s/2) − e^{−x/2} Φ(x/s − s/2),  x ≤ 0
///     b'(s) = n(√(x²/s² + s²/4)),   b''/b' = x²/s³ − s/4,   b'''/b' = (b''/b')² − 3x²/s⁴ − 1/4
///
/// Both terms of b are held to a relative 1e-15; their difference loses x/s² of that, and s gains it back, because
/// b moves by x²/s² for one of s.
struct NormalisedBlack {
  let x: Double
  /// e^{x/2}, what b tends to; and e^{−x/2}.
  let bound: Double
  private let inverse: Double

  init(_ x: Double) {
    self.x = x
    bound = Elementary.exp(x / 2)
    inverse = 1 / bound
  }

  /// b(s), and e^{x/2} − b(s) without cancellation.
  private func value(_ s: Double) -> (b: Double, rest: Double) {
    let (h, t) = (x / s, s / 2)
    let lower = inverse * Elementary.normalCDF(h - t)
    guard h + t < 0 else {
      let rest = bound * Elementary.normalCDF(-h - t) + lower
      return (bound - rest, rest)
    }
    let b = max(bound * Elementary.normalCDF(h + t) - lower, 0)
    return (b, bound - b)
  }

  /// b'(s).
  private func slope(_ s: Double) -> Double {
    let (h, t) = (x / s, s / 2)
    return NormalDensity.atZero * Elementary.exp(-0.5 * (h * h + t * t))
  }

  private typealias Value = (b: Double, rest: Double, slope: Double)

  /// The s at which b(s) = β, for 0 < β < e^{x/2}.
  ///
  /// Two steps from ``guess(at:)`` reach the last digit; the bracket is there for what rounding may do.
  func deviation(at β: Double) throws(ImpliedVolatilityError) -> Double {
    var (s, branch) = guess(at: β)
    let logβ = branch == .low ? Elementary.log(β) : 0
    var (low, high) = (0.0, Double.infinity)
    for _ in 0..<16 {
      let (b, rest) = value(s)
      let here = (b: b, rest: rest, slope: slope(s))
      guard here.slope > 0, here.b > 0 else { throw .unresolved }
      if here.b < β { low = max(low, s) } else { high = min(high, s) }
      let step =
        switch branch {
        case .low: logStep(s, here, logβ)
        case .middle: plainStep(s, here, β)
        case .high: restStep(s, here, β)
        }
      let next = s + step
      if abs(step) <= 1e-4 * s { return next }
      s = next > low && next < high ? next : high.isFinite ? (low + high) / 2 : 2 * s
    }
    throw .unresolved
  }

  /// Which function of b is solved.
  private enum Branch { case low, middle, high }

  /// A first s within a tenth of the root.
  ///
  /// The tangent of b at the inflection s_c meets zero at s_l. Below b(s_l), Φ(z)³ 2π|x|/√27 with z = x/(√3 s) is
  /// nearly β; between s_l and s_c the root is near the chord; above s_c, −2Φ⁻¹ of what is left below the bound.
  private func guess(at β: Double) -> (s: Double, branch: Branch) {
    // There x/s + s/2 is zero, and b' is n(0) e^{x/2}.
    let inflection = (-2 * x).squareRoot()
    let lower = inverse * Elementary.normalCDF(-inflection)
    let middle = max(bound / 2 - lower, 0)
    guard β < middle else {
      let left = Elementary.normalCDF(-0.5 * inflection) * ((bound - β) / (bound / 2 + lower))
      return (-2 * Elementary.normalQuantile(left), β < 0.75 * bound ? .middle : .high)
    }
    let tangent = inflection - middle / (NormalDensity.atZero * bound)
    let below = value(tangent).b
    guard β < below else {
      return (tangent + (inflection - tangent) * ((β - below) / (middle - below)), .middle)
    }
    let scale = -x * (2 * Double.pi / 27.0.squareRoot())
    let tail = Elementary.normalCDF(x / (3.0.squareRoot() * tangent))
    let cube = β / (scale * (1 + β / below * (below / (scale * tail * tail * tail) - 1)))
    return (x / (3.0.squareRoot() * Elementary.normalQuantile(Elementary.pow(cube, 1.0 / 3))), .low)
  }

  /// A step on 1/log b.
  private func logStep(_ s: Double, _ at: Value, _ logβ: Double) -> Double {
    let (logB, α) = (Elementary.log(at.b), at.slope / at.b)
    let (λ, (k, k3)) = (1 / logB, curvature(s))
    return householder(
      (logβ - logB) * logB / (logβ * α), k - α * (1 + 2 * λ),
      k3 + 2 * α * α * (1 + 3 * λ * (1 + λ)) - 3 * k * α * (1 + 2 * λ))
  }

  /// A step on b itself.
  private func plainStep(_ s: Double, _ at: Value, _ β: Double) -> Double {
    let (k, k3) = curvature(s)
    return householder((β - at.b) / at.slope, k, k3)
  }

  /// A step on log(e^{x/2} − b).
  private func restStep(_ s: Double, _ at: Value, _ β: Double) -> Double {
    let (γ, (k, k3)) = (at.slope / at.rest, curvature(s))
    return householder(Elementary.log(at.rest / (bound - β)) / γ, k + γ, k3 + γ * (2 * γ + 3 * k))
  }

  /// b''/b' and b'''/b'.
  private func curvature(_ s: Double) -> (Double, Double) {
    let h = x / s
    let k = h * h / s - s / 4
    return (k, k * k - 3 * (h / s) * (h / s) - 0.25)
  }

  /// Householder's step of order three: Newton's step ν corrected by f''/f' and f'''/f'.
  private func householder(_ ν: Double, _ second: Double, _ third: Double) -> Double {
    let step = ν * (1 + 0.5 * second * ν) / (1 + ν * (second + third * ν / 6))
    // Far from the root the correction may overturn the step.
    return step * ν > 0 || ν == 0 ? step : ν
  }
}
