import Foundation
import Testing

@Suite("Scenario files on the command line")
struct ScenarioCommandTests {
  @Test(
    "A broken file is refused with its line and cure",
    arguments: [
      (
        "name = \"a\"\nquestion = \"b\"\n[[change]]\nparameter = \"aiCapex.guidence\"\nvalue = 1\nreason = \"c\"\n", 5,
        "did you mean 'aiCapex.guidance'"
      ),
      (
        "name = \"a\"\nquestion = \"b\"\n[[change]]\nparameter = \"aiCapex.guidance\"\nvalue = \"3 month\"\nreason = \"c\"\n",
        5, "1/year"
      ),
      ("name = \"a\"\nquestion = = 3\n", 2, "TOML"),
    ])
  func refuses(toml: String, line: Int, words: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(toml, to: "broken.toml")
    let outcome = try Program.run(["run", "--scenario", file])
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("broken.toml, line \(line)"))
    #expect(outcome.messages.contains(words))
  }

  @Test("Bytes that are no text are refused")
  func refusesBinary() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/binary.toml"
    try Data([0xff, 0xfe, 0x00, 0x41]).write(to: URL(fileURLWithPath: file))
    #expect(try Program.run(["run", "--scenario", file]).code == 2)
  }

  @Test("Every scenario that comes along loads, names a question and runs")
  func comeAlong() throws {
    let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path + "/Scenarios").filter {
      $0.hasSuffix(".toml")
    }
    #expect(!names.isEmpty)
    for name in names {
      let outcome = try Program.run(
        ["run", "--scenario", root.path + "/Scenarios/" + name, "--scale", "1:100000", "--months", "1", "--json"])
      #expect(outcome.code == 0, "\(outcome.messages)")
      #expect(try object(outcome.output)["scenario"] as? String == String(name.dropLast(5)))
    }
  }
}
