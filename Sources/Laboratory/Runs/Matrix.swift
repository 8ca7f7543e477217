import Accounting
import Quantities

/// One of the three matrices of the books: rows of cells by sector, in cents of the scaled world.
public struct Matrix: Sendable {
  public struct Row: Sendable {
    public let name: String
    /// One cell a sector, in canonical order.
    public let cells: [Money]
    /// Whether its cells must sum to exactly zero: every row but those of real things, which nobody owes.
    public let isZeroSum: Bool

    public var sum: Money { Money(cents: cells.reduce(0) { $0 &+ $1.cents }) }
    var isEmpty: Bool { cells.allSatisfy { $0 == .zero } }
  }

  public let name: String
  public let title: String
  public let rows: [Row]
  /// What every column must sum to; nil where columns have no identity.
  public let columnsSumToZero: Bool

  public func columnSum(_ sector: Sector) -> Money {
    Money(cents: rows.reduce(0) { $0 &+ $1.cells[sector.index].cents })
  }

  /// The largest amount by which a sum that must be zero is not.
  public var residual: Money {
    let rowSums = rows.filter(\.isZeroSum).map(\.sum.magnitude)
    let columnSums = columnsSumToZero ? Sector.allCases.map { columnSum($0).magnitude } : []
    return (rowSums + columnSums).max() ?? .zero
  }

  /// The sectors with a cell that is not zero.
  public var sectors: [Sector] {
    Sector.allCases.filter { sector in rows.contains { $0.cells[sector.index] != .zero } }
  }

  private init(_ name: String, _ title: String, columnsSumToZero: Bool, rows: [Row]) {
    (self.name, self.title, self.columnsSumToZero) = (name, title, columnsSumToZero)
    self.rows = rows.filter { !$0.isEmpty }
  }
}

extension Matrix {
  /// Assets less liabilities, with net worth as the balancing row: every column sums to zero.
  public static func balanceSheet(_ books: LedgerSnapshot) -> Matrix {
    var rows = Instrument.allCases.map { row in
      Row(name: row.name, cells: Sector.allCases.map { books.value(row, $0) }, isZeroSum: row.isFinancial)
    }
    let worth = Sector.allCases.map { sector in Money(cents: rows.reduce(0) { $0 &- $1.cells[sector.index].cents }) }
    rows.append(Row(name: "netWorth (−)", cells: worth, isZeroSum: false))
    return Matrix("balanceSheet", "Balance-sheet matrix", columnsSumToZero: true, rows: rows)
  }

  /// Sources positive, uses negative: flows as received less paid, and what was added to each balance with its sign
  /// turned, so that every column sums to zero.
  public static func transactionsFlow(_ period: LedgerSnapshot) -> Matrix {
    let flows = Flow.allCases.map { flow in
      Row(name: flow.name, cells: Sector.allCases.map { period.flow(flow, $0) }, isZeroSum: !flow.isFinancial)
    }
    let changes = Instrument.allCases.map { row in
      Row(
        name: "Δ \(row.name)", cells: Sector.allCases.map { -period.transaction(row, $0) }, isZeroSum: row.isFinancial)
    }
    return Matrix("transactionsFlow", "Transactions-flow matrix", columnsSumToZero: true, rows: flows + changes)
  }

  /// What prices and write-offs changed without a transaction.
  public static func revaluation(_ period: LedgerSnapshot) -> Matrix {
    let rows = Instrument.allCases.map { row in
      Row(
        name: row.name,
        cells: Sector.allCases.map { Money(cents: period.revaluation(row, $0).cents &+ period.volume(row, $0).cents) },
        isZeroSum: row.isFinancial)
    }
    return Matrix("revaluation", "Revaluation matrix", columnsSumToZero: false, rows: rows)
  }
}
