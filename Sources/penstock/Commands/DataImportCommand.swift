import ArgumentParser
import Foundation
import Laboratory
import Observatory
import Quantities
import Reports

/// Remembers what a folder of tidy files holds.
struct DataImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Index a folder of tidy CSV files, which is read and never written.")

  @OptionGroup var data: DataOptions
  @Argument(help: ArgumentHelp("The folder.", valueName: "DIR")) var folder: String

  func run() throws {
    let found = try DataFolder(folder)
    let cache = try data.dataCache()
    guard !found.files.isEmpty else {
      throw Refusal("'\(folder)' holds no CSV file, in itself or in its 'market' and 'macro'; name another folder")
    }
    let now = data.now
    let index = try survey(found, now)
    // The cache is made after the survey: it may not lie inside the folder.
    try cache.keep(index)
    try data.json
      ? Messages.put(JSON(index: index, seenFrom: now.day))
      : Messages.put(TerminalTable(ImportTable(index, seenFrom: now.day).table, width: 140).text)
    let problems = index.files.count { $0.problem != nil }
    Messages.say("\(index.files.count) files, \(problems) with a problem; remembered in \(cache.path)")
  }

  private func survey(_ found: DataFolder, _ now: Vintage) throws -> ImportIndex {
    do {
      return try ImportIndex(of: found, vintage: now) { Interruption.isRequested }
    } catch is CancellationError { throw RunInterrupted() }
  }
}

/// The files of an imported folder, for a terminal.
private struct ImportTable {
  let table: Table

  init(_ index: ImportIndex, seenFrom day: Day) {
    table = Table(
      [
        .init("file"), .number("rows"), .number("columns"), .init("first"), .init("last"), .number("age, days"),
        .init("remark"),
      ],
      rows: index.files.map { file in
        let freshness = Freshness(of: file, seenFrom: day)
        let remark = file.problem ?? (file.dateColumn == nil ? "no dates" : freshness?.isStale == true ? "stale" : "")
        return [
          .text(file.file), .text("\(file.rows)"), .text("\(file.columns.count)"), .text(file.first ?? ""),
          .text(file.last ?? ""), .text(freshness.map { "\($0.ageDays)" } ?? ""), .text(remark),
        ]
      })
  }
}
