import ArgumentParser
import Foundation
import Laboratory
import Observatory
import Quantities
import Simulation

/// The flags that commands share.
struct RunOptions: ParsableArguments {
  // Numbers take whatever follows them, so that `--months -3` is refused for what it is.
  @Option(parsing: .unconditional, help: "Seed of every draw (default: 1).") var seed: UInt64?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("One simulated household stands for N (default: 1:10000).", valueName: "1:N"))
  var scale: Scale?
  @Option(parsing: .unconditional, help: "Months to run, from 2025-12-31 (default: 36).") var months: Int?
  @Option(help: ArgumentHelp("Scenario file, or the name of one that comes along.", valueName: "FILE.toml"))
  var scenario: String?
  @Option(name: .customLong("without"), help: ArgumentHelp("Switch a mechanism off; repeatable.", valueName: "switch"))
  var switches: [String] = []
  @Option(parsing: .unconditional, help: "Paired replicates.") var replicates: Int?
  @Option(parsing: .unconditional, help: "Threads to use; results do not depend on them.") var threads = ProcessInfo
    .processInfo.activeProcessorCount
  @Option(help: ArgumentHelp("Folder of real data, else $PENSTOCK_DATA.", valueName: "DIR")) var data: String?
  @Option(help: ArgumentHelp("Folder to write results into.", valueName: "DIR")) var out: String?
  @Flag(help: "Print JSON alone on standard output.") var json = false

  /// The switches that are off, each once.
  var without: [String] { switches.reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }

  /// The request these flags make, checked, and the day page it is of.
  func request() throws -> (request: RunRequest, page: DayPage) {
    var request = RunRequest()
    if let seed { request.seed = seed }
    if let scale { request.scale = scale.value }
    if let months { request.months = months }
    (request.threads, request.without) = (threads, without)
    try request.check()
    if let replicates, !(1...10_000).contains(replicates) { throw RequestError.replicates(replicates) }
    let page = try TwoTrackEconomy.page(scale: request.scale)
    if let scenario { request = try loadScenario(scenario).applied(to: request, of: page) }
    _ = try request.applied(to: page)
    return (request, page)
  }

  private func loadScenario(_ word: String) throws -> Scenario {
    try Scenario(contentsOf: ScenarioFolder.file(of: word, in: ScenarioFolder(program: CommandLine.arguments[0])))
  }

  /// The data folder that was named, by flag or environment; nil when none was.
  func dataFolder() throws -> DataFolder? {
    let path = data ?? ProcessInfo.processInfo.environment["PENSTOCK_DATA"].flatMap { $0.isEmpty ? nil : $0 }
    return try path.map { path throws in try DataFolder(path) }
  }

  /// The folder for results, tested; nil when none was named.
  func outputFolder() throws -> OutputFolder? { try out.map(OutputFolder.init) }
}

/// How many of the country's households one simulated household stands for: `1:10000`, `1:10,000` or `10000`.
struct Scale: ExpressibleByArgument, CustomStringConvertible {
  let value: Double

  init(_ value: Double) { self.value = value }

  init?(argument: String) {
    let text = argument.hasPrefix("1:") ? argument.dropFirst(2) : argument[...]
    guard !text.isEmpty, let number = Int32(text.filter { $0 != "," && $0 != "_" }) else { return nil }
    value = Double(number)
  }

  var description: String { "1:\(Int(value))" }
}
