import Accounting
import Markets
import Quantities
import Simulation
import Statistics
import Testing

@Suite("News")
struct NewsTests {
  private func run(_ settings: [(String, String)] = [], days: Int) throws -> World {
    var page = DayPage { Phase("announce") { News() } }
    for (name, text) in settings { page = try page.setting("news.\(name)", to: text) }
    var opening = Opening()
    opening.set(.aiEquity, .aiFirms, [-1_000_000])
    opening.set(.aiEquity, .households, [1_000_000])
    opening.set(.restEquity, .firms, [-2_000_000])
    opening.set(.restEquity, .households, [2_000_000])
    let world = try World(
      .init(
        page: page, ledger: try Ledger(Chart(), opening: opening), clock: .tradingDays(.nyse),
        opens: Day(number: 20_453), seed: 11))
    for _ in 0..<days { try world.advance() }
    return world
  }

  private func index(_ world: World) throws -> [Double] {
    let (ai, rest) = (try #require(world.recorder.series("news.ai")), try #require(world.recorder.series("news.rest")))
    return zip(ai, rest).dropFirst().map { $0 / 3 + $1 * 2 / 3 }
  }

  @Test("has the volatility of its parameter in the index, over forty years")
  func volatility() throws {
    let news = try index(run(days: 10_000))
    let measured = try #require(Moments.standardDeviation(news)) * 252.0.squareRoot()
    #expect(abs(measured - 0.165) < 0.008, "\(measured)")
    #expect(abs(try #require(Moments.mean(news))) < 3 * 0.165 / (252.0 * 10_000).squareRoot())
  }

  @Test("has heavier tails than the normal distribution, and lets volatility linger a little")
  func tails() throws {
    let news = try index(run(days: 10_000))
    #expect(try #require(Moments.excessKurtosis(news)) > 2)
    let memory = try #require(Moments.autocorrelation(news.map(abs), lag: 5))
    #expect((0.01...0.25).contains(memory), "\(memory)")
  }

  @Test("doubles when its volatility does, draw by draw")
  func paired() throws {
    let narrow = try index(run([("volatility", "0.10")], days: 50))
    let wide = try index(run([("volatility", "0.20")], days: 50))
    for (a, b) in zip(narrow, wide) { #expect(abs(2 * a - b) < 1e-15) }
  }

  @Test("that tells baskets apart leaves the index alone")
  func relative() throws {
    let plain = try index(run([("relativeVolatility", "0")], days: 50))
    let split = try index(run([("relativeVolatility", "0.3")], days: 50))
    for (a, b) in zip(plain, split) { #expect(abs(a - b) < 1e-15) }
  }
}
