/// The Hodrick-Prescott filter: a series as a smooth trend and a cycle.
///
///     min Σ (y_t − τ_t)² + λ Σ (τ_{t+1} − 2 τ_t + τ_{t−1})²,   (I + λ DᵀD) τ = y
///
/// D takes second differences. The matrix has five diagonals, so the solution is exact in O(n). λ = 1600 for quarters.
/// Source: Hodrick and Prescott (1997), Journal of Money, Credit and Banking 29(1).
public struct HodrickPrescott: Sendable {
  public let trend: [Double]
  public let cycle: [Double]

  /// nil for fewer than five values, a value that is not finite, or a negative λ.
  public init?(_ series: [Double], smoothing λ: Double = 1600) {
    let n = series.count
    guard n >= 5, series.allSatisfy(\.isFinite), λ >= 0, λ.isFinite else { return nil }
    // L D Lᵀ of the banded matrix; l1 and l2 are the two subdiagonals of L.
    var (d, l1, l2) = ([Double](), [Double](), [Double]())
    var z: [Double] = []
    for t in 0..<n {
      let row = HodrickPrescott.row(t, of: n, λ)
      let far = t >= 2 ? row.second / d[t - 2] : 0
      let near = t >= 1 ? (row.first - (t >= 2 ? far * d[t - 2] * l1[t - 1] : 0)) / d[t - 1] : 0
      l2.append(far)
      l1.append(near)
      d.append(
        row.middle - (t >= 1 ? near * near * d[t - 1] : 0) - (t >= 2 ? far * far * d[t - 2] : 0))
      z.append(series[t] - (t >= 1 ? near * z[t - 1] : 0) - (t >= 2 ? far * z[t - 2] : 0))
    }
    var smooth = zip(z, d).map { $0 / $1 }
    for t in stride(from: n - 2, through: 0, by: -1) {
      smooth[t] -= l1[t + 1] * smooth[t + 1] + (t + 2 < n ? l2[t + 2] * smooth[t + 2] : 0)
    }
    trend = smooth
    cycle = zip(series, smooth).map { $0 - $1 }
  }

  /// The entries of row t of I + λ DᵀD: on the diagonal, one and two to the left.
  private static func row(_ t: Int, of n: Int, _ λ: Double) -> (middle: Double, first: Double, second: Double) {
    let edge = min(t, n - 1 - t)
    let middle = edge == 0 ? 1.0 : edge == 1 ? 5 : 6
    let first = t == 1 || t == n - 1 ? -2.0 : -4
    return (1 + λ * middle, λ * first, λ)
  }
}
