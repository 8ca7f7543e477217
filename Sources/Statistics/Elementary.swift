import CKernels

/// Exponential, logarithm, power and the normal distribution, with the same bits on every processor.
///
/// The model uses these and never the C library's: glibc chooses its `exp` and `log` by processor, so one seed would
/// have as many hashes as there are machines. Exponential, logarithm and power are within 1 ulp; the normal distribution
/// and its inverse are within a relative error of 1e-15. None traps and each takes constant time.
public enum Elementary {
  /// eˣ; 0 at -∞ and ∞ above 709.78.
  public static func exp(_ x: Double) -> Double { penstock_exp(x) }

  /// log x; -∞ at 0 and nan below.
  public static func log(_ x: Double) -> Double { penstock_log(x) }

  /// xʸ for x ≥ 0; nan for x < 0, also where y is whole.
  public static func pow(_ x: Double, _ y: Double) -> Double { penstock_pow(x, y) }

  /// Φ(x), the probability that a standard normal variable is at most x.
  public static func normalCDF(_ x: Double) -> Double { penstock_normal_cdf(x) }

  /// Φ⁻¹(p); -∞ at 0, ∞ at 1 and nan outside.
  public static func normalQuantile(_ p: Double) -> Double { penstock_normal_quantile(p) }
}
