import Testing

/// Imports go one way, as DESIGN §1 draws them, and none is undeclared or idle.
enum ImportRules {
  /// What Package.swift declares for each room.
  static func declared(in package: TextFile?) -> [(room: String, line: Int, imports: [String])] {
    guard let text = package?.text else { return [] }
    return text.matches(of: /\n +(?:room|\.executableTarget)\(/).compactMap { match in
      let call = text[match.range.upperBound...].balanced.replacing(/package: "[^"]*"/, with: "")
      let names = call.matches(of: /"([^"]+)"/).map { String($0.output.1) }
      guard let room = names.first else { return nil }
      return (room, TextFile.line(of: match.range.upperBound, in: text), Array(names.dropFirst()))
    }
  }

  static func imports(of file: TextFile) -> [(line: Int, module: String)] {
    file.codeLines(with: ["import "]).compactMap { number, line in
      let pattern =
        /^\s*(?:@\w+ |public |package |internal )*import (?:struct |class |enum |protocol |func |var )?(\w+)/
      return line.firstMatch(of: pattern).map { (number, String($0.output.1)) }
    }
  }

  static func wrongWay(in tree: SourceTree) -> [Finding] {
    declared(in: tree["Package.swift"]).flatMap { room, line, imports in
      imports.filter { !Rooms.allowed(for: room).contains($0) }.map {
        Finding(
          "Package.swift", line, "\(room) may not import \($0)",
          cure:
            "Move the code to a room that may, or draw the arrow in Rooms.swift and ARCHITECTURE.md with a decision record"
        )
      }
    }
  }

  static func undeclared(in tree: SourceTree) -> [Finding] {
    declared(in: tree["Package.swift"]).flatMap { room, _, declared in
      tree.files(in: "Sources/\(room)").flatMap { file in
        imports(of: file).filter { !declared.contains($0.module) && !Rooms.system(for: room).contains($0.module) }.map {
          Finding(
            file.path, $0.line, "\(room) does not declare \($0.module)", cure: "Do without it: \(room) must not see it")
        }
      }
    }
  }

  static func idle(in tree: SourceTree) -> [Finding] {
    declared(in: tree["Package.swift"]).flatMap { room, line, declared -> [Finding] in
      let used = tree.files(in: "Sources/\(room)").flatMap { imports(of: $0).map(\.module) }
      return declared.filter { !used.contains($0) }.map {
        Finding(
          "Package.swift", line, "\(room) declares \($0) and no file imports it",
          cure: "Take it out of the room's imports")
      }
    }
  }

  static func adorned(in tree: SourceTree) -> [Finding] {
    (tree.files(in: "Sources") + tree.files(in: "Tests")).flatMap {
      $0.findings(
        of: /^\s*(?:public|package|internal) import/, near: [" import "],
        { "'\($0)' means no more than 'import' here" }, cure: "Write a plain import")
    }
  }

  static func testable(in tree: SourceTree) -> [Finding] {
    tree.files(in: "Tests").flatMap {
      $0.findings(
        of: /^\s*@testable/, near: ["@testable"], { "'\($0)' needs another build" },
        cure: "Make what the test needs public or package")
    }
  }
}

@Suite("Imports")
struct ImportRuleTests {
  @Test("go down the house")
  func wrongWay() {
    report(ImportRules.wrongWay(in: .repository))
    #expect(ImportRules.declared(in: SourceTree.repository["Package.swift"]).map(\.room).sorted() == Rooms.all.sorted())
  }

  @Test("are declared")
  func undeclared() { report(ImportRules.undeclared(in: .repository)) }

  @Test("are used")
  func idle() { report(ImportRules.idle(in: .repository)) }

  @Test("are plain")
  func adorned() { report(ImportRules.adorned(in: .repository)) }

  @Test("are not testable ones")
  func testable() { report(ImportRules.testable(in: .repository)) }

  @Test("of a bad tree are found")
  func caught() {
    let package = "let rooms = [\n    room(\"Markets\", imports: [\"Quantities\", \"Sectors\"]),\n]\n"
    let tree = SourceTree([
      TextFile("Package.swift", package),
      TextFile("Sources/Markets/Price.swift", "public import Sectors\nimport Foundation\n"),
      TextFile("Tests/MarketsTests/PriceTests.swift", "@testable import Markets\n"),
    ])
    #expect(ImportRules.wrongWay(in: tree).count == 1)
    #expect(
      ImportRules.undeclared(in: tree).map(\.description) == [
        "Sources/Markets/Price.swift:2: Markets does not declare Foundation. Do without it: Markets must not see it."
      ])
    #expect(ImportRules.idle(in: tree).count == 1)
    #expect(ImportRules.adorned(in: tree).count == 1)
    #expect(ImportRules.testable(in: tree).count == 1)
  }
}

extension Substring {
  /// What stands before the parenthesis that closes one opened just before.
  var balanced: Substring {
    var depth = 1
    for index in indices {
      switch self[index] {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      if depth == 0 { return self[..<index] }
    }
    return self
  }
}

/// Records each finding as a failure of the test that runs.
func report(_ findings: [Finding], at location: SourceLocation = #_sourceLocation) {
  for finding in findings { Issue.record("\(finding)", sourceLocation: location) }
}
