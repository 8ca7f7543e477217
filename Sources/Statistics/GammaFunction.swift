/// The logarithm of the gamma function and its derivative, for arguments above zero.
///
/// Stirling's series at z ≥ 10, reached from below by Γ(z + 1) = z Γ(z) and ψ(z + 1) = ψ(z) + 1/z; the terms left out
/// are below 1e-17. Built on ``Elementary``, so both give the same bits on every processor. O(1).
/// Source: Abramowitz and Stegun 6.1.40 and 6.3.18.
public enum GammaFunction {
  private static let largeEnough = 10.0

  /// log Γ(z); ∞ at 0 and at ∞, nan below 0. Within 1e-14 of max(1, |log Γ|).
  public static func log(_ z: Double) -> Double {
    guard z > 0, z < .infinity else { return z == 0 || z == .infinity ? .infinity : .nan }
    var (z, product) = (z, 1.0)
    while z < largeEnough {
      product *= z
      z += 1
    }
    let u = 1 / (z * z)
    let tail = 1.0 / 156 - u * 3617.0 / 122_400
    let middle = 1.0 / 1260 + u * (-1.0 / 1680 + u * (1.0 / 1188 + u * (-691.0 / 360_360 + u * tail)))
    let series = (1.0 / 12 + u * (-1.0 / 360 + u * middle)) / z
    return (z - 0.5) * Elementary.log(z) - z + halfLogOfTwoPi + series - Elementary.log(product)
  }

  /// ψ(z), the derivative of log Γ; -∞ at 0, ∞ at ∞, nan below 0.
  public static func digamma(_ z: Double) -> Double {
    guard z > 0, z < .infinity else { return z == 0 ? -.infinity : z == .infinity ? .infinity : .nan }
    var (z, shift) = (z, 0.0)
    while z < largeEnough {
      shift += 1 / z
      z += 1
    }
    let u = 1 / (z * z)
    let tail = 691.0 / 32_760 + u * (-1.0 / 12 + u * 3617.0 / 8160)
    let middle = 1.0 / 252 + u * (-1.0 / 240 + u * (1.0 / 132 - u * tail))
    return Elementary.log(z) - 0.5 / z - u * (1.0 / 12 + u * (-1.0 / 120 + u * middle)) - shift
  }

  /// log √(2π)
  private static let halfLogOfTwoPi = 0.918_938_533_204_672_8
}
