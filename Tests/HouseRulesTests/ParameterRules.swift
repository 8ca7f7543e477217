import Testing

/// Parameters are all in their set's `all`, and assumptions only become fewer.
enum ParameterRules {
  /// How many sources may say that nobody measured a number. Lower it whenever one is measured; never raise it.
  static let assumptions = 155

  static func forgotten(in tree: SourceTree) -> [Finding] {
    tree.files(in: "Sources").filter { $0.code.mentions(["@Parameter("]) }.flatMap { file in
      let listed = file.code.matches(of: /\\\w*\.\$(\w+)/).map(\.output.1)
      return file.code.matches(of: /@Parameter\(/).compactMap { match -> Finding? in
        let declaration = file.code[file.code[match.range.upperBound...].balanced.endIndex...]
        guard let name = declaration.firstMatch(of: /\bvar (\w+)/)?.output.1 else { return nil }
        let line = TextFile.line(of: match.range.lowerBound, in: file.code)
        return listed.contains(name)
          ? nil
          : Finding(
            file.path, line, "parameter \(name) is not in 'all'", cure: "Add Field(\"\(name)\", \\.$\(name)) there")
      }
    }
  }

  static func assumed(in tree: SourceTree) -> [String] {
    tree.files(in: "Sources").flatMap { file in
      file.codeLines(with: [".assumed("]).flatMap { number, line in
        line.matches(of: /\.assumed\(\s*because:/).map { _ in "\(file.path):\(number)" }
      }
    }
  }
}

@Suite("Parameters")
struct ParameterRuleTests {
  @Test("are listed in their set's 'all'")
  func forgotten() { report(ParameterRules.forgotten(in: .repository)) }

  @Test("become less and less assumed")
  func assumptions() {
    let places = ParameterRules.assumed(in: .repository)
    #expect(
      places.count <= ParameterRules.assumptions,
      "\(places.count) assumptions, \(ParameterRules.assumptions) allowed. Find a source for the new one, or for another."
    )
  }

  @Test("that are forgotten or assumed are found")
  func caught() {
    let source = """
      struct Gifts: ParameterSet {
        @Parameter("Share (of income) given.", range: Share(0)...Share(1), source: .assumed(because: "people are kind"))
        public var share = Share(0.1)
        @Parameter("Age.", range: Share(0)...Share(1), source: .rule("none"))
        var age = Share(0.1)
        static let all = [Field("age", \\.$age)]
      }
      """
    let tree = SourceTree([TextFile("Sources/Sectors/Households/Gifts.swift", source)])
    #expect(
      ParameterRules.forgotten(in: tree).map(\.description) == [
        "Sources/Sectors/Households/Gifts.swift:2: parameter share is not in 'all'. Add Field(\"share\", \\.$share) there."
      ])
    #expect(ParameterRules.assumed(in: tree) == ["Sources/Sectors/Households/Gifts.swift:2"])
  }
}
