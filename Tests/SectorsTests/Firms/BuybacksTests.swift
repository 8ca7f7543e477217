import Accounting
import Markets
import Quantities
import Sectors
import Simulation
import Testing

@Suite("Buybacks")
struct BuybacksTests {
  private let world = try? MarketWorld.run(seed: 1, days: 252)

  @Test("spend the year's budget within a few per cent, blackout or not")
  func budget() throws {
    let world = try #require(world)
    let spent = [Sector.aiFirms, .firms].reduce(Money.zero) { sum, sector in
      let row: Instrument = sector == .aiFirms ? .aiEquity : .restEquity
      return sum + (world.ledger.explain(row, sector).changes.first { $0.cause == .buybacks }?.amount ?? .zero)
    }
    #expect(abs(spent.dollars * MarketWorld.scale / 1.0203e12 - 1) < 0.05, "\(spent.dollars * MarketWorld.scale)")
  }

  @Test("bid φ of the open window's bid when everyone is shut")
  func window() throws {
    let world = try #require(world)
    let bid = try #require(world.recorder.series("buybackBid")).dropFirst()
    let shut = try #require(world.recorder.series("blackoutShare")).dropFirst()
    let (open, closed) = (zip(bid, shut).filter { $1 < 0.05 }, zip(bid, shut).filter { $1 > 0.75 })
    #expect(open.count > 20 && closed.count > 20)
    for (b, s) in zip(bid, shut) {
      #expect(abs(b / (1 - 0.35 * s) / (bid.first! / (1 - 0.35 * shut.first!)) - 1) < 0.02)
    }
  }

  @Test("retire shares: fewer are outstanding")
  func retire() throws {
    let world = try #require(world)
    let left = -world.ledger.quantity(.restEquity, .firms)
    let opened = try -MarketWorld.world().ledger.quantity(.restEquity, .firms)
    #expect(left < opened && Double(left) / Double(opened) > 0.97)
  }

  @Test("stop at a share of the cash a company has")
  func cash() throws {
    let page = try MarketWorld.page.setting("buybacks.cashShare", to: "0.001").setting("buybacks.budget", to: "3e12")
    let world = try MarketWorld.run(page: page, days: 20)
    for member in 0..<6 { #expect(world.ledger.balance(.deposits, of: Holder(.aiFirms, member)) > .zero) }
    let first = try #require(world.recorder.series("buybackBid"))[1]
    #expect(first <= 0.001 * 3_700e9 * 1.001, "\(first)")
  }
}
