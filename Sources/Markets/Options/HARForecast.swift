import Quantities

/// The variance expected of the days to come, from that of the last day, week and month.
///
///     E_t[v_{t+1}] = c + β_d v_t + β_w (v_t + … + v_{t−4})/5 + β_m (v_t + … + v_{t−21})/22
///     c = (1 − β_d − β_w − β_m) v̄
///
/// v is a day's variance at an annual rate, 252 r². Later days follow by putting each expectation in the place of what it
/// expects, so the average over h days is exact for the model. Memory of three horizons imitates the long memory of
/// volatility. An expectation below zero, which only negative weights make, counts as zero.
///
/// Opens as if every day had had the long-run variance. A missing return (`nan`) is skipped. Updating is O(1), a path of
/// n days O(n).
///
/// Sources: Corsi (2009), J. Financial Econometrics 7(2).
/// Verified by: `HARForecastTests`.
public struct HARForecast: Sendable, Codable, Equatable {
  /// β_d, β_w and β_m.
  public struct Weights: Sendable, Codable, Equatable {
    public var daily: Share
    public var weekly: Share
    public var monthly: Share

    public init(daily: Share, weekly: Share, monthly: Share) {
      (self.daily, self.weekly, self.monthly) = (daily, weekly, monthly)
    }

    /// How much of a gap to the long run is expected to be left in the end of a day on which it had been there for a
    /// month; below one, variance returns.
    public var persistence: Double { daily.value + weekly.value + monthly.value }
  }

  public let weights: Weights
  /// √v̄.
  public let longRun: Volatility
  /// The last 22 variances as a ring, and where the oldest is.
  private var recent: [Double]
  private var oldest = 0

  static let month = 22
  static let week = 5

  public init(_ weights: Weights, longRun: Volatility) {
    (self.weights, self.longRun) = (weights, longRun)
    recent = [Double](repeating: longRun.value * longRun.value, count: HARForecast.month)
  }

  public mutating func update(_ dailyReturn: Double) {
    guard !dailyReturn.isNaN else { return }
    recent[oldest] = 252 * dailyReturn * dailyReturn
    oldest = (oldest + 1) % HARForecast.month
  }

  /// The annual variance expected of each of the next days.
  public func path(days: Int) -> [Double] {
    let (month, week) = (HARForecast.month, HARForecast.week)
    let (βd, βw, βm) = (weights.daily.value, weights.weekly.value, weights.monthly.value)
    let constant = (1 - weights.persistence) * longRun.value * longRun.value
    var all = (0..<month).map { recent[(oldest + $0) % month] }
    all.reserveCapacity(month + max(days, 0))
    var (weekSum, monthSum) = (all[(month - week)...].reduce(0, +), all.reduce(0, +))
    for _ in 0..<max(days, 0) {
      let last = all.count - 1
      let next = max(
        constant + βd * all[last] + βw * weekSum / Double(week) + βm * monthSum / Double(month), 0)
      weekSum += next - all[last - week + 1]
      monthSum += next - all[last - month + 1]
      all.append(next)
    }
    return Array(all[month...])
  }

  /// E[RV over h]: the average of the path over the next `days` days; the next day's for less than one.
  public func expected(over days: Int) -> Double {
    let path = path(days: max(days, 1))
    return path.reduce(0, +) / Double(path.count)
  }
}
