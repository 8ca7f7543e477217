import Foundation
import Synchronization

/// A web server on 127.0.0.1 that answers by rule, for tests of what publishers do.
///
/// One thread accepts, one thread a connection answers; a connection is closed after its answer.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    let method: String
    /// Path and query as they came.
    let target: String
    let headers: [String: String]
    let body: String

    var path: String { String(target.prefix { $0 != "?" }) }

    /// An item of the query, its escapes undone.
    func item(_ name: String) -> String? {
      URLComponents(string: target)?.queryItems?.first { $0.name == name }?.value
    }
  }

  struct Response: Sendable {
    var status = 200
    var headers: [String: String] = [:]
    var body: [UInt8]
    /// What is sent of the body; all of it when nil.
    var sent: Int?
    /// Whether its length is announced.
    var isMeasured = true
    /// Answers nothing for so long.
    var silence: Double = 0

    static func ok(_ text: String) -> Response { Response(body: Array(text.utf8)) }
    static func status(_ status: Int, _ headers: [String: String] = [:], _ text: String = "") -> Response {
      Response(status: status, headers: headers, body: Array(text.utf8))
    }
  }

  let port: UInt16
  private let socket: Int32
  private let log = Mutex<[Request]>([])
  private let rule: @Sendable (Request, Int) -> Response

  var address: String { "http://127.0.0.1:\(port)" }
  var requests: [Request] { log.withLock { $0 } }

  /// - Parameter rule: what is answered to a request, which is the so-maniest from nought.
  init(_ rule: @escaping @Sendable (Request, Int) -> Response) throws {
    self.rule = rule
    socket = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = socket
    let isListening = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { plain in
        bind(descriptor, plain, length) == 0 && listen(descriptor, 64) == 0
          && getsockname(descriptor, plain, &length) == 0
      }
    }
    guard isListening else { throw POSIXError(.EADDRINUSE) }
    port = UInt16(bigEndian: address.sin_port)
    let accepting = Thread { [weak self] in
      while true {
        let connection = accept(descriptor, nil, nil)
        guard connection >= 0 else { return }
        Thread { [weak self] in self?.serve(connection) }.start()
      }
    }
    accepting.start()
  }

  deinit {
    shutdown(socket, Int32(SHUT_RDWR))
    close(socket)
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    guard let request = read(from: connection) else { return }
    let number = log.withLock { log in
      log.append(request)
      return log.count - 1
    }
    let response = rule(request, number)
    if response.silence > 0 { Thread.sleep(forTimeInterval: response.silence) }
    var head = "HTTP/1.1 \(response.status) Reason\r\nConnection: close\r\n"
    if response.isMeasured { head += "Content-Length: \(response.body.count)\r\n" }
    for (name, value) in response.headers { head += "\(name): \(value)\r\n" }
    send(Array((head + "\r\n").utf8) + response.body.prefix(response.sent ?? response.body.count), to: connection)
    shutdown(connection, Int32(SHUT_WR))
  }

  private func send(_ bytes: [UInt8], to connection: Int32) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress! + done, bytes.count - done, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      done += count
    }
  }

  private func read(from connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      if let request = Self.request(in: bytes) { return request }
      let count = recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return nil }
      bytes += buffer[..<count]
    }
  }

  /// nil until all of it is there.
  private static func request(in bytes: [UInt8]) -> Request? {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return nil }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let headers = lines.dropFirst().reduce(into: [String: String]()) { headers, line in
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2 { headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces) }
    }
    let body = String(text[end.upperBound...])
    guard body.utf8.count >= Int(headers["content-length"] ?? "0") ?? 0 else { return nil }
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    return Request(method: String(words[0]), target: String(words[1]), headers: headers, body: body)
  }
}
