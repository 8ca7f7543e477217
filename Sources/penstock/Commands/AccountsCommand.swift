import ArgumentParser
import Laboratory
import Quantities
import Reports

/// The national accounts of a run, quarter by quarter.
struct AccountsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts", abstract: "The national accounts of a run by quarter, exact to the cent.",
    discussion: """
      GDP by expenditure, production and income, chained growth with what each demand gave to it, gross and net of the \
      imports in it, and what every sector lent. Writes accounts.parquet and accounts.json into --out.
      """)

  @OptionGroup var common: RunOptions

  func run() throws {
    guard common.replicates ?? 1 == 1 else {
      throw Refusal("--replicates \(common.replicates ?? 1): the accounts are of one history; leave it out")
    }
    let out = try common.outputFolder()
    let (request, _) = try common.request()
    guard request.months >= 3 else {
      throw Refusal("--months \(request.months): a quarter has three months; choose at least 3")
    }
    let bar = ProgressBar("running", total: RunRequest.opens.distance(to: request.lastDay()))
    defer { bar.finish() }
    var before = RunRequest.opens
    let accounts = try QuarterlyAccounts.of(
      request,
      afterEach: { day in
        bar.advance(by: before.distance(to: day))
        before = day
        if Interruption.isRequested { throw RunInterrupted() }
      })
    bar.finish()
    let json = JSON(accounts: accounts, request: request)
    if let out {
      let metadata = [
        (key: "scenario", value: request.scenario), (key: "seed", value: "\(request.seed)"),
        (key: "version", value: Release.version),
      ]
      try out.write(ParquetFile(accounts.panel(), metadata: metadata).bytes, to: "accounts.parquet")
      try out.write(json.text(pretty: true), to: "accounts.json")
    }
    try common.json ? Messages.put(json) : Messages.put(AccountsCommand.text(AccountsTables(accounts), request))
  }

  private static func text(_ tables: AccountsTables, _ request: RunRequest) -> String {
    let head = """
      \(request.scenario), seed \(request.seed), scale 1:\(NumberText.fixed(request.scale, decimals: 0)); dollars a year at national scale, chained dollars of the first quarter


      """
    let parts = [
      ("", tables.product), ("Points of growth at annual rates\n\n", tables.contributions(net: false)),
      ("Net of the imports in each demand\n\n", tables.contributions(net: true)), ("", tables.lastQuarter),
    ]
    return head + parts.map { $0.0 + TerminalTable($0.1, width: 120).text }.joined(separator: "\n")
  }
}
