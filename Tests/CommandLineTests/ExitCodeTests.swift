import Foundation
import Testing

@Suite("Exit codes and messages")
struct ExitCodeTests {
  struct Case: CustomTestStringConvertible {
    let words: String
    let says: [String]
    var testDescription: String { words }

    init(_ words: String, _ says: String...) { (self.words, self.says) = (words, says) }
    var arguments: [String] { words.split(separator: " ").map(String.init) }
  }

  static let bad = [
    Case("ruun", "did you mean 'run'"), Case("comparee", "did you mean 'compare'"), Case("run --sede 3", "--seed"),
    Case("run --seed abc", "abc"), Case("run --seed -1", "'-1'"),
    Case("run --seed 99999999999999999999999", "--seed"),
    Case("run --scale 1:0", "1:0"), Case("run --scale 0", "1:0"), Case("run --scale 2:3", "--scale"),
    Case("run --scale 1:9999999999999", "--scale"), Case("run --scale abc", "--scale"),
    Case("run --scale 1:", "--scale"),
    Case("run --months -3", "-3 months"), Case("run --months 0", "0 months"), Case("run --months 1261", "1261"),
    Case("run --months 99999999999999999999", "--months"), Case("run --threads 0", "0 threads"),
    Case("run --threads -2", "-2 threads"), Case("run --without buyback", "did you mean 'buybacks'"),
    Case("accounts --months 2", "--months 2"), Case("accounts --replicates 3", "one history"),
    Case("run --without", "--without"), Case("run extra", "extra"), Case("run --replicates 3", "compare"),
    Case("run --scenario nothing.toml", "nothing.toml"), Case("run --scenario /", "/"),
    Case("run --resume nothing.bin", "nothing.bin"),
    Case("run --checkpoint-at 2026-03-31", "--checkpoint"),
    Case("run --checkpoint c.bin --checkpoint-at 2026-02-30", "2026-02-30"),
    Case("run --months 2 --checkpoint c.bin --checkpoint-at 2030-01-02", "2030-01-02", "2026-02-27"),
    Case("run --months 2 --checkpoint c.bin --checkpoint-at 2025-01-02", "2025-01-02"),
    Case("run --data /does/not/exist", "/does/not/exist"), Case("compare", "nothing to compare"),
    Case("compare --without buybacks --replicates 0", "0 replicates"), Case("--replicates 0", "0 replicates"),
    Case("compare --without buybacks --without nothing", "nothing"), Case("toy", "toy"),
    Case("toy SIMM", "did you mean 'SIM'"),
    Case("toy SIM --set tehta=1", "did you mean 'theta'"), Case("toy SIM --set theta=2", "theta"),
    Case("toy SIM --set theta", "theta"),
    Case("toy SIM --shock G=25", "G=25"), Case("toy SIM --shock G=25@0", "period 0"),
    Case("toy SIM --shock G=nan@3", "G=nan@3"),
    Case("toy SIM --periods=-1", "-1"), Case("toy SIM --periods 100000000", "100000000"),
    Case("toy SIM --opening nowhere", "nowhere"),
    Case("ledger --date 2024-01-01", "2024-01-01", "2025-12-31"), Case("ledger --date 2026-13-01", "2026-13-01"),
    Case("ledger --date 2999-01-01", "2999-01-01"), Case("ledger --period week", "week"),
    Case("ledger --months 3", "--date"), Case("ledger --replicates 3", "--replicates"),
    Case("ledger explian", "did you mean 'explain'"),
    Case("ledger explain household deposits", "did you mean 'households'"),
    Case("ledger explain households deposit", "did you mean 'deposits'"),
    Case("ledger explain households", "instrument"), Case("brief", "--data", "PENSTOCK_DATA"),
    Case("brief --data /does/not/exist", "/does/not/exist"),
    Case("scenarios nothing", "nothing"), Case("serve", "penstock-out"), Case("serve --port 99999999", "--port"),
    Case("run --months 2 --checkpoint c.bin --checkpoint-at 2025-12-31", "not ahead"),
    Case("score --replicates 1", "1 markets"), Case("score --threads 0", "0 threads"),
    Case("score --record r.swift", "--data"), Case("score --data /does/not/exist", "/does/not/exist"),
    Case("scores", "did you mean 'score'"),
  ]

  @Test("A bad request ends with 2, says what is wrong on standard error, and prints nothing", arguments: bad)
  func refuses(bad: Case) throws {
    let outcome = try Program.run(bad.arguments)
    #expect(outcome.code == 2)
    #expect(outcome.output.isEmpty)
    for words in bad.says { #expect(outcome.messages.contains(words), "\(outcome.messages) lacks \(words)") }
  }

  static let out = [
    "run --scale 1:100000 --months 1", "compare --without buybacks", "toy SIM", "ledger", "--replicates 2",
  ]

  @Test("A folder that cannot be written ends with 4 before any work", arguments: out)
  func cannotWrite(words: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("a file", to: "file")
    let start = Date()
    let outcome = try Program.run(words.split(separator: " ").map(String.init) + ["--out", file + "/inside"])
    #expect(outcome.code == 4)
    #expect(outcome.output.isEmpty)
    #expect(outcome.messages.contains(file))
    #expect(Date().timeIntervalSince(start) < 5)
  }

  @Test("A checkpoint that cannot be written ends with 4 before any work")
  func cannotSave() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["run", "--months", "1", "--scale", "1:100000", "--checkpoint", folder.path])
    #expect(outcome.code == 4)
  }

  @Test("Help and version end with 0", arguments: ["--help", "-h", "help", "run --help", "help compare", "--version"])
  func helps(words: String) throws {
    let outcome = try Program.run(words.split(separator: " ").map(String.init))
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("penstock"))
    #expect(outcome.messages.isEmpty)
  }

  @Test("Every command is in the help")
  func listsCommands() throws {
    let help = try Program.run(["--help"]).output
    for name in ["run", "accounts", "compare", "toy", "ledger", "parameters", "systems", "scenarios", "brief", "serve"]
    {
      #expect(help.contains("\n  \(name) "), "\(name)")
    }
  }

  @Test("An interrupted run of many keeps what is finished and ends with 130")
  func interrupts() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "compare", "--without", "buybacks", "--months", "36", "--replicates", "2000", "--scale", "1:100000", "--json",
      "--out", folder.path,
    ]
    let outcome = try Program.run(arguments, interruptAfter: 4)
    #expect(outcome.code == 130)
    let effects = try #require(try object(outcome.output)["effects"] as? [Any])
    #expect(!effects.isEmpty)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/effects.csv"))
  }
}
