/// The factor of a symmetric positive definite matrix: A = L Lᵀ with L lower triangular.
///
/// Reads the lower triangle of A only. O(n³/3) to make, O(n²) to solve.
public struct Cholesky: Sendable {
  public let factor: DenseMatrix
  private var count: Int { factor.rows }

  /// nil when the matrix is not square, not finite, or not positive definite to working precision.
  public init?(_ matrix: DenseMatrix) {
    guard matrix.isSquare else { return nil }
    var lower = DenseMatrix(rows: matrix.rows, columns: matrix.rows)
    for j in 0..<matrix.rows {
      var pivot = matrix[j, j]
      for k in 0..<j { pivot -= lower[j, k] * lower[j, k] }
      guard pivot > 1e-15 * matrix[j, j].magnitude, pivot.isFinite else { return nil }
      lower[j, j] = pivot.squareRoot()
      for i in (j + 1)..<max(matrix.rows, j + 1) {
        var sum = matrix[i, j]
        for k in 0..<j { sum -= lower[i, k] * lower[j, k] }
        lower[i, j] = sum / lower[j, j]
      }
    }
    factor = lower
  }

  /// The x with A x = b; nil when sizes differ.
  public func solve(_ b: [Double]) -> [Double]? {
    guard b.count == count else { return nil }
    var x = b
    for i in 0..<count {
      for k in 0..<i { x[i] -= factor[i, k] * x[k] }
      x[i] /= factor[i, i]
    }
    for i in (0..<count).reversed() {
      for k in (i + 1)..<max(count, i + 1) { x[i] -= factor[k, i] * x[k] }
      x[i] /= factor[i, i]
    }
    return x
  }

  public var inverse: DenseMatrix {
    var result = DenseMatrix(rows: count, columns: count)
    for j in 0..<count {
      let column = solve((0..<count).map { $0 == j ? 1 : 0 }) ?? []
      for (i, value) in column.enumerated() { result[i, j] = value }
    }
    return result
  }

  /// log det A = 2 Σ log Lᵢᵢ
  public var logDeterminant: Double { (0..<count).reduce(0) { $0 + 2 * Elementary.log(factor[$1, $1]) } }
}
