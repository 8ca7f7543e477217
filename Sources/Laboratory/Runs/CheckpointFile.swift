import Foundation
import Quantities
import Simulation
import Statistics

/// A run's state as a file.
///
///     "PENSTOCK"  version (4 bytes)  length (8)  header (JSON)  count (8)  words (8 each)  SHA-256 of all before (32)
///
/// Integers are little-endian. A file that is cut short, altered or of another version is refused before anything of
/// it is used.
public struct CheckpointFile: Sendable {
  public static let version: UInt32 = 1
  private static let magic = Array("PENSTOCK".utf8)
  private static let digestLength = 32

  /// Where it was read; nil for one that was not.
  public let file: String?
  public let request: RunRequest
  public let auditResidual: Money
  public let checkpoint: Checkpoint

  public init(request: RunRequest, auditResidual: Money, checkpoint: Checkpoint, file: String? = nil) {
    (self.request, self.auditResidual, self.checkpoint, self.file) = (request, auditResidual, checkpoint, file)
  }

  private struct Header: Codable {
    let request: RunRequest
    let auditResidual: Money
    let world: Checkpoint.Header
  }
}

// MARK: - Writing

extension CheckpointFile {
  /// The bytes of the file.
  public func bytes() throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let header = try encoder.encode(Header(request: request, auditResidual: auditResidual, world: checkpoint.header))
    var bytes = CheckpointFile.magic
    bytes.reserveCapacity(header.count + 8 * checkpoint.words.count + 64)
    CheckpointFile.append(CheckpointFile.version, to: &bytes)
    CheckpointFile.append(UInt64(header.count), to: &bytes)
    bytes += header
    CheckpointFile.append(UInt64(checkpoint.words.count), to: &bytes)
    for word in checkpoint.words { CheckpointFile.append(word, to: &bytes) }
    return bytes + CheckpointFile.digest(bytes[...])
  }

  /// Writes the file beside its place and moves it there, so that no half of one is ever read.
  public func write(to path: String) throws {
    try Data(try bytes()).write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  private static func digest(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.finalize()
  }
}

// MARK: - Reading

extension CheckpointFile {
  /// Why a file is not a checkpoint that can be gone on with.
  public struct Refusal: Error, Equatable, CustomStringConvertible {
    public let file: String
    public let message: String
    public var description: String { "\(file): \(message)" }
  }

  /// Why a run of this program cannot go on from it.
  func refusal(because error: any Error) -> Refusal {
    Refusal(file: file ?? "the checkpoint", message: "it does not fit this economy (\(error)); start the run anew")
  }

  /// - Throws: ``Refusal`` naming the file and what is wrong with it.
  public init(contentsOf path: String) throws(Refusal) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal(file: path, message: "there is no such checkpoint, or it cannot be read; check the path")
    }
    try self.init([UInt8](data), file: path)
  }

  public init(_ bytes: [UInt8], file: String) throws(Refusal) {
    func refuse(_ message: String) -> Refusal { Refusal(file: file, message: message) }
    guard bytes.starts(with: CheckpointFile.magic) else { throw refuse("this is not a checkpoint of penstock") }
    var rest = bytes[CheckpointFile.magic.count...]
    guard let version: UInt32 = CheckpointFile.take(from: &rest) else { throw refuse("the checkpoint is cut short") }
    guard version == CheckpointFile.version else {
      throw refuse(
        """
        a checkpoint of version \(version), and this program reads version \(CheckpointFile.version); start the \
        run anew
        """
      )
    }
    guard rest.count > CheckpointFile.digestLength else { throw refuse("the checkpoint is cut short") }
    let trailer = bytes.suffix(CheckpointFile.digestLength)
    guard Array(trailer) == CheckpointFile.digest(bytes.dropLast(CheckpointFile.digestLength)) else {
      throw refuse("the checkpoint is cut short or was altered: its checksum does not fit; start the run anew")
    }
    rest = rest.dropLast(CheckpointFile.digestLength)
    guard let length: UInt64 = CheckpointFile.take(from: &rest), length <= UInt64(rest.count) else {
      throw refuse("the header is cut short")
    }
    let json = Data(rest.prefix(Int(length)))
    rest = rest.dropFirst(Int(length))
    guard let count: UInt64 = CheckpointFile.take(from: &rest), rest.count.isMultiple(of: 8),
      count == UInt64(rest.count / 8)
    else { throw refuse("the words are cut short") }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let header: Header
    do { header = try decoder.decode(Header.self, from: json) } catch {
      throw refuse("its header cannot be read (\(error))")
    }
    var words: [Int64] = []
    words.reserveCapacity(rest.count / 8)
    while let word: Int64 = CheckpointFile.take(from: &rest) { words.append(word) }
    self.init(
      request: header.request, auditResidual: header.auditResidual,
      checkpoint: Checkpoint(header: header.world, words: words), file: file)
  }

  private static func take<Number: FixedWidthInteger>(from bytes: inout ArraySlice<UInt8>) -> Number? {
    let size = Number.bitWidth / 8
    guard bytes.count >= size else { return nil }
    var number: Number = 0
    withUnsafeMutableBytes(of: &number) { $0.copyBytes(from: bytes.prefix(size)) }
    bytes = bytes.dropFirst(size)
    return Number(littleEndian: number)
  }
}
