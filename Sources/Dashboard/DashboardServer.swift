import FlyingFox
import FlyingSocks
import Foundation
import Reports

/// A server of one folder of results on the loopback address, for a browser on the same machine.
///
///     /               the report
///     /api/files      the names of the files, as JSON
///     /<file>         a file of the folder
public struct DashboardServer: Sendable {
  private let server: HTTPServer
  private let folder: ResultsFolder

  public init(_ folder: ResultsFolder, port: UInt16) {
    self.folder = folder
    // Its log would go to standard output, which is for results.
    server = HTTPServer(address: DashboardServer.loopback(port), logger: .disabled)
  }

  /// 127.0.0.1: nobody on another machine can ask.
  private static func loopback(_ port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return address
  }

  /// Serves until it is stopped.
  public func run() async throws {
    let folder = folder
    await server.appendRoute("*") { request in DashboardServer.answer(request, from: folder) }
    try await server.run()
  }

  public func waitUntilListening() async throws { try await server.waitUntilListening(timeout: 2) }
  public func stop() async { await server.stop(timeout: 1) }

  static func answer(_ request: HTTPRequest, from folder: ResultsFolder) -> HTTPResponse {
    guard [.GET, .HEAD].contains(request.method) else {
      return response(.methodNotAllowed, "text/plain", Data("only GET\n".utf8))
    }
    if request.path == "/api/files" {
      let names = JSON.array(folder.names.map { .string($0) })
      return response(.ok, "application/json", Data((names.text() + "\n").utf8))
    }
    let asked = request.path == "/" ? "report.html" : String(request.path.drop { $0 == "/" })
    let name = asked.removingPercentEncoding ?? asked
    guard let bytes = folder.contents(of: name) else { return notFound(folder) }
    return response(.ok, mediaType(of: name), bytes)
  }

  private static func notFound(_ folder: ResultsFolder) -> HTTPResponse {
    let page = HTMLPage(
      title: "There is no such page", subtitle: "This server shows one folder of results.",
      sections: [.init("What there is", [.prose(folder.names.map { "- `/\($0)`" }.joined(separator: "\n"))])])
    return response(.notFound, "text/html; charset=utf-8", Data(page.html.utf8))
  }

  private static func response(_ status: HTTPStatusCode, _ type: String, _ body: Data) -> HTTPResponse {
    HTTPResponse(
      statusCode: status, headers: [.contentType: type, HTTPHeader("X-Content-Type-Options"): "nosniff"], body: body)
  }

  private static func mediaType(of name: String) -> String {
    switch name.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "json": "application/json"
    case "csv": "text/csv; charset=utf-8"
    default: "application/octet-stream"
    }
  }
}
