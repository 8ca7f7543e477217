/// One flow of a population: which way the money goes, why, and with whom.
///
/// A rule fills one amount of cents a row for each of its legs; the ledger adds them to the columns and makes the
/// matching entries for the sums.
public struct Leg: Sendable {
  /// What a leg does to the household that fills it.
  public enum Way: Sendable, Equatable {
    case pays, receives
    /// Money comes in and the row's debt grows, or the reverse.
    case borrows(Instrument), repays(Instrument)
    /// Money goes out and units at the row's price come in, or the reverse. Nominal rows trade at par.
    case buys(Instrument), sells(Instrument)
  }

  /// Who is on the other side.
  public enum Counterparty: Sendable, Equatable {
    case one(Holder)
    /// A member of the sector for each row, named in the leg's payee column.
    case each(Sector)
    /// The household's own bank.
    case ownBank
  }

  public let way: Way
  public let flow: Flow
  public let counterparty: Counterparty

  public init(_ way: Way, as flow: Flow, with counterparty: Counterparty) {
    (self.way, self.flow, self.counterparty) = (way, flow, counterparty)
  }

  public static func pays(_ payee: Counterparty, as flow: Flow) -> Leg { Leg(.pays, as: flow, with: payee) }
  public static func receives(from payer: Counterparty, as flow: Flow) -> Leg { Leg(.receives, as: flow, with: payer) }
  public static func borrows(_ row: Instrument, from lender: Counterparty) -> Leg {
    Leg(.borrows(row), as: .lending, with: lender)
  }
  public static func repays(_ row: Instrument, to lender: Counterparty) -> Leg {
    Leg(.repays(row), as: .repayment, with: lender)
  }
  public static func buys(_ row: Instrument, from seller: Holder, as cause: Flow) -> Leg {
    Leg(.buys(row), as: cause, with: .one(seller))
  }
  public static func sells(_ row: Instrument, to buyer: Holder, as cause: Flow) -> Leg {
    Leg(.sells(row), as: cause, with: .one(buyer))
  }

  /// Whether money comes in.
  var isInward: Bool {
    switch way {
    case .receives, .borrows, .sells: true
    case .pays, .repays, .buys: false
    }
  }

  /// The row that moves besides money, if any.
  var row: Instrument? {
    switch way {
    case .pays, .receives: nil
    case .borrows(let row), .repays(let row), .buys(let row), .sells(let row): row
    }
  }
}

/// The amounts that a population rule fills for one block of rows: a buffer of cents a leg, and a payee a row where a
/// leg has many payees. No balance can be reached from here.
public struct LegBuffers: ~Copyable {
  let cents: [UnsafeMutablePointer<Int64>]
  let payees: [UnsafeMutablePointer<UInt8>?]
  public let capacity: Int

  init(_ legs: [Leg], capacity: Int) {
    self.capacity = capacity
    cents = legs.map { _ in
      let buffer = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
      buffer.initialize(repeating: 0, count: capacity)
      return buffer
    }
    payees = legs.map { leg in
      guard case .each = leg.counterparty else { return nil }
      let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      buffer.initialize(repeating: 0, count: capacity)
      return buffer
    }
  }

  deinit {
    cents.forEach { $0.deallocate() }
    payees.forEach { $0?.deallocate() }
  }

  /// The cents of a leg, one a row of the block, never negative.
  public func cents(_ leg: Int) -> UnsafeMutablePointer<Int64> { cents[leg] }

  /// The payees of a leg with many, one a row of the block.
  ///
  /// - Precondition: the leg was declared with `.each(sector)`; its name is in the rule's list of legs.
  public func payees(_ leg: Int) -> UnsafeMutablePointer<UInt8> { payees[leg]! }
}
