import Quantities
import Statistics

extension Stream {
  /// How long to wait before a question is asked again.
  static let retryPause = Stream(320)
}

/// How often and after what pause a question is asked again.
///
///     pause(k) = min(longest, first · 2^k) · (½ + ½u)        k = 0, 1, ...
///
/// u is a draw with an address (the question, the vintage's day, k), so that fetchers do not come back all at once and a
/// test can say how long they wait. A publisher that names a time is given it, up to ``mostPatient``.
public struct RetryRule: Sendable {
  public var attempts = 5
  public var first: Duration = .seconds(1)
  public var longest: Duration = .seconds(60)
  public var mostPatient: Duration = .seconds(300)

  public init() {}

  /// The pause after an attempt, counted from nought, of a question with this number.
  public func pause(after attempt: Int, question: UInt32, on day: Day) -> Duration {
    let doubled = min(longest, first * (1 << min(attempt, 20)))
    let index = UInt16(truncatingIfNeeded: attempt)
    return doubled * (0.5 + 0.5 * Draw(seed: 0, replicate: 0).uniform(.retryPause, of: question, on: day, index: index))
  }

  /// The time of a `Retry-After` header, in seconds or as a date.
  static func wait(_ header: String, from vintage: Vintage) -> Duration? {
    if let seconds = Int64(header), seconds >= 0 { return .seconds(min(seconds, 86_400)) }
    guard let moment = moment(header) else { return nil }
    return .seconds(min(max(moment.seconds - vintage.seconds, 0), 86_400))
  }

  /// Reads `Wed, 21 Oct 2026 07:28:00 GMT`.
  private static func moment(_ text: String) -> Vintage? {
    let words = text.split(separator: " ")
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    guard words.count == 6, let month = months.firstIndex(where: { $0 == words[2] }) else { return nil }
    func two(_ text: Substring) -> String { text.count == 1 ? "0\(text)" : String(text) }
    return Vintage("\(words[3])-\(two("\(month + 1)"))-\(two(words[1]))T\(words[4])Z")
  }
}
