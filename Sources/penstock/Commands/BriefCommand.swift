import ArgumentParser
import Foundation
import Laboratory
import Observatory
import Quantities
import Reports

/// The monitor on real data.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "What the gauges say of real data.",
    discussion: "Needs a data folder: --data DIR or PENSTOCK_DATA. `penstock run --data DIR` shows a run beside it.")

  @OptionGroup var common: RunOptions
  @Option(name: .customLong("as-of"), help: ArgumentHelp("The day to look from; today by default.", valueName: "DATE"))
  var asOf: WrittenDay?

  func run() throws {
    guard let data = try common.dataFolder() else {
      throw Refusal("the brief reads real data, and no folder is named; give --data DIR or set PENSTOCK_DATA")
    }
    let out = try common.outputFolder()
    let day = asOf?.day ?? Day.today
    let readings = Brief().readings(of: KnownData(data, asOf: day))
    guard readings.contains(where: { $0.value != nil }) else {
      let why = readings.first?.reason ?? "no gauge is listed"
      throw Refusal(
        "\(data.path) has nothing that a gauge can read (\(why)); give --data the folder that holds market/ and macro/")
    }
    let json = JSON(readings: readings, asOf: day)
    try out?.write(json.text(pretty: true), to: "brief.json")
    guard !common.json else { return try Messages.put(json) }
    try Messages.put("What was known on \(day)\n\n" + TerminalTable(ReadingsTable(readings).table, width: 120).text)
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
