import ArgumentParser
import Foundation
import Laboratory
import Observatory
import Quantities
import Reports
import Statistics

/// The monitor held against markets whose truth is known, and against what the S&P 500 did next.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "How well the gauges of hidden quantities do.",
    discussion: """
      Simulates markets whose funds follow rules the gauges are not told, lets the gauges read prices alone, and compares \
      what they say with what was recorded: 64 markets of each of two laws unless told, a second or less each. With a data \
      folder (--data DIR or PENSTOCK_DATA) it also asks what each gauge told of the S&P 500's next day, week and month.
      """)

  @Option(parsing: .unconditional, help: "Seed of every draw (default: 1).") var seed: UInt64 = 1
  @Option(parsing: .unconditional, help: "Markets of each law (default: 64).") var replicates = 64
  @Option(parsing: .unconditional, help: "Threads to use; results do not depend on them.") var threads = ProcessInfo
    .processInfo.activeProcessorCount
  @Option(help: ArgumentHelp("Folder of real data, else $PENSTOCK_DATA.", valueName: "DIR")) var data: String?
  @Option(
    name: .customLong("as-of"), help: ArgumentHelp("The last day of real data (default: all).", valueName: "DATE"))
  var asOf: WrittenDay?
  @Option(help: ArgumentHelp("Folder to write results into.", valueName: "DIR")) var out: String?
  @Option(help: ArgumentHelp("Swift file to write the track record to, for the next build.", valueName: "FILE.swift"))
  var record: String?
  @Option(help: ArgumentHelp("Page of figures to write beside a record.", valueName: "FILE.md")) var page: String?
  @Flag(help: "Print JSON alone on standard output.") var json = false

  func run() throws {
    guard (2...10_000).contains(replicates) else {
      throw Refusal("\(replicates) markets; choose 2 ... 10000, since half of them set what the other half tests")
    }
    guard threads >= 1 else { throw RequestError.threads(threads) }
    let folder = try dataFolder()
    for file in [record, page].compactMap(\.self) {
      guard folder != nil else {
        throw Refusal("a record has a part on real data, and no folder is named; give --data DIR or set PENSTOCK_DATA")
      }
      try OutputFolder.probe(file: file)
    }
    let out = try out.map(OutputFolder.init)
    let score = try simulated()
    let value = try folder.map { try predictive($0, cause: score.causeWeights) }
    let results = JSON(score: score, value)
    try out?.write(results.text(pretty: true), to: "score.json")
    if let value {
      if let record { try OutputFolder.write(TrackRecordFile(score, value, command: command).text, toFile: record) }
      if let page { try OutputFolder.write(ScoreTables(score, value).page(command), toFile: page) }
    }
    guard !json else { return try Messages.put(results) }
    try Messages.put(ScoreTables(score, value).text)
  }

  private func simulated() throws -> MonitorScore {
    let bar = ProgressBar("\(2 * replicates) markets", total: 2 * replicates)
    defer { bar.finish() }
    return try MonitorScore(
      seed: seed, replicates: replicates, threads: threads, isInterrupted: { Interruption.isRequested },
      finished: { bar.advance() })
  }

  private func predictive(_ folder: DataFolder, cause: LogisticRegression?) throws -> PredictiveValue {
    let day = asOf?.day ?? Day(number: Int32.max / 2)
    let bar = ProgressBar("gauges on real data", total: 25)
    defer { bar.finish() }
    do throws(Absence) {
      let score = cause.map { InversionCauseScore(weights: $0) } ?? InversionCauseScore()
      let history = try GaugeHistory(KnownData(folder, asOf: day), from: PredictiveValue.begins, cause: score)
      bar.advance()
      return PredictiveValue(history, finished: { bar.advance() })
    } catch {
      throw Refusal("\(folder.path): \(error.reason); give --data the folder that holds market/spx_daily.csv")
    }
  }

  /// What reproduces the record.
  private var command: String {
    "penstock score --seed \(seed) --replicates \(replicates)" + (asOf.map { " --as-of \($0.day.iso)" } ?? "")
      + " --data DIR --record Sources/Observatory/TrackRecord+Figures.swift --page Documentation/TrackRecord/Figures.md"
  }

  private func dataFolder() throws -> DataFolder? {
    let path = data ?? ProcessInfo.processInfo.environment["PENSTOCK_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    return try path.map { path throws in try DataFolder(path) }
  }
}
