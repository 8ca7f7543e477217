import ArgumentParser
import Laboratory
import Quantities
import Reports

/// What switches should move and should not, beside what they do.
struct ValidateSwitchesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "switches", abstract: "Effects that mechanisms' pages predict, and a placebo table.",
    discussion: """
      Pairs of runs with and without each switch that has predictions, under the same luck (16 replicates and 36 months \
      unless told). --page writes the tables as a page of the documentation.
      """)

  @OptionGroup var common: RunOptions
  @Option(help: ArgumentHelp("Page to write the tables to.", valueName: "FILE.md")) var page: String?

  func run() throws {
    if let page { try OutputFolder.probe(file: page) }
    let out = try common.outputFolder()
    let (base, _) = try common.request()
    guard SwitchValidation.switches.allSatisfy({ !base.without.contains($0) }) else {
      throw Refusal(
        "--without or the scenario takes away what is to be compared; leave these in: \(SwitchValidation.switches.joined(separator: ", "))"
      )
    }
    let replicates = common.replicates ?? 16
    guard replicates >= 2 else { throw Refusal("--replicates \(replicates): an interval needs at least 2 pairs") }
    let arms = SwitchValidation.switches.map { name in
      var without = base
      without.without.append(name)
      return Comparison.Arm(name, without: without)
    }
    let comparison = try Comparison(of: arms, against: base, replicates: replicates)
    let work = PairedWork(comparison, threads: common.threads)
    let summaries = try work.run()
    guard !work.isInterrupted else { throw RunInterrupted() }
    let validation = SwitchValidation(comparison.effects(of: summaries), replicates: replicates)
    let (json, tables) = (JSON(switches: validation), SwitchTables(validation))
    try out?.write(json.text(pretty: true), to: "validate-switches.json")
    if let page { try OutputFolder.write(tables.page(command(base, replicates)), toFile: page) }
    try common.json ? Messages.put(json) : Messages.put(tables.text)
  }

  private func command(_ base: RunRequest, _ replicates: Int) -> String {
    let without = base.without.map { " --without \($0)" }.joined()
    let scenario = base.scenario == "baseline" ? "" : " --scenario \(base.scenario)"
    return
      "penstock validate switches --seed \(base.seed) --replicates \(replicates) --months \(base.months) --scale 1:\(NumberText.fixed(base.scale, decimals: 0))\(scenario)\(without)"
  }
}
