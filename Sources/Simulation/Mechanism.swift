import Accounting

/// The memory of a mechanism that has none.
public struct NoState: Sendable, Codable { public init() {} }

/// One behaviour: a function from what it sees to what it does.
///
/// It can pay, order and say; nothing else leaves it. Its memory is a declared `State` that the world holds, so that a
/// checkpoint is complete. Off means absent from the day page.
public protocol Mechanism<State>: Sendable {
  associatedtype State: Codable & Sendable = NoState
  /// Its switch, the prefix of its parameters, and the name of its page.
  static var name: String { get }
  /// The systems of the thesis it belongs to (`S2`). A mechanism with at least one is a switch; the others keep house.
  static var systems: [String] { get }
  static var sees: [Observable] { get }
  static var says: [Observable] { get }
  /// The rows of the venues in which it places orders.
  static var orders: [Instrument] { get }
  /// Its memory on the opening day.
  func opening(_ view: borrowing View) throws -> State
  func act(_ view: borrowing View, _ state: inout State, _ turn: inout Turn) throws
}

extension Mechanism {
  public static var systems: [String] { [] }
  public static var sees: [Observable] { [] }
  public static var says: [Observable] { [] }
  public static var orders: [Instrument] { [] }
}

extension Mechanism where State == NoState {
  public func opening(_ view: borrowing View) -> NoState { NoState() }
}

/// A behaviour of the whole population of households: for each row it fills an amount for each of its legs.
///
/// It reads its own rows, read-only columns and the view; it never sees a writable balance. It may keep notes: traits
/// of its own rows that it declares.
public protocol PopulationRule: Sendable {
  static var name: String { get }
  static var systems: [String] { get }
  static var sees: [Observable] { get }
  static var legs: [Leg] { get }
  /// The traits it writes for its own rows.
  static var notes: [Trait] { get }
  /// Writes, for each row of the block, the cents of each leg (never negative).
  func fill(_ legs: borrowing LegBuffers, _ notes: borrowing Notes, of rows: Range<Int>, _ view: borrowing View)
}

extension PopulationRule {
  public static var systems: [String] { [] }
  public static var sees: [Observable] { [] }
  public static var notes: [Trait] { [] }
}
