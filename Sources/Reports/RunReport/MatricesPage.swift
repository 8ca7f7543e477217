import Accounting
import Laboratory
import Quantities

/// The three matrices of the books: balances on a day, flows and revaluations over the period that ends there.
public struct MatricesPage: Sendable {
  public let matrices: [Matrix]
  public let from: Day
  public let to: Day
  public let scale: Double

  public init(books: LedgerSnapshot, since before: LedgerSnapshot, from: Day, to: Day, scale: Double) {
    let period = books.since(before)
    matrices = [.balanceSheet(books), .transactionsFlow(period), .revaluation(period)]
    (self.from, self.to, self.scale) = (from, to, scale)
  }

  /// For a terminal, in billions of dollars at national scale or in cents of the scaled world.
  public func text(inCents: Bool) -> String {
    let unit = inCents ? "cents of the world at 1:\(scale.shortestDecimal ?? "?")" : "billions of dollars"
    return matrices.enumerated().map { index, matrix in
      let when = index == 0 ? "on \(to)" : "from \(from) to \(to)"
      let residual = "largest residual of a sum that must be zero: \(matrix.residual.cents) cents\n"
      return "\(matrix.title) \(when), \(unit)\n\n"
        + TerminalTable(matrix.table(scale: scale, inCents: inCents)).text + residual
    }.joined(separator: "\n")
  }

  /// Exact cents of the scaled world.
  public var json: JSON {
    .object([
      ("schema", 1), ("date", .string(to.iso)), ("periodStart", .string(from.iso)), ("scale", .number(scale)),
      ("unit", "cents"), ("sectors", .array(Sector.allCases.map { .string($0.name) })),
      ("matrices", .array(matrices.map(\.json))),
    ])
  }
}
