import Accounting
import Quantities
import Sectors
import Simulation
import Statistics
import Testing

@Suite("Shocks")
struct ShocksTests {
  private func world(_ settings: [(String, String)] = [], seed: UInt64 = 1) throws -> World {
    let page = DayPage { Phase("shock") { Shocks() } }
    return try FirmWorld.world(try settings.reduce(page) { try $0.setting($1.0, to: $1.1) }, seed: seed)
  }

  @Test("are autoregressions: variance σ²/(1 − ρ²), and independent of one another")
  func variance() throws {
    let world = try world([("shocks.sentimentPersistence", "0.5"), ("shocks.foreignDemandPersistence", "0.5")])
    for _ in 0..<20_000 { try world.advance() }
    let sentiment = try #require(world.recorder.series("shock.sentiment"))
    let foreign = try #require(world.recorder.series("shock.foreignDemand"))
    let deviation = try #require(Moments.standardDeviation(sentiment))
    #expect(abs(deviation / (Shocks().sentimentSize.value / 0.75.squareRoot()) - 1) < 0.02, "\(deviation)")
    #expect(abs(try #require(Moments.autocorrelation(sentiment, lag: 1)) - 0.5) < 0.02)
    #expect(abs(try #require(Moments.correlation(sentiment, foreign))) < 0.03)
  }

  @Test("are the same for the same seed, and zero at size zero")
  func luck() throws {
    let (a, b) = (try world(seed: 4), try world(seed: 4))
    let calm = try world([("shocks.productivitySize", "0")], seed: 4)
    for world in [a, b, calm] { try FirmWorld.run(world, months: 12) }
    for name in Shock.names {
      #expect(a.recorder.series("shock.\(name)") == b.recorder.series("shock.\(name)"))
      #expect(a.recorder.series("shock.\(name)") == calm.recorder.series("shock.\(name)") || name == "productivity")
    }
    #expect(Set(try #require(calm.recorder.series("shock.productivity"))) == [0])
  }
}
