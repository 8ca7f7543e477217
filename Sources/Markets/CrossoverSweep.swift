import Quantities

/// The forecasts of the six crossovers in many markets over all their days at once.
///
/// The same numbers as ``EWMAC`` gives day by day, to rounding: without missing prices every weight depends on the day
/// alone, so that they are found once, and four markets are carried side by side. Markets with missing prices, or of
/// another length than the first, are done day by day. O(markets · days); memory is kept from one sweep to the next.
///
/// Verified by: `EWMAC` on drawn prices, in `CrossoverSweepTests`.
public struct CrossoverSweep: Sendable {
  private typealias Lanes = SIMD4<Double>

  /// The floor of the volatility is that of ``RobustVolatility``; without its quantile there is none, which is faster.
  public let settings: RobustVolatility.Settings
  public private(set) var markets = 0
  public private(set) var days = 0
  /// By group of four markets, speed, day.
  private var forecasts: [Lanes] = []
  private var volatilities: [Lanes] = []
  private var weights = Weights(days: 0, span: 35)

  public init(_ settings: RobustVolatility.Settings = RobustVolatility.Settings()) { self.settings = settings }

  /// What each day's price counts in every mean, and what brings a spread to an unbiased deviation.
  private struct Weights {
    var means: [SIMD8<Double>] = []
    var deviation: [Double] = []
    var correction: [Double] = []

    init(days: Int, span: Double) {
      let spans = SIMD8<Double>(2, 4, 8, 16, 32, 64, 128, 256)
      let fading = 1 - 2 / (spans + 1)
      let fade = 1 - 2 / (span + 1)
      var (total, weight, squares) = (SIMD8<Double>.zero, 0.0, 0.0)
      for _ in 0..<days {
        total = total * fading + 1
        means.append(1 / total)
      }
      // The first change comes with the second price.
      for _ in 0..<max(days - 1, 0) {
        weight = weight * fade + 1
        squares = squares * fade * fade + 1
        deviation.append(1 / weight)
        let square = weight * weight
        correction.append(square > squares ? square / (square - squares) : .nan)
      }
    }
  }

  /// Forecasts all markets, a column of daily prices each.
  public mutating func run(_ prices: [[Double]]) {
    let count = prices.first?.count ?? 0
    if days != count || weights.means.count != count {
      weights = Weights(days: count, span: settings.span)
      volatilities = [Lanes](repeating: .zero, count: count)
    }
    (markets, days) = (prices.count, count)
    let size = (markets + 3) / 4 * 6 * count
    if forecasts.count != size { forecasts = [Lanes](repeating: .zero, count: size) }
    for first in stride(from: 0, to: markets, by: 4) {
      let group = (0..<4).map { prices[min(first + $0, markets - 1)] }
      if group.allSatisfy({ $0.count == count && $0.allSatisfy { !$0.isNaN } }) {
        sweep(group, first / 4)
      } else {
        walk(group, first / 4)
      }
    }
  }

  /// The forecasts of a market at one of the six speeds; `nan` until there is one.
  public func forecasts(ofMarket market: Int, speed: Int) -> [Double] {
    let start = (market / 4 * 6 + speed) * days
    return (0..<days).map { forecasts[start + $0][market % 4] }
  }

  private mutating func sweep(_ group: [[Double]], _ place: Int) {
    measure(group)
    let (a, b, c, d) = (group[0], group[1], group[2], group[3])
    var (m0, m1, m2, m3) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    var (m4, m5, m6, m7) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
    let scalars = Crossover.speeds.map(\.scalar)
    let (s0, s1, s2) = (scalars[0], scalars[1], scalars[2])
    let (s3, s4, s5) = (scalars[3], scalars[4], scalars[5])
    let start = place * 6 * days
    let limit = Lanes(repeating: Forecast.limit)
    let (p1, p2, p3, p4, p5) = (days, 2 * days, 3 * days, 4 * days, 5 * days)
    for day in 0..<days {
      let price = Lanes(a[day], b[day], c[day], d[day])
      let w = weights.means[day]
      m0 += (price - m0) * w[0]
      m1 += (price - m1) * w[1]
      m2 += (price - m2) * w[2]
      m3 += (price - m3) * w[3]
      m4 += (price - m4) * w[4]
      m5 += (price - m5) * w[5]
      m6 += (price - m6) * w[6]
      m7 += (price - m7) * w[7]
      let inverse = 1 / volatilities[day]
      func forecast(_ fast: Lanes, _ slow: Lanes, _ scalar: Double) -> Lanes {
        let raw = (fast - slow) * inverse * scalar
        return raw.replacing(with: limit, where: raw .> limit).replacing(with: -limit, where: raw .< -limit)
      }
      let at = start + day
      forecasts[at] = forecast(m0, m2, s0)
      forecasts[at + p1] = forecast(m1, m3, s1)
      forecasts[at + p2] = forecast(m2, m4, s2)
      forecasts[at + p3] = forecast(m3, m5, s3)
      forecasts[at + p4] = forecast(m4, m6, s4)
      forecasts[at + p5] = forecast(m5, m7, s5)
    }
  }

  /// Fills ``volatilities`` for four markets without missing prices.
  private mutating func measure(_ group: [[Double]]) {
    guard settings.floorQuantile == nil else { return measureWithFloor(group) }
    let (a, b, c, d) = (group[0], group[1], group[2], group[3])
    var (mean, spread, last) = (Lanes.zero, Lanes.zero, Lanes.zero)
    let least = Lanes(repeating: 1e-10)
    for day in 0..<days {
      let price = Lanes(a[day], b[day], c[day], d[day])
      defer { last = price }
      guard day > 0 else {
        volatilities[day] = Lanes(repeating: .nan)
        continue
      }
      let (change, w) = (price - last, weights.deviation[day - 1])
      let before = mean
      mean += (change - mean) * w
      let (shift, rest) = (before - mean, change - mean)
      spread = (spread + shift * shift) * (1 - w) + rest * rest * w
      let deviation = (spread * weights.correction[day - 1]).squareRoot()
      volatilities[day] =
        day >= max(settings.leastChanges, 2)
        ? deviation.replacing(with: least, where: deviation .< least) : Lanes(repeating: .nan)
    }
  }

  private mutating func measureWithFloor(_ group: [[Double]]) {
    for lane in 0..<4 {
      var (volatility, last) = (RobustVolatility(settings), Double.nan)
      for day in 0..<days {
        volatility.update(change: group[lane][day] - last)
        last = group[lane][day]
        volatilities[day][lane] = volatility.volatility ?? .nan
      }
    }
  }

  /// Day by day, for markets whose prices have gaps.
  private mutating func walk(_ group: [[Double]], _ place: Int) {
    for lane in 0..<4 {
      for (speed, crossover) in Crossover.speeds.enumerated() {
        var rule = EWMAC(crossover, volatility: RobustVolatility(settings))
        let start = (place * 6 + speed) * days
        for day in 0..<days {
          rule.update(day < group[lane].count ? group[lane][day] : .nan)
          forecasts[start + day][lane] = rule.forecast ?? .nan
        }
      }
    }
  }
}
