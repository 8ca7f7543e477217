/// What one holder gave another: enough to take it back.
struct Entry {
  let instrument: Instrument
  let quantity: Int64
  let cents: Int64
  let giver: Holder
  let taker: Holder
  let cause: Flow
}

/// What the verb that is being written has exchanged so far; emptied millions of times a second, so it keeps its memory.
struct Journal {
  private var entries: UnsafeMutablePointer<Entry>
  private var capacity = 16
  private(set) var count = 0

  init() { entries = .allocate(capacity: capacity) }

  func deallocate() { entries.deallocate() }

  @inline(__always) mutating func append(_ entry: Entry) {
    if count == capacity { grow() }
    (entries + count).initialize(to: entry)
    count += 1
  }

  /// - Precondition: there is one.
  mutating func removeLast() -> Entry {
    count -= 1
    return entries[count]
  }

  @inline(__always) mutating func clear() { count = 0 }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: 2 * capacity)
    larger.moveInitialize(from: entries, count: count)
    entries.deallocate()
    (entries, capacity) = (larger, 2 * capacity)
  }
}
