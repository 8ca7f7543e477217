/// Newton's method from a point that is nearly a minimum: it doubles the digits at each step.
///
///     x⁺ = x - (∇²f)⁻¹ ∇f
///
/// A step is kept only where the curvature is positive definite and the slope becomes flatter without the value rising,
/// so a polished point is never worse than the rough one.
public struct NewtonPolish: Sendable {
  public var steps = 4
  public var tolerance = 1e-12

  public init() {}

  public func polish(_ rough: Minimum, _ function: ([Double]) -> Slope) -> Minimum {
    var best = rough
    var here = function(rough.point)
    best.evaluations += 1
    for _ in 0..<steps where here.isFinite && here.steepness > tolerance {
      guard let curvature = Curvature.hessian(at: best.point, function),
        let step = Cholesky(curvature)?.solve(here.gradient)
      else { break }
      let point = zip(best.point, step).map { $0 - $1 }
      let there = function(point)
      best.evaluations += 2 * point.count + 1
      let noise = 1e-12 * (1 + here.value.magnitude)
      guard there.isFinite, there.steepness < here.steepness, there.value <= here.value + noise else { break }
      (best.point, best.value, here) = (point, there.value, there)
    }
    return best
  }
}
