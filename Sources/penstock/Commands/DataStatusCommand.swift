import ArgumentParser
import Foundation
import Observatory
import Quantities
import Reports

/// What the cache holds, and how old it is.
struct DataStatusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Show what was fetched and imported, how old it is and whether it is whole.")

  @OptionGroup var data: DataOptions
  @Argument(help: "Publishers, series or tables; everything without one.") var words: [String] = []
  @Flag(help: "Check every vintage against its digest, not only the newest.") var verify = false

  func run() throws {
    let cache = try data.dataCache()
    let day = data.now.day
    let series = try PublishedSeries.matching(words).map { series in
      SeriesStatus(of: series, in: cache, seenFrom: day, isThorough: verify)
    }
    let imports = words.isEmpty ? cache.importIndices() : []
    guard !data.json else {
      return try Messages.put(JSON(status: series, imports: imports, cache: cache, seenFrom: day))
    }
    var text = TerminalTable(StatusTable(series).table, width: 140).text
    for index in imports {
      let stale = index.files.count { Freshness(of: $0, seenFrom: day)?.isStale == true }
      text +=
        "\n\(index.folder): \(index.files.count) files imported \(index.imported), \(stale) stale, "
        + "\(index.changedFiles.count) changed since\n"
    }
    try Messages.put(text)
  }
}

private struct StatusTable {
  let table: Table

  init(_ series: [SeriesStatus]) {
    table = Table(
      [
        .init("series"), .init("what"), .init("state"), .init("fetched"), .number("rows"), .init("last value"),
        .number("age, days"), .number("vintages"), .number("revised"),
      ],
      rows: series.map { status in
        [
          .text(status.series), .text(status.title),
          .text(status.state.rawValue + (status.damaged > 0 ? " (\(status.damaged))" : "")),
          .text(status.newest?.vintage.description ?? ""), .text(status.newest.map { "\($0.rows)" } ?? ""),
          .text(status.lastValue?.iso ?? ""), .text(status.freshness.map { "\($0.ageDays)" } ?? ""),
          .text(status.vintages > 0 ? "\(status.vintages)" : ""),
          .text(status.newest.map { "\($0.rowsRevised)" } ?? ""),
        ]
      })
  }
}
