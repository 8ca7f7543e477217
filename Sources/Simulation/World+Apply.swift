import Accounting

extension World {
  /// Applies the turn of a seat, entries first, then orders, then what was said, and empties it.
  func apply(_ turn: inout Turn) throws {
    for action in turn.actions { try apply(action) }
    for order in turn.orders { orders.append(order) }
    for (trait, values) in turn.traits {
      guard values.count == traits.count else {
        throw UndeclaredWord("\(values.count) values of '\(trait.name)' for \(traits.count) households")
      }
      traits.set(trait, values)
    }
    for saying in turn.sayings {
      let slip = saying.slot < 0 ? turn.slips[-saying.slot - 1] : nil
      guard saying.value.isFinite else {
        throw NotFinite(observable: slip?.observable ?? board.name(of: saying.slot), value: saying.value)
      }
      if let slip {
        throw UndeclaredWord(
          "'\(slip.observable)' at \(slip.index) is not declared in what \(page.seats[turn.seat].name) says")
      }
      board.values[saying.slot] = saying.value
    }
    turn.clear()
  }

  private func apply(_ action: Turn.Action) throws(LedgerError) {
    switch action {
    case .pay(let amount, let payer, let payee, let flow, let shortfall):
      try ledger.pay(amount, from: payer, to: payee, as: flow, ifShort: shortfall)
    case .lend(let amount, let row, let lender, let borrower, let cause):
      try ledger.lend(amount, row, from: lender, to: borrower, as: cause)
    case .repay(let amount, let row, let borrower, let lender, let cause):
      try ledger.repay(amount, row, from: borrower, to: lender, as: cause)
    case .writeOff(let amount, let row, let debtor, let creditor):
      try ledger.writeOff(amount, row, owedBy: debtor, to: creditor)
    case .trade(let units, let row, let seller, let buyer, let cause, let shortfall):
      try ledger.trade(units, row, from: seller, to: buyer, as: cause, ifShort: shortfall)
    case .redeem(let units, let row, let holder, let issuer, let cause, let shortfall):
      try ledger.redeem(units, row, of: holder, by: issuer, as: cause, ifShort: shortfall)
    case .transfer(let quantity, let row, let giver, let taker, let flow):
      try ledger.transfer(quantity, row, from: giver, to: taker, as: flow)
    case .reclassify(let quantity, let row, let giver, let taker):
      try ledger.reclassify(quantity, row, from: giver, to: taker)
    case .produce(let units, let row, let holder): try ledger.produce(units, row, by: holder)
    case .consume(let units, let row, let holder): try ledger.consume(units, row, by: holder)
    case .sell(let units, let row, let seller, let buyer, let shortfall):
      try ledger.sell(units, row, from: seller, to: buyer, ifShort: shortfall)
    case .revalue(let row, let price): try ledger.revalue(row, to: price)
    case .spread(let units, let row, let holder, let cause): try spread(units, row, holder, cause)
    }
  }

  /// Trades with every household in proportion to its holding.
  private func spread(_ units: Int64, _ row: Instrument, _ holder: Holder, _ cause: Flow) throws(LedgerError) {
    guard let column = ledger.column(row, .households) else { return }
    let held = ledger.quantity(row, .households)
    guard held > 0 else { return }
    let cents = try row.kind == .nominal ? units : ledger.price(row).value(of: units)
    let share = min(
      1, Double(cents.magnitude) / max(1, Double(try row.kind == .nominal ? held : ledger.price(row).value(of: held))))
    let price = ledger.price(row)
    let source = Columns(holdings: column, deposits: ledger.column(.deposits, .households))
    let leg: Leg = units > 0 ? .sells(row, to: holder, as: cause) : .buys(row, from: holder, as: cause)
    let isSale = units > 0
    try ledger.post([leg]) { legs, rows in
      let amounts = legs.cents(0)
      for (index, household) in rows.enumerated() {
        let worth =
          row.kind == .nominal ? source.holdings[household] : (try? price.value(of: source.holdings[household])) ?? 0
        let wanted = Int64((Double(max(worth, 0)) * share).rounded(.down))
        amounts[index] = isSale ? min(wanted, max(worth - 1, 0)) : min(wanted, max(source.deposits?[household] ?? 0, 0))
      }
    }
  }
}

/// Read-only columns of the households for a sweep.
private struct Columns: @unchecked Sendable {
  let holdings: UnsafeBufferPointer<Int64>
  let deposits: UnsafeBufferPointer<Int64>?
}
