import Observatory
import Quantities
import Reports

extension JSON {
  private static func count(_ number: Int?) -> JSON { number.map { .integer(Int64($0)) } ?? .null }

  /// Of a fetch.
  init(outcomes: [FetchOutcome], cache: DataCache) {
    self = .object([
      ("schema", .integer(1)), ("cache", .string(cache.path)), ("tables", .string(cache.tables)),
      ("series", .array(outcomes.map(JSON.init(outcome:)))),
    ])
  }

  private init(outcome: FetchOutcome) {
    var (sidecar, reason): (Sidecar?, String?) = (nil, nil)
    switch outcome.result {
    case .kept(let kept): sidecar = kept
    case .passedOver(let error), .failed(let error): reason = "\(error)"
    case .unchanged, .fresh: break
    }
    self = .object([
      ("series", .string(outcome.series.id)), ("publisher", .string(outcome.series.publisher.name)),
      ("outcome", .string(outcome.state)), ("vintage", .string(sidecar?.vintage.description)),
      ("rows", .count(sidecar?.rows)), ("first", .string(sidecar?.first)), ("last", .string(sidecar?.last)),
      ("rowsAdded", .count(sidecar?.rowsAdded)), ("rowsRevised", .count(sidecar?.rowsRevised)),
      ("rowsWithdrawn", .count(sidecar?.rowsWithdrawn)), ("sha256", .string(sidecar?.sha256)),
      ("reason", .string(reason)),
    ])
  }

  /// Of an imported folder.
  init(index: ImportIndex, seenFrom day: Day) {
    self = .object([
      ("schema", .integer(1)), ("folder", .string(index.folder)), ("imported", .string(index.imported.description)),
      ("files", .array(index.files.map { JSON(file: $0, seenFrom: day) })),
    ])
  }

  private init(file: FileSurvey, seenFrom day: Day) {
    let freshness = Freshness(of: file, seenFrom: day)
    self = .object([
      ("file", .string(file.file)), ("bytes", .count(file.bytes)), ("sha256", .string(file.sha256)),
      ("columns", .array(file.columns.map { .string($0) })), ("rows", .count(file.rows)),
      ("first", .string(file.first)), ("last", .string(file.last)), ("ageDays", .count(freshness?.ageDays)),
      ("isStale", freshness.map { .bool($0.isStale) } ?? .null),
      ("reason", .string(file.problem ?? (file.dateColumn == nil ? "no column of dates" : nil))),
    ])
  }

  /// Of what the cache holds.
  init(status: [SeriesStatus], imports: [ImportIndex], cache: DataCache, seenFrom day: Day) {
    self = .object([
      ("schema", .integer(1)), ("cache", .string(cache.path)), ("asOf", .string(day.iso)),
      ("series", .array(status.map(JSON.init(status:)))),
      (
        "imports",
        .array(
          imports.map { index in
            .object([
              ("folder", .string(index.folder)), ("imported", .string(index.imported.description)),
              ("files", .count(index.files.count)),
              ("stale", .count(index.files.count { Freshness(of: $0, seenFrom: day)?.isStale == true })),
              ("changed", .array(index.changedFiles.map { .string($0) })),
            ])
          })
      ),
    ])
  }

  private init(status: SeriesStatus) {
    let sidecar = status.newest
    self = .object([
      ("series", .string(status.series)), ("publisher", .string(status.publisher)),
      ("state", .string(status.state.rawValue)),
      ("vintage", .string(sidecar?.vintage.description)), ("rows", .count(sidecar?.rows)),
      ("first", .string(sidecar?.first)), ("last", .string(status.lastValue?.iso)),
      ("ageDays", .count(status.freshness?.ageDays)), ("allowedDays", .count(status.freshness?.allowedDays)),
      ("vintages", .count(status.vintages)), ("damaged", .count(status.damaged)),
      ("rowsRevised", .count(sidecar?.rowsRevised)), ("sha256", .string(sidecar?.sha256)),
      ("terms", .string(sidecar?.terms)),
    ])
  }
}
