import Foundation
import Testing

@Suite("penstock score")
struct ScoreCommandTests {
  @Test("prints JSON alone, the same for any threads, and says how far it is on standard error")
  func json() throws {
    let outcome = try Program.run(["score", "--replicates", "2", "--threads", "1", "--json"])
    #expect(outcome.code == 0 && outcome.messages.contains("4 markets"))
    #expect(
      keys(of: outcome.output)
        == ["seed", "markets", "hash", "scores", "misses", "asOf", "forecasts", "absent"])
    let score = try object(outcome.output)
    #expect(score["markets"] as? Int == 2 && score["forecasts"] is NSNull)
    let rows = try #require(score["scores"] as? [[String: Any]])
    #expect(Set(rows.compactMap { $0["law"] as? String }) == ["inside", "outside"])
    #expect(rows.count > 40 && rows.contains { $0["met"] as? Bool == true } && rows.contains { $0["met"] is NSNull })
    let again = try Program.run(["score", "--replicates", "2", "--threads", "2", "--json"])
    #expect(again.output == outcome.output)
    let text = try Program.run(["score", "--replicates", "2"]).output
    #expect(text.contains("bars met") && text.contains("Miss: "), "four markets are too few to set widths on")
  }

  @Test("that is interrupted ends with 130")
  func interrupted() throws {
    #expect(try Program.run(["score", "--replicates", "200"], interruptAfter: 2).code == 130)
  }
}
