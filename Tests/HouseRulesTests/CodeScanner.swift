/// Takes comments and the contents of strings out of source text, and keeps its lines.
///
/// Interpolations count as part of their string up to the next quotation mark.
enum CodeScanner {
  private enum State: Equatable {
    case code, lineComment, string, rawString, longString
    case blockComment(depth: Int)
  }

  static func code(of text: String) -> String {
    let bytes = Array(text.utf8)
    var (output, state, at): ([UInt8], State, Int) = ([], .code, 0)
    func starts(_ token: StaticString) -> Bool {
      at + token.utf8CodeUnitCount <= bytes.count
        && (0..<token.utf8CodeUnitCount).allSatisfy { bytes[at + $0] == token.utf8Start[$0] }
    }
    while at < bytes.count {
      var width = 1
      switch state {
      case _ where bytes[at] == UInt8(ascii: "\n"):
        output.append(bytes[at])
        if [.lineComment, .string, .rawString].contains(state) { state = .code }
      case .code where starts("//"): state = .lineComment
      case .code where starts("/*"): (state, width) = (.blockComment(depth: 1), 2)
      case .code where starts("\"\"\""): (state, width) = (.longString, 3)
      case .code where starts("#\""): (state, width) = (.rawString, 2)
      case .code where starts("\""): state = .string
      case .code: output.append(bytes[at])
      case .blockComment(let depth) where starts("*/"):
        (state, width) = (depth == 1 ? .code : .blockComment(depth: depth - 1), 2)
      case .blockComment(let depth) where starts("/*"): (state, width) = (.blockComment(depth: depth + 1), 2)
      case .string where starts("\\\""), .longString where starts("\\\""): width = 2
      case .string where starts("\\\\"): width = 2
      case .string where starts("\""): state = closed(&output)
      case .rawString where starts("\"#"): (state, width) = (closed(&output), 2)
      case .longString where starts("\"\"\""): (state, width) = (closed(&output), 3)
      default: break
      }
      at += width
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// A string leaves a pair of quotation marks.
  private static func closed(_ output: inout [UInt8]) -> State {
    output += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
    return .code
  }
}
