import Accounting
import Laboratory
import Observatory
import Quantities
import Statistics
import Testing

@Suite("A market with hidden funds")
struct HiddenMarketTests {
  private static let markets = [
    Result { try HiddenMarket(.inside, seed: 5, replicate: 3) },
    Result { try HiddenMarket(.outside, seed: 5, replicate: 3) },
  ]

  @Test("records positions and trades that follow each other to the cent, on balanced books", arguments: [0, 1])
  func record(index: Int) throws {
    let market = try HiddenMarketTests.markets[index].get()
    #expect(market.auditResidual == .zero)
    let closes = try market.panel.column("close").values
    #expect(market.panel.days.count == HiddenMarket.historyDays + HiddenMarket.scoredDays + 1)
    for kind in FundMoneyGauge.Kind.allCases {
      let truth = market.truth(of: kind)
      #expect(truth.position.count == closes.count - 1)
      var moved = 0
      for row in 0..<closes.count - 2 {
        let next = truth.position[row] * closes[row + 1] / closes[row] + truth.nextFlow[row]
        // Contracts are counted in millionths.
        #expect(abs(truth.position[row + 1] - next) < 2e6, "\(kind), row \(row)")
        if truth.nextFlow[row] != 0 { moved += 1 }
      }
      #expect(moved > 500, "\(kind) trades")
      #expect(truth.position.allSatisfy { abs($0) < 2e12 })
    }
    #expect(market.volTarget.position.allSatisfy { $0 > 0 } && market.trend.position.contains { $0 < 0 })
  }

  @Test("is the same whenever it is made, and another for another law, seed or replicate")
  func addressed() throws {
    let hash = try HiddenMarketTests.markets[0].get().hash
    #expect(try HiddenMarket(.inside, seed: 5, replicate: 3).hash == hash)
    let others = [
      try HiddenMarketTests.markets[1].get().hash, try HiddenMarket(.inside, seed: 6, replicate: 3).hash,
      try HiddenMarket(.inside, seed: 5, replicate: 4).hash,
    ]
    #expect(!others.contains(hash) && others[0] != others[1])
  }

  @Test("stops when it is asked to")
  func interrupted() {
    #expect(throws: RunInterrupted.self) {
      try HiddenMarket(.inside, seed: 1, replicate: 0, isInterrupted: { true })
    }
  }
}

@Suite("The score of the monitor")
struct MonitorScoreTests {
  @Test("that is committed is of this model: its first market comes out again")
  func committed() throws {
    let market = try ScoredMarket(HiddenMarket(.inside, seed: TrackRecord.seed, replicate: 0))
    let record = TrackRecord.FirstMarket(hash: market.hash, levels: market.levels, flows: market.flows)
    #expect(record == TrackRecord.first, "the model has changed since; run: \(TrackRecord.command)")
  }

  @Test("has every measure under both laws, whatever the threads")
  func rows() throws {
    let score = try MonitorScore(seed: 2, replicates: 2, threads: 1)
    let again = try MonitorScore(seed: 2, replicates: 2, threads: 2)
    #expect(score.hash == again.hash && score.rows.map(\.value) == again.rows.map(\.value))
    let inside = score.rows.filter { $0.law == .inside }
    #expect(inside.count * 2 == score.rows.count && inside.count > 20)
    for row in inside {
      let other = score.rows.first { $0.law == .outside && $0.gauge == row.gauge && $0.measure == row.measure }
      #expect(other?.bar == row.bar, "\(row.gauge), \(row.measure)")
    }
    #expect(score.widths.allSatisfy { $0.position > 0 && $0.flow > 0 })
    let levels = inside.filter { $0.measure == TrackRecord.levels && $0.bar != nil }
    #expect(levels.count == 2 && levels.allSatisfy { $0.value > 0.8 })
  }

  @Test("meets a bar by its value alone")
  func bars() {
    #expect(MonitorScore.Bar.above(0.5).isMet(by: 0.51) && !MonitorScore.Bar.above(0.5).isMet(by: 0.5))
    #expect(MonitorScore.Bar.below(1).isMet(by: 0.99) && !MonitorScore.Bar.below(1).isMet(by: .nan))
    #expect(MonitorScore.Bar.within(0.85, 0.95).isMet(by: 0.85) && !MonitorScore.Bar.within(0.85, 0.95).isMet(by: 0.96))
  }
}
