import Foundation
import Testing

@Suite("The brief's gauges on files of one's own")
struct BriefCommandTests {
  private static let chain = """
    expiration,option_type,strike,open_interest,implied_vol,underlying_last
    2024-01-12,C,4700,1000,.12,4697.24
    2024-01-12,P,4650,2000,.14,4697.24
    2024-02-16,P,4500,3000,.16,4697.24
    2024-01-05,C,4700,9999,.12,4697.24
    2024-03-15,C,4800,,.13,4697.24

    """
  private static let futures = "date,contract,price\n2015-09-10,FFQ5,99.8675\n2015-09-10,FFU5,99.805\n"
  private static let meetings = "date,target_after_pct\n2015-07-29,0.125\n2015-09-17,\n"

  private static func prices(_ count: Int = 500) -> String {
    let start = Date(timeIntervalSince1970: 1_641_168_000)
    var text = "close,date\n"
    var (day, written) = (0, 0)
    while written < count {
      let date = start.addingTimeInterval(Double(day) * 86_400)
      day += 1
      // 3 January 2022 is a Monday.
      guard (day - 1) % 7 < 5 else { continue }
      let iso = ISO8601DateFormatter().string(from: date).prefix(10)
      text += "\(5000 + 40 * Double(written % 23) + 3 * Double(written)),\(iso)\n"
      written += 1
    }
    return text
  }

