import Laboratory
import Quantities
import Testing

@Suite("The opening beside its sources")
struct OpeningTableTests {
  @Test(
    "is near what was published where it opens on it, and far from the window-dressed day",
    arguments: [20_000.0, 100_000])
  func near(scale: Double) throws {
    var request = RunRequest()
    request.scale = scale
    let rows = try OpeningTable(request).rows
    #expect(rows.count == 14 && rows.allSatisfy { $0.model.isFinite && !$0.source.isEmpty })
    func difference(_ title: String) throws -> Double {
      try #require(rows.first { $0.title == title }?.difference, "\(title)")
    }
    for title in ["Treasury cash account", "reserves of banks", "reverse repo", "crypto without stablecoins"] {
      #expect(abs(try difference(title)) < 1e-3, "\(title)")
    }
    for title in ["generating capacity", "plants waiting for a connection"] {
      #expect(abs(try difference(title)) < 0.03, "\(title)")
    }
    let load = try #require(rows.first { $0.title == "data-centre load" })
    #expect(abs(load.model / 225 - 1) < 0.1 && load.published == nil)
    #expect(try difference("reverse repo, 2025-12-31") < -0.9)
    let share = try #require(rows.first { $0.title == "bills over federal debt" }?.model)
    #expect(0.18 < share && share < 0.25)
  }
}
