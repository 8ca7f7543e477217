/// The factors of a square matrix with rows exchanged: P A = L U, by Gaussian elimination with partial pivoting.
///
/// O(2n³/3) to make, O(n²) to solve.
public struct LUFactors: Sendable {
  /// U on and above the diagonal; L, whose diagonal is 1, below.
  private var packed: DenseMatrix
  /// Row i of P A is this row of A.
  private var order: [Int]
  private var isOdd = false

  /// nil when the matrix is not square, or singular to working precision.
  public init?(_ matrix: DenseMatrix) {
    guard matrix.isSquare else { return nil }
    let n = matrix.rows
    (packed, order) = (matrix, Array(0..<n))
    let largest = matrix.elements.reduce(0) { max($0, $1.magnitude) }
    for k in 0..<n {
      let pivot = (k..<n).max { packed[$0, k].magnitude < packed[$1, k].magnitude } ?? k
      guard packed[pivot, k].magnitude > 1e-15 * largest, packed[pivot, k].isFinite else { return nil }
      exchange(k, pivot)
      for i in (k + 1)..<max(n, k + 1) {
        packed[i, k] /= packed[k, k]
        let factor = packed[i, k]
        for j in (k + 1)..<n { packed[i, j] -= factor * packed[k, j] }
      }
    }
  }

  private mutating func exchange(_ a: Int, _ b: Int) {
    guard a != b else { return }
    for j in 0..<packed.columns { (packed[a, j], packed[b, j]) = (packed[b, j], packed[a, j]) }
    order.swapAt(a, b)
    isOdd.toggle()
  }

  /// The x with A x = b; nil when sizes differ.
  public func solve(_ b: [Double]) -> [Double]? {
    let n = order.count
    guard b.count == n else { return nil }
    var x = order.map { b[$0] }
    for i in 0..<n { for k in 0..<i { x[i] -= packed[i, k] * x[k] } }
    for i in (0..<n).reversed() {
      for k in (i + 1)..<max(n, i + 1) { x[i] -= packed[i, k] * x[k] }
      x[i] /= packed[i, i]
    }
    return x
  }

  public var determinant: Double { order.indices.reduce(isOdd ? -1 : 1) { $0 * packed[$1, $1] } }
}
