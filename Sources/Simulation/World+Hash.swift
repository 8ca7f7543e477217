import Accounting
import Statistics

extension World {
  /// One SHA-256 over every recorded column and every number of the books: equal whatever the threads, the build and
  /// the processor, and after checkpoint and resume.
  public var runHash: String {
    var hash = SHA256()
    recorder.hash(into: &hash)
    ledger.forEachWords { hash.update(words: $0) }
    for (name, values) in traits.sorted {
      hash.update(name)
      for value in values { hash.update(Int64(value)) }
    }
    return hash.hex
  }
}
