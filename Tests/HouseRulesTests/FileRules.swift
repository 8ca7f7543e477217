import Testing

/// Files are short, named for one idea, finished, and at home on any machine.
enum FileRules {
  static let longest = 400

  /// Longer files, each with the reason.
  static let long = [
    "Sources/Laboratory/Economies/UnitedStates/Figures+Holdings.swift": "one table of published figures, a line each"
  ]

  static func tooLong(in tree: SourceTree) -> [Finding] {
    (tree.files(in: "Sources") + tree.files(in: "Tests")).compactMap { file in
      let count = file.lines.count - 1
      switch (count > longest, long[file.path]) {
      case (true, nil):
        return Finding(
          file.path, longest, "\(count) lines",
          cure: "Split it by what a reader asks of it, or give the reason in FileRules.long")
      case (false, .some): return Finding(file.path, nil, "is short again", cure: "Take it off FileRules.long")
      default: return nil
      }
    }
  }

  static let vague = [
    "Utils", "Util", "Utilities", "Helpers", "Helper", "Common", "Misc", "Manager", "Engine", "Handler", "Base", "Impl",
    "Info",
  ]

  /// Names of files and declared types that say nothing.
  static func vaguelyNamed(in tree: SourceTree) -> [Finding] {
    (tree.files(in: "Sources") + tree.files(in: "Tests")).flatMap { file -> [Finding] in
      let declared = file.codeLines(with: vague).flatMap { number, line in
        line.matches(of: /\b(?:struct|class|enum|protocol|actor|typealias) (\w+)/).map { (number, String($0.output.1)) }
      }
      let names = [(1, file.name)] + declared.filter { $0.1 != file.name }
      return names.compactMap { line, name in
        words(of: name).first(where: vague.contains).map {
          Finding(file.path, line, "'\($0)' in \(name) does not say what it is", cure: "Name the idea")
        }
      }
    }
  }

  /// `PriceBook+Trade` is Price, Book, Trade.
  private static func words(of name: String) -> [String] {
    name.matches(of: /[A-Z]?[a-z]+|[A-Z]+(?![a-z])/).map { $0.output.prefix(1).uppercased() + $0.output.dropFirst() }
  }

  /// Marks of unfinished work, put together here so that this file has none.
  static let unfinishedMarks = ["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]

  static func unfinished(in tree: SourceTree) -> [Finding] {
    tree.files.filter { $0.text.mentions(unfinishedMarks) }.flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        guard let mark = unfinishedMarks.first(where: { line.contains($0) }) else { return nil }
        let isWord = line.split(whereSeparator: { !$0.isLetter }).contains { $0 == mark }
        return isWord ? Finding(file.path, index + 1, "'\(mark)'", cure: "Finish it, or open an issue") : nil
      }
    }
  }

  /// Folders that are somebody's own.
  static let ownFolders = ["home", "Users", "root", "work", "tmp"].map { "/\($0)/" }

  static func machinePaths(in tree: SourceTree) -> [Finding] {
    tree.files.filter { $0.text.mentions(ownFolders) }.flatMap { file in
      file.lines.enumerated().compactMap { index, line in
        ownFolders.first { startsPath($0, in: line) }.map {
          Finding(
            file.path, index + 1, "a path below \($0) is of one machine",
            cure: "Find it from the file, the environment or a flag")
        }
      }
    }
  }

  /// Whether a folder occurs where a path starts, and not inside a longer path or an address.
  private static func startsPath(_ folder: String, in line: Substring) -> Bool {
    line.ranges(of: folder).contains { range in
      guard range.lowerBound > line.startIndex else { return true }
      let before = line[line.index(before: range.lowerBound)]
      return !(before.isLetter || before.isNumber || "._-/}$".contains(before))
    }
  }

  static func spacedPaths(in tree: SourceTree) -> [Finding] {
    tree.files.filter { $0.path.contains(" ") }.map {
      Finding($0.path, nil, "has a space in its path", cure: "Rename it")
    }
  }
}

@Suite("Files")
struct FileRuleTests {
  @Test("are at most 400 lines long")
  func length() {
    report(FileRules.tooLong(in: .repository))
    #expect(
      FileRules.long.keys.allSatisfy { SourceTree.repository.has($0) }, "FileRules.long names a file that is gone")
  }

  @Test("are named for an idea")
  func names() { report(FileRules.vaguelyNamed(in: .repository)) }

  @Test("are finished")
  func unfinished() { report(FileRules.unfinished(in: .repository)) }

  @Test("name no folder of one machine")
  func machinePaths() { report(FileRules.machinePaths(in: .repository)) }

  @Test("have no spaces in their paths")
  func spaces() { report(FileRules.spacedPaths(in: .repository)) }

  @Test("that break a rule are found")
  func caught() {
    let mark = FileRules.unfinishedMarks[0]
    let tree = SourceTree([
      TextFile("Sources/Markets/PriceHelpers.swift", "struct BookManager {}\nstruct Database {}\n// \(mark): later\n"),
      TextFile("Sources/Markets/Long.swift", String(repeating: "\n", count: 401)),
      TextFile("a b.md", "see \(FileRules.ownFolders[0])me/data and https://example.org\(FileRules.ownFolders[0])\n"),
    ])
    #expect(FileRules.tooLong(in: tree).count == 1)
    #expect(FileRules.vaguelyNamed(in: tree).count == 2)
    #expect(FileRules.unfinished(in: tree).count == 1)
    #expect(FileRules.machinePaths(in: tree).count == 1)
    #expect(FileRules.spacedPaths(in: tree).count == 1)
  }
}
