import Quantities

/// The three matrices of a ledger at one moment: a value that stays when the ledger moves on.
///
/// The difference of two snapshots is a period: its flows, transactions, revaluations and volumes.
public struct LedgerSnapshot: Sendable, Equatable {
  public let values: [Int64]
  public let quantities: [Int64]
  public let transactions: [Int64]
  public let revaluations: [Int64]
  public let volumes: [Int64]
  public let flows: [Int64]

  public func value(_ row: Instrument, _ sector: Sector) -> Money { Money(cents: values[Ledger.cell(row, sector)]) }
  public func transaction(_ row: Instrument, _ sector: Sector) -> Money {
    Money(cents: transactions[Ledger.cell(row, sector)])
  }
  public func revaluation(_ row: Instrument, _ sector: Sector) -> Money {
    Money(cents: revaluations[Ledger.cell(row, sector)])
  }
  public func volume(_ row: Instrument, _ sector: Sector) -> Money { Money(cents: volumes[Ledger.cell(row, sector)]) }
  public func flow(_ flow: Flow, _ sector: Sector) -> Money {
    Money(cents: flows[flow.index * Sector.count + sector.index])
  }

  /// What happened since an earlier snapshot; values and quantities stay those of this one.
  public func since(_ earlier: LedgerSnapshot) -> LedgerSnapshot {
    func less(_ a: [Int64], _ b: [Int64]) -> [Int64] { zip(a, b).map { $0 &- $1 } }
    return LedgerSnapshot(
      values: values, quantities: quantities, transactions: less(transactions, earlier.transactions),
      revaluations: less(revaluations, earlier.revaluations), volumes: less(volumes, earlier.volumes),
      flows: less(flows, earlier.flows))
  }

  init(
    values: [Int64], quantities: [Int64], transactions: [Int64], revaluations: [Int64], volumes: [Int64], flows: [Int64]
  ) {
    (self.values, self.quantities, self.transactions) = (values, quantities, transactions)
    (self.revaluations, self.volumes, self.flows) = (revaluations, volumes, flows)
  }
}

extension Ledger {
  /// Every cell of the balance-sheet matrix, in cents, by instrument and sector.
  public var values: [Int64] {
    appraiseStale()
    return Array(value.numbers)
  }

  public func snapshot() -> LedgerSnapshot {
    LedgerSnapshot(
      values: values, quantities: Array(quantity.numbers), transactions: Array(transactions.numbers),
      revaluations: Array(revaluations.numbers), volumes: Array(volumes.numbers), flows: Array(flows.numbers))
  }
}
