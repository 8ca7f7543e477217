import Testing

/// A mechanism is a source, a test and a page under one name, and one line on a day page.
enum MechanismRules {
  struct Found {
    let name: String
    let file: TextFile
    let line: Int
    /// The folder of its triple: its sector's, or Markets.
    var folder: String { String(file.folder.split(separator: "/").last ?? "") }
    var test: String {
      file.folder.replacing(/^Sources\/(\w+)/) { "Tests/\($0.output.1)Tests" } + "/\(name)Tests.swift"
    }
    var page: String { "Documentation/Mechanisms/\(folder)/\(name).md" }
  }

  /// The types of the model that conform to `Mechanism` or `PopulationRule`.
  static func all(in tree: SourceTree) -> [Found] {
    let files = tree.sources(of: ["Sectors", "Markets"]).filter { $0.code.mentions(["Mechanism", "PopulationRule"]) }
    return files.flatMap { file in
      file.code.matches(of: /\b(?:struct|class|enum|extension) (\w+)(?:<[^>{]*>)?\s*:\s*([^{]*)\{/).compactMap {
        match in
        let conformances = match.output.2.split { !$0.isLetter }
        guard conformances.contains("Mechanism") || conformances.contains("PopulationRule") else { return nil }
        return Found(
          name: String(match.output.1), file: file, line: TextFile.line(of: match.range.lowerBound, in: file.code))
      }
    }
  }

  static func brokenTriples(in tree: SourceTree) -> [Finding] {
    all(in: tree).flatMap { found -> [Finding] in
      var findings: [Finding] = []
      if found.file.name != found.name {
        findings.append(
          Finding(
            found.file.path, found.line, "\(found.name) is not in a file of its name",
            cure: "Move it to \(found.name).swift"))
      }
      for path in [found.test, found.page] where !tree.has(path) {
        findings.append(Finding(found.file.path, found.line, "\(found.name) has no \(path)", cure: "Write it"))
      }
      return findings
    }
  }

  static func absentFromDayPages(in tree: SourceTree) -> [Finding] {
    let listed = Set(
      tree.files(in: "Sources/Laboratory/Economies").flatMap { $0.code.matches(of: /\b([A-Z]\w+)\(/) }.map {
        String($0.output.1)
      })
    return all(in: tree).filter { !listed.contains($0.name) }.map {
      Finding(
        $0.file.path, $0.line, "no day page lists \($0.name)",
        cure: "Add it to the phase it acts in, below Sources/Laboratory/Economies, or delete it")
    }
  }

  /// Tests and pages whose mechanism is gone.
  static func strayPages(in tree: SourceTree) -> [Finding] {
    let pages = all(in: tree).map(\.page)
    return tree.files(in: "Documentation/Mechanisms", ending: ".md").filter {
      !pages.contains($0.path) && $0.name != "README"
    }
    .map {
      Finding($0.path, nil, "there is no mechanism \($0.name)", cure: "Rename the page with its source, or delete it")
    }
  }
}

@Suite("Mechanisms")
struct MechanismRuleTests {
  @Test("are triples: source, test and page")
  func triples() { report(MechanismRules.brokenTriples(in: .repository)) }

  @Test("stand on a day page")
  func dayPages() { report(MechanismRules.absentFromDayPages(in: .repository)) }

  @Test("have the only pages there are")
  func strayPages() { report(MechanismRules.strayPages(in: .repository)) }

  @Test("that are incomplete are found")
  func caught() {
    let source = "public struct Gifts: PopulationRule,\n  ParameterSet {\n}\nstruct Purse: Sendable {}\n"
    let tree = SourceTree([
      TextFile("Sources/Sectors/Households/Presents.swift", source),
      TextFile("Documentation/Mechanisms/Households/Presents.md", ""),
      TextFile(
        "Sources/Laboratory/Economies/Day.swift", "// Gifts()\nlet day = DayPage { Phase(\"spend\") { Presents() } }"),
    ])
    #expect(
      MechanismRules.brokenTriples(in: tree).map(\.description) == [
        "Sources/Sectors/Households/Presents.swift:1: Gifts is not in a file of its name. Move it to Gifts.swift.",
        "Sources/Sectors/Households/Presents.swift:1: Gifts has no Tests/SectorsTests/Households/GiftsTests.swift. Write it.",
        "Sources/Sectors/Households/Presents.swift:1: Gifts has no Documentation/Mechanisms/Households/Gifts.md. Write it.",
      ])
    #expect(MechanismRules.absentFromDayPages(in: tree).count == 1)
    #expect(MechanismRules.strayPages(in: tree).count == 1)
  }
}
