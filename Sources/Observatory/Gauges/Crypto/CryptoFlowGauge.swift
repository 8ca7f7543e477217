import Quantities
import Statistics

/// Money into spot funds of bitcoin and ether over a month, and the growth of stablecoins.
public struct CryptoFlowGauge: BriefGauge {
  public static let name = "crypto fund flow"
  public static let systems = ["S10"]

  static let flows = "market/crypto_etf_flows_daily.csv"
  static let coins = "macro/stablecoin_supply_daily.csv"

  public init() {}

  public func readings(of data: KnownData) throws(Absence) -> [Reading] {
    let table = try data.table(Self.flows)
    let (assets, funds) = (try table.texts("asset"), try table.texts("fund"))
    let flows = try table.numbers("net_flow_usd_mn")
    var readings = ["btc", "eth"].map { asset in
      let rows = table.days.indices.filter { assets[$0] == asset && funds[$0] == "TOTAL" && !flows[$0].isNaN }
        .sorted { table.days[$0] < table.days[$1] }
      let name = "\(Self.name), \(asset) over 21 sessions"
      guard rows.count >= 21, let last = rows.last else {
        return data.absence(
          name, unit: Dollars.symbol, Absence(reason: "\(Self.flows) has \(rows.count) sessions of \(asset)"))
      }
      return data.reading(
        name, rows.suffix(21).reduce(0) { $0 + flows[$1] } * 1e6, unit: Dollars.symbol, last: table.days[last],
        staleAfter: 5, method: "sum of net flows of all US spot funds; observed",
        columns: ["\(Self.flows): net_flow_usd_mn"])
    }
    do throws(Absence) {
      readings.append(try stablecoins(data))
    } catch {
      readings.append(data.absence("stablecoins, change over 30 days", unit: Dollars.symbol, error))
    }
    return readings
  }

  /// The supply of the coins that have a column of their own, now and a month before.
  private func stablecoins(_ data: KnownData) throws(Absence) -> Reading {
    let table = try data.table(Self.coins)
    var coins: [[Double]] = []
    let names = [
      "stablecoin_usdt_usd", "stablecoin_usdc_usd", "stablecoin_usde_usd", "stablecoin_usds_usd", "stablecoin_dai_usd",
    ]
    for name in names { coins.append(try table.numbers(name)) }
    let supply = table.days.indices.map { row in coins.reduce(0) { $0 + $1[row] } }
    guard let now = supply.lastIndex(where: { $0 > 0 }),
      let before = supply.indices.last(where: { supply[$0] > 0 && table.days[$0].distance(to: table.days[now]) >= 30 }),
      table.days[before].distance(to: table.days[now]) <= 35
    else {
      throw Absence(reason: "\(Self.coins) has no month in which all five coins are known", last: table.days.last)
    }
    return data.reading(
      "stablecoins, change over 30 days", supply[now] - supply[before], unit: Dollars.symbol, last: table.days[now],
      staleAfter: 5, method: "supply of USDT, USDC, USDe, USDS and DAI; observed",
      columns: names.map { "\(Self.coins): \($0)" })
  }
}
