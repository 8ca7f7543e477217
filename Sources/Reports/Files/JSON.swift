import Foundation

/// A JSON value whose object keys keep the order in which they were declared.
///
/// Writing is the only direction: decimals are the shortest that read back as the same `Double`, a whole `Double` has
/// no fraction, a number that is not finite becomes `null` (give its reason in a key beside it), and control
/// characters are escaped. Keys are written as given; a repeated key is the caller's to avoid.
public enum JSON: Sendable {
  case object([(key: String, value: JSON)])
  case array([JSON])
  case string(String)
  case number(Double)
  case integer(Int64)
  case unsigned(UInt64)
  case bool(Bool)
  case null

  /// The text of the value, on one line or, when `pretty`, indented by two spaces and ended by a newline.
  public func text(pretty: Bool = false) -> String {
    var out = ""
    write(to: &out, indent: pretty ? 0 : nil)
    if pretty { out += "\n" }
    return out
  }

  /// The one-line text with `<` escaped, so that it can stand inside an HTML `script` element.
  public var embeddableText: String { text().replacingOccurrences(of: "<", with: "\\u003c") }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .object(let pairs):
      JSON.enclose(pairs, "{", "}", indent, &out) { pair, inner, out in
        JSON.quote(pair.key, to: &out)
        out += inner == nil ? ":" : ": "
        pair.value.write(to: &out, indent: inner)
      }
    case .array(let values):
      JSON.enclose(values, "[", "]", indent, &out) { value, inner, out in value.write(to: &out, indent: inner) }
    case .string(let text): JSON.quote(text, to: &out)
    case .number(let value): out += value.shortestDecimal ?? "null"
    case .integer(let value): out += String(value)
    case .unsigned(let value): out += String(value)
    case .bool(let value): out += value ? "true" : "false"
    case .null: out += "null"
    }
  }

  private static func enclose<Element>(
    _ elements: [Element], _ open: String, _ close: String, _ indent: Int?, _ out: inout String,
    _ writeElement: (Element, Int?, inout String) -> Void
  ) {
    out += open
    for (index, element) in elements.enumerated() {
      if index > 0 { out += "," }
      if let indent { out += "\n" + String(repeating: " ", count: 2 * (indent + 1)) }
      writeElement(element, indent.map { $0 + 1 }, &out)
    }
    if let indent, !elements.isEmpty { out += "\n" + String(repeating: " ", count: 2 * indent) }
    out += close
  }

  private static func quote(_ text: String, to out: inout String) {
    out += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}

extension JSON: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension JSON {
  /// The value of an optional, `null` where there is none.
  public static func number(_ value: Double?) -> JSON { value.map { .number($0) } ?? .null }
  /// The text of an optional, `null` where there is none.
  public static func string(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
}

extension Double {
  /// The shortest decimal that reads back as this value, without a trailing `.0`; nil unless finite.
  public var shortestDecimal: String? {
    guard isFinite else { return nil }
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
