import ArgumentParser
import Laboratory
import Quantities
import Reports

/// The real economy held against sixty years of the country's.
struct ValidateEconomyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "economy", abstract: "The real economy in ordinary times against US moments, balances and flows.",
    discussion: """
      Runs 65 years after a burn-in of 40 with AI capability frozen, in replicates (4 unless told), and compares the \
      median of each fact with its published band. What households spend of a windfall is measured in a year of their own. --drift runs with shocks off and shows how stocks move over ten more \
      years; --shocks shows how much of the cycle each shock stream causes; --scales runs three years at 1:10,000 and 1:1,000 (16 \
      replicates unless told). Needs no data. The scale is 1:20,000 unless \
      told.
      """)

  @OptionGroup var common: RunOptions
  @Flag(help: "How stocks over product move over ten years with shocks off (32 replicates unless told).")
  var drift = false
  @Flag(help: "How much of the cycle's variance each shock stream causes.") var shocks = false

  @Flag(help: "Whether the economy is the same at 1:10,000 and 1:1,000 (16 replicates unless told).") var scales = false

  static let scale = 20_000.0

  func run() throws {
    guard common.months == nil else {
      throw Refusal("a validation runs 105 years; leave --months out")
    }
    guard [drift, shocks, scales].count(where: \.self) <= 1 else {
      throw Refusal("--drift, --shocks and --scales are three tables; choose one")
    }
    guard !scales || common.scale == nil else { throw Refusal("--scales runs two scales; leave --scale out") }
    let out = try common.outputFolder()
    var (base, _) = try common.request()
    if common.scale == nil { base.scale = drift ? RunRequest.coarsest : ValidateEconomyCommand.scale }
    let (name, json, text) =
      try drift
      ? stockDrift(base) : shocks ? shockShares(base) : scales ? scaleTest(base) : facts(base)
    try out?.write(json.text(pretty: true), to: "\(name).json")
    try common.json ? Messages.put(json) : Messages.put(text)
  }

  private func facts(_ base: RunRequest) throws -> (String, JSON, String) {
    let count = common.replicates ?? 4
    let months = OrdinaryTimes.burnIn + OrdinaryTimes.kept
    let histories = try histories(EconomyRuns.requests(base, replicates: count, months: months), OrdinaryTimes.burnIn)
    let near = try self.histories(
      EconomyRuns.requests(base, replicates: count, months: EconomyRuns.near.months), EconomyRuns.near.burnIn,
      in: TwoTrackEconomy.world)
    let validation = EconomyValidation(
      of: histories, near: near, windfall: try WindfallSpending(scale: base.scale))
    let text =
      "United States in ordinary times, \(count) runs of \(OrdinaryTimes.kept / 12) years after \(OrdinaryTimes.burnIn / 12)\n\n"
      + TerminalTable(EconomyTables.facts(validation), width: 120).text + "\n"
      + EconomyTables.words(validation).joined(separator: "\n") + "\n"
    return ("validate-economy", JSON(economy: validation), text)
  }

  private func stockDrift(_ base: RunRequest) throws -> (String, JSON, String) {
    var base = base
    if !base.without.contains("shocks") { base.without.append("shocks") }
    let requests = EconomyRuns.requests(base, replicates: common.replicates ?? 32, months: StockDrift.months)
    let result = StockDrift(of: try histories(requests, StockDrift.burnIn))
    let steady = result.rows.count(where: \.isSteady)
    return (
      "validate-drift", JSON(drift: result),
      TerminalTable(EconomyTables.drift(result), width: 120).text
        + "\n\(steady) of \(result.rows.count) move by less than 1 % with |t| < 2.5 over \(result.replicates) runs.\n"
    )
  }

  private func scaleTest(_ base: RunRequest) throws -> (String, JSON, String) {
    func made(_ scale: Double) throws -> [EconomyHistory] {
      var base = base
      base.scale = scale
      return try histories(
        EconomyRuns.requests(base, replicates: common.replicates ?? 16, months: ScaleTest.months), ScaleTest.burnIn,
        in: TwoTrackEconomy.world)
    }
    let test = ScaleTest(coarse: try made(ScaleTest.scales.coarse), fine: try made(ScaleTest.scales.fine))
    let (coarse, fine) = (
      NumberText.fixed(test.growth.coarse.value, decimals: 2), NumberText.fixed(test.growth.fine.value, decimals: 2)
    )
    return (
      "validate-scales", JSON(scales: test),
      TerminalTable(BaselineTables.scales(test), width: 120).text
        + "\n\(test.rows.count(where: \.isSame)) of \(test.rows.count) differ by less than 1 %, three errors included, over "
        + "\(test.replicates) runs. Growth varies by \(coarse) % a year at 1:10,000 and by \(fine) at 1:1,000.\n"
    )
  }

  private func shockShares(_ base: RunRequest) throws -> (String, JSON, String) {
    let count = common.replicates ?? 2
    let bar = ProgressBar("runs", total: 7 * count)
    defer { bar.finish() }
    let shares = try ShockShares(
      base, replicates: count, threads: common.threads, isInterrupted: { Interruption.isRequested },
      finished: { bar.advance() })
    return ("validate-shocks", JSON(shocks: shares), TerminalTable(EconomyTables.shocks(shares), width: 120).text)
  }

  private func histories(
    _ requests: [RunRequest], _ burnIn: Int, in economy: @escaping Run.Economy = EconomyRuns.ordinary
  ) throws -> [EconomyHistory] {
    let bar = ProgressBar("\(requests.count) runs", total: requests.count)
    defer { bar.finish() }
    return try EconomyRuns.histories(
      requests, after: burnIn, threads: common.threads, in: economy, isInterrupted: { Interruption.isRequested },
      finished: { bar.advance() })
  }
}
