import Foundation
import FoundationNetworking

/// A question as it goes over the wire, key and all.
public struct WireRequest: Sendable {
  public let url: String
  public let headers: [(name: String, value: String)]
  /// Posted when there is one.
  public let body: String?
}

/// What came back.
public struct Answer: Sendable {
  public let status: Int
  /// Names in lower case.
  public let headers: [String: String]
  public let body: [UInt8]

  public init(status: Int, headers: [String: String] = [:], body: [UInt8]) {
    (self.status, self.headers, self.body) = (status, headers, body)
  }
}

/// Whatever carries questions to publishers.
public protocol Transport: Sendable {
  /// - Throws: ``FetchError`` when no whole answer comes.
  func answer(to request: WireRequest) async throws -> Answer
}

/// Carries questions over HTTP.
///
/// Errors are told in our own words: the system's would repeat the address, and the key in it.
public struct WebTransport: Transport {
  private let session: URLSession

  /// - Parameter patience: the longest silence of a publisher.
  public init(patience: Duration = .seconds(60)) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = patience / .seconds(1)
    configuration.httpCookieStorage = nil
    configuration.urlCache = nil
    session = URLSession(configuration: configuration)
  }

  public func answer(to request: WireRequest) async throws -> Answer {
    guard let url = URL(string: request.url) else { throw FetchError.malformed("the address is not a URL") }
    var asked = URLRequest(url: url)
    for (name, value) in request.headers { asked.setValue(value, forHTTPHeaderField: name) }
    if let body = request.body {
      asked.httpMethod = "POST"
      asked.httpBody = Data(body.utf8)
    }
    do {
      let (data, response) = try await session.data(for: asked)
      guard let response = response as? HTTPURLResponse else { throw FetchError.malformed("the answer is not HTTP") }
      let headers = response.allHeaderFields.reduce(into: [String: String]()) { headers, field in
        if let name = field.key as? String, let value = field.value as? String { headers[name.lowercased()] = value }
      }
      return Answer(status: response.statusCode, headers: headers, body: Array(data))
    } catch let error as URLError {
      throw Self.plain(error, host: url.host ?? "the publisher")
    }
  }

  private static func plain(_ error: URLError, host: String) -> FetchError {
    switch error.code {
    case .cancelled: FetchError(.interrupted, "interrupted", cure: "fetch again")
    case .timedOut: FetchError(.timedOut, "\(host) did not answer in time", cure: "fetch again later")
    // A connection that breaks off in the middle of a body is "unknown" on Linux.
    case .unknown, .networkConnectionLost, .badServerResponse, .cannotParseResponse, .zeroByteResource:
      FetchError.truncated("the answer of \(host) was cut off")
    default: FetchError(.unreachable, "\(host) cannot be reached", cure: "check the network connection")
    }
  }
}