  private func run(_ words: String, _ files: [(String, String)] = []) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    for (name, text) in files { _ = try folder.write(text, to: name) }
    return try Program.run(
      ["brief"] + words.split(separator: " ").map { $0.hasSuffix(".csv") ? folder.path + "/" + $0 : String($0) })
  }

  @Test("Gamma has its keys in order, an interval over hypotheses, a profile, and drops what has expired")
  func gamma() throws {
    let outcome = try run("gamma --chain c.csv --as-of 2024-01-05 --json", [("c.csv", Self.chain)])
    #expect(outcome.code == 0 && outcome.messages.isEmpty)
    #expect(
      keys(of: outcome.output) == [
        "asOf", "quoted", "spot", "listed", "counted", "expired", "readings", "flips", "profile",
      ])
    let answer = try object(outcome.output)
    #expect(answer["counted"] as? Int == 3 && answer["expired"] as? Int == 1 && answer["listed"] as? Int == 4)
    #expect((answer["profile"] as? [Any])?.count == 60 && answer["spot"] as? Double == 4697.24)
    let readings = try #require(answer["readings"] as? [[String: Any]])
    for name in ["dealer gamma", "dealer vanna", "dealer charm", "dealer gamma, all short"] {
      #expect(readings.contains { $0["gauge"] as? String == name && $0["value"] is NSNumber }, "\(name)")
    }
    let first = try #require(readings.first)
    let (low, high) = (try #require(first["low"] as? Double), try #require(first["high"] as? Double))
    #expect(low < high && (first["columns"] as? [String])?.contains { $0.hasSuffix("c.csv: open_interest") } == true)
    let other = try object(
      try run("gamma --chain c.csv --spot 4500 --as-of 2024-01-05 --json", [("c.csv", Self.chain)]).output)
    #expect(other["spot"] as? Double == 4500)
  }

  @Test("Odds are the CME's worked example, in the shape that was promised")
  func odds() throws {
    let outcome = try run(
      "odds --futures f.csv --meetings m.csv --as-of 2015-09-10 --json",
      [("f.csv", Self.futures), ("m.csv", Self.meetings)])
    #expect(outcome.code == 0)
    #expect(keys(of: outcome.output) == ["asOf", "meetings"])
    #expect(keys(of: outcome.output, depth: 3) == ["date", "outcomes", "expectedPct", "errorBp"])
    #expect(Array(keys(of: outcome.output, depth: 5).prefix(3)) == ["lowPct", "highPct", "probability"])
    let meetings = try #require(try object(outcome.output)["meetings"] as? [[String: Any]])
    let outcomes = try #require(meetings.first?["outcomes"] as? [[String: Any]])
    #expect(meetings.count == 1 && outcomes.count == 2)
    #expect(abs((outcomes[1]["probability"] as? Double ?? 0) - 0.536) < 5e-4)
    #expect(outcomes[1]["lowPct"] as? Double == 0.25 && outcomes[1]["highPct"] as? Double == 0.5)
  }

  @Test("Trend says position, flow per scenario, trigger prices and slopes")
  func trend() throws {
    let outcome = try run("trend --prices p.csv --json", [("p.csv", Self.prices())])
    #expect(outcome.code == 0)
    #expect(keys(of: outcome.output) == ["asOf", "readings"])
    let readings = try #require(try object(outcome.output)["readings"] as? [[String: Any]])
    let names = readings.compactMap { $0["gauge"] as? String }
    for name in [
      "trend position", "trend position, fast", "trend position, slow", "trend flow, −2σ over 1 week",
      "trend trigger price, 1 day", "trend trigger price, 1 month", "trend slope, 1 day", "trend slope, 1 month",
    ] {
      #expect(names.contains(name), "\(name)")
    }
    #expect(readings.allSatisfy { !($0["value"] is NSNull) || $0["reason"] is String })
    let twice = try object(
      try run("trend --prices p.csv --assets 680 --json", [("p.csv", Self.prices())]).output)
    let positions = [readings, try #require(twice["readings"] as? [[String: Any]])].map {
      $0.first { $0["gauge"] as? String == "trend position" }?["value"] as? Double ?? 0
    }
    #expect(abs(positions[1] / positions[0] - 2) < 1e-9)
  }

  @Test("Vol-target gives the index every day, with and without financing")
  func volTarget() throws {
    let outcome = try run("vol-target --prices p.csv --target 15 --rate 4 --json", [("p.csv", Self.prices())])
    #expect(outcome.code == 0)
    #expect(keys(of: outcome.output) == ["asOf", "targetPct", "financing", "readings", "levels"])
    let answer = try object(outcome.output)
    let levels = try #require(answer["levels"] as? [[String: Any]])
    #expect(levels.count == 434 && levels[0]["unfinanced"] as? Double == 100)
    #expect(levels.allSatisfy { $0["totalReturn"] is Double && $0["excessReturn"] is Double })
    let without = try object(try run("vol-target --prices p.csv --target 15 --json", [("p.csv", Self.prices())]).output)
    #expect((without["levels"] as? [[String: Any]])?.allSatisfy { $0["totalReturn"] is NSNull } == true)
    #expect((without["financing"] as? String)?.contains("--rates") == true)
  }

  @Test("Results go into the folder that is named")
  func out() throws {
    let folder = try TemporaryFolder()
    let prices = try folder.write(Self.prices(), to: "p.csv")
    let outcome = try Program.run(
      ["brief", "vol-target", "--prices", prices, "--target", "10", "--out", folder.path + "/out"])
    #expect(outcome.code == 0 && outcome.output.contains("Index level"))
    for name in ["brief-vol-target.json", "vol-target.parquet"] {
      #expect(FileManager.default.fileExists(atPath: folder.path + "/out/" + name))
    }
  }

  @Test(
    "What cannot be read ends with 2, and says file, line and cure",
    arguments: [
      ("gamma", "--chain"), ("gamma --chain none.csv", "none.csv"), ("gamma --chain c.csv", "--as-of"),
      ("gamma --chain c.csv --spot 0 --as-of 2024-01-05", "--spot"),
      ("gamma --chain c.csv --spot nan --as-of 2024-01-05", "--spot"),
      ("gamma --chain c.csv --as-of 2025-01-05", "no option of the chain"),
      ("gamma --chain bad.csv --as-of 2024-01-05", "line 2"),
      ("gamma --chain percent.csv --as-of 2024-01-05", "percent"),
      ("gamma --chain c.csv --as-of soon", "soon"), ("odds --futures f.csv", "--meetings"),
      ("odds --futures f.csv --meetings m.csv --as-of 2016-01-01", "too old"),
      ("odds --futures f.csv --meetings m.csv --as-of 2015-01-01", "no price"),
      ("odds --futures p.csv --meetings m.csv", "ff_m00_price"), ("odds --futures f.csv --meetings p.csv", "meeting"),
      ("trend --prices short.csv", "330 prices"), ("trend --prices bad.csv", "bad.csv"),
      ("trend --prices p.csv --column clos", "did you mean 'close'"), ("trend --prices p.csv --assets -1", "--assets"),
      ("vol-target --prices p.csv", "--target"), ("vol-target --prices p.csv --target 0", "--target"),
      ("vol-target --prices p.csv --target inf", "--target"),
      ("vol-target --prices p.csv --target 10 --rate 1e9", "--rate"),
      ("vol-target --prices p.csv --target 10 --rates m.csv", "m.csv"),
      ("vol-target --prices p.csv --target 10 --rates m.csv --rate 3", "one"),
      ("vol-target --prices short.csv --target 10", "closes are needed"), ("gama", "did you mean 'gamma'"),
    ])
  func refused(words: String, says: String) throws {
    let outcome = try run(
      words,
      [
        ("c.csv", Self.chain), ("f.csv", Self.futures), ("m.csv", Self.meetings), ("p.csv", Self.prices()),
        ("short.csv", Self.prices(40)),
        ("bad.csv", "expiration,option_type,strike,open_interest,implied_vol\n2024-01-12,C,-1,5,.2\n"),
        ("percent.csv", "expiration,option_type,strike,open_interest,implied_vol\n2024-01-12,C,100,5,20\n"),
      ])
    #expect(outcome.code == 2, "\(words): \(outcome.messages)")
    #expect(outcome.output.isEmpty && outcome.messages.contains(says), "\(words): \(outcome.messages)")
  }

  /// Skipped where the shared data folder is not there.
  @Test(
    "The page writes its files, and its history is the briefs of past days",
    .enabled(if: sharedData != nil, "the shared data folder is not here"))
  func page() throws {
    let data = try #require(sharedData)
    let (folder, small) = (try TemporaryFolder(), try TemporaryFolder())
    try FileManager.default.createDirectory(atPath: small.path + "/market", withIntermediateDirectories: true)
    let lines = try String(contentsOfFile: data + "/market/spx_daily.csv", encoding: .utf8).split(separator: "\n")
    _ = try small.write(
      ([lines[0]] + lines.filter { $0 >= "2020" && $0 < "2024" }).joined(separator: "\n") + "\n",
      to: "market/spx_daily.csv")
    let outcome = try Program.run(
      ["brief", "--data", small.path, "--as-of", "2023-12-29", "--out", folder.path, "--json"])
    #expect(outcome.code == 0)
    for name in ["brief.json", "brief.html", "history.parquet", "history-daily.parquet"] {
      let size = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.size] as? Int
      #expect(size ?? 0 > 1000, "\(name)")
    }
    let page = try String(contentsOfFile: folder.path + "/brief.html", encoding: .utf8)
    #expect(page.contains("vol-target exposure") && page.contains("class=\"gallery\""))
    #expect(!page.contains("src=\"http") && !page.contains("href=\"http"))
  }
}
