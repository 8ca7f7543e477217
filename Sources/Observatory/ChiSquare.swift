import Statistics

/// The chi-square distribution, for intervals of a variance.
public enum ChiSquare {
  /// The value below which a chi-square variable of `degrees` degrees of freedom lies with probability `p`.
  ///
  /// Newton's method from the Wilson-Hilferty cube; relative error below 1e-9. `nan` for p outside 0...1 or fewer than
  /// one degree. O(degrees).
  public static func quantile(_ p: Double, degrees: Int) -> Double {
    guard p > 0, p < 1, degrees >= 1 else { return p == 0 && degrees >= 1 ? 0 : .nan }
    let a = Double(degrees) / 2
    let spread = 1 / (9 * a)
    let cube = max(1 - spread + Elementary.normalQuantile(p) * spread.squareRoot(), 0.05)
    var x = a * cube * cube * cube
    for _ in 0..<60 {
      let density = Elementary.exp((a - 1) * Elementary.log(x) - x - logGamma(halves: degrees))
      let step = (lowerGamma(a, x, degrees: degrees) - p) / density
      let next = max(x - step, x / 2)
      if abs(next - x) <= 1e-13 * x { return 2 * next }
      x = next
    }
    return 2 * x
  }

  /// The regularised lower incomplete gamma function P(a, x) by its series.
  private static func lowerGamma(_ a: Double, _ x: Double, degrees: Int) -> Double {
    var (term, sum, n) = (1 / a, 1 / a, a)
    while term > sum * 1e-16 {
      n += 1
      term *= x / n
      sum += term
    }
    return sum * Elementary.exp(a * Elementary.log(x) - x - logGamma(halves: degrees))
  }

  /// log Γ(n/2) by the recurrence Γ(z + 1) = z Γ(z) from Γ(1/2) = √π or Γ(1) = 1.
  private static func logGamma(halves n: Int) -> Double {
    var (z, sum) = n % 2 == 0 ? (1.0, 0.0) : (0.5, 0.572_364_942_924_700_1)
    while 2 * z < Double(n) {
      sum += Elementary.log(z)
      z += 1
    }
    return sum
  }
}
