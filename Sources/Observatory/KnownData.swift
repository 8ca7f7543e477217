import Foundation
import Quantities
import Statistics
import Synchronization

/// A data folder seen from a day: a row that was not yet published is not read.
///
/// Whether a row had been published is decided here for every gauge alike, by ``PublicationLag``. What a row says after
/// the day can thus change no reading before it. Files are read once, when first asked for, and may be asked for from
/// several threads.
///
/// Ignores: revisions. A file holds the last vintage of its series; what was published on the day may have differed.
public final class KnownData: Sendable {
  public let folder: DataFolder
  /// The day it is seen from.
  public let day: Day
  private let files: FileShelf

  public init(_ folder: DataFolder, asOf day: Day) {
    (self.folder, self.day, files) = (folder, day, FileShelf())
  }

  private init(_ folder: DataFolder, asOf day: Day, files: FileShelf) {
    (self.folder, self.day, self.files) = (folder, day, files)
  }

  /// The same files, already read, seen from another day.
  public func seen(from day: Day) -> KnownData { KnownData(folder, asOf: day, files: files) }

  /// The rows of a file that were known.
  ///
  /// - Throws: ``Absence`` naming the file, its line and column, and what is wrong.
  func table(_ file: String, dated rule: RowDate = .column("date")) throws(Absence) -> KnownTable {
    try KnownTable.read(
      try bytes(of: file), file: file, dated: rule, through: day, lag: PublicationLag.days(of: file))
  }

  /// A file as it lies.
  func bytes(of file: String) throws(Absence) -> [UInt8] {
    do {
      return try files.bytes(of: file, in: folder)
    } catch {
      throw Absence(reason: "\(error)")
    }
  }

  /// The file whose name is a stem followed by the latest date known, written `2026-05-05` or `2026_05_05`.
  func newest(_ stem: String) throws(Absence) -> (file: String, day: Day) {
    let dated = folder.files.filter { $0.hasPrefix(stem) }.compactMap { file -> (file: String, day: Day)? in
      let date = file.dropFirst(stem.count).prefix(10).replacing("_", with: "-")
      return Day(iso: date).map { (file, $0) }
    }
    guard let newest = dated.filter({ $0.day <= day }).max(by: { $0.day < $1.day }) else {
      throw Absence(reason: "there is no \(stem)DATE.csv dated on or before \(day)")
    }
    return newest
  }

  /// The values of one column that were known, missing ones left out.
  func series(
    _ file: String, _ column: String, where filter: KnownTable.Filter? = nil, dated rule: RowDate = .column("date")
  ) throws(Absence) -> KnownSeries {
    try table(file, dated: rule).series(column, where: filter)
  }

  /// A reading from an observation that ends on a day.
  func reading(
    _ gauge: String, _ value: Double, low: Double? = nil, high: Double? = nil, unit: String, last: Day,
    staleAfter limit: Int, method: String, columns: [String]
  ) -> Reading {
    guard value.isFinite else {
      return absence(gauge, unit: unit, Absence(reason: "the data do not determine it", last: last), columns: columns)
    }
    var reading = Reading(
      gauge: gauge, value: value, low: low, high: high, unit: unit, last: last, seenFrom: day, method: method,
      staleAfter: limit)
    reading.columns = columns
    return reading
  }

  /// The absence of a reading.
  func absence(
    _ gauge: String, unit: String = "", _ absence: Absence, method: String = "", columns: [String] = []
  ) -> Reading {
    var reading = Reading(
      gauge: gauge, unit: unit, method: method, absentBecause: absence.reason, last: absence.last, seenFrom: day)
    reading.columns = columns
    return reading
  }
}

/// Why a gauge gives no reading.
public struct Absence: Error, Equatable {
  public let reason: String
  /// The last observation there is, if any.
  public var last: Day?

  public init(reason: String, last: Day? = nil) { (self.reason, self.last) = (reason, last) }
}

/// The bytes of files already read.
private final class FileShelf: Sendable {
  private let shelf = Mutex<[String: [UInt8]]>([:])

  func bytes(of file: String, in folder: DataFolder) throws(DataError) -> [UInt8] {
    if let bytes = shelf.withLock({ $0[file] }) { return bytes }
    let bytes = try folder.bytes(of: file)
    shelf.withLock { $0[file] = bytes }
    return bytes
  }
}
