extension Ledger {
  /// Gives a unit or real row a new price: every holder's value follows, the gains sum to zero over a financial row.
  public func revalue(_ row: Instrument, to price: Price) throws(LedgerError) {
    guard row.kind != .nominal else { throw .wrongKind(row, verb: "revalue") }
    guard price.microcents >= 0 else { throw .outOfRange("the price of \(row)") }
    var largest: Int64 = 0
    for cell in row.index * Sector.count..<(row.index + 1) * Sector.count {
      largest = max(largest, abs(quantity[cell]))
    }
    _ = try price.value(of: largest)
    prices[row.index] = price.microcents
    stale |= 1 << UInt64(row.index)
  }
}
