/// The factors of a tall matrix, X = Q R with QᵀQ = 1 and R upper triangular, by Householder's reflections.
///
/// Solves least squares without squaring the condition number, as the normal equations would. O(2 rows · columns²).
struct HouseholderQR {
  /// R on and above the diagonal, the reflections' vectors below it.
  private var packed: DenseMatrix
  /// The first elements of the reflections' vectors, which R leaves no room for.
  private var heads: [Double] = []

  /// nil when there are fewer rows than columns, a number is not finite, or columns depend on each other to 1e-12.
  init?(_ matrix: DenseMatrix) {
    guard matrix.rows >= matrix.columns, matrix.elements.allSatisfy(\.isFinite) else { return nil }
    packed = matrix
    for j in 0..<matrix.columns {
      let whole = norm(of: matrix, column: j, from: 0)
      let length = norm(of: packed, column: j, from: j)
      guard length > 1e-12 * whole, length > 0 else { return nil }
      let diagonal = packed[j, j] > 0 ? -length : length
      let head = packed[j, j] - diagonal
      heads.append(head)
      for k in (j + 1)..<max(matrix.columns, j + 1) {
        var sum = head * packed[j, k]
        for i in (j + 1)..<max(matrix.rows, j + 1) { sum += packed[i, j] * packed[i, k] }
        let scale = sum / (head * diagonal)
        packed[j, k] += scale * head
        for i in (j + 1)..<max(matrix.rows, j + 1) { packed[i, k] += scale * packed[i, j] }
      }
      packed[j, j] = diagonal
    }
  }

  private func norm(of matrix: DenseMatrix, column j: Int, from first: Int) -> Double {
    var sum = 0.0
    for i in first..<matrix.rows { sum += matrix[i, j] * matrix[i, j] }
    return sum.squareRoot()
  }

  /// The b that minimises |y - X b|.
  func solve(_ y: [Double]) -> [Double] {
    var rotated = y
    for j in 0..<packed.columns {
      var sum = heads[j] * rotated[j]
      for i in (j + 1)..<max(packed.rows, j + 1) { sum += packed[i, j] * rotated[i] }
      let scale = sum / (heads[j] * packed[j, j])
      rotated[j] += scale * heads[j]
      for i in (j + 1)..<max(packed.rows, j + 1) { rotated[i] += scale * packed[i, j] }
    }
    return back(Array(rotated.prefix(packed.columns)))
  }

  /// (XᵀX)⁻¹ = R⁻¹ R⁻ᵀ
  var inverseGram: DenseMatrix {
    let n = packed.columns
    var inverse = DenseMatrix(rows: n, columns: n)
    for j in 0..<n {
      for (i, value) in back((0..<n).map { $0 == j ? 1 : 0 }).enumerated() { inverse[i, j] = value }
    }
    var gram = DenseMatrix(rows: n, columns: n)
    for i in 0..<n {
      for j in 0..<n { for k in 0..<n { gram[i, j] += inverse[i, k] * inverse[j, k] } }
    }
    return gram
  }

  /// The x with R x = b.
  private func back(_ b: [Double]) -> [Double] {
    var x = b
    for i in x.indices.reversed() {
      for k in (i + 1)..<max(x.count, i + 1) { x[i] -= packed[i, k] * x[k] }
      x[i] /= packed[i, i]
    }
    return x
  }
}
