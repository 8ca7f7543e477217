/// Walks the bytes of a JSON document (RFC 8259).
struct JSONScanner {
  private static let deepest = 64

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
  }

  mutating func document() throws(FetchError) -> JSONValue {
    let value = try value(depth: 0)
    skipBlanks()
    guard at == bytes.count else { throw malformed("text follows its end") }
    return value
  }

  private mutating func value(depth: Int) throws(FetchError) -> JSONValue {
    guard depth < Self.deepest else { throw malformed("it is nested too deeply") }
    switch try peek() {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(FetchError) -> JSONValue {
    at += 1
    var members: [JSONValue.Member] = []
    while try peek() != UInt8(ascii: "}") {
      if !members.isEmpty { try expect(UInt8(ascii: ",")) }
      guard try peek() == UInt8(ascii: "\"") else { throw malformed("a name is expected") }
      let name = try text()
      try expect(UInt8(ascii: ":"))
      members.append(.init(name: name, value: try value(depth: depth + 1)))
    }
    at += 1
    return .object(members)
  }

  private mutating func list(depth: Int) throws(FetchError) -> JSONValue {
    at += 1
    var values: [JSONValue] = []
    while try peek() != UInt8(ascii: "]") {
      if !values.isEmpty { try expect(UInt8(ascii: ",")) }
      values.append(try value(depth: depth + 1))
    }
    at += 1
    return .list(values)
  }

  private mutating func text() throws(FetchError) -> String {
    at += 1
    let start = at
    var isPlain = true
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      if bytes[at] == UInt8(ascii: "\\") {
        isPlain = false
        at += 1
      }
      at += 1
    }
    guard at < bytes.count else { throw .truncated("the JSON ends inside a text") }
    let inside = bytes[start..<at]
    at += 1
    return isPlain ? String(decoding: inside, as: UTF8.self) : try unescaped(inside)
  }

  private func unescaped(_ inside: ArraySlice<UInt8>) throws(FetchError) -> String {
    var (units, at): ([UInt16], Int) = ([], inside.startIndex)
    var (output, plain): (String, [UInt8]) = ("", [])
    func isEscape() -> Bool { at < inside.endIndex && inside[at] == UInt8(ascii: "\\") }
    while at < inside.endIndex {
      guard isEscape() else {
        plain.append(inside[at])
        at += 1
        continue
      }
      output += String(decoding: plain, as: UTF8.self)
      plain = []
      units = []
      while isEscape() {
        let (unit, width) = try escape(inside, at: at)
        units.append(unit)
        at += width
      }
      output += String(decoding: units, as: UTF16.self)
    }
    return output + String(decoding: plain, as: UTF8.self)
  }

  /// The UTF-16 unit an escape stands for, and the bytes it takes.
  private func escape(_ inside: ArraySlice<UInt8>, at: Int) throws(FetchError) -> (UInt16, Int) {
    guard at + 1 < inside.endIndex else { throw malformed("an escape has no letter") }
    switch inside[at + 1] {
    case UInt8(ascii: "n"): return (10, 2)
    case UInt8(ascii: "r"): return (13, 2)
    case UInt8(ascii: "t"): return (9, 2)
    case UInt8(ascii: "b"): return (8, 2)
    case UInt8(ascii: "f"): return (12, 2)
    case UInt8(ascii: "u"):
      guard at + 6 <= inside.endIndex,
        let unit = UInt16(String(decoding: inside[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
      else { throw malformed("an escape is not four digits") }
      return (unit, 6)
    case let mark where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(mark):
      return (UInt16(mark), 2)
    default: throw malformed("there is no such escape")
    }
  }

  private mutating func number() throws(FetchError) -> JSONValue {
    let start = at
    func isPart(_ byte: UInt8) -> Bool {
      (48...57).contains(byte) || [UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: ".")].contains(byte)
        || byte | 0x20 == UInt8(ascii: "e")
    }
    while at < bytes.count, isPart(bytes[at]) { at += 1 }
    let digits = String(decoding: bytes[start..<at], as: UTF8.self)
    guard at > start, Double(digits) != nil else {
      // A document that ends in half a number was cut there.
      if at == bytes.count, at > start { throw .truncated("the JSON ends inside a number") }
      throw malformed("a value is expected")
    }
    return .number(digits)
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(FetchError) -> JSONValue {
    let (found, wanted) = (Array(bytes[at...].prefix(word.utf8.count)), Array(word.utf8))
    guard found == wanted else {
      if at + found.count == bytes.count, wanted.starts(with: found) {
        throw .truncated("the JSON ends inside a word")
      }
      throw malformed("a value is expected")
    }
    at += wanted.count
    return value
  }

  private mutating func skipBlanks() {
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
  }

  /// The next byte that is no blank.
  private mutating func peek() throws(FetchError) -> UInt8 {
    skipBlanks()
    guard at < bytes.count else { throw .truncated("the JSON ends too early") }
    return bytes[at]
  }

  private mutating func expect(_ byte: UInt8) throws(FetchError) {
    guard try peek() == byte else {
      throw malformed("'\(String(UnicodeScalar(byte)))' is expected")
    }
    at += 1
  }

  private func malformed(_ message: String) -> FetchError {
    .malformed("the answer is not JSON at byte \(at): \(message)")
  }
}
