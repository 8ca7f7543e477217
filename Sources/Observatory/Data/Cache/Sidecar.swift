import Foundation
import Quantities
import Statistics

/// What stands beside every snapshot: who published it, on what terms, when it was fetched, and how to check it.
///
/// It is written after its snapshot, so a snapshot counts once its sidecar is there and agrees with it.
public struct Sidecar: Codable, Equatable, Sendable {
  public var schema = 1
  public var publisher: String
  public var series: String
  public var title: String
  /// The first address asked, without a key.
  public var url: String
  /// How many answers it was put together from.
  public var answers: Int
  public var terms: String
  public var vintage: Vintage
  /// Of the answers as they came, one after the other, a key in them blotted out.
  public var bodySHA256: String
  public var bodyBytes: Int
  /// Of the snapshot's file.
  public var sha256: String
  public var columns: [String]
  public var rows: Int
  public var first: String?
  public var last: String?
  public var revises: Vintage?
  public var rowsAdded: Int
  public var rowsRevised: Int
  public var rowsWithdrawn: Int

  var bytes: [UInt8] {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    }
  }

  /// nil when the bytes are no sidecar.
  init?(_ bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(Sidecar.self, from: Data(bytes)), read.schema == 1 else { return nil }
    self = read
  }

  /// Of a snapshot that changes what an earlier one said.
  init(
    of table: SnapshotTable, in series: PublishedSeries, vintage: Vintage, answers: AnswerDigest,
    after previous: Snapshot?
  ) {
    let revisions = previous.map { Revisions(from: $0.table, to: table) }
    publisher = series.publisher.name
    self.series = series.id
    title = series.title
    (url, self.answers, terms, self.vintage) = (answers.firstURL, answers.count, series.terms, vintage)
    (bodySHA256, bodyBytes) = (answers.sha256, answers.bytes)
    sha256 = SHA256.hex(of: table.csv)
    (columns, rows) = (table.names, table.rows.count)
    (first, last) = (table.firstDay?.iso, table.lastDay?.iso)
    revises = previous?.sidecar.vintage
    rowsAdded = revisions?.added.count ?? table.rows.count
    (rowsRevised, rowsWithdrawn) = (revisions?.revisedRows ?? 0, revisions?.withdrawn.count ?? 0)
  }
}

/// The answers a snapshot was put together from, as a digest.
struct AnswerDigest {
  let firstURL: String
  private(set) var count = 0
  private(set) var bytes = 0
  private var hash = SHA256()

  init(firstURL: String) { self.firstURL = firstURL }

  mutating func add(_ body: [UInt8]) {
    count += 1
    bytes += body.count
    hash.update(body)
  }

  var sha256: String { hash.hex }
}

extension SHA256 {
  /// The digest of some bytes, as hexadecimal digits.
  static func hex(of bytes: some Sequence<UInt8>) -> String {
    var hash = SHA256()
    hash.update(bytes)
    return hash.hex
  }
}
