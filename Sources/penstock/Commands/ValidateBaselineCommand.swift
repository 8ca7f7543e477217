import ArgumentParser
import Laboratory
import Reports

/// The first year of the baseline beside what is known of 2026.
struct ValidateBaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline", abstract: "The first year of the baseline beside what is known of 2026.",
    discussion: """
      Runs twelve months in replicates (16 unless told) and reads each figure at the date of the last published one. \
      Nothing is tuned to it. Needs a data folder: --data DIR or PENSTOCK_DATA.
      """)

  @OptionGroup var common: RunOptions

  func run() throws {
    guard common.months == nil else { throw Refusal("the baseline's first year has twelve months; leave --months out") }
    guard let data = try common.dataFolder() else {
      throw Refusal("it reads real data, and no folder is named; give --data DIR or set PENSTOCK_DATA")
    }
    let out = try common.outputFolder()
    let (base, _) = try common.request()
    let count = common.replicates ?? 16
    let bar = ProgressBar("\(count) runs", total: count)
    defer { bar.finish() }
    let year = try BaselineYear(
      data, base, replicates: count, isInterrupted: { Interruption.isRequested }, finished: { bar.advance() })
    bar.finish()
    let json = JSON(baseline: year)
    try out?.write(json.text(pretty: true), to: "validate-baseline.json")
    guard !common.json else { return try Messages.put(json) }
    let inside = year.rows.count(where: \.isInside)
    try Messages.put(
      TerminalTable(BaselineTables.year(year), width: 130).text
        + "\n\(inside) of \(year.rows.count) known figures lie in nine tenths of \(count) runs; nothing was tuned to them.\n"
    )
  }
}
