import Accounting
import Laboratory
import Quantities
import Simulation
import Testing

@Suite("The matrices of a run")
struct MatrixTests {
  @Test("Every sum that must be zero is zero, over a month, a quarter and two quarters", arguments: [1, 3, 6])
  func sumToZero(months: Int) throws {
    var run = try Run(.small(months: months))
    try run.advance()
    let books = run.world.ledger.snapshot()
    let period = books.since(run.opening)
    for matrix in [Matrix.balanceSheet(books), .transactionsFlow(period), .revaluation(period)] {
      #expect(matrix.residual == .zero, "\(matrix.name)")
      #expect(matrix.rows.count > 5, "\(matrix.name)")
    }
  }

  @Test("Net worth in the matrix is the ledger's")
  func showsNetWorth() throws {
    let run = try Run(.small(months: 1))
    let row = try #require(Matrix.balanceSheet(run.opening).rows.last)
    for sector in Sector.allCases { #expect(row.cells[sector.index] == -run.world.ledger.netWorth(sector)) }
  }
}
