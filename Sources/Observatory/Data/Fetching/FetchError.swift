/// Why a series could not be fetched: what happened, and what to do.
///
/// Messages are our own words: a publisher's text may repeat the key it was sent.
public struct FetchError: Error, Equatable, CustomStringConvertible {
  public enum Problem: String, Sendable, CaseIterable {
    /// The publisher asks for patience (429), has a fault (5xx), or did not answer in time.
    case busy, serverFault, timedOut, unreachable
    /// The answer ended before it was whole.
    case truncated
    /// The request was refused (4xx).
    case refused
    /// The answer is a web page, or not in the publisher's format, or without a row.
    case webPage, malformed, empty
    /// A key or a contact address that the publisher requires is not set.
    case needsKey, needsContact
    case interrupted
  }

  public let problem: Problem
  public let message: String
  public let cure: String
  /// How long the publisher asked us to wait.
  public var retryAfter: Duration?

  public init(_ problem: Problem, _ message: String, cure: String, retryAfter: Duration? = nil) {
    (self.problem, self.message, self.cure, self.retryAfter) = (problem, message, cure, retryAfter)
  }

  public var description: String { "\(message); \(cure)" }

  /// Whether the same request may succeed a little later.
  public var isPassing: Bool {
    switch problem {
    case .busy, .serverFault, .timedOut, .unreachable, .truncated: true
    case .refused, .webPage, .malformed, .empty, .needsKey, .needsContact, .interrupted: false
    }
  }

  static func malformed(_ message: String) -> FetchError {
    FetchError(.malformed, message, cure: "the publisher may have changed its format: report it")
  }

  static func truncated(_ message: String) -> FetchError {
    FetchError(.truncated, message, cure: "fetch again")
  }
}
