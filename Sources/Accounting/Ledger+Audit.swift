import Quantities

/// The largest absolute residual of each identity, in cents (micro-units for sums of units). All must be zero.
public struct Audit: Sendable, Equatable {
  /// Σ_sector balance of every financial row, in quantity and in value.
  public var rows: Int64 = 0
  /// Σ_sector of every flow row and of the revaluations of every financial row.
  public var flowRows: Int64 = 0
  /// Balance − (opening + transactions + revaluation + volume), and balance − round(units · price).
  public var cells: Int64 = 0
  /// Σ_flow flow − Σ_instrument transactions of every sector.
  public var sectors: Int64 = 0
  /// Cell − Σ of its members' column.
  public var columns: Int64 = 0
  /// The central bank: assets − liabilities − (opening capital + income + holding gains).
  public var centralBank: Int64 = 0

  public init() {}
  public var residual: Money { Money(cents: [rows, flowRows, cells, sectors, columns, centralBank].max() ?? 0) }
  public var isClean: Bool { residual == .zero }
}

extension Ledger {
  /// Checks every identity of the books.
  ///
  /// - Parameter members: also sums every column of members, which costs a pass over the population.
  public func audit(members: Bool) throws(LedgerError) -> Audit {
    var audit = Audit()
    appraiseStale()
    for row in Instrument.allCases {
      let values = try appraise(row)
      if row.isFinancial {
        audit.rows = max(audit.rows, sum { quantity[Ledger.cell(row, $0)] }.magnitude64)
        audit.rows = max(audit.rows, sum { value[Ledger.cell(row, $0)] }.magnitude64)
        audit.flowRows = max(audit.flowRows, sum { revaluations[Ledger.cell(row, $0)] }.magnitude64)
        audit.flowRows = max(audit.flowRows, sum { transactions[Ledger.cell(row, $0)] }.magnitude64)
      }
      for sector in Sector.allCases {
        let cell = Ledger.cell(row, sector)
        let booked = openingValue[cell] &+ transactions[cell] &+ revaluations[cell] &+ volumes[cell]
        audit.cells = max(
          audit.cells, (value[cell] &- booked).magnitude64, (value[cell] &- values[sector.index]).magnitude64)
        if members {
          let total = columns[cell]?.rows.reduce(Int64(0)) { $0 &+ $1 } ?? 0
          audit.columns = max(audit.columns, (total &- quantity[cell]).magnitude64)
        }
      }
    }
    for flow in Flow.allCases where !flow.isFinancial {
      audit.flowRows = max(audit.flowRows, sum { flows[flow.index * Sector.count + $0.index] }.magnitude64)
    }
    for sector in Sector.allCases { audit.sectors = max(audit.sectors, columnResidual(sector).magnitude64) }
    audit.centralBank = centralBankIdentity().residual.cents.magnitude64
    return audit
  }

  private func sum(_ cell: (Sector) -> Int64) -> Int64 { Sector.allCases.reduce(0) { $0 &+ cell($1) } }

  private func columnResidual(_ sector: Sector) -> Int64 {
    let received = Flow.allCases.reduce(Int64(0)) { $0 &+ flows[$1.index * Sector.count + sector.index] }
    return Instrument.allCases.reduce(received) { $0 &- transactions[Ledger.cell($1, sector)] }
  }

  /// The central bank's books: assets = reserves + cash account + reverse repo + currency + other − deferred asset.
  public func centralBankIdentity() -> CentralBankIdentity {
    func owed(_ row: Instrument) -> Money { Money(cents: 0 &- value(row, .centralBank).cents) }
    let named: [Instrument] = [.reserves, .cashAccount, .reverseRepo, .currency]
    let assets = Instrument.allCases.filter { !named.contains($0) && $0 != .deferredAsset }
      .reduce(Int64(0)) { $0 &+ value($1, .centralBank).cents }
    appraiseStale()
    var capital = Flow.allCases.reduce(Int64(0)) { $0 &+ flow($1, .centralBank).cents }
    for row in Instrument.allCases {
      let cell = Ledger.cell(row, .centralBank)
      capital = capital &+ openingValue[cell] &+ revaluations[cell] &+ volumes[cell]
    }
    return CentralBankIdentity(
      assets: Money(cents: assets), reserves: owed(.reserves), cashAccount: owed(.cashAccount),
      reverseRepo: owed(.reverseRepo), currency: owed(.currency), other: Money(cents: capital),
      deferredAsset: value(.deferredAsset, .centralBank))
  }
}

/// The central bank's balance sheet as H.4.1 groups it. `other` is capital carried forward from the opening by income
/// and holding gains, so the residual is a check and not a definition.
public struct CentralBankIdentity: Sendable, Equatable {
  public let assets, reserves, cashAccount, reverseRepo, currency, other, deferredAsset: Money
  /// assets − (reserves + cash account + reverse repo + currency + other − deferred asset).
  public var residual: Money {
    Money(
      cents: [reserves, cashAccount, reverseRepo, currency, other].reduce(assets.cents &+ deferredAsset.cents) {
        $0 &- $1.cents
      })
  }
}

extension Int64 {
  /// |x|, saturating at the largest value.
  fileprivate var magnitude64: Int64 { self == .min ? .max : abs(self) }
}
