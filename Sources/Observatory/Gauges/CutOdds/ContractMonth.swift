import Quantities

/// A calendar month, in which a federal funds future settles.
public struct ContractMonth: Hashable, Comparable, Strideable, Sendable, CustomStringConvertible {
  /// Months since January of year 0.
  let number: Int

  init(number: Int) { self.number = number }

  public init(of day: Day) { number = day.year * 12 + day.month - 1 }

  /// Reads `2023-03`, `2023-03-10`, or an exchange's code such as `ZQH23`, `ZQH2023` or `FFH3`, whose decade is the one
  /// that brings it nearest to a day. nil for anything else.
  public init?(_ text: String, near day: Day) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count >= 2, parts[0].count == 4, let year = Int(parts[0]), let month = Int(parts[1]) {
      guard parts.count <= 3, (1...12).contains(month), (1900...9999).contains(year) else { return nil }
      number = year * 12 + month - 1
      return
    }
    let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }.count
    let head = text.dropLast(digits)
    guard let letter = head.last, let month = Array("FGHJKMNQUVXZ").firstIndex(of: letter), head.count <= 4,
      [1, 2, 4].contains(digits), let written = Int(text.suffix(digits))
    else { return nil }
    let cycle = [1: 10, 2: 100][digits] ?? 10_000
    let year = written + cycle * Int((Double(day.year - written) / Double(cycle)).rounded())
    number = year * 12 + month
  }

  public var firstDay: Day { Day(number / 12, number % 12 + 1, 1) ?? Day(number: 0) }
  public var length: Int { firstDay.endOfMonth.dayOfMonth }

  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
  public func distance(to other: Self) -> Int { other.number - number }
  public func advanced(by n: Int) -> Self { Self(number: number + n) }
  public var description: String { String(firstDay.iso.prefix(7)) }
}
