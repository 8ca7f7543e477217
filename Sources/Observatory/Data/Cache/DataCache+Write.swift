import Foundation

extension DataCache {
  /// Whether a snapshot was kept, or only noted that there is nothing newer.
  public enum Kept: Equatable, Sendable { case new(Sidecar), unchanged }

  /// Keeps the rows of a series as a new vintage, beside the older ones; rows that are those of the newest vintage are
  /// not kept twice.
  func keep(
    _ table: SnapshotTable, of series: PublishedSeries, vintage: Vintage, answers: AnswerDigest
  ) throws -> Kept {
    let folder = folder(of: series)
    try Self.make(folder)
    let previous = newest(of: series)
    guard previous?.table != table else {
      try file.write(Array("\(vintage)\n".utf8), to: folder + "/checked")
      return .unchanged
    }
    // A name that is taken, perhaps by a damaged vintage, is never written over.
    let taken = vintages(of: series)
    var free = max(vintage, previous?.sidecar.vintage.advanced(bySeconds: 1) ?? vintage)
    while taken.contains(free) { free = free.advanced(bySeconds: 1) }
    let sidecar = Sidecar(of: table, in: series, vintage: free, answers: answers, after: previous)
    try file.write(table.csv, to: "\(folder)/\(free.stamp).csv")
    try file.write(try sidecar.bytes, to: "\(folder)/\(free.stamp).json")
    return .new(sidecar)
  }

  static func make(_ folder: String) throws(CacheError) {
    do { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) } catch {
      let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
      throw CacheError(path: folder, reason: (underlying ?? error as NSError).localizedDescription)
    }
  }

  /// Takes the cache for this process, tested to be writable, and sweeps up what a kill has left.
  ///
  /// The system gives it free when the process ends, however it ends.
  ///
  /// - Throws: ``CacheError`` when it cannot be written or another process fetches into it.
  public func lock() throws(CacheError) -> CacheLock {
    try Self.make(path)
    let lock = try CacheLock(path + "/lock")
    sweep()
    return lock
  }

  private func sweep() {
    guard let files = FileManager.default.enumerator(atPath: path) else { return }
    for case let name as String in files where name.hasSuffix(DurableFile.temporaryEnding) {
      unlink(path + "/" + name)
    }
  }
}

/// The sole right to write into a cache, held while this lives.
public final class CacheLock: Sendable {
  private let descriptor: Int32

  fileprivate init(_ path: String) throws(CacheError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw CacheError(path, errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw CacheError(path: path, reason: "another fetch is writing into this cache")
    }
  }

  deinit { close(descriptor) }
}
