import ArgumentParser
import Laboratory
import Quantities
import Reports

/// The generated parameter table.
struct ParametersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parameters", abstract: "List every parameter with its value, unit, range, source and place.")

  @Flag(help: "Only those whose source is an assumption, and how many they are.") var assumed = false
  @Flag(help: "Print JSON alone on standard output.") var json = false

  func run() throws {
    let all = ParameterRow.all(of: try TwoTrackEconomy.page(scale: RunRequest.coarsest))
    let rows = assumed ? all.filter(\.parameter.source.isAssumed) : all
    guard !json else { return try Messages.put(JSON(parameters: rows)) }
    try Messages.put(TerminalTable(ParameterTable(rows).table).text)
    let count = all.count { $0.parameter.source.isAssumed }
    try Messages.put("\n\(all.count) parameters, of which \(count) are assumed\n")
  }
}
