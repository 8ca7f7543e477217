/// The current values of all observables of a world.
///
/// Reading is a look-up by the key of an observable's name in a table that is at most a quarter full: a few nanoseconds,
/// some hundred times a day.
final class Board {
  /// Where the numbers of an observable stand.
  private struct Entry {
    var key: UInt64 = 0
    var first: Int32 = 0
    var count: Int32 = 0
  }

  let names: [String]
  let labels: [(name: String, unit: String)]
  /// The current values, one a slot.
  let values: UnsafeMutableBufferPointer<Double>
  /// For each slot, which of ``names`` it belongs to.
  private let owners: [Int]
  /// For each slot, the seat that says it; −1 when nobody does.
  private let voices: [Int]
  private let table: UnsafeMutablePointer<Entry>
  private let mask: Int

  /// Lays out observables in the order they are declared; the first declaration of a name counts.
  ///
  /// - Parameter voices: what each seat says, in canonical order.
  init(_ observables: [Observable], causes: [String], voices said: [[Observable]] = []) {
    var (names, labels, values, owners): ([String], [(String, String)], [Double], [Int]) = ([], [], [], [])
    var entries: [Entry] = []
    for observable in observables where !entries.contains(where: { $0.key == observable.key }) {
      let start = values.count
      for suffix in Board.suffixes(observable, causes) {
        labels.append((observable.name + suffix, observable.unit))
        values.append(observable.atRest)
        owners.append(names.count)
      }
      entries.append(Entry(key: observable.key, first: Int32(start), count: Int32(values.count - start)))
      names.append(observable.name)
    }
    var voices = Array(repeating: -1, count: values.count)
    for (seat, said) in said.enumerated() {
      for observable in said {
        guard let entry = entries.first(where: { $0.key == observable.key }) else { continue }
        for slot in entry.first..<entry.first + entry.count { voices[Int(slot)] = seat }
      }
    }
    (self.names, self.labels, self.owners, self.voices) = (names, labels, owners, voices)
    self.values = .allocate(capacity: values.count)
    _ = self.values.initialize(from: values)
    var size = 8
    while size < 4 * entries.count { size *= 2 }
    mask = size - 1
    table = .allocate(capacity: size)
    table.initialize(repeating: Entry(), count: size)
    for entry in entries {
      var place = Int(truncatingIfNeeded: entry.key) & mask
      while table[place].key != 0 { place = (place + 1) & mask }
      table[place] = entry
    }
  }

  deinit {
    values.deallocate()
    table.deallocate()
  }

  private static func suffixes(_ observable: Observable, _ causes: [String]) -> [String] {
    switch observable.width {
    case .one: [""]
    case .each(let labels): labels.map { ".\($0)" }
    case .eachCause: causes.map { ".\($0)" }
    }
  }

  /// The slot of one number of an observable; nil when nobody in this economy sees or says it, or it has fewer.
  func slot(_ observable: Observable, at index: Int = 0) -> Int? {
    var place = Int(truncatingIfNeeded: observable.key) & mask
    while table[place].key != observable.key {
      guard table[place].key != 0 else { return nil }
      place = (place + 1) & mask
    }
    guard index >= 0, index < Int(table[place].count) else { return nil }
    return Int(table[place].first) + index
  }

  /// Whether a slot is what a seat declared to say.
  func isSaid(_ slot: Int, by seat: Int) -> Bool { voices[slot] == seat }

  /// The name of the observable that a slot belongs to.
  func name(of slot: Int) -> String { names[owners[slot]] }
}
