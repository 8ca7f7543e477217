import Quantities

extension Ledger {
  /// Every number of the books in a fixed order, for a checkpoint or a hash. A column of zeros is not written.
  public func forEachWords(_ body: (UnsafeBufferPointer<Int64>) throws -> Void) rethrows {
    appraiseStale()
    for table in tables { try body(table.numbers) }
    for cell in 0..<Ledger.cells {
      let rows = columns[cell]?.rows
      let isUsed = rows?.contains { $0 != 0 } ?? false
      try [Int64(isUsed ? 1 : 0)].withUnsafeBufferPointer(body)
      if isUsed, let rows { try body(rows) }
    }
  }

  /// Fills the books from words written by ``forEachWords(_:)`` on a ledger of the same chart.
  ///
  /// - Throws: ``LedgerError/restoreMismatch(_:)`` when the words do not fit this chart or the books they make do not
  ///   balance; the ledger is then not to be used.
  public func restore(_ words: inout ArraySlice<Int64>) throws(LedgerError) {
    let names = [
      "the balance-sheet matrix", "the balance-sheet matrix", "the prices", "the transactions", "the revaluations",
      "the volumes", "the flows", "the outlays", "the causes", "the opening",
    ]
    for (table, name) in zip(tables, names) { table.fill(try Ledger.take(&words, table.count, name)) }
    stale = 0
    for row in Instrument.allCases { for sector in Sector.allCases { try restore(row, sector, &words) } }
    try checkRestored()
  }

  private func restore(_ row: Instrument, _ sector: Sector, _ words: inout ArraySlice<Int64>) throws(LedgerError) {
    let cell = Ledger.cell(row, sector)
    columns[cell]?.deallocate()
    columns[cell] = nil
    let flag = try Ledger.take(&words, 1, "a column")
    guard flag != [0] else { return }
    guard flag == [1] else { throw .restoreMismatch("a column of \(row)") }
    let fresh = column(cell, sector)
    for (index, balance) in try Ledger.take(&words, fresh.count, "the column \(row) of \(sector)").enumerated() {
      guard Ledger.hasRoom(0, balance, row) else { throw .restoreMismatch("a balance of \(row)") }
      fresh.base[index] = balance
    }
  }

  private static func take(_ words: inout ArraySlice<Int64>, _ count: Int, _ what: String) throws(LedgerError)
    -> [Int64]
  {
    guard words.count >= count else { throw .restoreMismatch("\(what) is cut short") }
    defer { words = words.dropFirst(count) }
    return Array(words.prefix(count))
  }

  /// Refuses books that no sequence of verbs could have written.
  private func checkRestored() throws(LedgerError) {
    guard prices.numbers.allSatisfy({ $0 >= 0 }) else { throw .restoreMismatch("a negative price") }
    guard zip(outlays.numbers, flows.numbers).allSatisfy({ $0 >= 0 && $0 &+ $1 >= 0 }) else {
      throw .restoreMismatch("an outlay")
    }
    for row in Instrument.allCases {
      guard Sector.allCases.allSatisfy({ Ledger.hasRoom(quantity(row, $0), 0, row) }) else {
        throw .restoreMismatch("a cell of \(row)")
      }
      guard Sector.allCases.allSatisfy({ explain(row, $0).residual == .zero }) else {
        throw .restoreMismatch("the causes of \(row)")
      }
      for cause in Flow.allCases {
        let changes = Sector.allCases.map { causes[Ledger.cell(row, $0) * Flow.count + cause.index] }
        guard row.isFinancial ? changes.reduce(0, &+) == 0 : cause != .writeOffs || changes.allSatisfy({ $0 == 0 })
        else {
          throw .restoreMismatch("\(cause) of \(row)")
        }
      }
    }
    guard try audit(members: true).isClean else { throw .restoreMismatch("its books do not balance") }
  }
}
