import ArgumentParser
import Laboratory
import Reports

/// The scenarios that come along.
struct ScenariosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenarios", abstract: "List the scenarios that come along, or show and check one.")

  @Argument(help: "A scenario's name or file.") var name: String?
  @Flag(help: "Print JSON alone on standard output.") var json = false

  func run() throws {
    let folder = ScenarioFolder(program: CommandLine.arguments[0])
    guard let name else { return try list(folder) }
    let scenario = try Scenario(contentsOf: ScenarioFolder.file(of: name, in: folder))
    _ = try scenario.applied(to: RunRequest(), of: TwoTrackEconomy.page(scale: RunRequest.coarsest))
    try json ? Messages.put(JSON(scenario: scenario)) : Messages.put(ScenarioText(scenario).text)
  }

  private func list(_ folder: ScenarioFolder?) throws {
    guard let folder else {
      throw Refusal("there is no folder 'Scenarios' here or beside the program; run from the repository's root")
    }
    let scenarios = try folder.files.map { file throws in try Scenario(contentsOf: file) }
    guard !json else { return try Messages.put(JSON.array(scenarios.map { JSON(scenario: $0) })) }
    let table = Table(
      [.init("scenario"), .init("question")],
      rows: zip(folder.names, scenarios).map { [.text($0), .text($1.question)] })
    try Messages.put(TerminalTable(table, width: 110).text)
  }
}

/// A scenario for a reader.
private struct ScenarioText {
  let scenario: Scenario
  init(_ scenario: Scenario) { self.scenario = scenario }

  var text: String {
    var text = "\(scenario.name): \(scenario.question)\n"
    if !scenario.without.isEmpty { text += "without \(scenario.without.joined(separator: ", "))\n" }
    for change in scenario.changes { text += "\(change.parameter) = \(change.value), because \(change.reason)\n" }
    return text
  }
}
