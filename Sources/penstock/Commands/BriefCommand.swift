import ArgumentParser
import Foundation
import Laboratory
import Observatory
import Quantities
import Reports

/// The monitor: the page of all gauges, or one gauge on files of one's own.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "What the gauges say of real data.",
    discussion: """
      `penstock brief --data DIR` is the page of every gauge; `penstock help brief page` shows its flags. The other \
      commands read files of your own: any order of columns and rows, more columns than needed, and gaps; a missing cell \
      is missing, never zero.
      """,
    subcommands: [
      BriefPageCommand.self, BriefGammaCommand.self, BriefOddsCommand.self, BriefTrendCommand.self,
      BriefVolTargetCommand.self, BriefFactsCommand.self,
    ],
    defaultSubcommand: BriefPageCommand.self)
}

/// The flags of gauges that read files of one's own.
struct BriefFileOptions: ParsableArguments {
  @Option(
    name: .customLong("as-of"),
    help: ArgumentHelp("The day to look from; the file's last day by default.", valueName: "DATE"))
  var asOf: WrittenDay?
  @Option(help: ArgumentHelp("Folder to write results into.", valueName: "DIR")) var out: String?
  @Flag(help: "Print JSON alone on standard output.") var json = false
  @Flag(help: "Print how each number was found.") var methods = false

  /// Writes JSON into the folder if there is one, and prints JSON or words.
  func put(_ json: JSON, as name: String, text: @autoclosure () -> String, files: [(String, [UInt8])] = []) throws {
    if let out = try out.map(OutputFolder.init) {
      try out.write(json.text(pretty: true), to: name + ".json")
      for (file, bytes) in files { try out.write(bytes, to: file) }
    }
    try self.json ? Messages.put(json) : Messages.put(text())
  }

  /// Tests that results can be written, before any work.
  func probe() throws { _ = try out.map(OutputFolder.init) }
}

extension Reading {
  /// Refuses readings none of which has a value: the files named do not allow any.
  static func check(_ readings: [Reading]) throws {
    guard readings.allSatisfy({ $0.value == nil }) else { return }
    throw Refusal(readings.first?.reason ?? "the file allows no reading")
  }
}

extension Refusal {
  /// Does what may find no reading; the absence is the doing of the user's files, so it refuses.
  static func insteadOfAbsence<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let error as Absence { throw Refusal(error.reason) }
  }
}
