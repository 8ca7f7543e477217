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
/// Revisions: in the tables of a cache that `penstock data fetch` keeps, every series is taken as the newest vintage
/// fetched by the day has it, and before the first vintage as that one has it. Any other file holds one vintage of its
/// series, the last; what was published on the day may have differed.
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
    do {
      let vintages = folder.vintages(of: file, asOf: day)
      let source = try files.rows(of: file, dated: rule, in: folder, vintages)
      // What was fetched by the day was known on it, whatever the usual lag.
      return try KnownTable(source, through: day, lag: vintages?.areKnown == true ? 0 : PublicationLag.days(of: file))
    } catch {
      throw Absence(error)
    }
  }

  /// A file as it lies.
  func bytes(of file: String) throws(Absence) -> [UInt8] {
    do {
      return try files.bytes(of: file, in: folder, folder.vintages(of: file, asOf: day))
    } catch {
      throw Absence(error)
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

  /// The same, nil when there is no such file or column, or nothing in it was known; what is broken is still thrown.
  func seriesIfAny(
    _ file: String, _ column: String, where filter: KnownTable.Filter? = nil, dated rule: RowDate = .column("date")
  ) throws(Absence) -> KnownSeries? {
    do { return try series(file, column, where: filter, dated: rule) } catch {
      if error.isFault { throw error }
      return nil
    }
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

  /// A reading, or its absence with the reason.
  func attempt(_ gauge: String, unit: String, _ body: () throws(Absence) -> Reading) -> Reading {
    do throws(Absence) { return try body() } catch { return absence(gauge, unit: unit, error) }
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
  /// Whether something is there and broken, not merely missing or too short.
  public var isFault = false

  public init(reason: String, last: Day? = nil, isFault: Bool = false) {
    (self.reason, self.last, self.isFault) = (reason, last, isFault)
  }

  /// A file or column that is not there is missing; anything else about a file is a fault.
  public init(_ error: DataError, last: Day? = nil) {
    self.init(reason: "\(error)", last: last, isFault: ![.notFound, .noSuchColumn].contains(error.problem))
  }
}

/// Files already read.
private final class FileShelf: Sendable {
  private struct Key: Hashable {
    let file: String
    let rule: RowDate
    let vintages: String?
  }

  private let shelf = Mutex<[Key: [UInt8]]>([:])
  private let tables = Mutex<[Key: Result<DatedFile, DataError>]>([:])

  func bytes(of file: String, in folder: DataFolder, _ vintages: TableVintages?) throws(DataError) -> [UInt8] {
    let key = Key(file: file, rule: .undated, vintages: vintages?.stamp)
    if let bytes = shelf.withLock({ $0[key] }) { return bytes }
    let bytes: [UInt8]
    if let vintages, let assembled = vintages.csv { bytes = assembled } else { bytes = try folder.bytes(of: file) }
    shelf.withLock { $0[key] = bytes }
    return bytes
  }

  func rows(
    of file: String, dated rule: RowDate, in folder: DataFolder, _ vintages: TableVintages?
  ) throws(DataError) -> DatedFile {
    let key = Key(file: file, rule: rule, vintages: vintages?.stamp)
    if let held = tables.withLock({ $0[key] }) { return try held.get() }
    let found: Result<DatedFile, DataError>
    do throws(DataError) {
      found = .success(try DatedFile(try bytes(of: file, in: folder, vintages), file: file, dated: rule))
    } catch {
      found = .failure(error)
    }
    tables.withLock { $0[key] = found }
    return try found.get()
  }
}
