import Accounting
import Laboratory
import Quantities
import Simulation
import Statistics
import Testing

/// The published figures are those of ANCHORS T10 and T11, all run in full.
@Suite("Franke and Westerhoff's market")
struct FrankeWesterhoffTests {
  static let variants = [FrankeWesterhoff.dcaHPM2012, .tpa2009]

  @Test("T10: twenty long histories of the 2009 model have the moments of its Table 2")
  func table2() throws {
    let histories = FrankeWesterhoff.tpa2009.returns(count: 20, days: 68_670, draw: Draw(seed: 2009, replicate: 0))
    func mean(_ moment: ([Double]) -> Double?) throws -> Double {
      let values = histories.compactMap(moment)
      try #require(values.count == 20)
      return try #require(Moments.mean(values))
    }
    let (tail, size) = (try mean { StylisedFacts.tailIndex($0, .both) }, try mean(StylisedFacts.meanAbsolute))
    #expect(abs(tail - 3.57) < 0.2 && abs(size - 0.70) < 0.02)
    for (lag, published) in [(1, 0.16), (5, 0.16), (10, 0.15), (25, 0.13), (50, 0.10), (100, 0.05)] {
      let found = try mean { StylisedFacts.absoluteAutocorrelation($0, lag: lag) }
      #expect(abs(found - published) < 0.02, "lag \(lag)")
    }
  }

  @Test("T11: one in ten of 5,000 histories of the 2012 model has all nine moments of the S&P 500")
  func jointCoverage() throws {
    let coverage = try #require(FrankeWesterhoff.dcaHPM2012.coverage(runs: 5000, draw: Draw(seed: 2012, replicate: 0)))
    #expect(coverage.count == 5000 && abs(coverage.joint - 0.101) < 0.012, "\(coverage.joint)")
    // Every moment is reached by some histories and missed by some: none of the nine is idle.
    #expect(coverage.shares.count == 9 && coverage.shares.allSatisfy { $0 > 0.15 && $0 < 0.999 })
  }

  @Test("without herding the 2012 model is not covered as often")
  func herding() throws {
    var model = FrankeWesterhoff.dcaHPM2012
    model.herding = Share(0)
    let coverage = try #require(model.coverage(runs: 256, draw: Draw(seed: 2012, replicate: 0)))
    #expect(coverage.joint < 0.02)
  }

  @Test("the fast core and the kernel walk one path, bit for bit", arguments: variants)
  func onePath(model: FrankeWesterhoff) throws {
    for market in [UInt32(0), 5, 63, 1000] {
      let days = market == 5 ? 1500 : 200
      let kernel = try FrankeWesterhoffMarket(model, market: market, seed: 7, replicate: 3)
      let path = try kernel.run(days: days)
      var lanes = FrankeWesterhoffLanes(model, markets: market, draw: Draw(seed: 7, replicate: 3))
      var fast = [0.0]
      for day in 1...days {
        lanes.advance(on: Day(number: Int32(day)))
        fast.append(lanes.logPrice(0))
      }
      #expect(path.map(\.bitPattern) == fast.map(\.bitPattern))
      let share = try #require(kernel.world.recorder.last("fundamentalistShare"))
      #expect(share.bitPattern == lanes.fundamentalistShare(0).bitPattern)
      #expect(zip(path, path.dropFirst()).allSatisfy { $0 != $1 })
    }
  }

  @Test("a market's path does not depend on the company it is in")
  func company() {
    let draw = Draw(seed: 1, replicate: 0)
    let all = FrankeWesterhoff.dcaHPM2012.returns(count: 130, days: 50, draw: draw)
    for market in [0, 17, 63, 64, 129] {
      let alone = FrankeWesterhoff.dcaHPM2012.returns(markets: UInt32(market), count: 1, days: 50, draw: draw)
      #expect(alone[0] == all[market])
    }
    #expect(all.count == 130 && all[0] != all[1])
    #expect(FrankeWesterhoff.dcaHPM2012.returns(count: 0, days: 5, draw: draw).isEmpty)
  }

  @Test("every order is settled to the cent, and the books balance", arguments: variants)
  func books(model: FrankeWesterhoff) throws {
    let market = try FrankeWesterhoffMarket(model, seed: 11)
    let opening = market.world.ledger.balance(.currency, of: Holder(.dealers))
    var bought = 0.0
    let prices = try market.run(days: 300)
    for (before, after) in zip(prices, prices.dropFirst()) { bought += (after - before) / model.impact.value }
    // What the price moved by, over μ, is what the market maker sold, in $1 billion.
    let received = market.world.ledger.balance(.currency, of: Holder(.dealers)) - opening
    #expect(abs(received.dollars / 1e9 - bought) < 1e-9)
    #expect(received != .zero && bought != 0)
    #expect(try market.world.ledger.audit(members: true).isClean)
  }

  @Test("an explosive market fails with a reason and does not trap")
  func explosive() throws {
    var model = FrankeWesterhoff.dcaHPM2012
    (model.chi, model.impact) = (Share(20), Share(1))
    (model.misalignment, model.predisposition) = (Share(0), Share(-10))
    let market = try FrankeWesterhoffMarket(model)
    #expect(throws: RunFailure.self) { try market.run(days: 400) }
    #expect(model.returns(count: 1, days: 3000, draw: Draw(seed: 1, replicate: 0))[0].contains { !$0.isFinite })
  }
}
