import ArgumentParser
import Observatory
import Quantities
import Reports

/// Dealer gamma of an option chain.
struct BriefGammaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gamma", abstract: "Dealer gamma of an option chain, as an interval over who holds what.",
    discussion: """
      Reads `expiration, option_type, strike, open_interest, implied_vol[, underlying_last][, gamma][, date]`, or the \
      page of delayed quotes as Cboe saves it. Options without a weekday left on the day are dropped.
      """)

  @OptionGroup var common: BriefFileOptions
  @Option(help: ArgumentHelp("The option chain.", valueName: "FILE.csv")) var chain: String
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The underlying's price; the chain's own by default.", valueName: "PRICE"))
  var spot: Double?

  func run() throws {
    if let spot, !(spot > 0 && spot < 1e9) { throw Refusal("--spot \(spot) is no price; give one above 0") }
    try common.probe()
    let bytes = try DataFolder.bytes(ofFile: chain)
    let (gamma, readings, day) = try Refusal.insteadOfAbsence {
      let options = try OptionChain(bytes, file: chain, asOf: common.asOf?.day)
      let gamma = try DealerGamma(options, spot: spot, asOf: common.asOf?.day)
      let day = common.asOf?.day ?? options.day
      return (gamma, DealerGammaGauge.readings(of: gamma, source: options.source, seenFrom: day), day)
    }
    try Reading.check(readings)
    try common.put(
      JSON(gamma: gamma, readings: readings, asOf: day), as: "brief-gamma", text: text(gamma, readings, day))
  }

  private func text(_ gamma: DealerGamma, _ readings: [Reading], _ day: Day) -> String {
    let profile = gamma.profile()
    let plot = BraillePlot(
      profile.map { $0.exposure(putWeight: 1) }, style: .dollars, from: NumberText.significant(profile[0].spot, 4),
      to: NumberText.significant(profile[profile.count - 1].spot, 4))
    return "Dealer gamma at \(NumberText.significant(gamma.spot, 6)) on \(day)\n\n"
      + TerminalTable(ReadingsTable(readings, methods: common.methods).table, width: 120).text
      + "\nDollars of delta per 1 % by level of the index, dealers long calls and short puts\n" + plot.text()
  }
}
