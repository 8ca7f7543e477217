import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Index futures")
struct IndexFuturesTests {
  @Test("pay contracts times the change of the index, to the cent, and the dealers pay what the funds get")
  func margin() throws {
    let world = try MarketWorld.world(seed: 9)
    try world.advance()
    let assets = [Double](repeating: 350e9 / MarketWorld.scale / 6, count: 6)
    let level = world.recorder.last("indexLevel")!
    let expected = try VolTargetFunds.openingExposure(of: assets).reduce(Money.zero) { sum, dollars in
      let contracts = try FuturesContract.count(for: Money(dollars: dollars), at: IndexHistory.sp500.last)
      return try sum + FuturesContract.worth(contracts, at: level - IndexHistory.sp500.last)
    }
    #expect(world.ledger.flow(.variationMargin, .volTargetFunds) == expected)
    #expect(expected != .zero)
    for _ in 0..<60 { try world.advance() }
    let sum = [Sector.volTargetFunds, .trendFollowers, .dealers].reduce(Money.zero) {
      $0 + world.ledger.flow(.variationMargin, $1)
    }
    #expect(sum == .zero)
  }

  @Test("leave dealers nearly even: their basket's gains pay the margin")
  func hedged() throws {
    let world = try MarketWorld.world(seed: 9)
    let opened = world.ledger.netWorth(.dealers)
    var worst = 0.0
    for _ in 0..<252 {
      try world.advance()
      let basket = world.ledger.value(.aiEquity, .dealers) + world.ledger.value(.restEquity, .dealers)
      worst = max(worst, abs((world.ledger.netWorth(.dealers) - opened).dollars) / basket.dollars)
    }
    #expect(worst < 0.02, "\(worst)")
    let moved = abs(world.recorder.last("indexLevel")! / IndexHistory.sp500.last - 1)
    #expect(moved > 0.01)
  }

  @Test("finance the hedge in repo, which falls when funds sell")
  func repo() throws {
    let calm = try MarketWorld.run(seed: 4, page: MarketWorld.page.setting("news.volatility", to: "0.04"), days: 100)
    let wild = try MarketWorld.run(seed: 4, page: MarketWorld.page.setting("news.volatility", to: "0.25"), days: 100)
    #expect(calm.ledger.value(.repo, .dealers) < wild.ledger.value(.repo, .dealers))
    #expect(calm.ledger.value(.repo, .dealers) < .zero)
  }

  @Test("count contracts back and forth to the cent", arguments: [1.0, 35, 123_456.78, -9_876_543.21, 5e12])
  func contracts(dollars: Double) throws {
    let exposure = try Money(dollars: dollars)
    let contracts = try FuturesContract.count(for: exposure, at: 6845.5)
    #expect(abs(try FuturesContract.worth(contracts, at: 6845.5).cents - exposure.cents) <= 1)
  }
}
