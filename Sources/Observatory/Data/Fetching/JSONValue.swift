/// JSON whose numbers stay as they are written, so that a value is kept digit by digit as it was published.
enum JSONValue: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([Member])

  struct Member: Equatable {
    let name: String
    let value: JSONValue
  }

  /// Reads a whole document. O(bytes).
  ///
  /// - Throws: ``FetchError``: `truncated` when it ends too early, `malformed` when it is anything but JSON.
  init(_ bytes: [UInt8]) throws(FetchError) {
    var scanner = JSONScanner(bytes)
    self = try scanner.document()
  }

  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  var list: [JSONValue]? { if case .list(let values) = self { values } else { nil } }

  /// A number or a text as it is written; empty for `null`, also when it is written as a text.
  var scalar: String? {
    switch self {
    case .number(let digits): digits
    case .text(let text): text == "null" ? "" : text
    case .null: ""
    case .bool, .list, .object: nil
    }
  }

  /// A whole number, also when it is written as a text.
  var count: Int? { scalar.flatMap { Int($0) } }
}
