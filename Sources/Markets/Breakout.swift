/// Where the price stands within its range of the last n days.
///
///     raw      = 40 (p − (max + min)/2)/(max − min)
///     forecast = the exponential mean of raw over a span of n/4, clipped to ±20
///
/// Counts from the day on which half of the window and half of the smoothing span have been seen. A range of no width
/// or a missing price gives no new raw value.
///
/// Sources: Carver (2023), *Advanced Futures Trading Strategies*, Harriman House, strategy 10; `breakout` of
/// pysystemtrade.
public struct Breakout: TrendRule, Codable, Equatable {
  private var range: RollingRange
  private var smoothed: ExponentialMean
  private var rawCount = 0

  public init(window: Int) {
    range = RollingRange(window: window)
    smoothed = ExponentialMean(span: Double(max(1, range.window / 4)))
  }

  public var window: Int { range.window }

  public mutating func update(_ price: Double) {
    range.update(price)
    let raw = rawForecast(of: price)
    if !raw.isNaN { rawCount += 1 }
    smoothed.update(raw)
  }

  private func rawForecast(of price: Double) -> Double {
    guard range.count >= (window + 1) / 2, let low = range.smallest, let high = range.largest, high > low else {
      return .nan
    }
    return 40 * (price - (high + low) / 2) / (high - low)
  }

  public var forecast: Double? {
    guard rawCount >= (Int(smoothed.span) + 1) / 2 else { return nil }
    return smoothed.mean.map(Forecast.capped)
  }
}
