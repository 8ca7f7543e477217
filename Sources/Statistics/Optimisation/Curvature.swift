/// Second derivatives by central differences of the first.
public enum Curvature {
  /// The symmetric matrix of second derivatives of a function at a point, from 2n slopes; nil where one is not finite.
  public static func hessian(at point: [Double], _ function: ([Double]) -> Slope) -> DenseMatrix? {
    let n = point.count
    var raw = DenseMatrix(rows: n, columns: n)
    for j in 0..<n {
      let width = 1e-5 * max(point[j].magnitude, 0.1)
      var (ahead, behind) = (point, point)
      ahead[j] += width
      behind[j] -= width
      let (above, below) = (function(ahead), function(behind))
      guard above.isFinite, below.isFinite else { return nil }
      for i in 0..<n { raw[i, j] = (above.gradient[i] - below.gradient[i]) / (ahead[j] - behind[j]) }
    }
    var symmetric = raw
    for i in 0..<n { for j in 0..<n { symmetric[i, j] = (raw[i, j] + raw[j, i]) / 2 } }
    return symmetric
  }
}
