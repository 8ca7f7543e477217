import Laboratory
import Quantities
import Simulation
import Testing

@Suite("A scenario file")
struct ScenarioTests {
  /// A file, the line the refusal must name, and words it must hold.
  struct Bad: CustomTestStringConvertible {
    let testDescription: String
    let toml: String
    let line: Int
    let words: [String]
  }

  static let head = "name = \"a\"\nquestion = \"b?\"\n"

  static func change(_ parameter: String, _ value: String) -> String {
    head + "\n[[change]]\nparameter = \"\(parameter)\"\nvalue = \(value)\nreason = \"c\"\n"
  }

  static let malformed = [
    Bad(testDescription: "no TOML", toml: "name = \"a\"\nquestion ? 3\n", line: 2, words: ["TOML"]),
    Bad(
      testDescription: "unknown key", toml: head + "quetsion = \"x\"\n", line: 3,
      words: ["quetsion", "did you mean 'question'"]),
    Bad(
      testDescription: "no name", toml: "question = \"b?\"\nwithout = [\"buybacks\"]\n", line: 1,
      words: ["'name' is missing"]),
    Bad(
      testDescription: "name of another type", toml: "name = 3\nquestion = \"b\"\n", line: 1,
      words: ["'name' is of type integer"]),
    Bad(
      testDescription: "empty question", toml: "name = \"a\"\nquestion = \"  \"\n", line: 2,
      words: ["'question' is empty"]),
    Bad(
      testDescription: "without is a text", toml: head + "without = \"buybacks\"\n", line: 3,
      words: ["'without' is of type string"]),
    Bad(testDescription: "without holds a number", toml: head + "without = [3]\n", line: 3, words: ["type integer"]),
    Bad(testDescription: "changes nothing", toml: head, line: 1, words: ["changes nothing"]),
    Bad(
      testDescription: "change is a table", toml: head + "[change]\nparameter = \"x\"\n", line: 3, words: ["[[change]]"]
    ),
    Bad(
      testDescription: "no reason", toml: head + "[[change]]\nparameter = \"x.y\"\nvalue = 1\n", line: 3,
      words: ["'reason' is missing"]),
    Bad(
      testDescription: "unknown key in a change", toml: change("a.b", "1") + "valeu = 3\n", line: 8,
      words: ["did you mean 'value'"]),
    Bad(
      testDescription: "value of another type", toml: change("a.b", "true"), line: 6, words: ["'value' is of type bool"]
    ),
    Bad(
      testDescription: "twice", toml: change("a.b", "1") + change("a.b", "2").dropFirst(head.count), line: 11,
      words: ["changed twice"]),
  ]

  @Test("A malformed file is refused at the line that is wrong", arguments: malformed)
  func refuses(bad: Bad) {
    let error = #expect(throws: ScenarioError.self) { try Scenario(toml: bad.toml, file: "s.toml") }
    #expect(error?.line == bad.line)
    for words in bad.words {
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "") lacks \(words)")
    }
    #expect(error?.description.hasPrefix("s.toml, line \(bad.line): ") == true)
  }

  static let unfit = [
    Bad(
      testDescription: "misspelt parameter", toml: change("aiCapex.guidence", "0.1"), line: 6,
      words: ["did you mean 'aiCapex.guidance'"]),
    Bad(
      testDescription: "wrong unit", toml: change("aiCapex.guidance", "\"3 month\""), line: 6, words: ["unit '1/year'"]),
    Bad(
      testDescription: "out of range", toml: change("aiCapex.guidance", "\"400 %\""), line: 6,
      words: ["outside the allowed range", "-0.5", "1.0"]),
    Bad(testDescription: "not a number", toml: change("aiCapex.guidance", "nan"), line: 6, words: ["not a number"]),
    Bad(testDescription: "infinite", toml: change("aiCapex.guidance", "inf"), line: 6, words: ["not a number"]),
    Bad(
      testDescription: "no switch", toml: head + "\nwithout = [\"buyback\"]\n", line: 4,
      words: ["did you mean 'buybacks'"]),
  ]

  @Test("What the model does not have is refused with the nearest name or the allowed range", arguments: unfit)
  func refusesUnfit(bad: Bad) throws {
    let scenario = try Scenario(toml: bad.toml, file: "s.toml")
    let page = try TwoTrackEconomy.page(scale: RunRequest.coarsest)
    let error = #expect(throws: ScenarioError.self) { try scenario.applied(to: RunRequest(), of: page) }
    #expect(error?.line == bad.line)
    for words in bad.words {
      #expect(error?.description.contains(words) == true, "\(error?.description ?? "") lacks \(words)")
    }
  }

  @Test("A scenario's changes and switches reach the request")
  func applies() throws {
    let scenario = try Scenario(toml: ScenarioTests.change("aiCapex.guidance", "\"-20 %\""), file: "s.toml")
    let request = try scenario.applied(to: .small(months: 1), of: TwoTrackEconomy.page(scale: RunRequest.coarsest))
    #expect(request.scenario == "a")
    #expect(request.overrides == [.init("aiCapex.guidance", "-20 %")])
    var (plain, changed) = (
      try Run(.small(months: 2)),
      try Run(
        {
          var r = request
          r.months = 2
          return r
        }())
    )
    try plain.advance()
    try changed.advance()
    #expect(changed.world.recorder.last("aiCapexRate") ?? .nan < plain.world.recorder.last("aiCapexRate") ?? .nan)
  }

  @Test("A key inside a text of several lines is not taken for a key")
  func readsLongTexts() {
    let toml =
      "name = \"a\"\nquestion = \"\"\"\nvalue = 3\n[[change]]\n\"\"\"\n[[change]]\nparameter = \"x\"\nvalue = true\nreason = \"r\"\n"
    let error = #expect(throws: ScenarioError.self) { try Scenario(toml: toml, file: "s.toml") }
    #expect(error?.line == 8)
  }

  @Test("Lines are counted alike where they end as on Windows")
  func countsWindowsLines() {
    let toml = ScenarioTests.head.replacing("\n", with: "\r\n") + "without = [3]\r\n"
    let error = #expect(throws: ScenarioError.self) { try Scenario(toml: toml, file: "s.toml") }
    #expect(error?.line == 3)
  }
}
