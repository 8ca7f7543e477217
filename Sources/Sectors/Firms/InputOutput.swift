/// The technology of the country: what each industry buys, pays and keeps for a dollar of its output, and what each
/// final demand is made of.
///
///     x = L f,   L = (I − A)⁻¹,   Σ_i A_ij + imported_j + taxes_j + compensation_j + surplus_j = 1
///
/// with x gross output, f final demand for domestic output, A domestic input coefficients. Columns of A must sum to
/// less than one, or there is no output that meets demand.
///
/// Verified by: `InputOutputTests`.
public struct InputOutput: Sendable {
  /// Domestic inputs from the row industry per dollar of the column industry's output.
  public let domestic: [[Double]]
  public let imported: [Double]
  /// Taxes on products bought as inputs and on production.
  public let taxes: [Double]
  public let compensation: [Double]
  public let surplus: [Double]
  public let consumption, investment, intellectualProperty, structures, residential, exports,
    publicInvestment: SpendingBasket
  /// The Leontief inverse L.
  public let leontief: [[Double]]

  public init(
    domestic: [[Double]], imported: [Double], taxes: [Double], compensation: [Double], surplus: [Double],
    consumption: SpendingBasket, investment: SpendingBasket, intellectualProperty: SpendingBasket,
    structures: SpendingBasket, residential: SpendingBasket, exports: SpendingBasket, publicInvestment: SpendingBasket
  ) {
    (self.domestic, self.imported, self.taxes) = (domestic, imported, taxes)
    (self.compensation, self.surplus, self.consumption) = (compensation, surplus, consumption)
    (self.investment, self.intellectualProperty, self.structures) = (investment, intellectualProperty, structures)
    (self.residential, self.exports, self.publicInvestment) = (residential, exports, publicInvestment)
    leontief = InputOutput.inverse(domestic)
  }

  /// Gross output by industry that meets a final demand for domestic output. O(n²).
  public func output(for demand: [Double]) -> [Double] {
    leontief.map { row in zip(row, demand).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// (I − A)⁻¹ as Σ_k A^k to the last bit that matters: A's columns sum to less than one, so the series converges.
  private static func inverse(_ a: [[Double]]) -> [[Double]] {
    let n = a.count
    func product(_ x: [[Double]], _ y: [[Double]]) -> [[Double]] {
      (0..<n).map { i in (0..<n).map { j in (0..<n).reduce(0) { $0 + x[i][$1] * y[$1][j] } } }
    }
    var term = (0..<n).map { i in (0..<n).map { $0 == i ? 1.0 : 0.0 } }
    var sum = term
    for _ in 0..<400 {
      term = product(term, a)
      sum = (0..<n).map { i in (0..<n).map { sum[i][$0] + term[i][$0] } }
      if term.allSatisfy({ $0.allSatisfy { $0.magnitude < 1e-17 } }) { break }
    }
    return sum
  }
}
