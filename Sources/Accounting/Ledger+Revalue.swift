extension Ledger {
  /// Gives a unit or real row a new price: every holder's value follows, the gains sum to zero over a financial row.
  public func revalue(_ row: Instrument, to price: Price) throws(LedgerError) {
    guard row.kind != .nominal else { throw .wrongKind(row, verb: "revalue") }
    guard price.microcents >= 0 else { throw .outOfRange("the price of \(row)") }
    let before = prices[row.index]
    prices[row.index] = price
    do { try revaluate(row) } catch {
      prices[row.index] = before
      throw error
    }
  }
}
