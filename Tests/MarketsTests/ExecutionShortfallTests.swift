import Accounting
import Markets
import Quantities
import Simulation
import Testing

@Suite("The execution shortfall of large orders")
struct ExecutionShortfallTests {
  private let law = ExecutionShortfall(coefficient: 0.7, dailyVolatility: 0.01, volume: 1e9, threshold: 0.01)

  @Test("costs Y σ for an order of a day's volume, and the square root of its size for others")
  func squareRoot() {
    #expect(abs(law.cost(of: 1e9) - 0.007 * 1e9) < 1e-3)
    #expect(abs(law.cost(of: 4e7) / 4e7 - 0.007 * 0.2) < 1e-12)
    #expect(abs(law.cost(of: 4e8) / law.cost(of: 1e8) - 8) < 1e-9)
  }

  @Test("costs nothing below its threshold or without volume")
  func small() {
    #expect(law.cost(of: 9.9e6) == 0)
    #expect(ExecutionShortfall(coefficient: 1, dailyVolatility: 0.01, volume: 0, threshold: 0).cost(of: 5) == 0)
  }

  @Test("is paid to the cent, in order, by weight")
  func payments() {
    let (a, b) = (Holder(.firms, 0), Holder(.firms, 1))
    let (x, y) = (Holder(.restOfWorld), Holder(.valueFunds))
    var paid: [(Holder, Holder, Int64)] = []
    ExecutionShortfall.forEachPayment([(a, 70), (b, 31)], to: [(x, 1), (y, 1)]) { paid.append(($0, $1, $2)) }
    #expect(paid.map(\.2) == [51, 19, 31])
    #expect(paid.map(\.0) == [a, a, b] && paid.map(\.1) == [x, y, y])
  }

  @Test("moves from the buyer to those who sold to it, and is no part of the return")
  func settled() throws {
    let order = ScriptedOrders.Line(day: 1, holder: Holder(.mutualFunds), dollars: 2e6)
    let world = try VenueWorld.run([order], days: 1)
    // $2m of AI equity worth $1bn, of which half a per cent trades in a day: 40 % of a day's volume.
    let volatility = 0.105 / 252.0.squareRoot()
    let expected = 0.7 * volatility * 0.4.squareRoot() * 2e6
    let paid = world.ledger.flow(.executionShortfall, .mutualFunds).dollars
    #expect(abs(paid + expected) < 0.01, "\(paid)")
    #expect(world.ledger.flow(.executionShortfall, .restOfWorld).dollars == -paid)
    #expect(abs((world.recorder.last("executionShortfall") ?? 0) - expected) < 0.01)
    let free = try VenueWorld.run([order], days: 1, setting: [("equityVenue.shortfallCoefficient", "0")])
    #expect(free.ledger.flow(.executionShortfall, .mutualFunds) == .zero)
    #expect(free.recorder.series("basketReturn.ai") == world.recorder.series("basketReturn.ai"))
  }

  @Test("is not paid by orders that meet each other")
  func crossed() throws {
    let world = try VenueWorld.run(
      [
        .init(day: 1, holder: Holder(.mutualFunds), dollars: 2e6),
        .init(day: 1, holder: Holder(.restOfWorld), dollars: -2e6),
      ], days: 1)
    #expect(world.ledger.flow(.executionShortfall, .mutualFunds) == .zero)
  }
}
