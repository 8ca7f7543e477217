import Quantities

/// The moment a series was fetched, to the second, in universal time: which version of it a snapshot is.
///
/// It is passed in by whoever fetches; nothing below reads a clock.
public struct Vintage: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int64

  /// The nearest moment of the years 1970 to 9999.
  public init(seconds: Int64) { self.seconds = min(max(seconds, 0), 253_402_300_799) }

  /// Reads `20260822T101530Z` or `2026-08-22T10:15:30Z`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let plain = Array(text.utf8).filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }
    guard plain.count == 16, plain[8] == UInt8(ascii: "T"), plain[15] == UInt8(ascii: "Z") else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in plain[range] {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(4..<6), let dayOfMonth = digits(6..<8),
      let day = Day(year, month, dayOfMonth), year >= 1970,
      let hour = digits(9..<11), let minute = digits(11..<13), let second = digits(13..<15),
      hour < 24, minute < 60, second < 60
    else { return nil }
    seconds = Int64(day.number) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  public static func < (a: Vintage, b: Vintage) -> Bool { a.seconds < b.seconds }

  public var day: Day { Day(number: Int32(seconds / 86_400)) }

  /// `20260822T101530Z`, as file names have it: names sort as the moments do.
  public var stamp: String { description.filter { $0 != "-" && $0 != ":" } }

  /// `2026-08-22T10:15:30Z`.
  public var description: String {
    let ofDay = seconds % 86_400
    func two(_ n: Int64) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(day.iso)T\(two(ofDay / 3600)):\(two(ofDay / 60 % 60)):\(two(ofDay % 60))Z"
  }

  func advanced(bySeconds seconds: Int64) -> Vintage { Vintage(seconds: self.seconds + seconds) }
}

extension Vintage: Codable {
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let vintage = Vintage(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "'\(text)' is no moment"))
    }
    self = vintage
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
