import Statistics
import Testing

/// Expected figures are NumPy 2.4.6's.
@Suite("Factorisations")
struct FactorisationTests {
  let symmetric = DenseMatrix(rows: [
    [4, 1.2, -0.7, 0.3], [1.2, 5.5, 0.9, -1.1], [-0.7, 0.9, 3.3, 0.4], [0.3, -1.1, 0.4, 2.8],
  ])

  private func near(_ a: [Double]?, _ b: [Double], _ tolerance: Double = 1e-14) -> Bool {
    a.map { $0.count == b.count && zip($0, b).allSatisfy { abs($0 - $1) < tolerance } } ?? false
  }

  @Test("Cholesky's factor, solution, inverse and determinant are NumPy's")
  func cholesky() throws {
    let matrix = try #require(symmetric)
    let factors = try #require(Cholesky(matrix))
    #expect(
      near(
        factors.factor.elements,
        [
          2, 0, 0, 0, 0.6, 2.2671568097509267, 0, 0, -0.35, 0.48960001144426635, 1.7139987831949515, 0, 0.15,
          -0.5248864987555648, 0.41393520389504745, 1.526647244913012,
        ]))
    #expect(
      near(
        factors.solve([1, -2, 3, 0.5]),
        [0.7702539607895509, -0.8383810328207614, 1.3528343717612026, -0.4265818118014943]))
    #expect(
      near(
        factors.inverse.row(0),
        [0.30465207634664715, -0.10062248843356394, 0.10259018552471096, -0.08682729799671388]))
    #expect(abs(factors.logDeterminant - 4.947153636503833) < 1e-14)
  }

  @Test("Cholesky refuses what is not positive definite")
  func indefinite() throws {
    #expect(try Cholesky(#require(DenseMatrix(rows: [[1, 2], [2, 1]]))) == nil)
    #expect(try Cholesky(#require(DenseMatrix(rows: [[1, 1], [1, 1]]))) == nil, "singular")
    #expect(try Cholesky(#require(DenseMatrix(rows: [[1, 2, 3]]))) == nil, "not square")
    #expect(try Cholesky(#require(DenseMatrix(rows: [[.nan]]))) == nil)
  }

  @Test("elimination exchanges rows where the pivot is zero, and gives NumPy's solution and determinant")
  func elimination() throws {
    let matrix = try #require(DenseMatrix(rows: [[0, 2, 1.5], [3, -1, 4], [1, 1, -2]]))
    let factors = try #require(LUFactors(matrix))
    #expect(near(factors.solve([1, 2, 3]), [1.4423076923076925, 0.7884615384615385, -0.3846153846153847]))
    #expect(abs(factors.determinant - 26) < 1e-13)
    #expect(factors.solve([1, 2]) == nil)
    let exchange = try #require(DenseMatrix(rows: [[0, 1], [1, 0]]))
    #expect(LUFactors(exchange)?.determinant == -1, "one exchange of rows turns the sign")
    #expect(try LUFactors(#require(DenseMatrix(rows: [[1, 2], [2, 4]]))) == nil, "singular")
  }

  @Test("a system of 60 solved by elimination is solved")
  func residual() throws {
    var matrix = DenseMatrix(rows: 60, columns: 60)
    for i in 0..<60 {
      for j in 0..<60 {
        let remainder = (i * 37 + j * j * j * 11 + i * j) % 101
        matrix[i, j] = Double(remainder) / 17 - 2
      }
    }
    let b = (0..<60).map { Double($0 % 7) - 3 }
    let x = try #require(LUFactors(matrix)?.solve(b))
    #expect(near(matrix.times(x), b, 1e-10))
  }

  @Test("an empty system has an empty solution")
  func empty() throws {
    #expect(Cholesky(DenseMatrix(rows: 0, columns: 0))?.solve([]) == [])
    #expect(LUFactors(DenseMatrix(rows: 0, columns: 0))?.solve([]) == [])
  }
}
