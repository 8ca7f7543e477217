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
  /// The row in which a payer that is short borrows from its bank; nil refuses the payment.
  public let credit: Instrument?

  public init(_ way: Way, as flow: Flow, with counterparty: Counterparty, credit: Instrument? = nil) {
    (self.way, self.flow, self.counterparty, self.credit) = (way, flow, counterparty, credit)
  }

  /// What no leg reaches in one row: 2⁴⁹ cents, 5.6 trillion dollars. It keeps the sum of a block in range.
  public static let ceiling: Int64 = 1 << 49

  public static func pays(_ payee: Counterparty, as flow: Flow) -> Leg { Leg(.pays, as: flow, with: payee) }
  /// - Parameter credit: the row in which a payer that is short borrows the rest from its bank.
  public static func receives(from payer: Counterparty, as flow: Flow, orBorrow credit: Instrument? = nil) -> Leg {
    Leg(.receives, as: flow, with: payer, credit: credit)
  }
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

  /// Whether cents become units at the row's price.
  var movesUnits: Bool { row.map { $0.kind != .nominal } ?? false }

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
  /// What the cents buy or sell of a unit or real row.
  let units: [UnsafeMutablePointer<Int64>?]
  let payees: [UnsafeMutablePointer<UInt8>?]
  public let capacity: Int

  init(_ legs: [Leg], capacity: Int) {
    self.capacity = capacity
    cents = legs.map { _ in LegBuffers.zeros(capacity) }
    units = legs.map { $0.movesUnits ? LegBuffers.zeros(capacity) : nil }
    payees = legs.map { if case .each = $0.counterparty { LegBuffers.zeros(capacity) } else { nil } }
  }

  private static func zeros<Number: FixedWidthInteger>(_ count: Int) -> UnsafeMutablePointer<Number> {
    let buffer = UnsafeMutablePointer<Number>.allocate(capacity: count)
    buffer.initialize(repeating: 0, count: count)
    return buffer
  }

  deinit {
    cents.forEach { $0.deallocate() }
    units.forEach { $0?.deallocate() }
    payees.forEach { $0?.deallocate() }
  }

  /// The cents of a leg, one a row of the block, never negative and below ``Leg/ceiling``.
  public func cents(_ leg: Int) -> UnsafeMutablePointer<Int64> { cents[leg] }

  /// The payees of a leg with many, one a row of the block.
  ///
  /// - Precondition: the leg was declared with `.each(sector)`; its name is in the rule's list of legs.
  public func payees(_ leg: Int) -> UnsafeMutablePointer<UInt8> { payees[leg]! }
}
