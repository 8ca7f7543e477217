/// Student's t distribution with ν degrees of freedom, ν any positive number.
///
/// Built on ``Elementary`` alone, so it is inside the run's hash. The relative error is about 1e-13 + 1e-16 ν, also in the
/// tails. Above a million degrees expansions in 1/ν around the normal distribution take over (Abramowitz and Stegun
/// 26.7.5 and 26.7.8), off by less than a relative 1e-9 for |t| below 10.
public enum StudentT {
  private static let expansionDegrees = 1e6

  /// P(T ≤ t); nan when t or degrees are nan or degrees are not above zero. O(√ν).
  public static func cdf(_ t: Double, degrees: Double) -> Double {
    guard degrees > 0, !t.isNaN else { return .nan }
    return t > 0 ? 1 - upperTail(t, degrees) : upperTail(-t, degrees)
  }

  /// P(|T| ≥ |t|), the p-value of a two-sided test.
  public static func twoSided(_ t: Double, degrees: Double) -> Double { 2 * cdf(-t.magnitude, degrees: degrees) }

  /// The t with P(T ≤ t) = p; ∓∞ at 0 and 1, nan outside or when degrees are not above zero.
  ///
  /// Newton's method on log P(T > t) as a function of log t, which is concave and decreasing: after the first step the
  /// iterates fall to the root from above.
  public static func quantile(_ p: Double, degrees ν: Double) -> Double {
    guard p >= 0, p <= 1, ν > 0 else { return .nan }
    let tail = min(p, 1 - p)
    let sign = p < 0.5 ? -1.0 : 1.0
    if tail == 0 { return sign * .infinity }
    if tail == 0.5 { return 0 }
    let z = Elementary.normalQuantile(tail).magnitude
    guard ν <= expansionDegrees else {
      return sign * (z + (z * z * z + z) / (4 * ν) + z * (5 * z * z * z * z + 16 * z * z + 3) / (96 * ν * ν))
    }
    let target = Elementary.log(tail)
    var t = z
    for _ in 0..<100 {
      let upper = upperTail(t, ν)
      let step = (Elementary.log(upper) - target) * upper / (t * density(t, ν))
      guard step.isFinite else { break }
      t *= Elementary.exp(min(max(step, -20), 20))
      if step.magnitude < 1e-14 { break }
    }
    return sign * t
  }

  /// f(t) = Γ((ν+1)/2) / (Γ(ν/2) √(νπ)) · (1 + t²/ν)^(-(ν+1)/2)
  static func density(_ t: Double, _ ν: Double) -> Double {
    halfStepGammaRatio(ν / 2) / (ν * .pi).squareRoot() * Elementary.exp(-(ν + 1) / 2 * logOnePlus(t * t / ν))
  }

  /// P(T > t) for t ≥ 0: half the regularized incomplete beta function I_x(ν/2, ½) at x = ν/(ν + t²).
  private static func upperTail(_ t: Double, _ ν: Double) -> Double {
    if ν > expansionDegrees {
      return Elementary.normalCDF(-t * (1 - 1 / (4 * ν)) / (1 + t * t / (2 * ν)).squareRoot())
    }
    if t == 0 { return 0.5 }
    if t == .infinity { return 0 }
    let a = ν / 2
    let x = 1 / (1 + t * t / ν)
    let complement = 1 / (1 + ν / (t * t))
    // x^a (1-x)^½ / B(a, ½), which both sides of the symmetry share.
    let front =
      Elementary.exp(-a * logOnePlus(t * t / ν)) * complement.squareRoot() * halfStepGammaRatio(a)
      / Double.pi.squareRoot()
    return x < (a + 1) / (a + 2.5)
      ? front / a * betaFraction(x, a, 0.5) / 2
      : (1 - front / 0.5 * betaFraction(complement, 0.5, a)) / 2
  }

  /// The continued fraction of the incomplete beta function, by Lentz's method (Press et al. 2007, §6.4).
  private static func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    func kept(_ value: Double) -> Double { value.magnitude < 1e-300 ? 1e-300 : value }
    var c = 1.0
    var d = 1 / kept(1 - (a + b) * x / (a + 1))
    var fraction = d
    for step in 1...20_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / kept(1 + even * d)
      c = kept(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / kept(1 + odd * d)
      c = kept(1 + odd / c)
      let change = d * c
      fraction *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return fraction
  }

  /// Γ(a + ½) / Γ(a): the asymptotic series √a exp(-1/8a + 1/192a³ - ...) at a ≥ 16, reached by Γ(a + 1) = a Γ(a).
  private static func halfStepGammaRatio(_ a: Double) -> Double {
    var (a, steps) = (a, 1.0)
    while a < 16 {
      steps *= a / (a + 0.5)
      a += 1
    }
    let u = 1 / (a * a)
    let series = -1.0 / 8 + u * (1.0 / 192 + u * (-1.0 / 640 + u * (17.0 / 14_336 - u * 31.0 / 18_432)))
    return steps * a.squareRoot() * Elementary.exp(series / a)
  }

  /// log(1 + u) for u ≥ 0 without losing a small u (Kahan's correction).
  private static func logOnePlus(_ u: Double) -> Double {
    let sum = 1 + u
    return sum == 1 ? u : sum.isFinite ? Elementary.log(sum) * (u / (sum - 1)) : sum
  }
}
