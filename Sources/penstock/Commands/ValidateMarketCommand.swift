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
      Runs the market with everyone in it for as long as the period, in replicates (100 unless told), and compares the \
      median of each fact with a block-bootstrap band of the S&P 500's. Without --period it does the same for the other \
      periods, to which nothing was fitted. Needs a data folder: --data DIR or PENSTOCK_DATA. Households hardly matter \
      here, so the scale is 1:100,000 unless told.
      """)

  @OptionGroup var common: RunOptions
  @Option(
    help: "One period: \(MarketPeriod.all.map(\.name).joined(separator: ", ")); the middle one was chosen beforehand.")
  var period: String?
  @Option(help: "The economy: market, the daily market by itself, or two-track, the default run's.")
  var economy = Economy.market

  enum Economy: String, ExpressibleByArgument, CaseIterable {
    case market
    case twoTrack = "two-track"

    var world: Run.Economy {
      switch self {
      case .market: MarketOnlyEconomy.everyone
      case .twoTrack: TwoTrackEconomy.world
      }
    }
  }

  func run() throws {
    let periods = try period.map { [try named($0)] } ?? [.chosen] + MarketPeriod.all.filter { $0 != .chosen }
    guard common.months == nil else {
      throw Refusal("a validation runs as long as its period; choose --period instead of --months")
    }
    guard let data = try common.dataFolder() else {
      throw Refusal("validation reads real data, and no folder is named; give --data DIR or set PENSTOCK_DATA")
    }
    let out = try common.outputFolder()
    var (base, _) = try common.request()
    if common.scale == nil { base.scale = RunRequest.coarsest }
    let replicates = common.replicates ?? 100
    let total = replicates * periods.count
    let bar = ProgressBar("\(total) runs", total: total)
    defer { bar.finish() }
    let validations = try periods.map { period in
      try MarketValidation(
        data, in: period, base: base, replicates: replicates, economy: economy.world,
        isInterrupted: { Interruption.isRequested }, finished: { bar.advance() })
    }
    bar.finish()
    let (validation, others) = (validations[0], Array(validations.dropFirst()))
    let json = JSON(validation: validation, outOfSample: others)
    try out?.write(json.text(pretty: true), to: "validate-market.json")
    guard !common.json else { return try Messages.put(json) }
    let table = MarketValidationTable(validation, outOfSample: others)
    try Messages.put(
      "S&P 500, \(validation.period.name)\n\n" + TerminalTable(table.table, width: 120).text + "\n"
        + table.words.joined(separator: "\n") + "\n")
  }

  private func named(_ word: String) throws -> MarketPeriod {
    if let period = MarketPeriod.named(word) { return period }
    let names = MarketPeriod.all.map(\.name)
    let nearest =
      word.nearest(among: names).map { "did you mean '\($0)'?" } ?? "choose \(names.joined(separator: ", "))"
    throw Refusal("there is no period '\(word)'; \(nearest)")
  }
}
