import ArgumentParser
import Foundation
import Laboratory
import Quantities
import Reports

/// The daily market held against the S&P 500 and against a GARCH.
struct ValidateMarketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "market", abstract: "The daily market against the S&P 500 of a period, GARCH(1,1)-t beside it.",
    discussion: """
      Runs the economy for as long as the period, in replicates (8 unless told), and compares the median of each fact \
      with a block-bootstrap band of the S&P 500's. Needs a data folder: --data DIR or PENSTOCK_DATA. Households hardly \
      matter here, so the scale is 1:100,000 unless told.
      """)

  @OptionGroup var common: RunOptions
  @Option(
    help: "The period: \(MarketPeriod.all.map(\.name).joined(separator: ", ")); the middle one was chosen beforehand.")
  var period: String = MarketPeriod.chosen.name

  func run() throws {
    guard let period = MarketPeriod.named(period) else {
      let names = MarketPeriod.all.map(\.name)
      let nearest =
        self.period.nearest(among: names).map { "did you mean '\($0)'?" } ?? "choose \(names.joined(separator: ", "))"
      throw Refusal("there is no period '\(self.period)'; \(nearest)")
    }
    guard common.months == nil else {
      throw Refusal("a validation runs as long as its period; choose --period instead of --months")
    }
    guard let data = try common.dataFolder() else {
      throw Refusal("validation reads real data, and no folder is named; give --data DIR or set PENSTOCK_DATA")
    }
    let out = try common.outputFolder()
    var (base, _) = try common.request()
    if common.scale == nil { base.scale = RunRequest.coarsest }
    let replicates = common.replicates ?? 8
    let bar = ProgressBar("\(replicates) runs", total: replicates)
    defer { bar.finish() }
    let validation = try MarketValidation(
      data, in: period, base: base, replicates: replicates, isInterrupted: { Interruption.isRequested },
      finished: { bar.advance() })
    bar.finish()
    let json = JSON(validation: validation)
    try out?.write(json.text(pretty: true), to: "validate-market.json")
    guard !common.json else { return try Messages.put(json) }
    let table = MarketValidationTable(validation)
    try Messages.put(
      "S&P 500, \(period.name)\n\n" + TerminalTable(table.table, width: 120).text + "\n"
        + table.words.joined(separator: "\n") + "\n")
  }
}
