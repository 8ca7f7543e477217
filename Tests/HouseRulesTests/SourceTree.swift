import Foundation

/// The files of the repository that are committed, or a small tree made to break a rule.
struct SourceTree {
  let files: [TextFile]

  init(_ files: [TextFile]) { self.files = files }

  /// Files whose path starts with a folder and ends with a suffix.
  func files(in folder: String, ending suffix: String = ".swift") -> [TextFile] {
    files.filter { $0.path.hasPrefix(folder + "/") && $0.path.hasSuffix(suffix) }
  }

  func has(_ path: String) -> Bool { files.contains { $0.path == path || $0.path.hasPrefix(path + "/") } }
  subscript(path: String) -> TextFile? { files.first { $0.path == path } }

  /// The swift sources of some rooms.
  func sources(of rooms: [String]) -> [TextFile] { rooms.flatMap { files(in: "Sources/\($0)") } }
}

extension SourceTree {
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    for _ in 0..<3 { folder.deleteLastPathComponent() }
    return folder
  }()

  /// Everything below the root but what `.gitignore` names.
  static let repository = SourceTree(read(root, at: ""))

  private static func read(_ folder: URL, at path: String) -> [TextFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { !isIgnored($0) }.flatMap { name -> [TextFile] in
      let (url, path) = (folder.appendingPathComponent(name), path.isEmpty ? name : "\(path)/\(name)")
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { return [] }
      if isFolder.boolValue { return read(url, at: path) }
      return [TextFile(path, (try? String(contentsOf: url, encoding: .utf8)) ?? "")]
    }
  }

  private static func isIgnored(_ name: String) -> Bool {
    [".git", "Package.resolved", "penstock-out"].contains(name) || name.hasPrefix(".build")
      || name.hasSuffix(".profraw")
  }
}

/// One file: its path from the root, its text, and its code without comments and without what strings say.
struct TextFile {
  let path: String
  let text: String
  /// As many lines as the text has; all but Swift and C files are all code.
  let code: String

  init(_ path: String, _ text: String) {
    (self.path, self.text) = (path, text)
    code = [".swift", ".c", ".h"].contains { path.hasSuffix($0) } ? CodeScanner.code(of: text) : text
  }

  /// The file's name without folders and ending.
  var name: String { String(path.split(separator: "/").last?.split(separator: ".").first ?? "") }
  var folder: String { path.split(separator: "/").dropLast().joined(separator: "/") }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
  var codeLines: [Substring] { code.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The number of the line at a place of the code or the text.
  static func line(of index: String.Index, in text: String) -> Int {
    text.utf8[..<index].reduce(1) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
  }

  /// A finding for each line of code in which a pattern occurs. The words are what any match has one of: looking for
  /// them first takes a hundredth of the time.
  func findings(
    of pattern: Regex<Substring>, near words: [String], _ problem: (Substring) -> String, cure: String
  ) -> [Finding] {
    guard code.mentions(words) else { return [] }
    return codeLines.enumerated().compactMap { index, line in
      guard line.mentions(words) else { return nil }
      return line.firstMatch(of: pattern).map { Finding(path, index + 1, problem($0.output), cure: cure) }
    }
  }

  /// The numbered lines of code that have one of some words.
  func codeLines(with words: [String]) -> [(number: Int, text: Substring)] {
    guard code.mentions(words) else { return [] }
    return codeLines.enumerated().filter { $0.element.mentions(words) }.map { ($0.offset + 1, $0.element) }
  }
}

extension StringProtocol {
  /// Whether one of some words occurs, byte by byte.
  func mentions(_ words: [String]) -> Bool {
    words.contains { word in
      let word = Array(word.utf8)
      let found = utf8.withContiguousStorageIfAvailable { text in
        text.indices.dropLast(word.count - 1).contains { start in
          text[start] == word[0] && word.indices.allSatisfy { text[start + $0] == word[$0] }
        }
      }
      return found ?? true
    }
  }
}

/// Where a rule is broken, how, and what to do about it.
struct Finding: CustomStringConvertible {
  let description: String
  init(_ path: String, _ line: Int? = nil, _ problem: String, cure: String) {
    description = "\(path)\(line.map { ":\($0)" } ?? ""): \(problem). \(cure)."
  }
}
