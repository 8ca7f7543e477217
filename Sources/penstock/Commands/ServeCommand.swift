import ArgumentParser
import Dashboard
import Foundation
import Laboratory
import Reports

/// The last report in a browser.
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Show the last report in a browser, on this machine only.")

  @Option(help: ArgumentHelp("The folder of the main job's results.", valueName: "DIR")) var out = "penstock-out"
  @Option(parsing: .unconditional, help: "Port on 127.0.0.1.") var port: UInt16 = 8125

  func run() async throws {
    guard let folder = ResultsFolder(out) else {
      throw Refusal("there are no results in '\(out)'; run `penstock` first, or name its folder with --out")
    }
    guard port > 0 else { throw Refusal("there is no port 0 to open in a browser; choose 1 ... 65535 with --port") }
    let server = DashboardServer(folder, port: port)
    let running = Task { try await server.run() }
    do { try await server.waitUntilListening() } catch {
      running.cancel()
      throw Refusal("port \(port) cannot be listened on, perhaps because another program does; choose one with --port")
    }
    Messages.say("http://127.0.0.1:\(port)  (stop with Ctrl-C)")
    while !Interruption.isRequested, !running.isCancelled { try await Task.sleep(for: .milliseconds(100)) }
    await server.stop()
    throw RunInterrupted()
  }
}
