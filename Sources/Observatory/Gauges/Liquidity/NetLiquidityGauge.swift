import Quantities
import Statistics

/// Net liquidity, what moved it over a quarter, and how well its changes went with the index's.
///
/// The skill is the correlation of weekly changes with weekly returns over the last year of weeks, with Fisher's interval:
/// an interval that holds zero says that the gauge has told nothing of late.
public struct NetLiquidityGauge: BriefGauge {
  public static let name = "net liquidity"
  public static let systems = ["S13"]

  static let prices = "market/spx_daily.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let liquidity = try NetLiquidity(data)
    guard let now = liquidity.points.last else { throw Absence(reason: "no point is known") }
    func reading(_ name: String, _ value: Double, _ method: String) -> Reading {
      data.reading(
        name, value, unit: Dollars.symbol, last: now.day, staleAfter: 11, method: method, columns: liquidity.columns)
    }
    var readings = [
      reading(Self.name, now.net, "Fed assets − cash account − reverse repo, on a Wednesday; observed"),
      reading("Treasury cash account", now.cashAccount, "observed"),
    ]
    readings.append(
      data.attempt("reverse repo", unit: Dollars.symbol) { () throws(Absence) in
        let repo = try data.series(NetLiquidity.rates, "on_rrp_bil_usd")
        return data.reading(
          "reverse repo", repo.last * 1e9, unit: Dollars.symbol, last: repo.lastDay, staleAfter: 5, method: "observed",
          columns: [repo.source])
      })
    readings.append(
      data.attempt("reserves", unit: Dollars.symbol) { () throws(Absence) in
        let reserves = try data.series(NetLiquidity.weekly, "reserve_balances_week_avg_mil_usd")
        return data.reading(
          "reserves", reserves.last * 1e6, unit: Dollars.symbol, last: reserves.lastDay, staleAfter: 11,
          method: "week's average of reserve balances; observed", columns: [reserves.source])
      })
    if let before = liquidity.points.last(where: { $0.day.distance(to: now.day) >= 91 }),
      before.day.distance(to: now.day) <= 105
    {
      readings += [
        reading("net liquidity, 13-week change", now.net - before.net, "sum of the next three"),
        reading("net liquidity, from Fed assets", now.assets - before.assets, "13-week change"),
        reading(
          "net liquidity, from the cash account", before.cashAccount - now.cashAccount, "13-week change, sign turned"),
        reading(
          "net liquidity, from reverse repo", before.reverseRepo - now.reverseRepo, "13-week change, sign turned"),
      ]
    }
    readings.append(
      data.attempt("net liquidity, rolling skill", unit: Dimensionless.symbol) { () throws(Absence) in
        try skill(liquidity, data)
      })
    return readings
  }

  /// The correlation of weekly changes with returns over the last 52 pairs of neighbouring weeks.
  private func skill(_ liquidity: NetLiquidity, _ data: KnownData) throws(Absence) -> Reading {
    let index = try data.series(Self.prices, "close")
    var (changes, returns, last): ([Double], [Double], Day?) = ([], [], nil)
    for (before, now) in zip(liquidity.points, liquidity.points.dropFirst()) where before.day.distance(to: now.day) == 7
    {
      guard let p = index.known(on: before.day), let q = index.known(on: now.day), p.value > 0, q.value > 0 else {
        continue
      }
      changes.append(now.net - before.net)
      returns.append(Elementary.log(q.value / p.value))
      last = now.day
    }
    let (x, y) = (Array(changes.suffix(52)), Array(returns.suffix(52)))
    guard x.count >= 26, let last, let ρ = Moments.correlation(x, y), let band = FisherInterval.of(ρ, pairs: x.count)
    else {
      throw Absence(reason: "26 neighbouring weeks are needed and there are \(x.count)", last: last)
    }
    return data.reading(
      "net liquidity, rolling skill", ρ, low: band.low, high: band.high, unit: Dimensionless.symbol, last: last,
      staleAfter: 11, method: "correlation of weekly changes with the index's, \(x.count) weeks; 90 % Fisher",
      columns: liquidity.columns + [index.source])
  }
}
