import Foundation
import Testing

@Suite("JSON on standard output")
struct JSONShapeTests {
  static let small = ["--scale", "1:100000", "--months", "2"]
  static let runKeys = [
    "schema", "runHash", "auditResidualCents", "seed", "months", "days", "scale", "scenario", "without", "version",
    "headline",
  ]
  static let effectKeys = ["outcome", "unit", "with", "without", "effect", "low", "high", "level", "p", "includesZero"]

  @Test("A run has its keys in order and a clean audit")
  func run() throws {
    let outcome = try Program.run(["run", "--seed", "7", "--without", "buybacks", "--json"] + JSONShapeTests.small)
    #expect(outcome.code == 0)
    #expect(outcome.output.hasSuffix("}\n"))
    #expect(outcome.output.count { $0 == "\n" } == 1)
    #expect(keys(of: outcome.output) == JSONShapeTests.runKeys)
    let run = try object(outcome.output)
    #expect(run["schema"] as? Int == 1)
    #expect((run["runHash"] as? String)?.wholeMatch(of: /[0-9a-f]{64}/) != nil)
    #expect(run["auditResidualCents"] as? Int == 0)
    #expect(run["seed"] as? Int == 7)
    #expect(run["months"] as? Int == 2)
    #expect(run["days"] as? Int == 39)
    #expect(run["scale"] as? Int == 100_000)
    #expect(run["scenario"] as? String == "baseline")
    #expect(run["without"] as? [String] == ["buybacks"])
    let headline = try #require(run["headline"] as? [String: Any])
    #expect(headline["indexReturn"] is NSNumber)
    #expect(headline["realGDPGrowth"] is NSNull)
    #expect((headline["reason"] as? String)?.contains("realGDPGrowth") == true)
  }

  @Test("The largest seed is written to its last digit")
  func largestSeed() throws {
    let outcome = try Program.run(["run", "--seed", "\(UInt64.max)", "--json", "--scale", "1:100000", "--months", "1"])
    #expect(outcome.output.contains("\"seed\":\(UInt64.max),"))
  }

  @Test("A comparison has its keys in order and intervals that hold the effect")
  func compare() throws {
    let outcome = try Program.run(
      ["compare", "--without", "buybacks", "--replicates", "3", "--json"] + JSONShapeTests.small)
    #expect(keys(of: outcome.output) == ["schema", "without", "replicates", "months", "effects"])
    let effects = try #require(try object(outcome.output)["effects"] as? [[String: Any]])
    #expect(effects.count > 5)
    let all = keys(of: outcome.output, depth: 3)
    #expect(Array(all.prefix(JSONShapeTests.effectKeys.count)) == JSONShapeTests.effectKeys)
    for effect in effects {
      let numbers = try ["with", "without", "effect", "low", "high", "level", "p"].map {
        try #require(effect[$0] as? Double)
      }
      #expect(abs(numbers[0] - numbers[1] - numbers[2]) <= 1e-9 * max(1, abs(numbers[0])))
      #expect(numbers[3] <= numbers[2] && numbers[2] <= numbers[4])
      #expect(numbers[5] == 0.9)
      #expect(effect["includesZero"] as? Bool == (numbers[3] <= 0 && numbers[4] >= 0))
    }
  }

  @Test("One replicate has no interval: null with a reason")
  func lacksInterval() throws {
    let outcome = try Program.run(
      ["compare", "--without", "buybacks", "--replicates", "1", "--json"] + JSONShapeTests.small)
    let effects = try #require(try object(outcome.output)["effects"] as? [[String: Any]])
    let first = try #require(effects.first)
    #expect(first["low"] is NSNull)
    #expect(first["reason"] is String)
  }

