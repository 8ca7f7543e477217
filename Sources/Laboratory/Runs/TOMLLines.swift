/// Where the keys of a scenario file stand; TOMLKit knows places of syntax errors only.
struct TOMLLines {
  private struct Key {
    /// Which `[[change]]` it is in, from zero; nil in the head of the file.
    let change: Int?
    let name: String
    let line: Int
  }

  private var keys: [Key] = []
  private var headings: [(name: String, line: Int)] = []

  /// O(characters). Lines inside a text of several lines hold no key.
  init(_ text: String) {
    var fence: String?
    // A carriage return and a line feed are one Character.
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
    for (index, line) in lines.enumerated() {
      if fence == nil { note(line, number: index + 1) }
      for mark in ["\"\"\"", "'''"] where fence == nil || fence == mark {
        // An odd number of marks opens or closes.
        if line.ranges(of: mark).count % 2 == 1 { fence = fence == nil ? mark : nil }
      }
    }
  }

  private mutating func note(_ line: Substring, number: Int) {
    let body = line.drop { $0.isWhitespace }
    if body.hasPrefix("[") {
      headings.append((body.filter { !"[] ".contains($0) }, number))
    } else if let equals = body.firstIndex(of: "="), !body.hasPrefix("#") {
      let name = body[..<equals].filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
      keys.append(Key(change: headings.isEmpty ? nil : headings.count - 1, name: String(name), line: number))
    }
  }

  /// The line of a key, else of the table it belongs in, else the first.
  func line(of name: String, inChange change: Int? = nil) -> Int {
    if let key = keys.first(where: { $0.change == change && $0.name == name }) { return key.line }
    if let change, headings.indices.contains(change) { return headings[change].line }
    return keys.first { $0.name.hasPrefix(name + ".") }?.line ?? headings.first { $0.name == name }?.line ?? 1
  }
}
