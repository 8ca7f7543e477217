/// The little markup of a report's prose: paragraphs, lists, `code` and **strong** words.
enum Prose {
  static func html(_ text: String) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map(paragraph).joined()
  }

  private static func paragraph(_ lines: [Substring]) -> String {
    if lines.allSatisfy({ $0.hasPrefix("- ") }) {
      return "<ul>" + lines.map { "<li>\(inline(String($0.dropFirst(2))))</li>" }.joined() + "</ul>\n"
    }
    return "<p>\(inline(lines.joined(separator: "\n")))</p>\n"
  }

  /// Escapes the text and marks code and strong words; a mark without its partner stands for itself.
  static func inline(_ text: String) -> String {
    marked(text.split(separator: "`", omittingEmptySubsequences: false).map(String.init), by: "`", "code") {
      marked($0.split(separator: "**").map(String.init), by: "**", "strong", \.escapedMarkup)
    }
  }

  /// Parts at odd places are inside a pair of marks; the last part is too only if its mark was closed.
  private static func marked(_ parts: [String], by mark: String, _ element: String, _ plain: (String) -> String)
    -> String
  {
    parts.enumerated().map { index, part in
      if index.isMultiple(of: 2) { return plain(part) }
      if index == parts.count - 1 { return mark + plain(part) }
      return "<\(element)>\(part.escapedMarkup)</\(element)>"
    }.joined()
  }
}
