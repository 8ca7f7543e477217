import ArgumentParser
import Foundation
import Laboratory
import Observatory
import Quantities
import Reports

/// The page of every gauge.
struct BriefPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Every gauge on the data that were known on a day (the default).",
    discussion: """
      Needs a data folder: --data DIR or PENSTOCK_DATA; `penstock data fetch` makes one. With --out it also writes \
      brief.json, brief.html with the history of every gauge, and the histories as Parquet.
      """)

  @Option(help: ArgumentHelp("Folder of real data, else $PENSTOCK_DATA.", valueName: "DIR")) var data: String?
  @Option(name: .customLong("as-of"), help: ArgumentHelp("The day to look from; today by default.", valueName: "DATE"))
  var asOf: WrittenDay?
  @Option(help: ArgumentHelp("Folder to write results into.", valueName: "DIR")) var out: String?
  @Flag(help: "Print JSON alone on standard output.") var json = false
  @Flag(help: "Print how each number was found.") var methods = false

  func run() throws {
    let path = data ?? ProcessInfo.processInfo.environment["PENSTOCK_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    guard let path else {
      throw Refusal("the brief reads real data, and no folder is named; give --data DIR or set PENSTOCK_DATA")
    }
    let folder = try DataFolder(path)
    let out = try out.map(OutputFolder.init)
    let day = asOf?.day ?? Day.today
    let known = KnownData(folder, asOf: day)
    let brief = Brief()
    let sections = brief.sections(of: known)
    let readings = sections.flatMap(\.readings)
    guard readings.contains(where: { $0.value != nil }) else {
      let why = readings.first?.reason ?? "no gauge is listed"
      throw Refusal(
        "\(path) has nothing that a gauge can read (\(why)); give --data the folder that holds market/ and macro/")
    }
    let json = JSON(readings: readings, asOf: day)
    try out?.write(json.text(pretty: true), to: "brief.json")
    try self.json ? Messages.put(json) : Messages.put(BriefText(sections, of: known, methods: methods).text)
    if let out { try BriefFiles(brief, sections, of: known).write(to: out) }
  }
}

extension Day {
  /// The date in New York by the clock of this machine.
  fileprivate static var today: Day {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: "America/New_York") ?? .gmt
    let parts = calendar.dateComponents([.year, .month, .day], from: Date())
    return Day(parts.year ?? 0, parts.month ?? 0, parts.day ?? 0) ?? RunRequest.opens
  }
}