  @Test("The main job writes its files and names its report")
  func mainJob() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["--replicates", "2", "--json", "--out", folder.path] + JSONShapeTests.small)
    #expect(outcome.code == 0)
    #expect(keys(of: outcome.output) == ["schema", "baseline", "effects", "claims", "report"])
    let effectKeys = keys(of: outcome.output, depth: 3).drop { $0 != "switch" }
    #expect(Array(effectKeys.prefix(11)) == ["switch"] + JSONShapeTests.effectKeys)
    let job = try object(outcome.output)
    #expect(job["report"] as? String == folder.path + "/report.html")
    let effects = try #require(job["effects"] as? [[String: Any]])
    #expect(Set(effects.compactMap { $0["switch"] as? String }).isSuperset(of: ["buybacks", "flowPricing", "aiCapex"]))
    for name in ["report.html", "daily.parquet", "monthly.parquet", "effects.csv", "effects.json", "run.json"] {
      let size = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.size] as? Int
      #expect(size ?? 0 > 100, "\(name)")
    }
    let page = try String(contentsOfFile: folder.path + "/report.html", encoding: .utf8)
    #expect(!page.contains("src=\"http") && !page.contains("href=\"http"))
    let written = try String(contentsOfFile: folder.path + "/run.json", encoding: .utf8)
    #expect(keys(of: written) == JSONShapeTests.runKeys)
  }

  @Test("The systems table has its keys in order")
  func systems() throws {
    let text = try Program.run(["systems", "--json"]).output
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(rows.count == 15)
    #expect(Array(keys(of: text, depth: 2).prefix(5)) == ["id", "state", "switches", "gauges", "claims"])
    for row in rows { #expect(["works", "partial", "absent"].contains(row["state"] as? String ?? "")) }
  }

  @Test("Every parameter states unit, range and source, and the assumed ones are counted")
  func parameters() throws {
    let text = try Program.run(["parameters", "--json"]).output
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(rows.count > 50)
    for row in rows { #expect((row["source"] as? String)?.isEmpty == false) }
    let assumed = rows.count { $0["assumed"] as? Bool == true }
    #expect(
      try Program.run(["parameters", "--assumed"]).output.hasSuffix(
        "\(rows.count) parameters, of which \(assumed) are assumed\n"))
  }

  @Test("The ledger's matrices sum to zero to the cent", arguments: ["2025-12-31", "2026-01-17", "2026-02-27"])
  func ledger(date: String) throws {
    let outcome = try Program.run(["ledger", "--date", date, "--scale", "1:100000", "--json"])
    #expect(outcome.code == 0)
    let matrices = try #require(try object(outcome.output)["matrices"] as? [[String: Any]])
    #expect(matrices.count == 3)
    for matrix in matrices {
      #expect(matrix["residual"] as? Int == 0)
      for row in try #require(matrix["rows"] as? [[String: Any]]) where row["zeroSum"] as? Bool == true {
        #expect((row["cells"] as? [Int])?.reduce(0, +) == 0)
      }
    }
  }

  @Test("A balance is explained to the cent")
  func explains() throws {
    let outcome = try Program.run([
      "ledger", "explain", "households", "deposits", "--date", "2026-02-27", "--scale", "1:100000", "--json",
    ])
    let answer = try object(outcome.output)
    let changes = try #require(answer["changes"] as? [[String: Any]]).compactMap { $0["amount"] as? Int }
    let parts = try ["opening", "holdingGains", "balance"].map { try #require(answer[$0] as? Int) }
    #expect(changes.count > 3)
    #expect(parts[0] + changes.reduce(0, +) + parts[1] == parts[2])
  }

  /// Skipped where the shared data folder is not there.
  @Test("The brief reads the S&P 500", .enabled(if: sharedData != nil, "the shared data folder is not here"))
  func brief() throws {
    let data = try #require(sharedData)
    let outcome = try Program.run(["brief", "--as-of", "2025-12-31", "--json"], environment: ["PENSTOCK_DATA": data])
    #expect(keys(of: outcome.output) == ["asOf", "readings"])
    let gauge = ["gauge", "value", "low", "high", "unit", "asOf", "ageDays", "method", "skill", "reason"]
    #expect(Array(keys(of: outcome.output, depth: 3).prefix(10)) == gauge)
    let readings = try #require(try object(outcome.output)["readings"] as? [[String: Any]])
    #expect(readings.count > 30)
    let volatility = try #require(readings.first { $0["gauge"] as? String == "realised volatility" })
    #expect(abs((volatility["value"] as? Double ?? 0) - 0.0864) < 0.0001)
    #expect(readings.allSatisfy { !($0["value"] is NSNull) || $0["reason"] is String })
  }

  /// Skipped where the shared data folder is not there.
  @Test(
    "A run and the S&P 500 stand side by side", .enabled(if: sharedData != nil, "the shared data folder is not here"))
  func sideBySide() throws {
    let data = try #require(sharedData)
    let text = try Program.run(["run", "--scale", "1:100000", "--months", "12", "--data", data]).output
    #expect(text.contains("S&P 500"))
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("realised volatility") })
    #expect(line.count { $0 == "%" } == 4)
  }
}
