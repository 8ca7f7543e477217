import Accounting
import Markets
import Testing

@Suite("Clearing")
struct ClearingTests {
  private let fund = Holder(.mutualFunds)
  private let firm = Holder(.firms)
  private let abroad = Holder(.restOfWorld)
  private let value = Holder(.valueFunds)

  private func want(_ cents: Int64, _ holder: Holder) -> Clearing.Want { .init(cents, for: holder, room: 1_000_000) }

  @Test("fills an order from elastic holders in proportion to capacity, to the cent")
  func proportional() {
    let clearing = Clearing(
      [want(100, fund)], [.init(abroad, buy: 0, sell: 200), .init(value, buy: 0, sell: 100)])
    #expect(clearing.fills == [100])
    #expect(clearing.positions.map(\.cents) == [100, -67, -33])
  }

  @Test("lets inelastic orders meet each other before anyone elastic")
  func crosses() {
    let clearing = Clearing([want(100, fund), want(-100, firm)], [])
    #expect(clearing.fills == [100, -100])
    #expect(clearing.trades.map(\.cents) == [100])
  }

  @Test("cuts the heavy side in proportion when capacity ends")
  func rations() {
    let clearing = Clearing([want(-300, fund), want(-100, firm)], [.init(abroad, buy: 101, sell: 0)])
    #expect(clearing.fills == [-76, -25])
  }

  @Test("trades no more than a holder has room for")
  func room() {
    let clearing = Clearing([.init(500, for: fund, room: 40)], [.init(abroad, buy: 0, sell: 1_000)])
    #expect(clearing.fills == [40])
  }

  @Test("buys exactly what it sells for any orders", arguments: 0..<200)
  func balances(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: Int64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64(state >> 33) % bound
    }
    let holders = [fund, firm, Holder(.households), Holder(.dealers)]
    let wants = (0..<12).map { Clearing.Want(next(2_000_001) - 1_000_000, for: holders[$0 % 4], room: next(900_000)) }
    let offers = [abroad, value].map { Clearing.Offer($0, buy: next(3_000_000), sell: next(3_000_000)) }
    let clearing = Clearing(wants, offers)
    #expect(clearing.positions.reduce(0) { $0 + $1.cents } == 0)
    for (want, fill) in zip(wants, clearing.fills) {
      #expect(fill == 0 || fill.signum() == want.cents.signum())
      #expect(abs(fill) <= min(abs(want.cents), want.room))
    }
    for offer in offers {
      let taken = clearing.positions.first { $0.holder == offer.holder }?.cents ?? 0
      #expect(taken <= offer.buy && -taken <= offer.sell)
    }
    var settled: [(Holder, Int64)] = clearing.positions.map { ($0.holder, 0) }
    for trade in clearing.trades {
      for index in settled.indices where settled[index].0 == trade.seller { settled[index].1 -= trade.cents }
      for index in settled.indices where settled[index].0 == trade.buyer { settled[index].1 += trade.cents }
    }
    #expect(settled.map(\.1) == clearing.positions.map(\.cents))
  }
}
