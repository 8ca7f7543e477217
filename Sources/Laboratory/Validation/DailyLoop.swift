import Accounting
import Markets
import Quantities
import Simulation
import Statistics

extension Stream {
  static let steadyNews = Stream(120)
}

/// How the daily market answers itself at a level of volatility: the loop from a return through what participants do
/// about it to the returns of the days after.
///
///     h_k = ∂r_{t+k}/∂news_t                     by central differences of paired runs, averaged over starts
///     h_k = Σ_{j=1..k} a_j h_{k−j},  h_0 = 1      a: the first row of the loop's Jacobian in the last L returns
///     ρ   = the largest magnitude of an eigenvalue of that companion matrix
///
/// Below one a disturbance dies out; how near one says how long it lasts. News has a constant size and signs by chance,
/// so that every window of every participant stands at the volatility asked for.
///
/// Ignores: what lies beyond L days; that the response differs between small and large shocks.
///
/// Verified by: `DailyLoopTests`.
public struct DailyLoop: Sendable {
  public let volatility: Volatility
  /// h_0 to h_L.
  public let response: [Double]
  /// a_1 to a_L.
  public let coefficients: [Double]
  public let spectralRadius: Double

  /// L.
  public static let reach = 64
  private static let warmUp = 320

  /// Measures the loop of the market-only economy.
  ///
  /// - Parameter starts: days on which the shock is put, over which the response is averaged.
  public init(
    at volatility: Volatility, _ request: RunRequest = RunRequest(), roster: MarketOnlyEconomy.Roster = .lean,
    starts: Int = 24
  ) throws {
    self.volatility = volatility
    let size = volatility.value / 252.0.squareRoot() / 2
    var sum = [Double](repeating: 0, count: DailyLoop.reach + 1)
    for start in 0..<starts {
      let day = DailyLoop.warmUp + 3 * start
      let up = try DailyLoop.returns(volatility, shock: size, on: day, request, roster)
      let down = try DailyLoop.returns(volatility, shock: -size, on: day, request, roster)
      for k in sum.indices { sum[k] += (up[day + k] - down[day + k]) / (2 * size) }
    }
    let scale = sum[0] != 0 ? sum[0] : 1
    response = sum.map { $0 / scale }
    coefficients = DailyLoop.recurrence(of: response)
    spectralRadius = DailyLoop.spectralRadius(of: coefficients)
  }

  /// The index's returns by day of a run with a shock on one.
  private static func returns(
    _ volatility: Volatility, shock: Double, on day: Int, _ request: RunRequest, _ roster: MarketOnlyEconomy.Roster
  ) throws -> [Double] {
    let news = SteadyNews(volatility: volatility, shock: shock, day: day)
    let page = MarketOnlyEconomy.page(roster, news: news)
    let world = try MarketOnlyEconomy.world(request, page, roster, keeping: [Observable.indexReturn.name])
    for _ in 0..<day + reach { try world.advance() }
    return world.recorder.series(Observable.indexReturn.name) ?? []
  }

  /// The coefficients of the recurrence that has a response.
  public static func recurrence(of response: [Double]) -> [Double] {
    var coefficients: [Double] = []
    for k in 1..<max(response.count, 1) {
      var rest = response[k]
      for (j, a) in coefficients.enumerated() { rest -= a * response[k - 1 - j] }
      coefficients.append(rest)
    }
    return coefficients
  }

  /// ρ of y_n = Σ a_j y_{n−j}, by the growth of a long path.
  public static func spectralRadius(of coefficients: [Double]) -> Double {
    let window = coefficients.count
    guard coefficients.contains(where: { $0 != 0 }) else { return 0 }
    var recent = (0..<window).map { 1 / Double($0 + 1) }
    var (logs, marks) = (0.0, [Double]())
    for step in 1...40 * max(window, 50) {
      var next = 0.0
      for (j, a) in coefficients.enumerated() { next += a * recent[j] }
      recent.insert(next, at: 0)
      recent.removeLast()
      let size = recent.reduce(0) { max($0, abs($1)) }
      guard size > 0 else { return 0 }
      logs += Elementary.log(size)
      for j in recent.indices { recent[j] /= size }
      if step % max(window, 50) == 0 { marks.append(logs) }
    }
    let half = marks.count / 2
    return Elementary.exp((marks[marks.count - 1] - marks[half - 1]) / Double((marks.count - half) * max(window, 50)))
  }
}

/// News of one size, up or down by chance, the same for both baskets, with a shock on one day.
private struct SteadyNews: Mechanism {
  static let name = "steadyNews"
  static let says: [Observable] = [.news]
  let volatility: Volatility
  let shock: Double
  let day: Int

  func act(_ view: borrowing View, _ state: inout NoState, _ turn: inout Turn) {
    let isUp = view.draw.bernoulli(0.5, .steadyNews, of: 0, on: view.day)
    let size = volatility.value / 252.0.squareRoot()
    let news = (isUp ? size : -size) + (view.step == day ? shock : 0)
    for basket in EquityBasket.allCases { turn.say(.news, at: basket.rawValue, news) }
  }
}
