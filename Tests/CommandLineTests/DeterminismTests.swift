import Foundation
import Testing

@Suite("The same request gives the same run")
struct DeterminismTests {
  static let small = ["run", "--scale", "1:100000", "--months", "3", "--json"]

  static func hash(_ arguments: [String]) throws -> String {
    let outcome = try Program.run(arguments)
    return try #require(try object(outcome.output)["runHash"] as? String, "\(outcome.messages)")
  }

  @Test("with one thread and with two")
  func ignoresThreads() throws {
    let one = try DeterminismTests.hash(DeterminismTests.small + ["--threads", "1"])
    #expect(try DeterminismTests.hash(DeterminismTests.small + ["--threads", "2"]) == one)
    #expect(try DeterminismTests.hash(DeterminismTests.small + ["--seed", "2"]) != one)
  }

  @Test("after a checkpoint within a month", arguments: ["2026-01-02", "2026-02-10", "2026-02-27"])
  func resumes(day: String) throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/state.bin"
    let stopped = try Program.run(DeterminismTests.small + ["--checkpoint", file, "--checkpoint-at", day])
    #expect(stopped.code == 0)
    let resumed = try DeterminismTests.hash(["run", "--resume", file, "--json"])
    #expect(resumed == (try DeterminismTests.hash(DeterminismTests.small)))
  }

  @Test("and a checkpoint decides seed and scale: other flags are refused")
  func refusesOtherFlags() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/state.bin"
    try Program.run(DeterminismTests.small + ["--checkpoint", file, "--checkpoint-at", "2026-01-30"])
    #expect(try Program.run(["run", "--resume", file, "--seed", "9"]).code == 2)
    #expect(try Program.run(["run", "--resume", file, "--months", "2", "--json"]).code == 0)
  }

  @Test("whatever the number of threads of a comparison")
  func comparesAlike() throws {
    let arguments = [
      "compare", "--without", "buybacks", "--scale", "1:100000", "--months", "2", "--replicates", "2", "--json",
      "--threads",
    ]
    #expect(try Program.run(arguments + ["1"]).output == Program.run(arguments + ["2"]).output)
  }
}
