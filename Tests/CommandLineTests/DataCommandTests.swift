import Foundation
import Testing

@Suite("The data command")
struct DataCommandTests {
  /// Runs `penstock data` with a cache of its own.
  private func data(_ words: String, in folder: TemporaryFolder, _ environment: [String: String] = [:]) throws
    -> Program.Outcome
  {
    try Program.run(
      ["data"] + words.split(separator: " ").map(String.init),
      environment: ["XDG_CACHE_HOME": folder.path].merging(environment) { $1 })
  }

  @Test(
    "Refuses what it cannot do, with the nearest word or the cure",
    arguments: [
      ("fecth", "did you mean 'fetch'"), ("fetch fredd", "did you mean 'fred'"), ("import /no/such/folder", "--data"),
      ("fetch henry-hub", "EIA_API_KEY"), ("fetch blsfiles", "PENSTOCK_CONTACT"), ("fetch --mirror fred", "--mirror"),
      ("fetch --mirror fred=ftp://x", "--mirror"), ("fetch --patience 0", "patience"), ("status nothing-such", "fred"),
      ("import", "DIR"),
    ])
  func refusals(words: String, says: String) throws {
    let outcome = try data(words, in: try TemporaryFolder())
    #expect(outcome.code == 2, "\(words): \(outcome.messages)")
    #expect(outcome.messages.contains(says), "\(words): \(outcome.messages)")
  }

  @Test("Tests that the cache can be written before anything is asked")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("", to: "file")
    let outcome = try data("fetch DGS10 --cache \(file)/cache", in: folder)
    #expect(outcome.code == 4 && outcome.messages.contains("--cache"))
  }

  @Test("Status of an empty cache lists every series as never fetched, and writes nothing")
  func empty() throws {
    let folder = try TemporaryFolder()
    let outcome = try data("status --json", in: folder)
    #expect(outcome.code == 0)
    let series = try #require(try object(outcome.output)["series"] as? [[String: Any]])
    #expect(series.count > 80 && series.allSatisfy { $0["state"] as? String == "never" })
    #expect(keys(of: outcome.output) == ["schema", "cache", "asOf", "series", "imports"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/penstock"))
  }

  @Test("An imported folder is remembered, and status says what changed in it")
  func imported() throws {
    let (folder, files) = (try TemporaryFolder(), try TemporaryFolder())
    let prices = try files.write("date,close\n2026-08-20,1\n2026-08-21,2\n", to: "prices.csv")
    let outcome = try data("import \(files.path) --json", in: folder)
    #expect(outcome.code == 0)
    let listed = try #require(try object(outcome.output)["files"] as? [[String: Any]])
    #expect(listed.count == 1 && listed[0]["rows"] as? Int == 2 && listed[0]["last"] as? String == "2026-08-21")
    #expect(try FileManager.default.contentsOfDirectory(atPath: files.path) == ["prices.csv"])
    try "date,close\n2026-08-20,1\n".write(toFile: prices, atomically: true, encoding: .utf8)
    let status = try object(try data("status --json", in: folder).output)
    let imports = try #require(status["imports"] as? [[String: Any]])
    #expect(imports.first?["changed"] as? [String] == ["prices.csv"])
  }

  @Test("A publisher that cannot be reached fails the fetch, in words without the key")
  func unreachable() throws {
    let outcome = try data(
      "fetch henry-hub --mirror eia=http://127.0.0.1:1", in: try TemporaryFolder(), ["EIA_API_KEY": "secretkey77"])
    #expect(outcome.code == 3 && outcome.messages.contains("cannot be reached"))
    #expect(!(outcome.messages + outcome.output).contains("secretkey77"))
  }
}
