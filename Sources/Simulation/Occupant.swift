/// A mechanism in its seat of one world: what it is with what it remembers, their types forgotten.
class Occupant {
  fileprivate init() {}

  func act(_ view: borrowing View, _ turn: inout Turn) throws {}

  /// What it remembers now.
  var memory: any Codable & Sendable { NoState() }

  /// Takes back what it remembered.
  func remember(_ saved: any Decoder) throws {}
}

/// The occupant that is a mechanism of a type. Its memory is changed in place, never copied or boxed.
final class Sitting<M: Mechanism>: Occupant {
  private let mechanism: M
  @exclusivity(unchecked) private var state: M.State

  init(_ mechanism: M, _ view: borrowing View) throws {
    self.mechanism = mechanism
    state = try mechanism.opening(view)
    super.init()
  }

  override func act(_ view: borrowing View, _ turn: inout Turn) throws { try mechanism.act(view, &state, &turn) }
  override var memory: any Codable & Sendable { state }
  override func remember(_ saved: any Decoder) throws { state = try M.State(from: saved) }
}
