import Foundation

/// How a quantity is written for people.
public enum NumberStyle: Sendable, Hashable {
  case plain
  /// A fraction written in percent: 0.042 is `4.2%`.
  case percent
  /// A difference of fractions written in percentage points: 0.004 is `0.4 pp`.
  case percentagePoints
  /// Dollars, with m, bn and tn.
  case dollars
  /// A number with a unit after it.
  case unit(String)

  /// The number with about `significant` digits; an en dash stands for a missing or infinite one.
  public func text(_ value: Double, significant: Int = 3) -> String {
    NumberText.styled(value, self, significant: significant, signed: false)
  }

  /// The number with its sign, `+` included; zero has none.
  public func signedText(_ value: Double, significant: Int = 3) -> String {
    NumberText.styled(value, self, significant: significant, signed: true)
  }

  /// An interval `[low, high]` with as many decimals for both, and the unit once.
  public func interval(_ low: Double, _ high: Double, significant: Int = 3) -> String {
    guard low.isFinite, high.isFinite else { return NumberText.missing }
    let largest = max(abs(low), abs(high))
    var format =
      largest > 0
      ? FixedFormat(self, significant: significant, largest: largest) : FixedFormat(self, step: 1, largest: 0)
    let suffix = format.suffix
    format.suffix = ""
    return "[" + format.text(low) + ", " + format.text(high) + "]" + suffix
  }
}

/// Numbers as text: Unicode minus, grouped thousands, no locale.
public enum NumberText {
  /// What stands where there is no number.
  public static let missing = "–"

  public static func significant(_ value: Double, _ digits: Int = 3) -> String {
    NumberStyle.plain.text(value, significant: digits)
  }
  public static func percent(_ fraction: Double, significant: Int = 3) -> String {
    NumberStyle.percent.text(fraction, significant: significant)
  }
  public static func dollars(_ value: Double, significant: Int = 3) -> String {
    NumberStyle.dollars.text(value, significant: significant)
  }
  public static func signed(_ value: Double, _ digits: Int = 3) -> String {
    NumberStyle.plain.signedText(value, significant: digits)
  }
  public static func interval(_ low: Double, _ high: Double, _ digits: Int = 3) -> String {
    NumberStyle.plain.interval(low, high, significant: digits)
  }

  /// The number with exactly `decimals` digits after the point.
  public static func fixed(_ value: Double, decimals: Int) -> String { FixedFormat(decimals: decimals).text(value) }

  /// A duration in seconds as `4 s`, `2:05` or `1:02:05`.
  public static func duration(seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return missing }
    let whole = Int(seconds.rounded())
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 { return "\(whole / 60):\(two(whole % 60))" }
    return "\(whole / 3600):\(two(whole / 60 % 60)):\(two(whole % 60))"
  }

  static func styled(_ value: Double, _ style: NumberStyle, significant: Int, signed: Bool) -> String {
    guard value.isFinite else { return NumberText.missing }
    guard value != 0 else { return FixedFormat(style, step: 1, largest: 0).text(0) }
    // Rounded first, so that 999.96 million becomes $1bn and not $1,000m.
    let rounded = value.rounded(toSignificant: significant)
    return FixedFormat(style, significant: significant, largest: abs(rounded)).text(rounded, signed: signed)
  }
}

/// One way to write every number of an axis or a column: scaled, with fixed decimals, prefix and suffix.
public struct FixedFormat: Sendable, Equatable {
  public var factor: Double = 1
  public var decimals: Int = 0
  public var prefix = ""
  public var suffix = ""

  public init(decimals: Int) { self.decimals = min(max(decimals, 0), 15) }

  /// The format in which numbers up to `largest`, `step` apart, are told apart.
  public init(_ style: NumberStyle, step: Double, largest: Double) {
    switch style {
    case .percent: (factor, suffix) = (100, "%")
    case .percentagePoints: (factor, suffix) = (100, " pp")
    case .dollars:
      prefix = "$"
      (factor, suffix) = FixedFormat.scale(largest)
    case .plain: (factor, suffix) = FixedFormat.scale(largest)
    case .unit(let unit):
      (factor, suffix) = FixedFormat.scale(largest)
      suffix += " " + unit
    }
    decimals = FixedFormat.decimals(of: step * factor)
  }

  /// The format in which the largest number has so many significant digits.
  public init(_ style: NumberStyle, significant digits: Int, largest: Double) {
    let magnitude = max(-300, log10(max(abs(largest), 1e-300)).rounded(.down))
    self.init(style, step: pow(10, magnitude - Double(min(max(digits, 1), 15) - 1)), largest: abs(largest))
  }

  private static func scale(_ largest: Double) -> (factor: Double, suffix: String) {
    switch largest {
    case 0, 1e-4..<1e6: return (1, "")
    case 1e6..<1e9: return (1e-6, "m")
    case 1e9..<1e12: return (1e-9, "bn")
    case 1e12..<1e15: return (1e-12, "tn")
    default:
      let exponent = max(-300, min(300, log10(largest).rounded(.down)))
      return (pow(10, -exponent), "e\(Int(exponent))")
    }
  }

  private static func decimals(of step: Double) -> Int {
    guard step.isFinite, step > 0 else { return 0 }
    var (scaled, decimals) = (step, 0)
    while decimals < 12, abs(scaled - scaled.rounded()) > 1e-6 * scaled || scaled < 0.5 {
      scaled *= 10
      decimals += 1
    }
    return decimals
  }

  public func text(_ value: Double, signed: Bool = false) -> String {
    guard value.isFinite else { return NumberText.missing }
    let digits = String(format: "%.*f", decimals, abs(value * factor))
    let isZero = digits.allSatisfy { $0 == "0" || $0 == "." }
    let sign = isZero ? "" : value < 0 ? "−" : signed ? "+" : ""
    return sign + prefix + FixedFormat.grouped(digits) + suffix
  }

  private static func grouped(_ digits: String) -> String {
    let whole = digits.prefix { $0 != "." }
    guard whole.count > 3 else { return digits }
    var out = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index).isMultiple(of: 3) { out += "," }
      out.append(digit)
    }
    return out + digits.dropFirst(whole.count)
  }
}

extension Double {
  /// The value to so many significant digits.
  func rounded(toSignificant digits: Int) -> Double {
    guard isFinite, self != 0 else { return self }
    let rounded = Double(String(format: "%.*e", min(max(digits, 1), 15) - 1, self)) ?? self
    return rounded.isFinite ? rounded : self
  }
}
