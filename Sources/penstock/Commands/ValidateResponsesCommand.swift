import ArgumentParser
import Laboratory
import Quantities
import Reports

/// What one surprise does, beside what was published.
struct ValidateResponsesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "responses",
    abstract: "Answers to a policy, equity, energy and productivity surprise, with intervals.",
    discussion: """
      Pairs of runs with and without one surprise after two years, under the same luck, in replicates (8 unless told). \
      The headline is the strongest quarter of real GDP in the published window.
      """)

  @OptionGroup var common: RunOptions

  func run() throws {
    guard common.months == nil else {
      throw Refusal("responses run for seven years; leave --months out")
    }
    let out = try common.outputFolder()
    let (base, _) = try common.request()
    let count = common.replicates ?? 8
    let bar = ProgressBar("runs", total: count * (Experiment.all.count + 1))
    defer { bar.finish() }
    let responses = try PolicyResponses(
      base, replicates: count, threads: common.threads, isInterrupted: { Interruption.isRequested },
      finished: { bar.advance() })
    bar.finish()
    let json = JSON(responses: responses)
    try out?.write(json.text(pretty: true), to: "validate-responses.json")
    guard !common.json else { return try Messages.put(json) }
    try Messages.put(TerminalTable(EconomyTables.responses(responses), width: 120).text)
  }
}
