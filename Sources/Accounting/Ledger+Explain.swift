import Quantities

/// Where a balance came from: the opening, what each cause added since, and price gains.
///
///     balance = opening + Σ_cause change + holding gains
public struct Explanation: Sendable, Equatable {
  public let instrument: Instrument
  public let sector: Sector
  public let opening: Money
  /// The causes that changed the balance, largest first.
  public let changes: [(cause: Flow, amount: Money)]
  public let holdingGains: Money
  public let balance: Money

  public static func == (a: Explanation, b: Explanation) -> Bool {
    a.instrument == b.instrument && a.sector == b.sector && a.opening == b.opening && a.balance == b.balance
      && a.holdingGains == b.holdingGains
      && a.changes.elementsEqual(b.changes) { $0.cause == $1.cause && $0.amount == $1.amount }
  }

  /// opening + Σ changes + holding gains − balance: zero.
  public var residual: Money {
    Money(cents: changes.reduce(opening.cents &+ holdingGains.cents &- balance.cents) { $0 &+ $1.amount.cents })
  }
}

extension Ledger {
  /// Answers where a cell of the balance-sheet matrix came from.
  public func explain(_ instrument: Instrument, _ sector: Sector) -> Explanation {
    appraiseStale()
    let cell = Ledger.cell(instrument, sector)
    let booked = Flow.allCases.map { (cause: $0, amount: Money(cents: causes[cell * Flow.count + $0.index])) }
    let writeOffs = causes[cell * Flow.count + Flow.writeOffs.index]
    return Explanation(
      instrument: instrument, sector: sector, opening: Money(cents: openingValue[cell]),
      changes: booked.filter { $0.amount != .zero }.sorted { $0.amount.cents.magnitude > $1.amount.cents.magnitude },
      holdingGains: Money(cents: revaluations[cell] &- writeOffs), balance: value(instrument, sector))
  }
}
