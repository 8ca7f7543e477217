import Accounting
import Quantities

/// Everything a world needs to go on: what a mechanism remembers, what was said and ordered, the record, the books.
public struct Checkpoint: Sendable {
  /// The part that is encoded with names.
  public struct Header: Codable, Sendable {
    public var day: Int32
    public var step: Int
    public var observables: [Double]
    public var orders: [Order]
    public var recordedDays: [Int32]
    public var recordedMonths: [Int32]
    public var traits: [String]
    public var states: [SavedState]
  }

  /// The memory of one mechanism under its name.
  public struct SavedState: Codable, Sendable {
    public let name: String
    let encodeState: @Sendable (any Encoder) throws -> Void
    let decodeState: (@Sendable () throws -> any Decoder)?

    init(name: String, state: any Codable & Sendable) {
      self.name = name
      encodeState = { try state.encode(to: $0) }
      decodeState = nil
    }

    private enum Key: String, CodingKey { case name, state }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(name, forKey: .name)
      try encodeState(container.superEncoder(forKey: .state))
    }

    public init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      name = try container.decode(String.self, forKey: .name)
      nonisolated(unsafe) let inner = try container.superDecoder(forKey: .state)
      encodeState = { _ in }
      decodeState = { inner }
    }
  }

  public var header: Header
  /// Recorded values as bit patterns, recorded matrices, traits, and the ledger, in that order.
  public var words: [Int64]

  public init(header: Header, words: [Int64]) { (self.header, self.words) = (header, words) }
}

/// A checkpoint that does not fit the world it is put into.
public struct CheckpointMismatch: Error, CustomStringConvertible {
  public let description: String
  init(_ description: String) { self.description = description }
}

extension World {
  public func checkpoint() -> Checkpoint {
    var saved: [Checkpoint.SavedState] = []
    for (phase, present) in zip(page.phases, occupants) {
      for (seat, occupant) in zip(phase.seats, present) {
        saved.append(Checkpoint.SavedState(name: seat.name, state: occupant?.memory ?? NoState()))
      }
    }
    var words = recorder.values.map { Int64(bitPattern: $0.bitPattern) }
    for matrix in recorder.balances { words += matrix }
    for (_, values) in traits.sorted { words += values.map(Int64.init) }
    ledger.forEachWords { words += $0 }
    return Checkpoint(
      header: Checkpoint.Header(
        day: day.number, step: step, observables: Array(board.values), orders: orders,
        recordedDays: recorder.days.map(\.number), recordedMonths: recorder.months.map(\.number),
        traits: traits.sorted.map(\.name), states: saved),
      words: words)
  }

  /// Puts a world that was assembled the same way into the state of a checkpoint.
  ///
  /// - Throws: ``CheckpointMismatch`` or a decoding error; the world is then not to be used.
  public func restore(_ checkpoint: Checkpoint) throws {
    let header = checkpoint.header
    let seats = page.seats
    guard header.states.map(\.name) == seats.map(\.name) else {
      throw CheckpointMismatch("the checkpoint is of an economy with other mechanisms")
    }
    guard header.observables.count == board.values.count else {
      throw CheckpointMismatch("the checkpoint has \(header.observables.count) observables, not \(board.values.count)")
    }
    try check(header)
    var saved = header.states.makeIterator()
    for (p, phase) in page.phases.enumerated() {
      for s in phase.seats.indices {
        guard let state = saved.next(), let occupant = occupants[p][s], let source = state.decodeState else { continue }
        try occupant.remember(source())
      }
    }
    _ = board.values.update(from: header.observables)
    orders = header.orders
    var words = checkpoint.words[...]
    try restoreRecord(header, &words)
    traits.removeAll()
    for name in header.traits {
      guard words.count >= traits.count else { throw CheckpointMismatch("the traits are cut short") }
      let values = words.prefix(traits.count).compactMap { Int32(exactly: $0) }
      guard values.count == traits.count else { throw CheckpointMismatch("a value of '\(name)' is out of range") }
      traits.set(Trait(name), values)
      words = words.dropFirst(traits.count)
    }
    try ledger.restore(&words)
    guard words.isEmpty else { throw CheckpointMismatch("\(words.count) words are left over") }
    resume(at: Day(number: header.day), step: header.step)
  }

  /// Refuses what no run of this world could have saved.
  private func check(_ header: Checkpoint.Header) throws {
    guard header.recordedDays.first == recorder.days.first?.number, header.recordedDays.last == header.day,
      header.recordedDays.count == header.step + 1,
      zip(header.recordedDays, header.recordedDays.dropFirst()).allSatisfy({ $0 < $1 })
    else { throw CheckpointMismatch("the recorded days are not those of a run from \(recorder.days.first ?? day)") }
    guard header.recordedMonths.allSatisfy({ header.recordedDays.contains($0) }) else {
      throw CheckpointMismatch("a recorded month end is no recorded day")
    }
    guard header.orders.allSatisfy({ $0.cause >= -1 && $0.cause < causes.count && ledger.exists($0.holder) }) else {
      throw CheckpointMismatch("an order is of nobody in this economy")
    }
    guard header.observables.allSatisfy(\.isFinite) else { throw CheckpointMismatch("an observable is not finite") }
  }

  private func restoreRecord(_ header: Checkpoint.Header, _ words: inout ArraySlice<Int64>) throws {
    let width = recorder.width
    let cells = Instrument.count * Sector.count
    let needed = header.recordedDays.count * width + header.recordedMonths.count * cells
    guard words.count >= needed else { throw CheckpointMismatch("the record is cut short") }
    let values = words.prefix(header.recordedDays.count * width).map { Double(bitPattern: UInt64(bitPattern: $0)) }
    words = words.dropFirst(values.count)
    var balances: [[Int64]] = []
    for _ in header.recordedMonths {
      balances.append(Array(words.prefix(cells)))
      words = words.dropFirst(cells)
    }
    recorder.restore(days: header.recordedDays, values: values, months: header.recordedMonths, balances: balances)
  }
}
