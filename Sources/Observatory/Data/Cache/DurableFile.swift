import Foundation

/// Writes a file so that whoever reads it, at whatever moment the machine stops, finds the old one or the new one whole.
///
///     create a temporary beside it -> write -> fsync -> rename over it -> fsync the folder
///
/// Every step is announced before it is taken: a test stops there and sees what a kill would have left.
package struct DurableFile: Sendable {
  package enum Step: Equatable, Sendable {
    case create, write(from: Int), synchronize, rename, synchronizeFolder
    /// After a failure that is not a kill: the temporary is removed.
    case discard
  }

  /// What a temporary's name ends in.
  package static let temporaryEnding = ".partial"

  /// Bytes handed to the system at a time.
  package var chunk = 1 << 20
  package var before: @Sendable (Step) throws -> Void = { _ in }

  package init() {}

  /// - Throws: ``CacheError`` when the system refuses; what a test throws from ``before``.
  package func write(_ bytes: [UInt8], to path: String) throws {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let name = URL(fileURLWithPath: path).lastPathComponent
    let temporary = "\(folder)/.\(name).\(ProcessInfo.processInfo.processIdentifier)\(Self.temporaryEnding)"
    do {
      try fill(temporary, with: bytes)
      try before(.rename)
      guard rename(temporary, path) == 0 else { throw CacheError(path, errno) }
    } catch {
      try before(.discard)
      unlink(temporary)
      throw error
    }
    try before(.synchronizeFolder)
    try Self.synchronize(folder: folder)
  }

  private func fill(_ temporary: String, with bytes: [UInt8]) throws {
    try before(.create)
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw CacheError(temporary, errno) }
    defer { close(file) }
    var done = 0
    while done < bytes.count {
      try before(.write(from: done))
      let count = min(chunk, bytes.count - done)
      let written = bytes.withUnsafeBytes { Foundation.write(file, $0.baseAddress! + done, count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw CacheError(temporary, errno) }
      done += written
    }
    try before(.synchronize)
    guard fsync(file) == 0 else { throw CacheError(temporary, errno) }
  }

  private static func synchronize(folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw CacheError(folder, errno) }
    defer { close(descriptor) }
    // Some file systems cannot synchronise a folder; the rename is ordered there by itself.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw CacheError(folder, errno) }
  }
}

/// A place of the cache that cannot be written or read.
public struct CacheError: Error, Equatable, CustomStringConvertible {
  public let path: String
  public let reason: String

  public init(path: String, reason: String) { (self.path, self.reason) = (path, reason) }

  init(_ path: String, _ number: Int32) { self.init(path: path, reason: String(cString: strerror(number))) }

  public var description: String { "\(path): \(reason)" }
}
