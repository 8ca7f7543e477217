import ArgumentParser
import Laboratory
import Reports

/// How far each system of the thesis stands.
struct SystemsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "systems", abstract: "Which systems of the thesis work, derived from what exists.")

  @Flag(help: "Print JSON alone on standard output.") var json = false

  func run() throws {
    let systems = System.all(of: try TwoTrackEconomy.page(scale: RunRequest.coarsest))
    guard !json else { return try Messages.put(JSON(systems: systems)) }
    try Messages.put(TerminalTable(SystemsTable(systems).table, width: 110).text)
  }
}
