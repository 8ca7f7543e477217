extension Ledger {
  /// Every number of the books in a fixed order, for a checkpoint or a hash.
  public func forEachWords(_ body: (UnsafeBufferPointer<Int64>) throws -> Void) rethrows {
    for table in [quantity, value, prices.map(\.microcents), transactions, revaluations, volumes, flows, causes, openingValue] {
      try table.withUnsafeBufferPointer(body)
    }
    for cell in columns.indices {
      try [Int64(columns[cell] == nil ? 0 : 1)].withUnsafeBufferPointer(body)
      if let column = columns[cell] { try body(column.rows) }
    }
  }

  /// Fills the books from words written by ``forEachWords(_:)`` on a ledger of the same chart.
  ///
  /// - Throws: ``LedgerError/restoreMismatch(_:)`` when the words do not fit; the ledger is then not to be used.
  public func restore(_ words: inout ArraySlice<Int64>) throws(LedgerError) {
    func take(_ count: Int, _ what: String) throws(LedgerError) -> ArraySlice<Int64> {
      guard words.count >= count else { throw .restoreMismatch("\(what) is cut short") }
      defer { words = words.dropFirst(count) }
      return words.prefix(count)
    }
    quantity = Array(try take(quantity.count, "the balance-sheet matrix"))
    value = Array(try take(value.count, "the balance-sheet matrix"))
    prices = try take(prices.count, "the prices").map(Price.init(microcents:))
    transactions = Array(try take(transactions.count, "the transactions"))
    revaluations = Array(try take(revaluations.count, "the revaluations"))
    volumes = Array(try take(volumes.count, "the volumes"))
    flows = Array(try take(flows.count, "the flows"))
    causes = Array(try take(causes.count, "the causes"))
    openingValue = Array(try take(openingValue.count, "the opening"))
    for row in Instrument.allCases {
      for sector in Sector.allCases {
        let cell = Ledger.cell(row, sector)
        guard let flag = try take(1, "a column").first, flag == 0 || flag == 1 else { throw .restoreMismatch("a column of \(row)") }
        columns[cell] = nil
        guard flag == 1 else { continue }
        let balances = try take(chart.members[sector], "the column \(row) of \(sector)")
        let fresh = column(cell, sector)
        for (index, balance) in balances.enumerated() { fresh.base[index] = balance }
      }
    }
  }
}
