/// A table of numbers, row by row.
///
/// For the small systems of inference (n up to a few hundred): the factorisations here are as fast as a tuned library at
/// that size, and have the same bits everywhere.
public struct DenseMatrix: Sendable, Hashable {
  public let rows: Int
  public let columns: Int
  /// Row-major: element (i, j) is at i · columns + j.
  public var elements: [Double]

  /// A matrix whose elements are all equal; a negative size counts as zero.
  public init(rows: Int, columns: Int, repeating value: Double = 0) {
    (self.rows, self.columns) = (max(rows, 0), max(columns, 0))
    elements = Array(repeating: value, count: self.rows * self.columns)
  }

  /// A matrix of rows; nil when they differ in length.
  public init?(rows lines: [[Double]]) {
    let width = lines.first?.count ?? 0
    guard lines.allSatisfy({ $0.count == width }) else { return nil }
    (rows, columns, elements) = (lines.count, width, lines.flatMap(\.self))
  }

  /// A matrix of columns; nil when they differ in length.
  public init?(columns lists: [[Double]]) {
    guard let transposed = DenseMatrix(rows: lists)?.transposed else { return nil }
    self = transposed
  }

  public static func identity(_ n: Int) -> DenseMatrix {
    var matrix = DenseMatrix(rows: n, columns: n)
    for i in 0..<matrix.rows { matrix[i, i] = 1 }
    return matrix
  }

  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  public var isSquare: Bool { rows == columns }

  public var transposed: DenseMatrix {
    var result = DenseMatrix(rows: columns, columns: rows)
    for i in 0..<rows { for j in 0..<columns { result[j, i] = self[i, j] } }
    return result
  }

  public func row(_ i: Int) -> [Double] { Array(elements[i * columns..<(i + 1) * columns]) }
  public func column(_ j: Int) -> [Double] { (0..<rows).map { self[$0, j] } }

  /// The matrix product; nil when the inner sizes differ. O(rows · inner · columns).
  public func times(_ other: DenseMatrix) -> DenseMatrix? {
    guard columns == other.rows else { return nil }
    var product = DenseMatrix(rows: rows, columns: other.columns)
    for i in 0..<rows {
      for k in 0..<columns {
        let factor = self[i, k]
        for j in 0..<other.columns { product[i, j] += factor * other[k, j] }
      }
    }
    return product
  }

  /// The product with a vector; nil when sizes differ.
  public func times(_ vector: [Double]) -> [Double]? {
    guard columns == vector.count else { return nil }
    return (0..<rows).map { i in
      var sum = 0.0
      for j in 0..<columns { sum += self[i, j] * vector[j] }
      return sum
    }
  }
}
