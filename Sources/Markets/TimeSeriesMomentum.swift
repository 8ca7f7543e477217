/// The sign of the price's change over the last k days.
///
///     forecast = 10 · sign(p_t − p_{t−k})
///
/// A missing price is taken as unchanged. A position is the sign times 40 % (or a fund's own target) over σ.
///
/// Sources: Moskowitz, Ooi and Pedersen (2012), J. Financial Economics 104(2), equation 5.
public struct TimeSeriesMomentum: TrendRule, Codable, Equatable {
  public let lookback: Int
  private var prices: [Double] = []
  private var oldest = 0

  /// - Parameter lookback: trading days, 21 to a month; at least one.
  public init(lookback: Int) { self.lookback = max(1, lookback) }

  public mutating func update(_ price: Double) {
    guard !price.isNaN || !prices.isEmpty else { return }
    let price = price.isNaN ? latest : price
    guard prices.count > lookback else { return prices.append(price) }
    prices[oldest] = price
    oldest = (oldest + 1) % prices.count
  }

  /// The last price taken; asked for only once there is one.
  private var latest: Double { prices[(oldest + prices.count - 1) % prices.count] }

  public var forecast: Double? {
    guard prices.count > lookback else { return nil }
    let change = latest - prices[oldest]
    return change > 0 ? Forecast.meanSize : change < 0 ? -Forecast.meanSize : 0
  }

  /// The price above which the next forecast is long: that of `lookback` days before the next day.
  public var flipPrice: Double? { prices.count > lookback ? prices[(oldest + 1) % prices.count] : nil }
}
