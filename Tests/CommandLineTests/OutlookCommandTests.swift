import Foundation
import Testing

@Suite("The outlook on the command line")
struct OutlookCommandTests {
  @Test("prints its shape and writes a page")
  func shape() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run([
      "outlook", "--months", "12", "--replicates", "2", "--scale", "1:100000", "--json", "--out", folder.path,
    ])
    #expect(outcome.code == 0, "\(outcome.messages)")
    let found = try object(outcome.output)
    #expect(found["replicates"] as? Int == 2 && found["months"] as? Int == 12)
    let fans = try #require(found["fans"] as? [[String: Any]])
    #expect(fans.count == 7)
    let quantiles = try #require(fans[0]["quantiles"] as? [[Double]])
    #expect(quantiles.count == 5 && quantiles[0].count == 13)
    let page = try String(contentsOfFile: folder.path + "/outlook.html", encoding: .utf8)
    #expect(page.contains("Fan chart") && page.contains("outlook --seed 1 --months 12"))
  }

  @Test("refuses what is no outlook", arguments: [["--months", "6"], ["--months", "48"], ["--replicates", "1"]])
  func refuses(flags: [String]) throws {
    let outcome = try Program.run(["outlook", "--scale", "1:100000"] + flags)
    #expect(outcome.code == 2)
    #expect(outcome.messages.contains("choose") || outcome.messages.contains("at least"))
  }
}
