import ArgumentParser
import Laboratory
import Quantities
import Reports

/// One of the book's economies.
struct ToyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "toy",
    abstract: "Run one of the economies of Godley and Lavoie's Monetary Economics: SIM, PC, LP1, BMW.",
    discussion: "Without settings it is the book's. `penstock toy SIM --parameters` lists what can be set and shocked.")

  @Argument(help: "SIM, PC, LP1 or BMW.") var toy: String
  @Option(parsing: .unconditional, help: "Periods after the opening, period 0.") var periods = 60
  @Option(name: .customLong("set"), help: ArgumentHelp("Set a parameter; repeatable.", valueName: "name=value"))
  var settings: [Setting] = []
  @Option(
    name: .customLong("shock"),
    help: ArgumentHelp("A new value from a period on; repeatable.", valueName: "name=value@period"))
  var shocks: [Shock] = []
  @Option(help: "Where it opens: default, nothing or steady.") var opening = ToyOpening.default
  @Flag(help: "Print comma-separated values.") var csv = false
  @Flag(help: "Print JSON alone on standard output.") var json = false
  @Flag(help: "List the parameters instead.") var parameters = false
  @Option(help: ArgumentHelp("Folder to write the table into.", valueName: "DIR")) var out: String?

  func run() throws {
    let toy = try Toy(named: toy)
    guard !parameters else { return try json ? Messages.put(JSON(parametersOf: toy)) : Messages.put(list(toy)) }
    let folder = try out.map(OutputFolder.init)
    let request = ToyRequest(
      toy, periods: periods, settings: settings.map { ($0.name, $0.value) }, shocks: shocks.map(\.shock),
      opening: opening)
    let table = try request.run()
    try folder?.write(table.csv, to: "\(toy.rawValue).csv")
    if json { return try Messages.put(table.json.hasSuffix("\n") ? table.json : table.json + "\n") }
    try Messages.put(csv ? table.csv : TerminalTable(drawn(table)).text)
  }

  private func drawn(_ table: ToyTable) -> Table {
    Table(
      table.columns.map { .number($0) },
      rows: table.rows.map { row in
        [.text("\(Int(row[0]))")] + row.dropFirst().map { .number($0, significant: 6) }
      })
  }

  private func list(_ toy: Toy) -> String {
    let table = Table(
      [.init("parameter"), .number("value"), .number("from"), .number("to"), .init("meaning")],
      rows: toy.parameters.map {
        [.text($0.name), .number($0.value, significant: 6), .text($0.low), .text($0.high), .text($0.meaning)]
      })
    return TerminalTable(table).text
  }
}

extension JSON {
  fileprivate init(parametersOf toy: Toy) {
    self = .array(
      toy.parameters.map {
        .object([
          ("name", .string($0.name)), ("value", .number($0.value)), ("low", .string($0.low)),
          ("high", .string($0.high)), ("meaning", .string($0.meaning)),
        ])
      })
  }
}

extension ToyOpening: ExpressibleByArgument {}

/// `theta=0.25`.
struct Setting: ExpressibleByArgument {
  let name: String
  let value: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !parts[0].isEmpty, let value = Double(parts[1]), value.isFinite else { return nil }
    (name, self.value) = (parts[0], value)
  }
}

/// `G=25@10`.
struct Shock: ExpressibleByArgument {
  let shock: ToyShock

  init?(argument: String) {
    let parts = argument.split(separator: "@", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, let setting = Setting(argument: parts[0]), let period = Int(parts[1]) else { return nil }
    shock = ToyShock(name: setting.name, value: setting.value, period: period)
  }
}
