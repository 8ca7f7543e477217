/// Unconstrained coordinates for the parameters of a ``VolatilityModel``: every point is admissible, and every bound
/// except those at zero memory and infinite degrees is reached at a finite point, where the likelihood is flat across it.
///
///     μ = ȳ + s c₀,   ω = s^δ e^{c₁},   α + γ/2 + β = 1/(1 + c₂²)
///     garch           α = share(c₃) of that, β the rest
///     gjr, tarch      α/2 = share(c₃) of that, (α + γ)/2 = share(c₄) of the rest, β what remains
///     egarch          β = tanh c₂, ω = (1 - β)(log s² + c₁), α = c₃, γ = c₄
///     ν = 2.05 + e^{last}                                                      share(c) = c²/(1 + c²)
struct VolatilityCoordinates {
  let model: VolatilityModel
  let mean: Double
  let deviation: Double

  /// The highest ν told apart from a normal distribution.
  static let mostDegrees = 500.0

  private var scale: Double { model.power == 1 ? deviation : deviation * deviation }
  private var logVariance: Double { 2 * Elementary.log(deviation) }

  /// The parameters at a point, with the derivatives of (μ, ω, α, γ, β, ν), a row each, by the coordinates.
  func parameters(at c: [Double]) -> (VolatilityParameters, DenseMatrix) {
    var jacobian = DenseMatrix(rows: 6, columns: c.count)
    var p = VolatilityParameters(mean: mean + deviation * c[0], constant: 0, response: 0, memory: 0)
    jacobian[0, 0] = deviation
    if model.dynamics == .egarch { setLogarithmic(c, &p, &jacobian) } else { setPowers(c, &p, &jacobian) }
    if model.errors == .studentT {
      let last = c.count - 1
      let above = Elementary.exp(min(c[last], 700))
      let most = VolatilityCoordinates.mostDegrees
      p.degrees = min(2.05 + above, most)
      jacobian[5, last] = 2.05 + above < most ? above : 0
    }
    return (p, jacobian)
  }

  private func setPowers(_ c: [Double], _ p: inout VolatilityParameters, _ jacobian: inout DenseMatrix) {
    p.constant = scale * Elementary.exp(c[1])
    jacobian[1, 1] = p.constant
    let whole = 1 / (1 + c[2] * c[2])
    let byWhole = -2 * c[2] * whole * whole
    let (a, byA) = share(c[3])
    guard model.isAsymmetric else {
      (p.response, p.memory) = (whole * a, whole * (1 - a))
      (jacobian[2, 2], jacobian[2, 3]) = (byWhole * a, whole * byA)
      (jacobian[4, 2], jacobian[4, 3]) = (byWhole * (1 - a), -whole * byA)
      return
    }
    let (b, byB) = share(c[4])
    // Half the answers to a rise and to a fall.
    let (up, down) = (whole * a, whole * (1 - a) * b)
    (p.response, p.asymmetry) = (2 * up, 2 * (down - up))
    p.memory = whole * (1 - a) * (1 - b)
    let byUp = [byWhole * a, whole * byA, 0]
    let byDown = [byWhole * (1 - a) * b, -whole * byA * b, whole * (1 - a) * byB]
    let byMemory = [byWhole * (1 - a) * (1 - b), -whole * byA * (1 - b), -whole * (1 - a) * byB]
    for i in 0..<3 {
      jacobian[2, 2 + i] = 2 * byUp[i]
      jacobian[3, 2 + i] = 2 * (byDown[i] - byUp[i])
      jacobian[4, 2 + i] = byMemory[i]
    }
  }

  private func setLogarithmic(_ c: [Double], _ p: inout VolatilityParameters, _ jacobian: inout DenseMatrix) {
    // Short of 1 by more than rounding, or a walk without end could be reached.
    let most = 1 - 1e-9
    p.memory = most * (1 - 2 / (Elementary.exp(2 * c[2]) + 1))
    p.constant = (1 - p.memory) * (logVariance + c[1])
    (p.response, p.asymmetry) = (c[3], c[4])
    let byMemory = most - p.memory * p.memory / most
    jacobian[4, 2] = byMemory
    jacobian[1, 1] = 1 - p.memory
    jacobian[1, 2] = -byMemory * (logVariance + c[1])
    (jacobian[2, 3], jacobian[3, 4]) = (1, 1)
  }

  private func share(_ c: Double) -> (value: Double, slope: Double) {
    let rest = 1 / (1 + c * c)
    return (c * c * rest, 2 * c * rest * rest)
  }

  /// Points to start a search from, one for each of a few guesses at how fast variance moves.
  var starts: [[Double]] {
    let guesses = [(0.05, 0.93), (0.10, 0.97), (0.10, 0.99), (0.20, 0.995)]
    return guesses.map { answer, persistence in
      let errors = model.errors == .studentT ? [Elementary.log(6)] : []
      if model.dynamics == .egarch {
        return [0, 0, 0.5 * Elementary.log((1 + persistence) / (1 - persistence)), 1.5 * answer, -0.5 * answer] + errors
      }
      let whole = (1 / persistence - 1).squareRoot()
      let constant = Elementary.log(1 - persistence)
      guard model.isAsymmetric else { return [0, constant, whole, root(answer / persistence)] + errors }
      let (up, down) = (0.2 * answer, 0.8 * answer)
      return [0, constant, whole, root(up / persistence), root(down / (persistence - up))] + errors
    }
  }

  /// The c with share(c) = s.
  private func root(_ s: Double) -> Double { (s / (1 - s)).squareRoot() }
}
