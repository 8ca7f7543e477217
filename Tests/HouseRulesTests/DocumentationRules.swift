import Testing

/// Pages point at what exists: files by links, types by name.
enum DocumentationRules {
  static func brokenLinks(in tree: SourceTree) -> [Finding] {
    pages(in: tree).flatMap { page in
      prose(of: page).flatMap { number, line in
        line.matches(of: /\]\(([^)\s]+)\)/).map { String($0.output.1) }.filter { !leads($0, from: page, in: tree) }.map
        {
          Finding(page.path, number, "nothing at '\($0)'", cure: "Correct the link or write the page")
        }
      }
    }
  }

  private static func leads(_ link: String, from page: TextFile, in tree: SourceTree) -> Bool {
    guard !link.contains(":"), let path = link.split(separator: "#", omittingEmptySubsequences: false).first,
      !path.isEmpty
    else { return true }
    var folders = page.folder.split(separator: "/")
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = folders.popLast() } else { folders.append(part) }
    }
    return tree.has(folders.joined(separator: "/"))
  }

  /// Names of the standard library and the system that pages may use.
  static let known: Set<String> = [
    "Int", "Int32", "Int64", "UInt8", "UInt32", "UInt64", "Int128", "Double", "Float", "String", "Array", "Dictionary",
    "Set",
    "Foundation", "Dispatch", "Glibc", "Codable", "Sendable", "Testing", "Decimal", "Optional", "Date",
  ]

  static func unknownTypes(in tree: SourceTree) -> [Finding] {
    let code = tree.files(in: "Sources").map(\.code) + tree.files(in: "Tests").map(\.code)
    let rooms = tree.files(in: "Sources", ending: "") + tree.files(in: "Tests", ending: "")
    let folders = rooms.flatMap { $0.folder.split(separator: "/").map(String.init) }
    let declared = code.reduce(into: known.union(folders)) { names, code in names.formUnion(types(in: code)) }
    return pages(in: tree).flatMap { page in
      let own = declared.union(types(in: page.text))
      return prose(of: page).flatMap { number, line in
        line.matches(of: /`([A-Z]\w*[a-z]\w*)(?:\.\w+)?(?:\([\w:]*\))?`/).map { String($0.output.1) }.filter {
          !own.contains($0)
        }.map {
          Finding(page.path, number, "there is no type '\($0)'", cure: "Say what it is called now")
        }
      }
    }
  }

  private static let declarations = [
    "struct ", "class ", "enum ", "protocol ", "actor ", "typealias ", "associatedtype ",
  ]

  private static func types(in code: String) -> [String] {
    code.split(separator: "\n").filter { $0.mentions(declarations) }.flatMap { line in
      line.matches(of: /\b(?:struct|class|enum|protocol|actor|typealias|associatedtype) (\w+)/).map {
        String($0.output.1)
      }
    }
  }

  private static func pages(in tree: SourceTree) -> [TextFile] { tree.files.filter { $0.path.hasSuffix(".md") } }

  /// The numbered lines of a page outside fences.
  private static func prose(of page: TextFile) -> [(Int, Substring)] {
    var isFenced = false
    return page.lines.enumerated().compactMap { index, line in
      let isFence = line.drop { $0 == " " }.hasPrefix("```")
      if isFence { isFenced.toggle() }
      return isFence || isFenced ? nil : (index + 1, line)
    }
  }
}

@Suite("Pages")
struct DocumentationRuleTests {
  @Test("link to what exists")
  func links() { report(DocumentationRules.brokenLinks(in: .repository)) }

  @Test("name types that exist")
  func types() { report(DocumentationRules.unknownTypes(in: .repository)) }

  @Test("that point at nothing are found")
  func caught() {
    let page = """
      See [the ledger](../Ledger.md#verbs), [the site](https://example.org) and [this](#there). `Ledger.pay` and `Purse`
      move `Money`; `WALCL` and `penstock run` are no types.
      ```swift
      struct Purse {}  // [not a link](anywhere)
      ```
      `Wallet` is none.
      """
    let tree = SourceTree([
      TextFile("Sources/Accounting/Ledger.swift", "public final class Ledger {}\nstruct Money {}\n"),
      TextFile("Documentation/Page.md", page),
    ])
    #expect(DocumentationRules.brokenLinks(in: tree).count == 1)
    #expect(
      DocumentationRules.unknownTypes(in: tree).map(\.description) == [
        "Documentation/Page.md:6: there is no type 'Wallet'. Say what it is called now."
      ])
  }
}
