import Markets
import Quantities
import Testing

@Suite("HAR forecast")
struct HARForecastTests {
  private let weights = HARForecast.Weights(daily: Share(0.1), weekly: Share(0.3), monthly: Share(0.5))

  /// A forecast after some daily returns.
  private func forecast(after returns: [Double]) -> HARForecast {
    var forecast = HARForecast(weights, longRun: Volatility(0.16))
    for r in returns { forecast.update(r) }
    return forecast
  }

  @Test("of tomorrow is the regression on day, week and month")
  func tomorrow() {
    let returns = (1...30).map { 0.001 * Double($0) }
    let variances = returns.map { 252 * $0 * $0 }
    let expected =
      0.1 * 0.0256 + 0.1 * variances[29] + 0.3 * variances.suffix(5).reduce(0, +) / 5
      + 0.5 * variances.suffix(22).reduce(0, +) / 22
    #expect(abs(forecast(after: returns).expected(over: 1) - expected) < 1e-15)
  }

  @Test("of later days follows from those before as if they had come")
  func path() {
    let calm = forecast(after: (1...22).map { 0.0005 * Double($0) })
    let path = calm.path(days: 60)
    var lived = calm
    for (day, variance) in path.enumerated() {
      #expect(abs(lived.expected(over: 1) - variance) < 1e-14, "day \(day)")
      lived.update((variance / 252).squareRoot())
    }
    #expect(abs(calm.expected(over: 60) - path.reduce(0, +) / 60) < 1e-16)
  }

  @Test("stays at the long run once there and returns to it from elsewhere")
  func longRun() {
    for variance in forecast(after: []).path(days: 300) { #expect(abs(variance - 0.0256) < 1e-15) }
    let shocked = forecast(after: [-0.07]).path(days: 2000)
    #expect(shocked[0] > 0.14 && shocked[30] > 0.03 && abs(shocked[1999] - 0.0256) < 1e-5)
  }

  @Test("skips a missing return and never goes below zero")
  func oddities() {
    #expect(forecast(after: [0.01, .nan]) == forecast(after: [0.01]))
    var odd = HARForecast(.init(daily: Share(-2), weekly: Share(0), monthly: Share(0)), longRun: Volatility(0.16))
    odd.update(0.05)
    #expect(odd.path(days: 1) == [0] && odd.path(days: 0).isEmpty && odd.path(days: -3).isEmpty)
  }
}
