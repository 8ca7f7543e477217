import Testing

/// One seed gives one history: the model has no clock, no chance of its own, no system library, nothing unordered.
enum DeterminismRules {
  /// Words by which time or chance could come in; `hashValue` differs from process to process.
  static let forbiddenWords = [
    "random", "shuffle", "SystemRandomNumberGenerator", "Clock", "DispatchTime", "hashValue", "Hasher", "Date",
    "clock_gettime",
    "gettimeofday",
  ]

  static var forbidden: Regex<Substring> {
    #/
    \. (?: random | randomElement | shuffle | shuffled ) \(
    | \b (?: SystemRandomNumberGenerator | ContinuousClock | SuspendingClock | DispatchTime | hashValue | Hasher ) \b
    | \b Date (?: \( | \.now ) | \b (?: clock_gettime | gettimeofday ) \b
    /#
  }

  static func hiddenChance(in tree: SourceTree) -> [Finding] {
    tree.sources(of: Rooms.model).flatMap {
      $0.findings(
        of: forbidden, near: forbiddenWords, { "'\($0)' is not the same in every run" },
        cure: "Draw from the view's `draw` at an address; the day is the view's")
    }
  }

  static func systemImports(in tree: SourceTree) -> [Finding] {
    let system = Rooms.system(for: "penstock")
    return Rooms.model.flatMap { room in
      tree.files(in: "Sources/\(room)").flatMap { file in
        ImportRules.imports(of: file)
          .filter { system.contains($0.module) && !Rooms.system(for: room).contains($0.module) }
          .map {
            Finding(
              file.path, $0.line, "\($0.module) is not for the model",
              cure: "Use the standard library and Elementary, or move the code above the model")
          }
      }
    }
  }

  /// Types, empty literals and literals keyed by strings, types or cases.
  static var unordered: Regex<Substring> {
    /\[\s*(?:[A-Z]\w*(?:\.\w+)*|""|\.\w+)\s*:[^:]|\[:\]|\b(?:Set|Dictionary)(?:<|\()/
  }

  static func unorderedTables(in tree: SourceTree) -> [Finding] {
    tree.sources(of: Rooms.model).flatMap {
      $0.findings(
        of: unordered, near: ["[", "Set", "Dictionary"], { "'\($0)' has no order that is the same in every run" },
        cure: "Use PerSector, an array of cases, or an ordered list of pairs")
    }
  }

  static func sharedStreams(in tree: SourceTree) -> [Finding] {
    let uses = tree.files(in: "Sources").flatMap { file in
      file.codeLines(with: ["Stream("]).flatMap { number, line in
        line.matches(of: /\bStream\((\d+)\)/).map { (place: "\(file.path):\(number)", number: $0.output.1) }
      }
    }
    let numbers = uses.map(\.number)
    return uses.enumerated().compactMap { index, use in
      numbers.firstIndex(of: use.number).flatMap { first in
        first == index
          ? nil
          : Finding(use.place, nil, "stream \(use.number) is that of \(uses[first].place)", cure: "Take a free number")
      }
    }
  }

  static func mathematicsLibrary(in tree: SourceTree) -> [Finding] {
    (tree.files(in: "Sources/CKernels", ending: ".c") + tree.files(in: "Sources/CKernels", ending: ".h")).flatMap {
      $0.findings(
        of: /#\s*include\s*<(?:math|stdlib|time)\.h>/, near: ["include"],
        { "'\($0)' brings in what differs by processor or by run" },
        cure: "Use the functions of elementary.h")
    }
  }
}

@Suite("The model")
struct DeterminismRuleTests {
  @Test("has no clock and no hidden chance")
  func hiddenChance() { report(DeterminismRules.hiddenChance(in: .repository)) }

  @Test("imports no system library, but Dispatch in Simulation")
  func systemImports() { report(DeterminismRules.systemImports(in: .repository)) }

  @Test("has no dictionaries and no sets")
  func unordered() { report(DeterminismRules.unorderedTables(in: .repository)) }

  @Test("gives every use of chance a stream of its own")
  func streams() { report(DeterminismRules.sharedStreams(in: .repository)) }

  @Test("has kernels without the C mathematics library")
  func kernels() { report(DeterminismRules.mathematicsLibrary(in: .repository)) }

  @Test("is caught when it is not the same in every run")
  func caught() {
    let source = """
      import Foundation
      let luck = Double.random(in: 0...1)  // .random( in a comment is fine, as in "Date()"
      var held: [Sector: Money] = [:]
      var seen = Set<Int>()
      let names = ["a": 1]
      let pair = [isFirst ? Sector.firms : .banks]
      extension Stream { static let a = Stream(7), b = Stream(7) }
      """
    let tree = SourceTree([
      TextFile("Sources/Markets/Luck.swift", source), TextFile("Sources/Simulation/Lanes.swift", "import Dispatch\n"),
      TextFile("Sources/CKernels/luck.c", "#include <math.h>\n"),
    ])
    #expect(DeterminismRules.hiddenChance(in: tree).count == 1)
    #expect(DeterminismRules.systemImports(in: tree).count == 1)
    #expect(DeterminismRules.unorderedTables(in: tree).count == 3)
    #expect(DeterminismRules.sharedStreams(in: tree).count == 1)
    #expect(DeterminismRules.mathematicsLibrary(in: tree).count == 1)
  }
}
