import Markets
import Quantities
import Statistics
import Testing

@Suite("The process of news")
struct NewsProcessTests {
  private static let days = (0..<20_000).map { Day(number: Int32(20_000 + $0)) }

  /// Paths of m, of days each, with what is set; no exchange closes.
  private func paths(_ count: Int, _ change: (inout News) -> Void) -> [[Double]] {
    var news = News()
    change(&news)
    let process = NewsProcess(news)
    return (0..<count).map { path in
      let draw = Draw(seed: 5, replicate: UInt32(path))
      var state = NewsProcess.State()
      let unit = news.volatility.value / 252.0.squareRoot()
      return NewsProcessTests.days.map { process.step(&state, News.luck(draw, on: $0)) / unit }
    }
  }

  @Test("has a mean square of one and no mean, whatever swings, when nothing is conceded")
  func meanSquare() throws {
    let all = paths(12) { news in
      news.concession = Share(0)
      news.volatilityOfVolatility = Share(0.3)
      news.feedback = Share(0.2)
    }.flatMap(\.self)
    let square = try #require(Moments.mean(all.map { $0 * $0 }))
    #expect(abs(square - 1) < 0.04, "\(square)")
    #expect(abs(try #require(Moments.mean(all))) < 4 / Double(all.count).squareRoot())
  }

  @Test("has the variance of log volatility that it states")
  func variance() throws {
    var news = News()
    news.volatilityOfVolatility = Share(0.5)
    let process = NewsProcess(news)
    var (state, logs) = (NewsProcess.State(), [Double]())
    let draw = Draw(seed: 6, replicate: 0)
    for day in (0..<400_000).map({ Day(number: Int32($0)) }) {
      logs.append(Elementary.log(process.size(state)))
      _ = process.step(&state, News.luck(draw, on: day))
    }
    let measured = try #require(Moments.variance(logs))
    #expect(abs(measured / process.variance - 1) < 0.1, "\(measured) \(process.variance)")
    #expect(abs(try #require(Moments.mean(logs)) + process.variance) < 0.05)
  }

  @Test("is wilder after bad news than after good news of the same size")
  func leverage() {
    let process = NewsProcess(News())
    func after(_ z: Double) -> Double {
      var state = NewsProcess.State()
      _ = process.step(&state, .init(news: z, fast: 0, slow: 0))
      return process.size(state)
    }
    #expect(after(-2) > after(0) && after(0) > after(2))
  }

  @Test("falls by its concession beyond what lasts, and regains it")
  func concession() {
    var news = News()
    news.volatilityOfVolatility = Share(0)
    news.feedback = Share(0)
    news.concession = Share(0.25)
    news.concessionHalfLife = TradingSpan(1)
    let process = NewsProcess(news)
    var state = NewsProcess.State()
    let unit = news.volatility.value / 252.0.squareRoot()
    let first = process.step(&state, .init(news: -1, fast: 0, slow: 0)) / unit
    let quiet = (0..<60).map { _ in process.step(&state, .init(news: 0, fast: 0, slow: 0)) / unit }
    #expect(abs(first + 1.25) < 1e-12)
    #expect(abs(quiet[0] - 0.125) < 1e-9)
    #expect(abs(first + quiet.reduce(0, +) + 1) < 1e-9)
  }

  @Test("of more than a closed exchange allows is told over days, and all of it")
  func closing() {
    var news = News()
    news.volatilityOfVolatility = Share(0)
    news.feedback = Share(0)
    news.concession = Share(0)
    news.volatility = Volatility(0.3)
    let process = NewsProcess(news)
    var state = NewsProcess.State()
    let z = -0.5 / 0.3 * 252.0.squareRoot()
    let told = [z, 0, 0, 0].map { process.step(&state, .init(news: $0, fast: 0, slow: 0)) }
    #expect(abs(told[0] - Elementary.log(0.8)) < 1e-12 && abs(told[1] - told[0]) < 1e-12)
    #expect(abs(told.reduce(0, +) + 0.5) < 1e-12)
    #expect(told[3] == 0)
  }
}
