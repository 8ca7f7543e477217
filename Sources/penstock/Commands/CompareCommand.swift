import ArgumentParser
import Laboratory
import Quantities
import Reports
import Simulation

/// Paired runs with and without a change.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare", abstract: "What a switch or a scenario changes, from paired runs.",
    discussion: """
      With --without, runs with the switches are compared with runs that lack them. With --scenario alone, runs of the \
      scenario are compared with the baseline.
      """)

  @OptionGroup var common: RunOptions

  func run() throws {
    let out = try common.outputFolder()
    let comparison = try comparison()
    let work = PairedWork(comparison, threads: common.threads)
    let summaries = try work.run()
    let effects = comparison.effects(of: summaries)
    try out?.write(EffectsTable(effects).csv, to: "effects.csv")
    let json = JSON(
      comparison: effects, without: common.without, replicates: comparison.finished(of: summaries),
      months: comparison.base.months)
    try out?.write(json.text(pretty: true), to: "effects.json")
    try common.json ? Messages.put(json) : Messages.put(EffectsText(effects).text)
    if work.isInterrupted { throw RunInterrupted() }
  }

  private func comparison() throws -> Comparison {
    let (request, _) = try common.request()
    let replicates = common.replicates ?? 8
    if common.without.isEmpty {
      guard common.scenario != nil else {
        throw Refusal(
          "nothing to compare; give --without SWITCH or --scenario FILE.toml (`penstock systems` lists the switches)")
      }
      var baseline = RunRequest()
      (baseline.seed, baseline.scale, baseline.months) = (request.seed, request.scale, request.months)
      return try Comparison(of: [.init(request.scenario, without: baseline)], against: request, replicates: replicates)
    }
    var base = request
    base.without.removeAll { common.without.contains($0) }
    return try Comparison(
      of: [.init(common.without.joined(separator: ", "), without: request)], against: base, replicates: replicates)
  }
}
