/// The balances of one instrument held by every member of one sector, contiguous.
///
/// Only the ledger writes a column, and only together with the cell that is its sum. It belongs to the ledger, which
/// gives its memory back.
struct BalanceColumn {
  let base: UnsafeMutablePointer<Int64>
  let count: Int

  init(count: Int) {
    self.count = count
    base = .allocate(capacity: max(count, 1))
    base.initialize(repeating: 0, count: max(count, 1))
  }

  func deallocate() { base.deallocate() }

  var rows: UnsafeBufferPointer<Int64> { UnsafeBufferPointer(start: base, count: count) }
}
