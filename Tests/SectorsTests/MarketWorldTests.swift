import Accounting
import Foundation
import Markets
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("The daily market half")
struct MarketWorldTests {
  @Test("keeps its books to the cent on every day of three years")
  func audits() throws {
    let world = try MarketWorld.world(seed: 3)
    for _ in 0..<756 {
      try world.advance()
      let audit = try world.ledger.audit(members: true)
      #expect(audit.isClean, "\(world.day): \(audit)")
    }
  }

  @Test(
    "changes when one participant is switched off, and leaves every draw of news as it was",
    arguments: ["volTargetFunds", "trendFollowers", "buybacks", "flowPricing"])
  func switches(name: String) throws {
    let base = try MarketWorld.run(seed: 5, days: 250)
    let without = try MarketWorld.run(seed: 5, page: MarketWorld.page.without([name]), days: 250)
    #expect(base.runHash != without.runHash)
    #expect(base.recorder.series("indexLevel") != without.recorder.series("indexLevel"))
    for basket in EquityBasket.labels {
      #expect(base.recorder.series("news.\(basket)") == without.recorder.series("news.\(basket)"))
    }
  }

  @Test("assembles and runs with every pair of switches off")
  func pairs() throws {
    let switches = MarketWorld.page.switches
    for (index, first) in switches.enumerated() {
      for second in switches.dropFirst(index + 1) {
        let world = try MarketWorld.run(page: MarketWorld.page.without([first, second]), days: 30)
        #expect(try world.ledger.audit(members: true).isClean)
      }
    }
  }

  @Test("stays finite and plausible for twenty seeds, of which some have three calm years and some three wild ones")
  func plausible() throws {
    var volatilities: [Double] = []
    for seed in 1...20 {
      let world = try MarketWorld.run(seed: UInt64(seed), days: 756)
      let returns = try #require(world.recorder.series("indexReturn"))
      let volatility = try #require(Moments.standardDeviation(returns)) * 252.0.squareRoot()
      #expect((0.03...0.60).contains(volatility), "seed \(seed): \(volatility)")
      volatilities.append(volatility)
      let level = try #require(world.recorder.last("indexLevel"))
      #expect((2_000...25_000).contains(level), "seed \(seed): \(level)")
      #expect(try #require(world.recorder.series("unfilledShare")?.max()) == 0)
    }
    let middle = try #require(Moments.quantile(volatilities, 0.5))
    #expect((0.12...0.22).contains(middle), "\(middle)")
  }

  @Test("has the same hash after a checkpoint")
  func resumes() throws {
    let straight = try MarketWorld.run(seed: 2, days: 90)
    let first = try MarketWorld.run(seed: 2, days: 40)
    let second = try MarketWorld.world(seed: 2)
    try second.restore(through(first.checkpoint()))
    for _ in 0..<50 { try second.advance() }
    #expect(second.runHash == straight.runHash)
  }

  /// A checkpoint written to text and read back. Windows hold missing values, which text needs names for.
  private func through(_ checkpoint: Checkpoint) throws -> Checkpoint {
    let (encoder, decoder) = (JSONEncoder(), JSONDecoder())
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let header = try decoder.decode(Checkpoint.Header.self, from: encoder.encode(checkpoint.header))
    return Checkpoint(header: header, words: checkpoint.words)
  }
}
