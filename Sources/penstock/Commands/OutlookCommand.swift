import ArgumentParser
import Laboratory
import Quantities
import Reports

/// Fans for the next year and a half.
struct OutlookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outlook",
    abstract: "What may come in 18 months: fans over luck, and at which horizon fundamentals outweigh flows.",
    discussion: """
      Runs one economy many times (64 replicates, 18 months unless told) and prints quantiles of the market, growth, \
      unemployment, needs, the gap of generations, the power price and crypto, and what returns came from by horizon. \
      --out also writes a page with the fans.
      """)

  @OptionGroup var common: RunOptions

  /// The shortest run in which growth can be seen, and the longest that is an outlook.
  static let span = 12...36

  func run() throws {
    let out = try common.outputFolder()
    var (base, _) = try common.request()
    base.months = common.months ?? 18
    guard OutlookCommand.span.contains(base.months) else {
      throw Refusal(
        "an outlook of \(base.months) months; choose \(OutlookCommand.span.lowerBound) ... \(OutlookCommand.span.upperBound)"
      )
    }
    let count = common.replicates ?? 64
    guard count >= 2 else { throw Refusal("--replicates \(count): a fan needs at least 2") }
    let bar = ProgressBar("runs", total: count)
    defer { bar.finish() }
    let outlook = try Outlook(
      base, replicates: count, threads: common.threads, isInterrupted: { Interruption.isRequested },
      finished: { bar.advance() })
    bar.finish()
    let json = JSON(outlook: outlook)
    try out?.write(json.text(pretty: true), to: "outlook.json")
    try out?.write(OutlookPage(outlook, command: arguments(base, count)).page.html, to: "outlook.html")
    guard !common.json else { return try Messages.put(json) }
    try Messages.put(
      """
      \(base.scenario), \(count) runs of \(base.months) months; quantiles over luck at fixed parameters

      \(TerminalTable(OutlookTables.fans(outlook), width: 120).text)
      Share in the variance of the index's return
      \(TerminalTable(OutlookTables.horizon(outlook.horizon), width: 120).text)
      \(OutlookTables.words(outlook.horizon))

      """)
  }

  private func arguments(_ base: RunRequest, _ count: Int) -> String {
    let without = base.without.map { " --without \($0)" }.joined()
    let scenario = base.scenario == "baseline" ? "" : " --scenario \(base.scenario)"
    return """
      outlook --seed \(base.seed) --months \(base.months) --replicates \(count) \
      --scale 1:\(NumberText.fixed(base.scale, decimals: 0))\(scenario)\(without)
      """
  }
}
