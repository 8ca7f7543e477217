import Statistics
import Testing

/// The swiss data are R's; the shares are those of Grömping's package relaimpo, as ANCHORS T12 gives them.
@Suite("Shapley's decomposition of R²")
struct ShapleyR2Tests {
  private static let names = ["Agriculture", "Examination", "Education", "Catholic", "Infant.Mortality"]

  private func swiss() throws -> (outcome: [Double], regressors: [[Double]]) {
    let rows = try SharedFiles.rows("market/swiss_R_datasets.csv", in: SharedFiles.reference)
    let columns = (1...6).map { column in rows.dropFirst().compactMap { Double($0[column]) } }
    try #require(columns.allSatisfy { $0.count == 47 })
    return (columns[0], Array(columns[1...]))
  }

  @Test(
    "T12: the shares of R's swiss data are the published ones",
    // Skipped where the reference folder is not beside the checkout.
    .enabled(if: SharedFiles.haveReference, "skipped: needs the reference folder"))
  func published() throws {
    let (outcome, regressors) = try swiss()
    let result = try #require(ShapleyR2(outcome, on: regressors))
    let rows = try SharedFiles.rows("market/lmg_shapley_swiss.csv", in: SharedFiles.reference)
    for (index, name) in Self.names.enumerated() {
      let row = try #require(rows.first { $0[0] == name })
      for (value, cell) in zip([result.shares[index], result.first[index], result.last[index]], row[1...3]) {
        #expect(abs(value - (Double(cell) ?? .nan)) < 1e-10, "\(name)")
      }
    }
    #expect(zip(result.shares, [0.05709, 0.17117, 0.26013, 0.10557, 0.11277]).allSatisfy { abs($0 - $1) < 1e-5 })
    #expect(abs(result.total - 0.7067350015927251) < 1e-12)
    #expect(abs(result.shares.reduce(0, +) - result.total) < 1e-14)
  }

  /// Columns that are correlated and need no file.
  private func columns(_ count: Int, rows: Int) -> [[Double]] {
    func value(_ j: Int, _ t: Int) -> Double { Double((t * (7 + 3 * j) + j * t * t) % 23 + t % 5) }
    return (0..<count).map { j in (0..<rows).map { value(j, $0) } }
  }

  @Test("a block's share is the average of what it adds over all orders, each by least squares")
  func byDefinition() throws {
    let regressors = columns(4, rows: 40)
    let outcome = (0..<40).map { t -> Double in
      let noise = Double((t * 13 + 5) % 17)
      return noise + 0.3 * regressors[1][t] - 0.2 * regressors[3][t]
    }
    let blocks = [[2], [0, 3], [1]]
    func explained(_ chosen: [Int]) throws -> Double {
      let columns = chosen.flatMap { blocks[$0] }.map { regressors[$0] }
      return chosen.isEmpty ? 0 : try #require(LeastSquares(outcome, on: columns)?.rSquared)
    }
    var expected = [0.0, 0, 0]
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      for (place, block) in order.enumerated() {
        expected[block] += try (explained(Array(order[...place])) - explained(Array(order[..<place]))) / 6
      }
    }
    let result = try #require(ShapleyR2(outcome, on: regressors, blocks: blocks))
    #expect(zip(result.shares, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(try abs(result.first[1] - explained([1])) < 1e-12)
    #expect(try abs(result.last[0] - (explained([0, 1, 2]) - explained([1, 2]))) < 1e-12)
  }

  @Test("two copies of one regressor share equally, and a constant gets nothing")
  func copies() throws {
    let x = columns(2, rows: 30)
    let result = try #require(
      ShapleyR2(x[0].map { 2 * $0 + 1 }, on: [x[0], x[1], x[0], Array(repeating: 4, count: 30)]))
    #expect(abs(result.total - 1) < 1e-10 && abs(result.shares[0] - result.shares[2]) < 1e-10)
    #expect(result.shares[3] == 0)
  }

  @Test("sixteen blocks are done in full, and sum to R²")
  func sixteen() throws {
    let regressors = columns(16, rows: 200)
    let outcome = (0..<200).map { Double(($0 * 29 + 3) % 31) + regressors[5][$0] }
    let result = try #require(ShapleyR2(outcome, on: regressors))
    let whole = try #require(LeastSquares(outcome, on: regressors)?.rSquared)
    #expect(abs(result.total - whole) < 1e-10 && abs(result.shares.reduce(0, +) - whole) < 1e-10)
  }

  @Test("what has no decomposition is nil")
  func undefined() {
    #expect(ShapleyR2([1, 1, 1], on: [[1, 2, 3]]) == nil, "no spread")
    #expect(ShapleyR2([1, 2, 3], on: [[1, 2]]) == nil && ShapleyR2([1, .nan], on: [[1, 2]]) == nil)
    #expect(ShapleyR2([1, 2, 3], on: [[1, 2, 3]], blocks: [[0], [0]]) == nil, "twice")
    #expect(ShapleyR2([1, 2, 3], on: [[1, 2, 3]], blocks: [[1]]) == nil, "no such regressor")
    #expect(ShapleyR2([1, 2, 4], on: [])?.total == 0)
  }
}
