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

  @Test("has the volatility of its parameter in the index, over forty years in which nothing swings or is given back")
  func volatility() throws {
    let news = try index(
      run([("volatility", "0.165"), ("volatilityOfVolatility", "0"), ("concession", "0")], days: 10_000))
    let measured = try #require(Moments.standardDeviation(news)) * 252.0.squareRoot()
    #expect(abs(measured - 0.165) < 0.008, "\(measured)")
  }

  @Test("has no mean, though bad news makes the next days wilder and large news weighs on the price")
  func mean() throws {
    let news = try index(run([("feedback", "0.3")], days: 10_000))
    let deviation = try #require(Moments.standardDeviation(news))
    #expect(abs(try #require(Moments.mean(news))) < 3 * deviation / 100)
  }

  @Test("has heavier tails than the normal distribution, and a memory of size that fades slowly")
  func tails() throws {
    let news = try index(run(days: 10_000))
    #expect(try #require(Moments.excessKurtosis(news)) > 4)
    let memory = try #require(Moments.autocorrelation(news.map(abs), lag: 5))
    #expect((0.15...0.6).contains(memory), "\(memory)")
    let late = try #require(Moments.autocorrelation(news.map(abs), lag: 100))
    #expect(late > 0.02 && late < memory / 2, "\(late)")
  }

  @Test("raises the volatility of the days after bad news, and only when it answers news at all")
  func leverage() throws {
    let answering = try #require(StylisedFacts.leverage(index(run(days: 10_000)), lag: 1))
    let deaf = try #require(StylisedFacts.leverage(index(run([("leverage", "0")], days: 10_000)), lag: 1))
    #expect(answering < deaf - 0.03, "\(answering), \(deaf)")
  }

  @Test("is skewed to the left by volatility feedback")
  func skewness() throws {
    let fed = try #require(StylisedFacts.skewness(index(run([("feedback", "0.2")], days: 10_000))))
    let plain = try #require(StylisedFacts.skewness(index(run([("feedback", "0")], days: 10_000))))
    #expect(fed < plain - 0.3, "\(fed), \(plain)")
  }

  @Test("gives a concession back: days that follow each other lean against each other, and nothing of it lasts")
  func concession() throws {
    let given = try index(run([("concession", "0.3")], days: 10_000))
    let plain = try index(run([("concession", "0")], days: 10_000))
    let leaning = try #require(Moments.autocorrelation(given, lag: 1))
    #expect(leaning < (Moments.autocorrelation(plain, lag: 1) ?? .nan) - 0.05, "\(leaning)")
    let left = zip(given, plain).reduce(0) { $0 + $1.0 - $1.1 }
    #expect(abs(left) < 0.3 * 6 * (plain.map(abs).max() ?? 0))
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
