/// One question to a publisher, without its key: the path and query of an address, and what is posted to it.
public struct SeriesRequest: Equatable, Sendable {
  public struct Item: Equatable, Sendable {
    public let name: String
    public let value: String
  }

  public var path: String
  public var query: [Item]
  /// JSON to post; nil when the address is merely got.
  public var body: String?
  /// Whether "not found" means that there is nothing, as for a quarter nobody has reported yet.
  public var mayBeMissing = false

  init(_ path: String, _ query: KeyValuePairs<String, String> = [:], body: String? = nil, mayBeMissing: Bool = false) {
    (self.path, self.body, self.mayBeMissing) = (path, body, mayBeMissing)
    self.query = query.map { Item(name: $0.key, value: $0.value) }
  }

  /// The same question with another value of a query item.
  func setting(_ name: String, to value: String) -> SeriesRequest {
    var changed = self
    changed.query = query.filter { $0.name != name } + [Item(name: name, value: value)]
    return changed
  }

  func value(of name: String) -> String? { query.first { $0.name == name }?.value }

  /// The address at a publisher's, every character that is not unreserved (RFC 3986) escaped.
  func url(at address: String, adding extra: [Item] = []) -> String {
    let items = (query + extra).map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
    return address + path + (items.isEmpty ? "" : "?" + items.joined(separator: "&"))
  }

  private static func escaped(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { escaped, byte in
      let isUnreserved =
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || "-._~".utf8.contains(byte)
      escaped += isUnreserved ? String(UnicodeScalar(byte)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
}
