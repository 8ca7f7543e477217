import Markets
import Testing

@Suite("Consensus of net liquidity")
struct LiquidityConsensusTests {
  @Test("is not surprised by what the calendar foretold")
  func calendar() {
    var consensus = LiquidityConsensus(drift: 0)
    _ = consensus.see(100, scheduled: 0, next: 7, learning: 0.1)
    #expect(consensus.expected == 93)
    #expect(consensus.see(93, scheduled: 7, next: 0, learning: 0.1) == 0)
    #expect(consensus.drift == 0)
  }

  @Test("is surprised by a drift it does not know, and learns it")
  func learns() {
    var consensus = LiquidityConsensus(drift: 0)
    var surprises: [Double] = []
    for step in 0..<200 {
      surprises.append(consensus.see(1000 + 5 * Double(step), scheduled: 0, next: 0, learning: 0.05))
    }
    #expect(surprises[0] == 0 && abs(surprises[1] - 5 / 1005) < 1e-12)
    #expect(surprises[199] < 1e-6 && abs(consensus.drift - 5) < 1e-3)
  }
}
