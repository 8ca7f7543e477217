import Quantities
import Statistics

/// How bitcoin moves with equities and with net liquidity, from weekly changes of two years.
///
///     r_btc = a + β_e r_spx + β_l Δ log net liquidity + e          Newey-West errors
public struct CryptoBetaGauge: BriefGauge {
  public static let name = "crypto beta"
  public static let systems = ["S10", "S13"]

  static let coins = "market/btc_daily.csv"
  static let prices = "market/spx_daily.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let (coin, index) = (try data.series(Self.coins, "close"), try data.series(Self.prices, "close"))
    var readings: [Reading] = []
    let start = coin.lastDay.advanced(by: -7 * 104)
    let weeks = (0...104).map { start.advanced(by: 7 * $0) }
    func change(_ series: KnownSeries, _ a: Day, _ b: Day) -> Double? {
      guard let p = series.known(on: a), let q = series.known(on: b), p.day.distance(to: a) <= 5,
        q.day.distance(to: b) <= 5, p.value > 0, q.value > 0
      else { return nil }
      return Elementary.log(q.value / p.value)
    }
    let pairs = zip(weeks, weeks.dropFirst()).compactMap { a, b in
      change(coin, a, b).flatMap { r in change(index, a, b).map { (r, $0) } }
    }
    readings.append(
      beta(
        "crypto beta to equities", pairs.map(\.0), [pairs.map(\.1)], coin.lastDay, data, [coin.source, index.source]))
    do throws(Absence) {
      let liquidity = try NetLiquidity(data)
      let net = KnownSeries(
        source: "net liquidity", days: liquidity.points.map(\.day), values: liquidity.points.map(\.net))
      let triples = zip(net.days, net.days.dropFirst()).suffix(104).compactMap { a, b -> (Double, Double, Double)? in
        guard a.distance(to: b) == 7, let r = change(coin, a, b), let e = change(index, a, b), let l = change(net, a, b)
        else { return nil }
        return (r, l, e)
      }
      readings.append(
        beta(
          "crypto beta to net liquidity", triples.map(\.0), [triples.map(\.1), triples.map(\.2)], net.lastDay, data,
          [coin.source, index.source] + liquidity.columns))
    } catch {
      readings.append(data.absence("crypto beta to net liquidity", unit: Dimensionless.symbol, error))
    }
    return readings
  }

  /// The coefficient of the first regressor with its 90 % interval.
  private func beta(
    _ name: String, _ y: [Double], _ x: [[Double]], _ last: Day, _ data: KnownData, _ columns: [String]
  ) -> Reading {
    guard y.count >= 40, let fit = LeastSquares(y, on: x, errors: .neweyWest(lags: nil)) else {
      return data.absence(
        name, unit: Dimensionless.symbol,
        Absence(reason: "40 weeks of all columns are needed and there are \(y.count)", last: last),
        columns: columns)
    }
    let (β, half) = (fit.coefficients[1], 1.645 * fit.standardErrors[1])
    return data.reading(
      name, β, low: β - half, high: β + half, unit: Dimensionless.symbol, last: last, staleAfter: 11,
      method: "weekly log changes, \(y.count) weeks, least squares; 90 % Newey-West", columns: columns)
  }
}
