import ArgumentParser
import Laboratory
import Reports

/// The opening beside its sources.
struct OpeningCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "opening", abstract: "What the economy opens with, beside what was published, and where.",
    discussion: "Liquidity, power, data centres, queue and crypto. `penstock ledger` prints every balance of the day.")

  @OptionGroup var common: RunOptions

  func run() throws {
    guard common.months == nil else { throw Refusal("the opening is one month; leave --months out") }
    guard common.replicates == nil else { throw Refusal("the opening is of one run; leave --replicates out") }
    let out = try common.outputFolder()
    let page = OpeningPage(
      try OpeningTable(common.request().request) { _ in if Interruption.isRequested { throw RunInterrupted() } })
    try out?.write(page.json.text(pretty: true), to: "opening.json")
    try common.json ? Messages.put(page.json) : Messages.put(TerminalTable(page.table, width: 160).text)
  }
}
