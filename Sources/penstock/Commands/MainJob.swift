import ArgumentParser
import Foundation
import Laboratory
import Quantities
import Reports

/// The main job: the baseline, every switch off in turn, the effects, and a report.
struct MainJob: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "main", abstract: "The US baseline with every switch off in turn, and a report of the effects.",
    discussion: "Writes report.html, the baseline's panels as Parquet, and the effects to ./penstock-out, or to --out.")

  @OptionGroup var common: RunOptions

  static let usualReplicates = 8

  func run() throws {
    let start = ContinuousClock.now
    let out = try OutputFolder(common.out ?? "penstock-out")
    let (request, page) = try common.request()
    let comparison = try Comparison(
      switchesOf: page, against: request, replicates: common.replicates ?? MainJob.usualReplicates)
    let baseline = try baseline(request)
    let work = PairedWork(comparison, threads: common.threads)
    let summaries = try work.run()
    let effects = comparison.effects(of: summaries)
    let report = RunReport(
      baseline: baseline, runs: comparison.baseRuns(of: summaries).compactMap(\.self), effects: effects,
      parameters: ParameterRow.all(of: page), systems: System.all(of: page),
      replicates: comparison.finished(of: summaries), planned: comparison.replicates, command: command)
    try write(report, baseline, effects, to: out)
    let json = JSON(baseline: baseline, effects: effects, report: out.place("report.html"))
    try common.json ? Messages.put(json) : Messages.put(summary(report, effects, out))
    Messages.say(
      "\(summaries.count { $0 != nil }) runs in \(NumberText.duration(seconds: start.duration(to: .now) / .seconds(1)))"
    )
    if work.isInterrupted { throw RunInterrupted() }
  }

  /// The arguments as a shell takes them.
  private var command: String {
    CommandLine.arguments.dropFirst().map { word in
      let isPlain = !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_=.,:/@+%".contains($0) }
      return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }.joined(separator: " ")
  }

  private func baseline(_ request: RunRequest) throws -> RunRecord {
    var run = try Run(request)
    try run.advance { _ in if Interruption.isRequested { throw RunInterrupted() } }
    return try run.record()
  }

  private func write(_ report: RunReport, _ baseline: RunRecord, _ effects: [Effect], to out: OutputFolder) throws {
    try out.write(baseline)
    try out.write(EffectsTable(effects).csv, to: "effects.csv")
    try out.write(
      JSON.array(effects.map { JSON(effect: $0, namesSwitch: true) }).text(pretty: true), to: "effects.json")
    try out.write(report.page.html, to: "report.html")
  }

  private func summary(_ report: RunReport, _ effects: [Effect], _ out: OutputFolder) -> String {
    EffectsText(effects.filter(\.isHeadline)).text + "all \(effects.count) effects: \(out.place("effects.csv"))\n\n"
      + report.lead + "\n\nreport: \(out.place("report.html"))\n"
  }
}
