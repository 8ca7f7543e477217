/// The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno: a minimum of a smooth function from its slope.
///
///     x⁺ = x - t H g,   H⁺ = (1 - ρ s yᵀ) H (1 - ρ y sᵀ) + ρ s sᵀ,   s = x⁺ - x,  y = g⁺ - g,  ρ = 1/(yᵀs)
///
/// The length t is found by bisection and doubling until both of Wolfe's conditions hold, so H stays positive definite.
/// A point where the function is not finite counts as too far. O(n²) a step beside the function.
/// Source: Nocedal and Wright (2006), Numerical Optimization, chapters 3 and 6.
public struct BFGS: Sendable {
  /// It has arrived when no derivative is larger than this.
  public var tolerance = 1e-8
  public var maximumSteps = 300
  private let sufficient = 1e-4
  private let curvature = 0.9

  public init() {}

  public func minimise(from start: [Double], _ function: ([Double]) -> Slope) -> Minimum {
    var x = start
    var here = function(x)
    var evaluations = 1
    guard here.isFinite else {
      return Minimum(point: x, value: here.value, evaluations: evaluations, isConverged: false)
    }
    var inverse = DenseMatrix.identity(x.count)
    var isFresh = true
    for _ in 0..<maximumSteps where here.steepness > tolerance {
      var direction = (inverse.times(here.gradient) ?? here.gradient).map { -$0 }
      if inner(direction, here.gradient) >= 0 {
        inverse = .identity(x.count)
        isFresh = true
        direction = here.gradient.map { -$0 }
      }
      let first = isFresh ? min(1, 1 / max(here.steepness, 1e-300)) : 1
      guard let (step, there) = walk(x, here, direction, first, &evaluations, function) else {
        // Nothing lower along this direction: either the floor of rounding, or a spent H.
        if isFresh { break }
        inverse = .identity(x.count)
        isFresh = true
        continue
      }
      let s = direction.map { step * $0 }
      let y = zip(there.gradient, here.gradient).map { $0 - $1 }
      for i in x.indices { x[i] += s[i] }
      here = there
      let overlap = inner(s, y)
      guard overlap > 0 else { continue }
      if isFresh { inverse = DenseMatrix.identity(x.count).scaled(by: overlap / inner(y, y)) }
      isFresh = false
      update(&inverse, s, y, 1 / overlap)
    }
    return Minimum(
      point: x, value: here.value, evaluations: evaluations, isConverged: here.steepness <= tolerance)
  }

  /// A length along a direction that satisfies Wolfe's conditions, or the best lower point found; nil without any.
  private func walk(
    _ x: [Double], _ here: Slope, _ direction: [Double], _ first: Double, _ evaluations: inout Int,
    _ function: ([Double]) -> Slope
  ) -> (Double, Slope)? {
    let descent = inner(here.gradient, direction)
    var (low, high, t) = (0.0, Double.infinity, first)
    var best: (Double, Slope)?
    for _ in 0..<40 {
      let there = function(zip(x, direction).map { $0 + t * $1 })
      evaluations += 1
      if !there.isFinite || there.value > here.value + sufficient * t * descent {
        high = t
      } else {
        if best.map({ there.value < $0.1.value }) ?? true { best = (t, there) }
        if inner(there.gradient, direction) >= curvature * descent { return (t, there) }
        low = t
      }
      t = high < .infinity ? (low + high) / 2 : 2 * low
    }
    return best
  }

  private func update(_ inverse: inout DenseMatrix, _ s: [Double], _ y: [Double], _ ρ: Double) {
    let turned = inverse.times(y) ?? y
    let length = 1 + ρ * inner(y, turned)
    for i in s.indices {
      for j in s.indices {
        inverse[i, j] += ρ * (length * s[i] * s[j] - s[i] * turned[j] - turned[i] * s[j])
      }
    }
  }

  private func inner(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for i in a.indices { sum += a[i] * b[i] }
    return sum
  }
}
